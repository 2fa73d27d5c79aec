import { problemsOf } from '@isegoria/kernel/contracts';
import { numbersForm } from '@isegoria/panels/contracts';
import { DiscardAct, PublishAct, WithdrawForm } from '@isegoria/processes/web';
import { announce, Button, Card, Disclosure, Form, FormActs, LinkButton, Notice, type Problem, refusalText, TextField, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { DeskDocument, DiscardDocument, EnterDocument, PanelDocument, PanelsDocument, PublishDocument, type ShownPanel, WithdrawDocument } from '../documents';

const shown = [PanelDocument, PanelsDocument, DeskDocument];

/** What the department may do with a panel now; nothing for anybody else. */
export function OfficialActs({ panel }: { panel: ShownPanel }) {
  const { t } = useWords('panels');
  const { id, revision, mine: { canEdit, canPublish, canWithdraw, canEnter } } = panel;
  const [publish, publishing] = useAct(PublishDocument, { refresh: shown });
  const [discard, discarding] = useAct(DiscardDocument, { refresh: [PanelsDocument, DeskDocument] });
  const [withdraw, withdrawing] = useAct(WithdrawDocument, { refresh: shown });
  if (![canEdit, canPublish, canWithdraw, canEnter].some(Boolean)) return null;
  return (
    <div className="no-print">
      <Card title={t('official.title')} edge="aegean">
        {canEnter && <Enter panel={panel} />}
        {canPublish && <PublishAct words="panels" opensAt={null} completeAt={`/panels/${id}/edit?missing`} {...publishing} publish={async () => (await publish({ id, revision }))?.publishPanel} />}
        {canEdit && <LinkButton variant="secondary" to={`/panels/${id}/edit`}>{t('official.edit')}</LinkButton>}
        {canWithdraw && (
          <Disclosure label={t('official.withdraw')}>
            <WithdrawForm words="panels" {...withdrawing} withdraw={async (reason) => (await withdraw({ id, reason }))?.withdrawPanel} />
          </Disclosure>
        )}
        {canPublish && <DiscardAct words="panels" list="/panels" {...discarding} discard={async () => (await discard({ id }))?.discardPanel} />}
      </Card>
    </div>
  );
}

/** The public numbers, as they stand at their source. The second official does not see what the first one wrote. */
function Enter({ panel: { id, mine } }: { panel: ShownPanel }) {
  const words = useWords('panels');
  const { t } = words;
  const [numbers, setNumbers] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [enter, { pending }] = useAct(EnterDocument, { refresh: shown });
  const send = async () => {
    const wrong = problemsOf(numbersForm, { numbers });
    setProblems(wrong);
    setRefused(null);
    const result = wrong.length === 0 ? (await enter({ id, numbers }))?.enterPanelNumbers : null;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename !== 'PanelNumbersEntered') return setRefused(refusalText(words, result.reason));
    setNumbers('');
    announce(t(result.isDrawn ? 'official.drawn' : 'official.entered'));
  };
  return (
    <Form words="panels" summary="here" label={t('official.enter')} problems={problems} onSubmit={() => void send()}>
      {mine.hasEntry && <p>{t('official.enterSecond')}</p>}
      <TextField name="numbers" label={t('official.enter')} hint={t('official.enterHint')} value={numbers} onChange={setNumbers} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs><Button type="submit" pending={pending}>{t('official.enterAct')}</Button></FormActs>
    </Form>
  );
}

import { problemsOf } from '@isegoria/kernel/contracts';
import { numbersForm } from '@isegoria/panels/contracts';
import { DiscardAct, PublishAct, WithdrawForm } from '@isegoria/processes/web';
import { Button, Card, Disclosure, Form, FormActs, LinkButton, Notice, TextField, useAct, useFate, useWords } from '@isegoria/ui/web';
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
  const { t } = useWords('panels');
  const { problems, setProblems, refused, take } = useFate('panels');
  const [numbers, setNumbers] = useState('');
  const [enter, { pending }] = useAct(EnterDocument, { refresh: shown });
  const send = async () => {
    const wrong = problemsOf(numbersForm, { numbers });
    setProblems(wrong);
    if (wrong.length > 0) return;
    const result = (await enter({ id, numbers }))?.enterPanelNumbers;
    const isDrawn = result?.__typename === 'PanelNumbersEntered' && result.isDrawn;
    if (take(result, t(isDrawn ? 'official.drawn' : 'official.entered'))) setNumbers('');
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

import { decisionProblems } from '@isegoria/evaluations/contracts';
import { RequireRole } from '@isegoria/identity/web';
import { announce, Button, Form, FormActs, LinkButton, Notice, Page, type Problem, useAct, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Link } from 'react-router';
import { blankDecision, DecisionFields } from './decision-fields';
import { EnterDocument } from './documents';

/** Where an official enters a decision that stands in no register. */
export function Component() {
  return (
    <RequireRole roles={['official', 'administrator']}>
      <EnterPage />
    </RequireRole>
  );
}

function EnterPage() {
  const { t } = useWords('evaluations');
  const [draft, setDraft, forget] = useKept('enter-decision', blankDecision);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [entered, setEntered] = useState<{ id: string; subject: string } | null>(null);
  const [there, setThere] = useState<{ id: string; subject: string } | null>(null);
  const [enter, { pending }] = useAct(EnterDocument);
  const save = async () => {
    const wrong = decisionProblems(draft, new Date());
    setProblems(wrong);
    const result = wrong.length === 0 ? (await enter({ input: draft }))?.enterDecision : null;
    if (result?.__typename === 'Invalid') setProblems(result.problems);
    setThere(result?.__typename === 'NumberExists' ? result.decision : null);
    if (result?.__typename !== 'DecisionEntered') return;
    forget();
    setEntered(result.decision);
    announce(t('register.enter.saved'));
  };
  if (entered) {
    return (
      <Page step="entered" title={t('register.enter.saved')} back={{ to: '/decisions', label: t('back') }}>
        <Notice tone="done" title={entered.subject} />
        <FormActs>
          <LinkButton to={`/decisions/${entered.id}`}>{t('register.enter.see')}</LinkButton>
          <Button variant="secondary" onClick={() => setEntered(null)}>
            {t('register.enter.another')}
          </Button>
        </FormActs>
      </Page>
    );
  }
  return (
    <Page title={t('register.enter.title')} lead={t('register.enter.lead')} back={{ to: '/decisions', label: t('back') }}>
      <p>
        <Link to="/decisions/enter/file">{t('register.enter.file')}</Link>
      </p>
      <Form words="evaluations" label={t('register.enter.title')} problems={problems} onSubmit={() => void save()}>
        <DecisionFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
        {there && (
          <Notice tone="problem" live title={t('register.enter.exists')}>
            <p>
              <Link to={`/decisions/${there.id}`}>{there.subject}</Link>
            </p>
            <LinkButton variant="secondary" to={`/decisions/${there.id}/correct`}>{t('register.correct.go')}</LinkButton>
          </Notice>
        )}
        <FormActs>
          <Button type="submit" pending={pending}>
            {t('register.enter.save')}
          </Button>
        </FormActs>
      </Form>
    </Page>
  );
}

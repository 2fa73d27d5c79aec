import { decisionProblems } from '@isegoria/evaluations/contracts';
import { RequireRole } from '@isegoria/identity/web';
import { announce, Button, Empty, Form, FormActs, LinkButton, Loaded, Notice, Page, type Problem, useAct, useGraph, useRefresh, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { DecisionDocument } from '../documents';
import { DecisionFields, type DecisionDraft } from './decision-fields';
import { CorrectDocument, CorrectedDocument, EntriesDocument, type ToCorrect } from './documents';

/** Where an official corrects a decision that was entered here, or says that it was revoked. */
export function Component() {
  return (
    <RequireRole roles={['official', 'administrator']}>
      <CorrectPage />
    </RequireRole>
  );
}

function CorrectPage() {
  const { id = '' } = useParams();
  const { t } = useWords('evaluations');
  const answer = useGraph(CorrectedDocument, { id });
  const back = { to: `/decisions/${id}`, label: t('register.correct.back') };
  return (
    <Loaded answer={answer}>
      {({ decision }) => (
        <Page title={t('register.correct.title')} lead={decision?.source === 'CITY' ? t('register.correct.lead', { number: decision.ada }) : undefined} back={back}>
          {decision?.source === 'CITY' ? (
            <CorrectForm decision={decision} onOld={() => void answer.refetch()} />
          ) : (
            <Empty title={t('register.correct.none')} action={<LinkButton to="/decisions">{t('back')}</LinkButton>} />
          )}
        </Page>
      )}
    </Loaded>
  );
}

/** What was typed stays when somebody else corrected it meanwhile: the version that is sent next is the one that stands then. */
function CorrectForm({ decision, onOld }: { decision: ToCorrect; onOld(): void }) {
  const { id, versionId: version } = decision;
  const { t } = useWords('evaluations');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [draft, setDraft] = useState(() => draftOf(decision));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isOld, setOld] = useState(false);
  const [correct, { pending }] = useAct(CorrectDocument);
  const save = async () => {
    const wrong = decisionProblems(draft, new Date());
    setProblems(wrong);
    const result = wrong.length === 0 ? (await correct({ id, version, input: draft }))?.correctDecision : null;
    if (!result) return;
    setProblems(result.__typename === 'Invalid' ? result.problems : []);
    setOld(result.__typename === 'DecisionMoved');
    if (result.__typename === 'DecisionMoved') onOld();
    if (result.__typename !== 'DecisionEntered') return;
    announce(t('register.correct.done'));
    await refresh(DecisionDocument, EntriesDocument, CorrectedDocument);
    void navigate(`/decisions/${id}`);
  };
  return (
    <Form words="evaluations" label={t('register.correct.title')} problems={problems} onSubmit={() => void save()}>
      <DecisionFields corrected={draftOf(decision)} draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
      {isOld && <Notice tone="problem" live title={t('register.correct.moved')}>{t('register.correct.movedHow')}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>
          {t('register.correct.save')}
        </Button>
      </FormActs>
    </Form>
  );
}

function draftOf({ ada, registerSubject, type, unit, protocolNumber, issueDate, status, documentUrl, amount, districtId, departmentId }: ToCorrect): DecisionDraft {
  return {
    number: ada, subject: registerSubject, type: type.code, issued: issueDate.slice(0, 10), unit: unit?.name?.el ?? '', protocol: protocolNumber ?? '',
    // With its cents, or a thousandth of it would read as thousands.
    amount: amount === null ? '' : amount.toFixed(2).replace('.', ','),
    document: documentUrl ?? '', departmentId: departmentId ?? '', districtId: districtId ?? '', status,
  };
}

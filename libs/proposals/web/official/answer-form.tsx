import type { ProposalAnswerStatus } from '@isegoria/proposals/contracts';
import { answersAfter, limits } from '@isegoria/proposals/contracts';
import { announce, Button, Form, FormActs, Notice, type Problem, RadioGroup, TextArea, TextField, useAct, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { AnswerDocument, DepartmentQueueDocument, LateStepsDocument, ProposalDocument, ProposalsDocument, type ShownProposal } from '../documents';

/** Whole euros as people write them: 42000, 42.000, 42,000 €. Null when nothing is written; undefined when it is no such sum, for cents would be read as thousands. */
export function euros(written: string): number | null | undefined {
  const sum = written.replace(/[\s€]/g, '');
  if (sum === '') return null;
  return /^(\d+|\d{1,3}([.,]\d{3})+)$/.test(sum) ? Number(sum.replace(/[.,]/g, '')) : undefined;
}

interface Typed {
  status: ProposalAnswerStatus | '';
  text: string;
  nextStep: string;
  nextStepAt: string;
  cost: string;
}

const blank: Typed = { status: '', text: '', nextStep: '', nextStepAt: '', cost: '' };

/**
 * The answer itself: of those that may follow the one before. What an accepted proposal needs besides (a step, a date) is asked for only then. Where a colleague answered meanwhile, that answer comes
 * to stand beside the form with the refusal, and pressing once more follows it.
 */
export function AnswerForm({ proposal: { id, supports, answer: before } }: { proposal: ShownProposal }) {
  const { t, has } = useWords('proposals');
  const navigate = useNavigate();
  const [typed, setTyped, forget] = useKept<Typed>(`answer:${id}`, blank);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [answer, { pending }] = useAct(AnswerDocument, { refresh: [ProposalDocument, DepartmentQueueDocument, LateStepsDocument, ProposalsDocument] });
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const offered = answersAfter[before?.status ?? 'NONE'];
  // One that was chosen before a colleague answered may not be among them any more.
  const status = offered.find((one) => one === typed.status) ?? '';
  const hasStep = status === 'ACCEPTED' || status === 'UNDER_EVALUATION';

  const publish = async () => {
    if (status === '') return setProblems([{ field: 'status', code: 'required' }]);
    const cost = euros(typed.cost);
    if (cost === undefined) return setProblems([{ field: 'cost', code: 'invalid' }]);
    const step = hasStep ? { nextStep: typed.nextStep || null, nextStepAt: typed.nextStepAt ? new Date(`${typed.nextStepAt}T12:00:00Z`).toISOString() : null } : {};
    const data = (await answer({ id, input: { status, text: typed.text, ...step, cost, after: before?.answeredAt ?? null } }))?.answerProposal;
    if (!data) return;
    if (data.__typename === 'Invalid') return setProblems(data.problems.map((one) => (one.field === 'text' ? { ...one, field: 'answer' } : one)));
    if ('reason' in data) return setRefused(data.reason);
    forget();
    announce(t('official.published'));
    await navigate(`/proposals/${id}`);
  };
  return (
    <Form words="proposals" problems={problems} onSubmit={() => void publish()}>
      <RadioGroup name="status" label={t('official.status')} choices={offered.map((value) => ({ value, label: t(`official.${value}`) }))} value={status} onChange={(value) => change({ status: offered.find((one) => one === value) ?? '' })} />
      <TextArea name="answer" label={t('field.answer')} hint={t('official.textHint')} rows={7} limit={limits.answer} value={typed.text} onChange={(text) => change({ text })} />
      {hasStep && (
        <>
          <TextField name="nextStep" label={t('field.nextStep')} hint={t('official.nextStepHint')} optional={status !== 'ACCEPTED'} value={typed.nextStep} onChange={(nextStep) => change({ nextStep })} />
          <TextField name="nextStepAt" type="date" width="short" label={t('field.nextStepAt')} optional={status !== 'ACCEPTED'} value={typed.nextStepAt} onChange={(nextStepAt) => change({ nextStepAt })} />
        </>
      )}
      <TextField name="cost" width="short" inputMode="numeric" optional label={t('field.cost')} value={typed.cost} onChange={(cost) => change({ cost })} />
      <Notice tone="info">{supports === 0 ? t('official.toldNobody') : t('official.told', { count: supports })}</Notice>
      {refused && <Notice tone="problem" live>{has(`refused.${refused}`) ? t(`refused.${refused}`) : t('refused.proposal')}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>
          {t('official.publish')}
        </Button>
      </FormActs>
    </Form>
  );
}

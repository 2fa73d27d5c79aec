import { Card, DateText, Facts, Prose, useWords } from '@isegoria/ui/web';
import type { ShownAnswer } from '../documents';

const edges = { UNDER_EVALUATION: 'aegean', ACCEPTED: 'olive', REJECTED: 'terracotta', IMPLEMENTED: 'olive' } as const;

/** What the department answered, with what happens next, when, and what it costs. */
export function AnswerCard({ answer }: { answer: ShownAnswer }) {
  const { t, lt, d, n } = useWords('proposals');
  const { status, html, nextStep, nextStepAt, cost, department, answeredAt } = answer;
  const step = nextStep && (nextStepAt ? t('page.nextStepAt', { step: nextStep, date: d(nextStepAt) }) : nextStep);
  const facts = [
    step && { label: t('page.nextStep'), value: step },
    cost !== null && { label: t('page.cost'), value: t('page.costValue', { cost: n(cost) }) },
    { label: t('page.answeredAt'), value: <DateText at={answeredAt} /> },
  ].filter((fact) => typeof fact === 'object' && fact !== null);
  return (
    <Card edge={edges[status]} title={t(`page.answerTitle_${status}`, { department: department ? lt(department.name) : t('page.municipality') })}>
      <Prose html={html} />
      <Facts facts={facts} />
    </Card>
  );
}

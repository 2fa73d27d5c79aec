import { daysUntil } from '@isegoria/kernel/contracts';
import { Row, Rows, Section, Tag, useGraph, useWords } from '@isegoria/ui/web';
import { LateStepsDocument } from '../documents';

/** Accepted proposals whose next step was named for a day that has passed: the department says what became of it. Nothing where none is late. */
export function LateSteps() {
  const { t, lt, d } = useWords('proposals');
  const late = useGraph(LateStepsDocument, {}).data?.lateSteps;
  if (!late || late.items.length === 0) return null;
  return (
    <Section title={t('official.lateSteps', { count: late.total })}>
      <p>{t('official.lateStepsHint')}</p>
      <Rows ordered label={t('official.lateSteps', { count: late.total })}>
        {late.items.map(({ id, title, lang, answer, department }) => (
          <Row
            key={id}
            to={`/official/${id}`}
            title={title}
            lang={lang}
            note={[department && lt(department.name), answer?.nextStep, answer?.nextStepAt && d(answer.nextStepAt, 'short')].filter(Boolean).join(' · ')}
            tag={answer?.nextStepAt && <Tag tone="terracotta">{t('official.overdue', { count: -daysUntil(new Date(answer.nextStepAt), new Date()) })}</Tag>}
          />
        ))}
      </Rows>
    </Section>
  );
}

import { Card, Timeline, type TimelineStep, useWords } from '@isegoria/ui/web';
import type { ShownInitiative } from '../documents';

/** What was done and what comes next, each with its day. */
export function StepsPart({ initiative: { steps } }: { initiative: ShownInitiative }) {
  const { t, d } = useWords('initiatives');
  const next = steps.findIndex(({ isDone }) => !isDone);
  const shown = steps.map(({ stage, at, isDone, isLate }, index): TimelineStep => {
    const day = at ? d(at) : null;
    const until = isLate ? t('steps.late', { date: day }) : t('steps.until', { date: day });
    return { title: t(`steps.${stage}`), when: day && (isDone ? day : until), state: isDone ? 'done' : index === next ? 'now' : 'next' };
  });
  return (
    <Card title={t('steps.title')}>
      <Timeline label={t('steps.title')} steps={shown} />
    </Card>
  );
}

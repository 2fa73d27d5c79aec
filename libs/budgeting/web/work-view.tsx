import { Bar, useWords } from '@isegoria/ui/web';
import styles from './budget.module.css';
import type { ListedProject } from './documents';
import { useMoney } from './shown';

/** How far works are, in one line and a bar. */
export function WorkLine({ work: { progress, spent }, cost, currency }: { work: NonNullable<ListedProject['work']>; cost: number; currency: string }) {
  const { t } = useWords('budgeting');
  const write = useMoney(currency);
  return (
    <div className={styles.work}>
      <Bar label={t('work.progress')} of={100} parts={[{ label: t('work.progress'), value: progress, tone: progress === 100 ? 'olive' : 'aegean' }]} />
      <span className={styles.quiet}>{t('work.line', { percent: progress, spent: write(spent), cost: write(cost) })}</span>
    </div>
  );
}

import { useWords } from '@isegoria/ui/web';
import { caseName, ruleName, waited } from './case-words';
import type { RowShown } from './documents';
import styles from './queue.module.css';
import { useNow } from './use-now';

export interface QueueListProps {
  rows: readonly RowShown[];
  total: number;
  selected: string | null;
  onSelect(id: string): void;
}

/** What waits, the oldest duty first. */
export function QueueList({ rows, total, selected, onSelect }: QueueListProps) {
  const words = useWords('moderation');
  const { t } = words;
  const now = useNow();
  const more = total - rows.length;
  return (
    <div className={styles.listing}>
      <ol role="list" className={styles.list} aria-label={t('queue.list')}>
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" className={styles.row} aria-current={row.id === selected || undefined} onClick={() => onSelect(row.id)}>
              <span className={styles.name}>{caseName(words, row)}</span>
              <span className={styles.notes}>
                <span>{row.reports > 0 ? t('row.reports', { count: row.reports }) : t('row.precheck')}</span>
                {row.rule !== null && <span>{ruleName(words, row.rule)}</span>}
                {row.coordinated && <span className={styles.mark}>{t('row.coordinated')}</span>}
                <span>{t('row.waits', { time: waited(words, row.since, now) })}</span>
                {row.claimedUntil && new Date(row.claimedUntil).getTime() > now && <span className={styles.mark}>{t(row.claimedByMe ? 'row.mine' : 'row.taken')}</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {more > 0 && <p className={styles.more}>{t('queue.more', { count: more })}</p>}
    </div>
  );
}

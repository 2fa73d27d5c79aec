import { useEffect, useRef } from 'react';
import { Button, Checkbox, useFocusBack, useWords } from '@isegoria/ui/web';
import { moderationLimits } from '@isegoria/moderation/contracts';
import { CaseName } from './case-name';
import { caseName, ruleName, waited } from './case-words';
import type { RowShown } from '../documents';
import styles from './queue.module.css';
import type { Marks } from './use-marks';
import { useNow } from '../use-now';

export interface QueueListProps {
  rows: readonly RowShown[];
  total: number;
  selected: string | null;
  onSelect(id: string): void;
  marks: Marks;
  /** Opens the decision about all that are marked. */
  onDecideMarked(): void;
  keysOn: boolean;
  /** Brings the next ones, where there are more. */
  onMore: (() => void) | null;
  growing: boolean;
}

/** What waits, the oldest duty first. */
export function QueueList({ rows, total, selected, onSelect, marks, onDecideMarked, keysOn, onMore, growing }: QueueListProps) {
  const words = useWords('moderation');
  const { t } = words;
  const now = useNow();
  const more = total - rows.length;
  const count = marks.marked.length;
  const listing = useFocusBack();
  const from = useRef<number | null>(null);
  // The button may go once it is pressed: the first of those that come stands where it was.
  useEffect(() => {
    const first = from.current === null ? undefined : rows[from.current];
    if (!first) return;
    from.current = null;
    document.getElementById(`case-${first.id}`)?.focus();
  }, [rows]);
  const grow = () => {
    from.current = rows.length;
    onMore?.();
  };
  return (
    <div className={styles.listing} ref={listing}>
      <div className={styles.marks} data-any={count > 0 || undefined}>
        <Checkbox
          name="all"
          label={count === moderationLimits.lot ? t('lot.most', { count }) : count > 0 ? t('lot.marked', { count }) : t('lot.all')}
          checked={count > 0 && count === rows.length}
          mixed={count > 0 && count < rows.length}
          onChange={() => (count > 0 ? marks.put([]) : marks.all())}
        />
        {count > 0 && <Button variant="secondary" shortcut={keysOn ? 'D' : undefined} onClick={onDecideMarked}>{t('lot.decide')}</Button>}
      </div>
      <ol role="list" className={styles.list} aria-label={t('queue.list')}>
        {rows.map((row) => (
          <li key={row.id} data-case={row.id} data-marked={marks.has(row.id) || undefined}>
            <label className={styles.mark}>
              <input type="checkbox" aria-label={t('lot.mark', { name: caseName(words, row) })} checked={marks.has(row.id)} onChange={({ nativeEvent }) => marks.toggle(row.id, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)} />
            </label>
            <button type="button" id={`case-${row.id}`} className={styles.row} aria-current={row.id === selected || undefined} onClick={() => onSelect(row.id)}>
              <span className={styles.name}><CaseName row={row} /></span>
              {row.excerpt && <span className={styles.excerpt}>{row.excerpt}</span>}
              <span className={styles.notes}>
                <span>{row.reports > 0 ? t('row.reports', { count: row.reports }) : t('row.precheck')}</span>
                {row.rule !== null && <span>{ruleName(words, row.rule)}</span>}
                {row.coordinated && <span className={styles.notable}>{t('row.coordinated')}</span>}
                <span>{t('row.waits', { time: waited(words, row.since, now) })}</span>
                {row.claimedUntil && new Date(row.claimedUntil).getTime() > now && <span className={styles.notable}>{t(row.claimedByMe ? 'row.mine' : 'row.taken')}</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {onMore && more > 0 && (
        <div className={styles.more}>
          <p>{t('queue.more', { count: more })}</p>
          <Button variant="secondary" wide pending={growing} onClick={grow}>
            {t('queue.showMore')}
          </Button>
        </div>
      )}
    </div>
  );
}

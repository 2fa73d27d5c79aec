import { useRef } from 'react';
import type { Subject } from '@isegoria/kernel/contracts';
import { Button, FailureNotice, Section, useWords, Waiting } from '@isegoria/ui/web';
import { Argument, type ReportSlot } from './argument';
import styles from './arguments.module.css';
import type { Side as SideName, SortOrder } from './documents';
import { useAgreements } from './use-agreement';
import { useSide } from './use-comments';
import { useFocusOnNew } from './use-focus-on-new';

export interface SideProps {
  subject: Subject;
  side: SideName;
  sort: SortOrder;
  /** How many there are in all. */
  count: number;
  /** How many have come that are not shown. */
  arrived: number;
  onShow(): void;
  open: boolean;
  report?: ReportSlot;
  /** False shows the first only. */
  whole: boolean;
  onWhole(): void;
}

const names = { FOR: 'for', AGAINST: 'against', NEUTRAL: 'neutral' } as const;
const tones = { FOR: 'olive', AGAINST: 'terracotta', NEUTRAL: 'ink' } as const;

/** One side of the discussion: its arguments, and a way to more of them. */
export function Side({ subject, side, sort, count, arrived, onShow, open, report, whole, onWhole }: SideProps) {
  const { t, n } = useWords('comments');
  const { items, hasMore, pending, growing, error, grow, again } = useSide(subject, side, sort);
  const shown = whole ? items : items.slice(0, 1);
  const agreed = useAgreements(shown);
  const list = useRef<HTMLOListElement>(null);
  const focusOnNew = useFocusOnNew(shown);
  const showArrived = () => {
    onWhole();
    onShow();
    list.current?.focus({ preventScroll: true });
  };
  const more = () => {
    focusOnNew();
    if (whole) grow();
    else onWhole();
  };
  return (
    <Section level={3} tone={tones[side]} title={t('column', { side: t(names[side]), count: n(count) })}>
      {arrived > 0 && (
        <button type="button" className={styles.arrived} onClick={showArrived}>
          {t(side === 'NEUTRAL' ? 'arrivedRemarks' : 'arrived', { count: arrived })} <span>{t('arrivedShow')}</span>
        </button>
      )}
      {pending && <Waiting />}
      {error && <FailureNotice failure={error} retry={again} />}
      {!pending && !error && items.length === 0 && <p className={styles.empty}>{t(`empty.${side}`)}</p>}
      <ol ref={list} role="list" tabIndex={-1} className={styles.list}>
        {shown.map((comment) => (
          <li key={comment.id}>
            <Argument subject={subject} comment={comment} agreed={agreed.has(comment.id)} open={open} report={report} />
          </li>
        ))}
      </ol>
      {(hasMore || shown.length < items.length) && (
        <Button variant="secondary" wide pending={growing} onClick={more}>
          {t(side === 'NEUTRAL' ? 'act.moreRemarks' : 'act.more')}
        </Button>
      )}
    </Section>
  );
}

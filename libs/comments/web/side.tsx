import { useState } from 'react';
import type { Subject } from '@isegoria/kernel/contracts';
import { Button, FailureNotice, Section, useWords, Waiting } from '@isegoria/ui/web';
import { Argument, type ReportSlot } from './argument';
import styles from './arguments.module.css';
import type { Side as SideName, SortOrder } from './documents';
import { useAgreements } from './use-agreement';
import { useSide } from './use-comments';

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
  /** Begins with the first. */
  brief?: boolean;
}

const names = { FOR: 'for', AGAINST: 'against', NEUTRAL: 'neutral' } as const;
const tones = { FOR: 'olive', AGAINST: 'terracotta', NEUTRAL: 'ink' } as const;

/** One side of the discussion: its arguments, and a way to more of them. */
export function Side({ subject, side, sort, count, arrived, onShow, open, report, brief = false }: SideProps) {
  const { t, n } = useWords('comments');
  const { items, hasMore, pending, growing, error, grow, again } = useSide(subject, side, sort);
  const [isWhole, setWhole] = useState(!brief);
  const shown = isWhole ? items : items.slice(0, 1);
  const agreed = useAgreements(shown);
  const showArrived = () => {
    setWhole(true);
    onShow();
  };
  return (
    <Section level={3} tone={tones[side]} title={t('column', { side: t(names[side]), count: n(count) })}>
      {arrived > 0 && (
        <button type="button" className={styles.arrived} onClick={showArrived}>
          {t('arrived', { count: arrived })} <span>{t('arrivedShow')}</span>
        </button>
      )}
      {pending && <Waiting />}
      {error && <FailureNotice failure={error} retry={again} />}
      {!pending && !error && items.length === 0 && <p className={styles.empty}>{t(`empty.${side}`)}</p>}
      <ol role="list" className={styles.list}>
        {shown.map((comment) => (
          <li key={comment.id}>
            <Argument subject={subject} comment={comment} agreed={agreed.has(comment.id)} open={open} report={report} />
          </li>
        ))}
      </ol>
      {(hasMore || shown.length < items.length) && (
        <Button variant="secondary" wide pending={growing} onClick={shown.length < items.length ? () => setWhole(true) : grow}>
          {t('act.more')}
        </Button>
      )}
    </Section>
  );
}

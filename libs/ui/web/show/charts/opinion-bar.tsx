import type { CSSProperties, ReactNode } from 'react';
import { useWords } from '../../words/use-words';
import styles from './opinion-bar.module.css';
import { shares } from './shares';
import stepStyles from '../steps.module.css';
import { VisuallyHidden } from '../visually-hidden';

export interface OpinionBarProps {
  /** What was asked, in a word: «Αναγκαίες». */
  label: string;
  /** How many people chose each of the five steps, worst to best. */
  counts: readonly number[];
  /** The words of the five steps; ours when not given. */
  steps?: readonly string[];
  /** What stands after the bar: a median with its margin. */
  after?: ReactNode;
  /** A thin one without figures, for a card: the figures stay for those who listen. */
  thin?: boolean;
  /** A label of one short word stands before its bar even on a phone. */
  short?: boolean;
}

/** How opinions are spread over five steps, each with its share in it. */
export function OpinionBar({ label, counts, steps, after, thin = false, short = false }: OpinionBarProps) {
  const { t, n } = useWords('ui');
  const percents = shares(counts);
  const named = percents.map((percent, index) => ({ percent, step: index + 1, name: steps?.[index] ?? t(`opinion.${index + 1}`) }));
  const people = counts.reduce((sum, count) => sum + count, 0);
  return (
    <div className={styles.box}>
      <div className={styles.row} data-thin={thin || undefined} data-short={short || undefined}>
        {!thin && <span className={styles.label}>{label}</span>}
        <span className={styles.bar} aria-hidden>
          {named.map(({ percent, step }) => (percent > 0 ? <Segment key={step} step={step} percent={percent} thin={thin} /> : null))}
        </span>
        {after !== undefined && <span className={styles.after}>{after}</span>}
        <VisuallyHidden>
          {thin && `${label}: `}
          {people === 0 ? t('opinion.none') : named.map(({ percent, name }) => `${name} ${n(percent / 100, { style: 'percent' })}`).join(', ')}
        </VisuallyHidden>
      </div>
    </div>
  );
}

function Segment({ step, percent, thin }: { step: number; percent: number; thin: boolean }) {
  return (
    <span className={`${styles.segment} ${stepStyles.step}`} data-step={step} style={{ '--share': percent } as CSSProperties}>
      {!thin && percent}
    </span>
  );
}

/** What the five colours mean: once, above a group of bars. */
export function OpinionKey({ steps }: { steps?: readonly string[] }) {
  const { t } = useWords('ui');
  return (
    <ul role="list" className={stepStyles.key} aria-hidden>
      {[1, 2, 3, 4, 5].map((step) => (
        <li key={step}>
          <span className={`${stepStyles.swatch} ${stepStyles.step}`} data-step={step} />
          {steps?.[step - 1] ?? t(`opinion.${step}`)}
        </li>
      ))}
    </ul>
  );
}

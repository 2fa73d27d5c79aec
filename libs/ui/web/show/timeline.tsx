import type { ReactNode } from 'react';
import { useWords } from '../words/use-words';
import styles from './timeline.module.css';
import { VisuallyHidden } from './visually-hidden';

export interface TimelineStep {
  title: ReactNode;
  /** When, in words. */
  when?: ReactNode;
  state: 'done' | 'now' | 'next';
  children?: ReactNode;
}

/** Steps in time, with the one where we stand. */
export function Timeline({ steps, label }: { steps: readonly TimelineStep[]; label: string }) {
  const { t } = useWords('ui');
  return (
    <ol role="list" className={styles.timeline} aria-label={label}>
      {steps.map(({ title, when, state, children }, index) => (
        <li key={index} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <p className={styles.title}>
            {title} <VisuallyHidden>{t(`timeline.${state}`)}</VisuallyHidden>
          </p>
          {when && <p className={styles.when}>{when}</p>}
          {children}
        </li>
      ))}
    </ol>
  );
}

import type { ReactNode } from 'react';
import styles from './notice.module.css';

export interface NoticeProps {
  /** `done`: it went through. `info`: good to know. `warning`: look here first. `problem`: it did not go through. */
  tone?: 'done' | 'info' | 'warning' | 'problem';
  title?: ReactNode;
  /** True for words that appear after an act, so that they are read out. */
  live?: boolean;
  children?: ReactNode;
}

/** A short message on the page, in its own field of colour. */
export function Notice({ tone = 'info', title, live = false, children }: NoticeProps) {
  const role = live ? (tone === 'problem' ? 'alert' : 'status') : undefined;
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      {tone === 'done' && (
        <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden>
          <circle cx="12" cy="12" r="12" fill="currentColor" />
          <path d="m6.5 12.5 3.8 3.7 7.2-7.6" />
        </svg>
      )}
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';
import styles from './quote.module.css';

/** What somebody wrote, in their words. */
export function Quote({ children }: { children: ReactNode }) {
  return <blockquote className={styles.quote}>{children}</blockquote>;
}

import type { ReactNode } from 'react';
import styles from './quote.module.css';

/** What somebody wrote, in their words and in Greek, whatever the page speaks. */
export function Quote({ children }: { children: ReactNode }) {
  return <blockquote lang="el" className={styles.quote}>{children}</blockquote>;
}

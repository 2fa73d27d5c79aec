import type { ReactNode } from 'react';
import styles from './bottom-bar.module.css';

/** The page's main act: on a phone in a bar under the thumb, elsewhere where it stands in the text. */
export function BottomBar({ children }: { children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>;
}

import type { ReactNode } from 'react';
import styles from './columns.module.css';

export interface ColumnsProps {
  /** `aside`: a main column and a narrower one. `even`: side by side, as many as fit. */
  kind?: 'aside' | 'even';
  children: ReactNode;
}

/** Parts of a page side by side where there is room, one under the other where there is not. */
export function Columns({ kind = 'aside', children }: ColumnsProps) {
  return <div className={styles[kind]}>{children}</div>;
}

import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Words for those who listen: they say what the eye takes from the place. */
export function VisuallyHidden({ id, role, children }: { id?: string; role?: 'status'; children?: ReactNode }) {
  return (
    <span id={id} role={role} className={styles.hidden}>
      {children}
    </span>
  );
}

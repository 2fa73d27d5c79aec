import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Words for those who listen: they say what the eye takes from the place. `onWide`: only on a wide screen, where a sign stands for them. */
export function VisuallyHidden({ id, role, onWide = false, children }: { id?: string; role?: 'status'; onWide?: boolean; children?: ReactNode }) {
  return (
    <span id={id} role={role} className={onWide ? styles.onWide : styles.hidden}>
      {children}
    </span>
  );
}

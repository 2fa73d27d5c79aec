import type { ReactNode } from 'react';
import styles from './tag.module.css';

export type Tone = 'neutral' | 'sun' | 'olive' | 'terracotta' | 'aegean';

/** How a matter stands, in a word or two. `sun` waits, `olive` is done or accepted, `terracotta` is late or against, `aegean` moves. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}

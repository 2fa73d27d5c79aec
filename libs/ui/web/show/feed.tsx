import type { ReactNode } from 'react';
import styles from './feed.module.css';
import { TimeAgo } from './dates';

export interface FeedItem {
  id: string;
  at: string | Date;
  text: ReactNode;
}

/** What happens, newest first: a sentence and how long ago. */
export function Feed({ items, label }: { items: readonly FeedItem[]; label?: string }) {
  return (
    <ul role="list" className={styles.feed} aria-label={label}>
      {items.map(({ id, at, text }) => (
        <li key={id}>
          <span className={styles.text}>{text}</span>
          <span className={styles.when}>
            <TimeAgo at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}

import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './row.module.css';

/** Things in order, with a line between them. */
export function Rows({ ordered = false, label, children }: { ordered?: boolean; label?: string; children: ReactNode }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List role="list" className={styles.rows} aria-label={label}>
      {children}
    </List>
  );
}

export interface RowProps {
  title: ReactNode;
  /** The language of a title that somebody wrote; the page's own when not said. */
  lang?: string | undefined;
  to?: string;
  /** A figure on the left: what the list is ordered by. */
  figure?: ReactNode;
  /** A quiet line under the title. */
  note?: ReactNode;
  /** A tag on the right. */
  tag?: ReactNode;
  level?: 2 | 3;
  children?: ReactNode;
}

/** One thing of a list: its figure, its name, how it stands. */
export function Row({ title, lang, to, figure, note, tag, level = 3, children }: RowProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <li className={styles.row}>
      {figure && <div className={styles.figure}>{figure}</div>}
      <div className={styles.body}>
        <Heading className={styles.title} lang={lang}>{to ? <Link to={to}>{title}</Link> : title}</Heading>
        {note && <p className={styles.note}>{note}</p>}
        {children}
      </div>
      {tag && <div className={styles.tag}>{tag}</div>}
    </li>
  );
}

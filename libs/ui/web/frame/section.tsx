import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './section.module.css';

export interface SectionProps {
  title: ReactNode;
  /** Where the rest is. */
  more?: { to: string; label: string };
  /** The colour of the line under the heading: olive for, terracotta against. */
  tone?: 'ink' | 'olive' | 'terracotta';
  level?: 2 | 3;
  id?: string;
  children?: ReactNode;
}

/** A part of a page under its own heading and a strong line. */
export function Section({ title, more, tone = 'ink', level = 2, id, children }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={styles.section} id={id}>
      <div className={styles.head} data-tone={tone}>
        <Heading>{title}</Heading>
        {more && (
          <Link className={styles.more} to={more.to}>
            {more.label}
          </Link>
        )}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

import type { ReactNode } from 'react';
import { cx } from '../class-names';
import styles from './card.module.css';

export interface CardProps {
  title?: ReactNode;
  /** A quiet line under the title. */
  note?: ReactNode;
  /** A coloured edge: who speaks here, or that it matters. */
  edge?: 'aegean' | 'olive' | 'terracotta' | 'sun';
  /** The level of the title's heading; 2 when not said. */
  level?: 2 | 3;
  /** No padding, for lists that reach the edges. */
  flush?: boolean;
  children?: ReactNode;
}

/** A piece of paper on the page: one matter, with its own heading. */
export function Card({ title, note, edge, level = 2, flush = false, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={cx(styles.card, flush && styles.flush, edge && styles.edged)} data-edge={edge}>
      {title && <Heading className={styles.title}>{title}</Heading>}
      {note && <p className={styles.note}>{note}</p>}
      {children}
    </section>
  );
}

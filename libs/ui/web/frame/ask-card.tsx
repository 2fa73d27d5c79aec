import type { ReactNode } from 'react';
import { cx } from '../class-names';
import styles from './ask-card.module.css';

export interface AskCardProps {
  /** What kind of question this is, in terracotta. */
  kind: string;
  title: ReactNode;
  /** A sentence or two. */
  lead?: ReactNode;
  /** A bar, an opinion, a picture. */
  children?: ReactNode;
  /** Figures with their meaning: `<><b>1.208</b> αξιολόγησαν</>`. */
  facts?: ReactNode[];
  /** The one act that is asked: a LinkButton or a link. */
  action?: ReactNode;
  /** The week's main question: larger. */
  main?: boolean;
}

/** A question that waits for the citizen: what kind, which, how it stands, and the one act that is asked. */
export function AskCard({ kind, title, lead, children, facts = [], action, main = false }: AskCardProps) {
  return (
    <section className={cx(styles.card, main && styles.main)}>
      <p className={styles.kind}>{kind}</p>
      <h2 className={styles.title}>{title}</h2>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
      <div className={styles.foot}>
        {facts.length > 0 && (
          <ul role="list" className={styles.facts}>
            {facts.map((fact, index) => (
              <li key={index}>{fact}</li>
            ))}
          </ul>
        )}
        {action}
      </div>
    </section>
  );
}

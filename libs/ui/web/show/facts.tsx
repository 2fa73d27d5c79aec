import type { ReactNode } from 'react';
import styles from './facts.module.css';

export interface Fact {
  label: ReactNode;
  value: ReactNode;
}

/** What is known of a matter: names and values. */
export function Facts({ facts, columns = 1 }: { facts: readonly Fact[]; columns?: 1 | 2 }) {
  return (
    <dl className={styles.facts} data-columns={columns}>
      {facts.map(({ label, value }, index) => (
        <div key={index} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import type { ReactNode } from 'react';
import { useWords } from '../../words/use-words';
import styles from './figure.module.css';

export interface FigureProps {
  value: number | string;
  /** What the number means: «στηρίζουν». */
  label: ReactNode;
  tone?: 'aegean' | 'ink' | 'olive' | 'terracotta';
  size?: 'small' | 'medium' | 'large';
  /** `under`: the meaning stands under the number. `beside`: on its right. */
  layout?: 'under' | 'beside';
}

/** The number that matters, large, and its meaning. */
export function Figure({ value, label, tone = 'aegean', size = 'medium', layout = 'under' }: FigureProps) {
  const { n } = useWords('ui');
  return (
    <p className={styles.figure} data-tone={tone} data-size={size} data-layout={layout}>
      <span className={styles.value}>{typeof value === 'number' ? n(value) : value}</span>{' '}
      <span className={styles.label}>{label}</span>
    </p>
  );
}

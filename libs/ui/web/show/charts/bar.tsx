import type { CSSProperties } from 'react';
import { useWords } from '../../words/use-words';
import styles from './bar.module.css';

export interface BarPart {
  /** What this part counts, for those who listen. */
  label: string;
  value: number;
  tone?: 'aegean' | 'sun' | 'olive' | 'terracotta';
}

export interface BarProps {
  parts: readonly BarPart[];
  /** What the whole bar stands for; the sum of the parts when not said. */
  of?: number;
  /** What the bar shows, in a few words. */
  label: string;
}

/** How a whole is shared, at a glance; the figures stand beside it in words. */
export function Bar({ parts, of, label }: BarProps) {
  const { n } = useWords('ui');
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const whole = Math.max(of ?? sum, sum, 1);
  const spoken = parts.map((part) => `${part.label} ${n(part.value / whole, { style: 'percent' })}`).join(', ');
  return (
    <div className={styles.bar} role="img" aria-label={`${label}: ${spoken}`}>
      {parts.map((part) => (
        <span key={part.label} className={styles.part} data-tone={part.tone ?? 'aegean'} style={{ '--share': part.value / whole } as CSSProperties} />
      ))}
    </div>
  );
}

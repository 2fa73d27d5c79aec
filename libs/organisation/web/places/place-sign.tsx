import styles from './places-map.module.css';

/** Each has a shape of its own beside its colour: waits, moves, done, over. */
export type Sign = 'waits' | 'moves' | 'done' | 'over';

/** The sign that says how a thing on the map stands. */
export function PlaceSign({ sign }: { sign: Sign }) {
  return (
    <svg className={styles.sign} data-sign={sign} viewBox="0 0 24 24" aria-hidden>
      {sign === 'waits' && <circle cx="12" cy="12" r="9" />}
      {sign === 'moves' && <path d="M12 1.5 22.5 12 12 22.5 1.5 12Z" />}
      {sign === 'done' && <><rect x="3" y="3" width="18" height="18" rx="2" /><path className={styles.tick} d="m7.5 12.5 3.2 3.2 6-7" /></>}
      {sign === 'over' && <><circle cx="12" cy="12" r="9" /><path className={styles.tick} d="M8 12h8" /></>}
    </svg>
  );
}

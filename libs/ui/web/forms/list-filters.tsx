import { Children, useId, useState, type ReactNode } from 'react';
import { cx } from '../class-names';
import disclosure from '../frame/disclosure.module.css';
import { useWords } from '../words/use-words';
import { Button } from './button';
import styles from './list-filters.module.css';

export interface ListFiltersProps {
  /** The words to look for: a `SearchField`. */
  search?: ReactNode;
  /** How many of the choices narrow the list now: told on the button that hides them on a phone. */
  chosen: number;
  /** Takes everything back that narrows the list; shown while `isNarrow`. */
  onClear?(): void;
  isNarrow?: boolean;
  /** The choices, each a `Select` of full width. */
  children: ReactNode;
}

/** What narrows a list and puts it in order. On a phone the choices wait behind one button, so that the list itself is in sight. */
export function ListFilters({ search, chosen, onClear, isNarrow = false, children }: ListFiltersProps) {
  const { t } = useWords('ui');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const folds = Children.toArray(children).length > 1;
  return (
    <div className={styles.filters}>
      {search}
      {folds && (
        <button type="button" className={cx(disclosure.button, styles.fold)} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {chosen > 0 ? t('filters.some', { count: chosen }) : t('filters.all')}
        </button>
      )}
      <div id={id} className={styles.choices} data-open={isOpen || !folds || undefined}>
        {children}
      </div>
      {isNarrow && onClear && (
        <Button variant="quiet" onClick={onClear}>
          {t('filters.clear')}
        </Button>
      )}
    </div>
  );
}

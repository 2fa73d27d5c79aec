import type { ReactNode } from 'react';
import styles from './folded-item.module.css';

export interface FoldedItemProps {
  id: string;
  /** What it is, in the language that it is written in. */
  name: string;
  lang?: string;
  /** A quiet word beside it. */
  note?: ReactNode;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
  children: ReactNode;
}

/** One of many things of a form, an article or a question: its name, and under a press all that belongs to it. Stands in a list; its fields are made when it opens. */
export function FoldedItem({ id, name, lang, note, isOpen, onOpen, children }: FoldedItemProps) {
  return (
    <li className={styles.item}>
      <button type="button" className={styles.fold} aria-expanded={isOpen} aria-controls={id} onClick={() => onOpen(!isOpen)}>
        <span lang={lang}>{name}</span> {note && <span className={styles.note}>{note}</span>}
      </button>
      <div id={id} className={styles.fields} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </li>
  );
}

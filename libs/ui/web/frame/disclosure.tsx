import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { cx } from '../class-names';
import styles from './disclosure.module.css';

export interface DisclosureProps {
  label: ReactNode;
  /** `panel`: opens over the page and closes by Escape, by a press elsewhere or by going on. `inline`: pushes what follows down. `narrow`: so on a phone; where there is room it stands open, without a button. `wide`: a panel where there is room; on a phone it stands open, without a button. */
  kind?: 'panel' | 'inline' | 'narrow' | 'wide';
  children: ReactNode;
}

/** Something that opens and closes under its own button: a menu of links, further details. */
export function Disclosure({ label, kind = 'inline', children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { key, pathname } = useLocation();
  // A menu has done its work with any step; what is read goes with its page, not with a filter or an anchor within it.
  const isOver = kind === 'panel' || kind === 'wide';
  const step = isOver ? key : pathname;
  useEffect(() => setOpen(false), [step]);
  useEffect(() => {
    if (!open || !isOver) return;
    const leave = (event: Event) => event.target instanceof Node && !box.current?.contains(event.target) && setOpen(false);
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open, isOver]);
  const escape = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div ref={box} className={cx(styles.disclosure, styles[kind])} onKeyDown={(event) => event.key === 'Escape' && open && escape()}>
      <button ref={button} type="button" className={styles.button} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {label}
      </button>
      <div id={id} className={styles.content} hidden={!open}>
        {children}
      </div>
    </div>
  );
}

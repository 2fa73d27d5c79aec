import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { cx } from '../class-names';
import { Kbd } from '../show/kbd';
import { VisuallyHidden } from '../show/visually-hidden';
import { useWords } from '../words/use-words';
import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  variant?: ButtonVariant;
  /** As wide as there is room. */
  wide?: boolean;
  children: ReactNode;
}

export interface ButtonProps extends Look {
  onClick?(event: MouseEvent<HTMLButtonElement>): void;
  type?: 'button' | 'submit';
  /** The act is on its way: the button says so and takes no second press. */
  pending?: boolean;
  disabled?: boolean;
  /** The key that does the same; shown in the button, for pages that listen to keys. */
  shortcut?: string;
  /** For a button that opens something. */
  expanded?: boolean;
  /** For a button that stays pressed. */
  pressed?: boolean;
  /** A fuller name than the visible words, which it must contain. */
  label?: string;
  id?: string;
}

/** An act. Its words are a verb that says what happens. */
export function Button({ variant = 'primary', wide, pending = false, shortcut, expanded, pressed, label, children, onClick, type = 'button', ...rest }: ButtonProps) {
  const { t } = useWords('ui');
  return (
    <button
      {...rest}
      type={type}
      className={cx(styles.button, styles[variant], wide && styles.wide)}
      aria-disabled={pending || undefined}
      aria-expanded={expanded}
      aria-pressed={pressed}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      // A pending button keeps the focus, which a disabled one would lose.
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      {children}
      {shortcut && <Kbd>{shortcut}</Kbd>}
      {pending && <VisuallyHidden>{t('pending')}</VisuallyHidden>}
    </button>
  );
}

export interface LinkButtonProps extends Look {
  to: string;
}

/** A way to another page that matters as much as an act. */
export function LinkButton({ variant = 'primary', wide, to, children }: LinkButtonProps) {
  return (
    <Link to={to} className={cx(styles.button, styles[variant], wide && styles.wide)}>
      {children}
    </Link>
  );
}

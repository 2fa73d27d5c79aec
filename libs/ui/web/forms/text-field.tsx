import type { HTMLAttributes } from 'react';
import { cx } from '../class-names';
import styles from './field.module.css';
import { FieldFrame, useField, type FieldProps } from './field';

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange(value: string): void;
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'date' | 'datetime-local';
  /** What the browser may fill in: `email`, `current-password`, `new-password`, `name`, `street-address`. */
  autoComplete?: string;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  /** As wide as the answer is long. */
  width?: 'short' | 'medium' | 'full';
  spellCheck?: boolean;
  onBlur?(): void;
}

/** One line of text. */
export function TextField({ value, onChange, type = 'text', autoComplete, inputMode, width = 'full', spellCheck, onBlur, ...field }: TextFieldProps) {
  const { id, problem, control } = useField(field);
  return (
    <FieldFrame {...field} id={id} problem={problem}>
      <input
        {...control}
        type={type}
        className={cx(styles.control, width !== 'full' && styles[width])}
        value={value}
        autoComplete={autoComplete}
        inputMode={inputMode}
        spellCheck={spellCheck}
        onBlur={onBlur}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
}

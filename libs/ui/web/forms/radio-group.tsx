import type { ReactNode } from 'react';
import { cx } from '../class-names';
import styles from './choices.module.css';
import { FieldGroup, useField, type FieldProps } from './field';

export interface RadioChoice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

export interface RadioGroupProps extends FieldProps {
  choices: readonly RadioChoice[];
  value: string;
  onChange(value: string): void;
  /** `scale`: steps side by side, worst to best; on a phone one under the other. */
  layout?: 'stacked' | 'row' | 'scale';
}

/** One of a few, all of them in sight. */
export function RadioGroup({ choices, value, onChange, layout = 'stacked', ...field }: RadioGroupProps) {
  const { id, problem, control } = useField(field);
  return (
    <FieldGroup {...field} id={id} problem={problem}>
      <div className={cx(styles.choices, styles[layout])}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input type="radio" name={id} value={choice.value} checked={choice.value === value} aria-invalid={control['aria-invalid']} onChange={() => onChange(choice.value)} />
            <span className={styles.words}>
              {choice.label}
              {choice.hint && <span className={styles.hint}>{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

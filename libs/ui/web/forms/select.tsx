import { cx } from '../class-names';
import fieldStyles from './field.module.css';
import { FieldFrame, useField, type FieldProps } from './field';
import styles from './select.module.css';

/** One of the things that can be chosen. */
export interface Choice {
  value: string;
  label: string;
}

export interface SelectProps extends FieldProps {
  choices: readonly Choice[];
  value: string;
  onChange(value: string): void;
  /** The words of "nothing chosen", with the value ''. */
  placeholder?: string;
  width?: 'medium' | 'full';
}

/** One of many. The browser's own, so that a phone shows its wheel and a keyboard its letters. */
export function Select({ choices, value, onChange, placeholder, width = 'medium', ...field }: SelectProps) {
  const { id, problem, control } = useField(field);
  return (
    <FieldFrame {...field} id={id} problem={problem}>
      <select {...control} className={cx(fieldStyles.control, styles.select, width === 'medium' && fieldStyles.medium)} value={value} onChange={(event) => onChange(event.target.value)}>
        {placeholder !== undefined && <option value="">{whole(placeholder)}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {whole(choice.label)}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** The accent of a Greek capital («Όλα») stands to the left of its line, where a select cuts its text: a space of the same font makes room for it. */
const whole = (label: string): string => (/^[ΆΈΉΊΌΎΏ]/.test(label) ? `\u00a0${label}` : label);

import styles from './choices.module.css';
import { HintAndProblem, useField, type FieldProps } from './field';

export interface CheckboxProps extends Omit<FieldProps, 'optional' | 'hideLabel'> {
  checked: boolean;
  /** Some of what it stands for, and not all. */
  mixed?: boolean;
  onChange(checked: boolean): void;
}

/** Yes or no. `lang` is that of its label: a citizen's words may be what is chosen. */
export function Checkbox({ checked, mixed = false, onChange, ...field }: CheckboxProps) {
  const { id, problem, control } = useField(field);
  return (
    <div className={styles.single} data-problem={problem ? true : undefined}>
      {problem && <HintAndProblem id={id} hint={null} problem={problem} />}
      <label className={styles.choice} htmlFor={id}>
        <input {...control} ref={(box) => { if (box) box.indeterminate = mixed; }} type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
        <span className={styles.words} lang={field.lang}>{field.label}</span>
      </label>
      {field.hint && (
        <div className={styles.under}>
          <HintAndProblem id={id} hint={field.hint} problem={null} />
        </div>
      )}
    </div>
  );
}

import styles from './choices.module.css';
import { HintAndProblem, useField, type FieldProps } from './field';

export interface CheckboxProps extends Omit<FieldProps, 'optional' | 'hideLabel'> {
  checked: boolean;
  onChange(checked: boolean): void;
}

/** Yes or no. */
export function Checkbox({ checked, onChange, ...field }: CheckboxProps) {
  const { id, problem, control } = useField(field);
  return (
    <div className={styles.single} data-problem={problem ? true : undefined}>
      {problem && <HintAndProblem id={id} hint={null} problem={problem} />}
      <label className={styles.choice} htmlFor={id}>
        <input {...control} type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
        <span className={styles.words}>{field.label}</span>
      </label>
      {field.hint && (
        <div className={styles.under}>
          <HintAndProblem id={id} hint={field.hint} problem={null} />
        </div>
      )}
    </div>
  );
}

import { Checkbox } from './checkbox';
import { FieldGroup, useField, type FieldProps } from './field';
import type { Choice } from './select';

export interface CheckboxGroupProps extends FieldProps {
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}

/** Any number of a few. */
export function CheckboxGroup({ choices, chosen, onChange, ...field }: CheckboxGroupProps) {
  const { id, problem } = useField(field);
  return (
    <FieldGroup {...field} id={id} problem={problem}>
      {choices.map(({ value, label }) => (
        <Checkbox key={value} name={`${field.name}.${value}`} label={label} checked={chosen.includes(value)} onChange={(isChosen) => onChange(isChosen ? [...chosen, value] : chosen.filter((other) => other !== value))} />
      ))}
    </FieldGroup>
  );
}

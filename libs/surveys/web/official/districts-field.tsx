import { useCity } from '@isegoria/organisation/web';
import { Checkbox, FieldGroup, useField, useWords } from '@isegoria/ui/web';

/** Whose people are asked, by district; none marked is the whole city. */
export function DistrictsField({ chosen, onChange }: { chosen: readonly string[]; onChange(chosen: string[]): void }) {
  const { t } = useWords('surveys');
  const { offered } = useCity();
  const field = { name: 'districtIds', label: t('field.districtIds'), hint: t('edit.districtsHint'), optional: true };
  const { id, problem } = useField(field);
  return (
    <FieldGroup {...field} id={id} problem={problem}>
      {offered('districts').map(({ value, label }) => (
        <Checkbox key={value} name={`districtIds.${value}`} label={label} checked={chosen.includes(value)} onChange={(isChosen) => onChange(isChosen ? [...chosen, value] : chosen.filter((other) => other !== value))} />
      ))}
    </FieldGroup>
  );
}

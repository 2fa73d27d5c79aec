import { useCity } from '@isegoria/organisation/web';
import { Checkbox, FieldGroup, useField, useWords } from '@isegoria/ui/web';

/** Which districts the text concerns; none marked is the whole city. Everybody may take part either way. */
export function DistrictsField({ chosen, onChange }: { chosen: readonly string[]; onChange(chosen: string[]): void }) {
  const { t } = useWords('consultations');
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

import { Checkbox, FieldGroup, useField, useWords } from '@isegoria/ui/web';
import { useCity } from '@isegoria/organisation/web';

/** Whose residents take part: the districts that are marked, or everybody where none is. */
export function DistrictFields({ chosen, onChange }: { chosen: readonly string[]; onChange(chosen: string[]): void }) {
  const { t, lt } = useWords('processes');
  const { city } = useCity();
  const field = { name: 'settings.districts', label: t('field.districts'), hint: t('edit.districtsHint') };
  const { id, problem } = useField(field);
  return (
    <FieldGroup {...field} id={id} problem={problem}>
      {city?.districts.filter(({ id: own, isRetired }) => !isRetired || chosen.includes(own)).map((district) => (
        <Checkbox
          key={district.id}
          name={`${field.name}.${district.id}`}
          label={lt(district.name)}
          checked={chosen.includes(district.id)}
          onChange={(isChosen) => onChange(isChosen ? [...chosen, district.id] : chosen.filter((other) => other !== district.id))}
        />
      ))}
    </FieldGroup>
  );
}

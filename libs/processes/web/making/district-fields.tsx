import { CheckboxGroup, useWords } from '@isegoria/ui/web';
import { useCity } from '@isegoria/organisation/web';

/** Whose residents take part: the districts that are marked, or everybody where none is. */
export function DistrictFields({ chosen, onChange }: { chosen: readonly string[]; onChange(chosen: string[]): void }) {
  const { t, lt } = useWords('processes');
  const { city } = useCity();
  const shown = city?.districts.filter(({ id, isRetired }) => !isRetired || chosen.includes(id)) ?? [];
  return <CheckboxGroup name="settings.districts" label={t('field.districts')} hint={t('edit.districtsHint')} choices={shown.map(({ id, name }) => ({ value: id, label: lt(name) }))} chosen={chosen} onChange={onChange} />;
}

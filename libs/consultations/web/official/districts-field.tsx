import { useCity } from '@isegoria/organisation/web';
import { CheckboxGroup, useWords } from '@isegoria/ui/web';

/** Which districts the text concerns; none marked is the whole city. Everybody may take part either way. */
export function DistrictsField({ chosen, onChange }: { chosen: readonly string[]; onChange(chosen: string[]): void }) {
  const { t } = useWords('consultations');
  const { offered } = useCity();
  return <CheckboxGroup name="districtIds" label={t('field.districtIds')} hint={t('edit.districtsHint')} optional choices={offered('districts')} chosen={chosen} onChange={onChange} />;
}

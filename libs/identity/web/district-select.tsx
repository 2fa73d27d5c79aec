import { Select, useGraph, useWords } from '@isegoria/ui/web';
import { Districts } from './documents';

/** Where somebody lives, if they want to say so. */
export function DistrictSelect({ value, onChange }: { value: string; onChange(value: string): void }) {
  const { t, lt } = useWords('identity');
  const { data } = useGraph(Districts, {}, { staleMs: 600_000 });
  const choices = (data?.city.districts ?? []).filter(({ id, isRetired }) => !isRetired || id === value).map(({ id, name }) => ({ value: id, label: lt(name) }));
  return <Select name="districtId" label={t('field.districtId')} hint={t('hint.district')} optional placeholder={t('noDistrict')} choices={choices} value={value} onChange={onChange} />;
}

import { useCity } from '@isegoria/organisation/web';
import { Checkbox, CheckboxGroup, TextField, useWords } from '@isegoria/ui/web';
import type { Typed } from './typed';

type Asked = Pick<Typed, 'districtIds' | 'verified' | 'minimumAge'>;

/** Who is asked; where nothing is marked, everybody with a confirmed address. */
export function ElectorateFields({ typed: { districtIds, verified, minimumAge }, onChange }: { typed: Asked; onChange(part: Partial<Asked>): void }) {
  const { t } = useWords('surveys');
  const { offered } = useCity();
  return (
    <>
      <CheckboxGroup name="districtIds" optional label={t('field.districtIds')} hint={t('edit.districtsHint')} choices={offered('districts')} chosen={districtIds} onChange={(chosen) => onChange({ districtIds: chosen })} />
      <Checkbox name="verified" label={t('field.verified')} hint={t('edit.verifiedHint')} checked={verified} onChange={(next) => onChange({ verified: next })} />
      <TextField name="minimumAge" optional width="short" inputMode="numeric" label={t('field.minimumAge')} value={minimumAge} onChange={(next) => onChange({ minimumAge: next })} />
    </>
  );
}

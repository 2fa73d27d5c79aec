import { useCity } from '@isegoria/organisation/web';
import { Checkbox, FieldGroup, TextField, useField, useWords } from '@isegoria/ui/web';
import type { Typed } from './typed';

type Asked = Pick<Typed, 'districtIds' | 'verified' | 'minimumAge'>;

/** Who is asked; where nothing is marked, everybody with a confirmed address. */
export function ElectorateFields({ typed: { districtIds, verified, minimumAge }, onChange }: { typed: Asked; onChange(part: Partial<Asked>): void }) {
  const { t } = useWords('surveys');
  const { offered } = useCity();
  const field = { name: 'districtIds', label: t('field.districtIds'), hint: t('edit.districtsHint'), optional: true };
  const { id, problem } = useField(field);
  const toggle = (value: string, isChosen: boolean) => onChange({ districtIds: isChosen ? [...districtIds, value] : districtIds.filter((other) => other !== value) });
  return (
    <>
      <FieldGroup {...field} id={id} problem={problem}>
        {offered('districts').map(({ value, label }) => (
          <Checkbox key={value} name={`districtIds.${value}`} label={label} checked={districtIds.includes(value)} onChange={(isChosen) => toggle(value, isChosen)} />
        ))}
      </FieldGroup>
      <Checkbox name="verified" label={t('field.verified')} hint={t('edit.verifiedHint')} checked={verified} onChange={(next) => onChange({ verified: next })} />
      <TextField name="minimumAge" optional width="short" inputMode="numeric" label={t('field.minimumAge')} value={minimumAge} onChange={(next) => onChange({ minimumAge: next })} />
    </>
  );
}

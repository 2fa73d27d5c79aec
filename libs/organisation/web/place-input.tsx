import { districtOf } from '@isegoria/organisation/contracts';
import { Disclosure, FieldFrame, type FieldProps, Select, useField, useWords } from '@isegoria/ui/web';
import { HereButton } from './here-button';
import { PinMap } from './pin-map';
import { PlaceBox } from './place-box';
import styles from './place-input.module.css';
import { useCity } from './use-city';
import { usePlaceNear } from './use-place-near';

/** Where something is, as a citizen says it: in words always, on the map if they like. */
export interface ChosenPlace {
  label: string;
  districtId: string | null;
  lat: number | null;
  lng: number | null;
}

export interface PlaceInputProps extends Omit<FieldProps, 'label'> {
  label?: string;
  value: ChosenPlace | null;
  /** Offers to take the place where somebody stands: for what is said on the street. */
  here?: boolean;
  /** Told as a change of what is there by then: the name of a street comes a while after its pin. */
  onChange(change: (before: ChosenPlace | null) => ChosenPlace | null): void;
}

/** An address with suggestions, and a map with a pin for those who like; for an address that the city does not know, the district by name. */
export function PlaceInput({ value, onChange, here = false, label, hint, ...rest }: PlaceInputProps) {
  const { t } = useWords('organisation');
  const { current, offered, districtName } = useCity();
  const field = { ...rest, label: label ?? t('place.label'), hint: hint ?? t('place.hint') };
  const { id, problem, control } = useField(field);
  const nameNear = usePlaceNear();
  const pin = value && value.lat !== null && value.lng !== null ? { lat: value.lat, lng: value.lng } : null;
  const typed = value?.label.trim() ?? '';
  const isPlaced = pin !== null && current !== null && districtOf(current.districts, pin) !== null;

  const move = async (point: { lat: number; lng: number }, districtId: string) => {
    onChange((before) => ({ label: before?.label ?? '', districtId, ...point }));
    const near = typed === '' || nameNear.gave(typed) ? await nameNear.ask(point) : null;
    // Whoever has typed or chosen something else meanwhile, and so left the pin, keeps it.
    if (near) onChange((before) => (before?.lat === point.lat && before.lng === point.lng ? { ...before, label: near } : before));
  };
  return (
    <div className={styles.place}>
      {here && <HereButton onHere={(point, districtId) => void move(point, districtId)} />}
      <FieldFrame {...field} id={id} problem={problem}>
        <PlaceBox id={id} name={field.name} label={field.label} describedBy={control['aria-describedby']} invalid={problem !== null} value={value} onChange={(place) => onChange(() => place)} />
      </FieldFrame>
      {typed !== '' && value?.districtId && <p className={styles.district}>{t('place.in', { district: districtName(value.districtId) })}</p>}
      <Disclosure label={t('pin.show')}>
        <PinMap at={pin} onMove={(point, districtId) => void move(point, districtId)} />
      </Disclosure>
      {typed !== '' && !isPlaced && current && (
        <Select
          name={`${field.name}.districtId`}
          label={t('place.district')}
          hint={t('place.unknown')}
          optional={field.optional ?? false}
          placeholder={t('place.anyDistrict')}
          choices={offered('districts', value?.districtId)}
          value={value?.districtId ?? ''}
          onChange={(districtId) => onChange((before) => ({ label: before?.label ?? '', districtId: districtId || null, lat: before?.lat ?? null, lng: before?.lng ?? null }))}
        />
      )}
    </div>
  );
}

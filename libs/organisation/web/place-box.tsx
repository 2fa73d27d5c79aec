import { useState } from 'react';
import { ComboBox, I18nProvider, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { intlLocale } from '@isegoria/kernel/contracts';
import { districtOf } from '@isegoria/organisation/contracts';
import { useWords } from '@isegoria/ui/web';
import styles from './place-box.module.css';
import type { ChosenPlace } from './place-input';
import { useCity } from './use-city';
import { type FoundPlace, usePlaces } from './use-places';

interface PlaceBoxProps {
  id: string;
  name: string;
  label: string;
  describedBy: string | undefined;
  invalid: boolean;
  value: ChosenPlace | null;
  onChange(value: ChosenPlace | null): void;
}

/** The box that an address is typed into. What is typed counts as it stands; a suggestion brings its point and its district along. */
export function PlaceBox({ id, name, label, describedBy, invalid, value, onChange }: PlaceBoxProps) {
  const { t, locale } = useWords('organisation');
  const { current, districtName } = useCity();
  const [typing, setTyping] = useState(false);
  const places = usePlaces(typing ? (value?.label ?? '') : '');
  const type = (text: string) => {
    if (text === (value?.label ?? '')) return;
    setTyping(true);
    onChange(text === '' ? null : { label: text, districtId: null, lat: null, lng: null });
  };
  const choose = (place: FoundPlace) => {
    setTyping(false);
    const districts = current?.districts ?? [];
    // The district that the gazetteer knows may be retired.
    const district = districts.find(({ id }) => id === place.districtId) ?? districtOf(districts, place);
    onChange({ label: place.label, districtId: district?.id ?? null, lat: place.lat, lng: place.lng });
  };
  return (
    <I18nProvider locale={intlLocale(locale)}>
      <ComboBox
        aria-label={label}
        className={styles.combo ?? ''}
        allowsCustomValue
        // Suggestions come a moment later: the list must be open by then.
        allowsEmptyCollection
        items={places.map((place) => ({ ...place, id: keyOf(place) }))}
        inputValue={value?.label ?? ''}
        // The list closes when what is chosen changes, so the box must know what is.
        selectedKey={value && value.lat !== null && !typing ? keyOf(value) : null}
        isInvalid={invalid}
        onInputChange={type}
        onSelectionChange={(key) => places.filter((place) => keyOf(place) === key).forEach(choose)}
      >
        <Input id={id} name={name} autoComplete="off" aria-describedby={describedBy} className={styles.input ?? ''} />
        <Popover className={styles.popover ?? ''}>
          <ListBox className={styles.list ?? ''} renderEmptyState={() => <p className={styles.none}>{t('place.none')}</p>}>
            {(place: FoundPlace & { id: string }) => (
              <ListBoxItem id={place.id} className={styles.item ?? ''} textValue={place.label}>
                <span>{place.label}</span> <span className={styles.where}>{districtName(place.districtId)}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  );
}

function keyOf({ label, districtId }: Pick<ChosenPlace, 'label' | 'districtId'>): string {
  return `${label} ${districtId ?? ''}`;
}

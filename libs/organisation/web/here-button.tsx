import { districtOf, type Position } from '@isegoria/organisation/contracts';
import { announce, Button, Notice, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useCity } from './use-city';

type Point = Pick<Position, 'lat' | 'lng'>;

export interface HereButtonProps {
  onHere(point: Point, districtId: string): void;
}

type Trouble = 'refused' | 'unknown' | 'outside';

/** Takes the place where somebody stands, if their device tells it; otherwise it says why not, in a sentence. */
export function HereButton({ onHere }: HereButtonProps) {
  const { t } = useWords('organisation');
  const { current: city } = useCity();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const fail = (what: Trouble) => {
    setPending(false);
    setTrouble(what);
  };
  const ask = () => {
    setTrouble(null);
    if (!('geolocation' in navigator)) return fail('unknown');
    setPending(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude: lat, longitude: lng } }) => {
        const district = city && districtOf(city.districts, { lat, lng });
        if (!district) return fail('outside');
        setPending(false);
        announce(t('here.found'));
        onHere({ lat, lng }, district.id);
      },
      ({ code }) => fail(code === 1 ? 'refused' : 'unknown'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    );
  };
  return (
    <>
      <Button variant="secondary" pending={pending} onClick={ask}>
        {t(pending ? 'here.looking' : 'here.act')}
      </Button>
      {trouble && <Notice tone="warning" live>{t(`here.${trouble}`)}</Notice>}
    </>
  );
}

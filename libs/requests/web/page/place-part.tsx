import { PlaceShown } from '@isegoria/organisation/web';
import { useWords } from '@isegoria/ui/web';
import type { ShownRequest } from '../documents';
import styles from './request-page.module.css';

/** Where it is: in words, and on a small map where there is a pin. */
export function PlacePart({ request: { place, district } }: { request: ShownRequest }) {
  const { t, lt } = useWords('requests');
  return (
    <section className={styles.place} aria-labelledby="place">
      <h2 id="place" className={styles.heading}>{t('field.place')}</h2>
      <p>{place.label}, {lt(district.name)}</p>
      {place.lat !== null && place.lng !== null && <PlaceShown lat={place.lat} lng={place.lng} />}
    </section>
  );
}

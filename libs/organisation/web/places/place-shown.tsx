import { useMemo } from 'react';
import map from '../map.module.css';
import { projectionOf } from '../projection';
import { useCity } from '../use-city';
import { Ground } from './ground';
import styles from './places-map.module.css';

/** Where one thing is, on a small map of the city. It says nothing that the words beside it do not. */
export function PlaceShown({ lat, lng }: { lat: number; lng: number }) {
  const { current: city } = useCity();
  const projection = useMemo(() => (city ? projectionOf(city.districts) : null), [city]);
  if (!city || !projection) return null;
  const { x, y } = projection.draw({ lat, lng });
  return (
    <div className={`${map.map} ${styles.small}`} aria-hidden>
      <Ground districts={city.districts} projection={projection}>
        <path className={map.pin} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(1.5)`} d="M0 0C-5-11-13-17-13-26a13 13 0 0 1 26 0C13-17 5-11 0 0Z" />
      </Ground>
    </div>
  );
}

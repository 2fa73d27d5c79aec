import { useWords } from '@isegoria/ui/web';
import styles from './map.module.css';
import twin from './district-map.module.css';
import { MapName } from './map-name';
import { pathOf, projectionOf } from './projection';
import { useCity } from './use-city';

export interface DistrictMapProps {
  /** What the values are: «Προτάσεις ανά περιοχή». */
  title: string;
  /** A number for each district, by its id; 0 where none is given. */
  values: Readonly<Record<string, number>>;
}

/** The city with its districts in four shades by a value, and the same values as a list, the largest first. One that is retired is there where it has a value. */
export function DistrictMap({ title, values }: DistrictMapProps) {
  const { n, lt } = useWords('organisation');
  const { city } = useCity();
  if (!city) return null;
  const districts = city.districts.filter(({ id, isRetired }) => !isRetired || (values[id] ?? 0) > 0);
  const projection = projectionOf(districts);
  const most = Math.max(1, ...districts.map(({ id }) => values[id] ?? 0));
  const rows = districts.map((district) => ({ district, value: values[district.id] ?? 0 })).sort((a, b) => b.value - a.value);
  return (
    <figure className={twin.figure} aria-label={title}>
      {projection && (
        <div className={styles.map} aria-hidden>
          <svg viewBox={`0 0 ${projection.width} ${projection.height}`}>
            {rows.map(({ district, value }) => (
              <path key={district.id} className={styles.shape} data-step={step(value, most)} d={pathOf(district, projection)} />
            ))}
            {rows.map(({ district, value }) => (
              <MapName key={district.id} district={district} name={lt(district.name)} step={step(value, most)} projection={projection}>
                <tspan className={styles.number}>{n(value)}</tspan>
              </MapName>
            ))}
          </svg>
        </div>
      )}
      <table className={twin.list}>
        <caption>{title}</caption>
        <tbody>
          {rows.map(({ district, value }) => (
            <tr key={district.id}>
              <th scope="row">{lt(district.name)}</th>
              <td>{n(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** The shade of a value: 0 for nothing, then four steps up to the largest. */
function step(value: number, most: number): number {
  return value <= 0 ? 0 : Math.min(4, Math.ceil((value / most) * 4));
}

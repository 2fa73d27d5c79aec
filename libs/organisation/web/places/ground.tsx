import { useWords } from '@isegoria/ui/web';
import type { CSSProperties } from 'react';
import map from '../map.module.css';
import { MapName } from '../map-name';
import { pathOf, type Projection } from '../projection';
import type { District } from '../use-city';
import styles from './places-map.module.css';
import type { View } from './use-view';

interface GroundProps {
  districts: readonly District[];
  projection: Projection;
  view?: View;
  zoom?: number;
  children?: React.ReactNode;
}

/** The districts with their names, seen from as near as one is: lines and letters stay as large as they were. */
export function Ground({ districts, projection, view = { x: 0, y: 0, ...projection }, zoom = 1, children }: GroundProps) {
  const { lt } = useWords('organisation');
  return (
    <svg className={styles.ground} style={{ '--zoom': zoom } as CSSProperties} viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`} aria-hidden>
      {districts.map((district) => (
        <path key={district.id} className={map.shape} d={pathOf(district, projection)} />
      ))}
      {districts.map((district) => (
        <MapName key={district.id} district={district} name={lt(district.name)} projection={projection} />
      ))}
      {children}
    </svg>
  );
}

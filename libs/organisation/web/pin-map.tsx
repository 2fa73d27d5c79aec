import { type KeyboardEvent, type PointerEvent, useId, useRef } from 'react';
import { useWords, VisuallyHidden } from '@isegoria/ui/web';
import { districtOf, type Position } from '@isegoria/organisation/contracts';
import styles from './map.module.css';
import { MapName } from './map-name';
import pinStyles from './pin-map.module.css';
import { pathOf, type Projection, projectionOf } from './projection';
import { type District, useCity } from './use-city';

type Point = Pick<Position, 'lat' | 'lng'>;

export interface PinMapProps {
  at: Point | null;
  onMove(point: Point, districtId: string): void;
}

const moves: Record<string, [number, number]> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** The city's districts, and a pin that a press or the arrow keys move. It stays on land: the sea has no address. */
export function PinMap({ at, onMove }: PinMapProps) {
  const { t, lt } = useWords('organisation');
  const { current: city } = useCity();
  const help = useId();
  const drawing = useRef<SVGSVGElement>(null);
  const projection = city && projectionOf(city.districts);
  if (!city || !projection) return null;

  const here = at && districtOf(city.districts, at);
  const move = (point: Point) => {
    const district = districtOf(city.districts, point);
    if (district) onMove(point, district.id);
  };
  const press = (event: PointerEvent) => {
    const box = drawing.current?.getBoundingClientRect();
    if (box) move(projection.locate(((event.clientX - box.left) / box.width) * projection.width, ((event.clientY - box.top) / box.height) * projection.height));
  };
  const key = (event: KeyboardEvent) => {
    const direction = moves[event.key];
    if (!direction) return;
    event.preventDefault();
    move(stepped(at ?? middle(city.districts), direction, event.shiftKey ? 40 : 8, projection));
  };
  return (
    <div className={pinStyles.frame}>
      <div className={`${styles.map} ${pinStyles.field}`} role="application" tabIndex={0} aria-label={t('pin.map')} aria-describedby={help} onPointerUp={press} onKeyDown={key}>
        <svg ref={drawing} viewBox={`0 0 ${projection.width} ${projection.height}`} aria-hidden>
          {city.districts.map((district) => (
            <path key={district.id} className={styles.shape} data-here={district === here || undefined} d={pathOf(district, projection)} />
          ))}
          {city.districts.map((district) => (
            <MapName key={district.id} district={district} name={lt(district.name)} projection={projection} />
          ))}
          {at && <Pin at={at} projection={projection} />}
        </svg>
      </div>
      <p id={help} className={pinStyles.help}>
        {t('pin.help')}
      </p>
      <VisuallyHidden role="status">{here ? t('pin.here', { district: lt(here.name) }) : ''}</VisuallyHidden>
    </div>
  );
}

function Pin({ at, projection }: { at: Point; projection: Projection }) {
  const { x, y } = projection.draw(at);
  return <path className={styles.pin} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} d="M0 0C-5-11-13-17-13-26a13 13 0 0 1 26 0C13-17 5-11 0 0Z" />;
}

/** A step over the drawing; the first one begins where the city has its middle. */
function stepped(from: Point, [right, down]: [number, number], by: number, { draw, locate }: Projection): Point {
  const { x, y } = draw(from);
  return locate(x + right * by, y + down * by);
}

function middle(districts: readonly District[]): Point {
  return districts.find(({ centre }) => centre)?.centre ?? { lat: 0, lng: 0 };
}

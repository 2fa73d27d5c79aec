import { Button, useWords } from '@isegoria/ui/web';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import map from '../map.module.css';
import { type Projection, projectionOf } from '../projection';
import { type District, useCity } from '../use-city';
import { type Cluster, clustersOf, nextTowards, type Spot } from './clusters';
import { Ground } from './ground';
import styles from './places-map.module.css';
import { PlaceSign, type Sign } from './place-sign';
import { useView } from './use-view';

/** Something on the map. */
export interface PlaceOnMap {
  id: string;
  lat: number;
  lng: number;
  title: string;
  sign: Sign;
  /** What the sign says, in words. */
  state: string;
}

export interface PlacesMapProps {
  /** What the places are: «Αιτήματα στον χάρτη». */
  label: string;
  /** The first of those that lie on each other stands for them. */
  places: readonly PlaceOnMap[];
  /** What is told of a place that was pressed, with the way to it. */
  children(place: PlaceOnMap): ReactNode;
}

/** Pins nearer to each other than a finger is wide, in pixels, are one. */
const fingerWide = 40;
/** So many are told of at once; the list beside the map has all. */
const told = 8;

/**
 * The city's own drawing with things on it. What lies on each other is one pin with a number, which opens as one comes nearer. One stop of the Tab key,
 * within which the arrow keys walk; whoever would rather read has the same as a list on the page around it.
 */
export function PlacesMap(props: PlacesMapProps) {
  const { current: city } = useCity();
  const projection = useMemo(() => (city ? projectionOf(city.districts) : null), [city]);
  return city && projection && <Drawn {...props} districts={city.districts} projection={projection} />;
}

type Placed = PlaceOnMap & Spot;

function Drawn({ label, places, children, districts, projection }: PlacesMapProps & { districts: readonly District[]; projection: Projection }) {
  const { t } = useWords('organisation');
  const { view, zoom, come, drag, whole, isNearest } = useView(projection);
  const { field, wide } = useWidth();
  const [chosen, choose] = useState<readonly string[]>([]);
  const [active, setActive] = useState<string | null>(null);
  const clusters = useMemo(() => {
    const placed = places.map((place): Placed => ({ ...place, ...projection.draw(place) }));
    return clustersOf(placed, (fingerWide * projection.width) / (wide * zoom));
  }, [places, projection, wide, zoom]);
  const inView = clusters.filter(({ x, y }) => x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height);
  const held = useFocusHeld(field, clusters);

  const press = (cluster: Cluster<Placed>) => {
    const [first] = cluster.things;
    if (!first) return;
    setActive(first.id);
    const isOneSpot = cluster.things.every(({ x, y }) => Math.hypot(x - cluster.x, y - cluster.y) < 0.5);
    if (cluster.things.length === 1 || isNearest || isOneSpot) return choose(cluster.things.map(({ id }) => id));
    held(first.id);
    choose([]);
    come(2.5, middleOf(cluster.things));
  };
  const walk = (event: KeyboardEvent, from: Cluster<Placed>) => {
    const next = nextTowards(inView, from, event.key)?.things[0];
    if (!next) return;
    event.preventDefault();
    setActive(next.id);
    pinOf(field.current, next.id)?.focus();
  };
  const stop = inView.some(({ things }) => things[0]?.id === active) ? active : inView[0]?.things[0]?.id;
  const shown = places.filter(({ id }) => chosen.includes(id));
  return (
    <div className={styles.places}>
      <div className={`${map.map} ${styles.field}`} ref={field} role="group" aria-label={label} data-near={zoom > 1 || undefined} {...useDrag(drag, view.width / wide)}>
        <Ground districts={districts} projection={projection} view={view} zoom={zoom} />
        {inView.map((cluster) => {
          const { x, y, things } = cluster;
          const [first] = things;
          if (!first) return null;
          const isOne = things.length === 1;
          return (
            <button
              key={first.id}
              type="button"
              data-place={first.id}
              className={styles.pin}
              style={{ insetInlineStart: percent((x - view.x) / view.width), insetBlockStart: percent((y - view.y) / view.height) }}
              tabIndex={first.id === stop ? 0 : -1}
              aria-label={isOne ? t('places.one', { title: first.title, state: first.state }) : t('places.several', { count: things.length })}
              aria-pressed={things.some(({ id }) => chosen.includes(id))}
              onClick={() => press(cluster)}
              onKeyDown={(event) => walk(event, cluster)}
            >
              {isOne ? <PlaceSign sign={first.sign} /> : <span className={styles.several}>{things.length}</span>}
            </button>
          );
        })}
        <div className={styles.zoom}>
          <Button variant="secondary" label={t('places.nearer')} disabled={isNearest} onClick={() => come(2)}>+</Button>
          <Button variant="secondary" label={t('places.farther')} disabled={zoom === 1} onClick={() => come(0.5)}>−</Button>
        </div>
      </div>
      {zoom > 1 && <Button variant="quiet" onClick={whole}>{t('places.whole')}</Button>}
      <div className={styles.told} aria-live="polite">
        {shown.slice(0, told).map((place) => (
          <div key={place.id} className={styles.card}>{children(place)}</div>
        ))}
        {shown.length > told && <p>{t('places.more', { count: shown.length - told })}</p>}
      </div>
    </div>
  );
}

const percent = (part: number): string => `${(100 * part).toFixed(2)}%`;
const pinOf = (field: HTMLElement | null, id: string) => field?.querySelector<HTMLElement>(`[data-place="${CSS.escape(id)}"]`);

function middleOf(things: readonly Spot[]): Spot {
  const across = (of: number[]) => (Math.min(...of) + Math.max(...of)) / 2;
  return { x: across(things.map(({ x }) => x)), y: across(things.map(({ y }) => y)) };
}

/** How wide the drawing is on the screen: a finger is as wide on every one. */
function useWidth() {
  const field = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(600);
  useEffect(() => {
    const measure = () => setWide(field.current?.clientWidth || 600);
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return { field, wide };
}

/** A pin that opened is another one afterwards: who pressed it by a key stays with the first of what it held. */
function useFocusHeld(field: React.RefObject<HTMLElement | null>, clusters: readonly Cluster<Placed>[]) {
  const holding = useRef<string | null>(null);
  useEffect(() => {
    const id = holding.current;
    holding.current = null;
    if (!id || field.current?.contains(document.activeElement)) return;
    const first = clusters.find(({ things }) => things.some((thing) => thing.id === id))?.things[0];
    if (first) pinOf(field.current, first.id)?.focus();
  }, [field, clusters]);
  return (id: string) => void (holding.current = id);
}

/** A hand that draws the map along, while it is nearer than the whole. */
function useDrag(drag: (right: number, down: number) => void, unitsPerPixel: number) {
  const from = useRef<Spot | null>(null);
  return {
    onPointerDown: ({ target, clientX: x, clientY: y }: PointerEvent) => void (from.current = target instanceof Element && target.closest('button') ? null : { x, y }),
    onPointerMove: ({ buttons, clientX: x, clientY: y }: PointerEvent) => {
      if (!from.current || buttons === 0) return;
      drag((x - from.current.x) * unitsPerPixel, (y - from.current.y) * unitsPerPixel);
      from.current = { x, y };
    },
    onPointerUp: () => void (from.current = null),
    onPointerCancel: () => void (from.current = null),
  };
}

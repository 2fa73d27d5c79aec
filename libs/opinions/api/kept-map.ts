import type { OpinionMap as OpinionMapView } from '@isegoria/opinions/contracts';
import type { MapMemory, OpinionMap } from './method/opinion-map';

type Numbers = number[];

/** A map as the store keeps it: plain numbers. `shown` is for everybody; the rest is for the next map and for "where am I". */
export interface KeptMap {
  shown: Omit<OpinionMapView, '__typename' | 'at'> & { at: Date };
  means: Numbers;
  out: Numbers;
  axes: [Numbers, Numbers];
  groups: MapMemory['groups'];
  base: { x: number; y: number }[] | null;
  /** How far from the middle each statement takes a person. */
  extremities: Numbers;
}

export function keptOf(shown: KeptMap['shown'], map: OpinionMap, out: ReadonlySet<number>): KeptMap {
  const [x, y] = map.axes;
  const scale = Math.sqrt(x.length - out.size);
  return {
    shown,
    means: [...map.means],
    out: [...out],
    axes: [[...x], [...y]],
    groups: map.memory.groups,
    base: map.memory.base,
    extremities: [...x].map((along, at) => Math.hypot(along, y[at] ?? 0) * (1 - (map.means[at] ?? 0)) * scale),
  };
}

/** What the next map starts from; new statements have no place on the axes yet. */
export function memoryOf({ axes, groups, base }: KeptMap, statements: number): MapMemory {
  const long = (axis: Numbers) => Float64Array.from({ length: statements }, (_, at) => axis[at] ?? 0);
  return { axes: [long(axes[0]), long(axes[1])], groups, base };
}

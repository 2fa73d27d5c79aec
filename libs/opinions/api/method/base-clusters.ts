/** Many people on a map become points that stand for several, so that grouping and drawing cost the same for a hundred thousand. */
import { type Parting, type Points, settle, strewnCentres } from './k-means';
import { seeded } from '@isegoria/kernel/contracts';

/** Up to so many people are drawn and judged one by one, and up to so many are grouped one by one. */
const fewEnough = { toDraw: 500, toGroup: 1500 };
const most = 400;

export interface BaseClusters {
  /** What is drawn, and what a grouping's silhouette is measured on. */
  drawn: Points;
  /** What is grouped. */
  grouped: Points;
  /** Each person's number among those that are grouped. */
  ofPerson: Uint16Array;
  /** Of the next map's start; null where everybody is a point. */
  centres: Parting['centres'] | null;
}

/** `before`: the centres of the last time, from which few people move. */
export function baseClusters(x: Float64Array, y: Float64Array, before: { x: number; y: number }[] | null): BaseClusters {
  const people: Points = { x, y, weight: new Float64Array(x.length).fill(1) };
  const each = () => Uint16Array.from(x, (_, at) => at);
  if (x.length <= fewEnough.toDraw) return { drawn: people, grouped: people, ofPerson: each(), centres: null };
  const start = before && before.length === most ? before : strewnCentres(people, most, seeded(5));
  const { centres, labels } = settle(people, start, before ? 3 : 12);
  const weight = new Float64Array(most);
  for (const label of labels) weight[label] = (weight[label] ?? 0) + 1;
  const drawn = { x: Float64Array.from(centres, (centre) => centre.x), y: Float64Array.from(centres, (centre) => centre.y), weight };
  return x.length <= fewEnough.toGroup ? { drawn, grouped: people, ofPerson: each(), centres } : { drawn, grouped: drawn, ofPerson: labels, centres };
}

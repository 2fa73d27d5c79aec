/** Many people on a map become points that stand for several, so that grouping and drawing cost the same for a hundred thousand. */
import { type Parting, type Points, settle, strewnCentres } from './k-means';
import { seeded } from './random';

/** Up to so many people are points of their own. */
const fewEnough = 500;
const most = 400;

/** Each person's point, and the points. `before`: the centres of the last time, from which few people move. */
export function baseClusters(x: Float64Array, y: Float64Array, before: { x: number; y: number }[] | null): { points: Points; ofPerson: Uint16Array; centres: Parting['centres'] | null } {
  const people: Points = { x, y, weight: new Float64Array(x.length).fill(1) };
  if (x.length <= fewEnough) return { points: people, ofPerson: Uint16Array.from(x, (_, at) => at), centres: null };
  const start = before && before.length === most ? before : strewnCentres(people, most, seeded(5));
  const { centres, labels } = settle(people, start, before ? 3 : 12);
  const weight = new Float64Array(most);
  for (const label of labels) weight[label] = (weight[label] ?? 0) + 1;
  return { points: { x: Float64Array.from(centres, (centre) => centre.x), y: Float64Array.from(centres, (centre) => centre.y), weight }, ofPerson: labels, centres };
}

/**
 * Groups of people on the map: k-means for each number of groups from 2 to 5, and the number whose silhouette is best. Several starts
 * end in different partings that explain the places equally well; within three in a thousand the better
 * separated one is taken (decisions/001).
 */
import { nearestOf, type Parting, type Points, settle, strewnCentres } from './k-means';
import { seeded } from '@isegoria/kernel/contracts';
import { distancesOf, silhouette } from './silhouette';

/** What grouping remembers from one time to the next. */
export interface GroupMemory {
  centres: { x: number; y: number }[];
  /** How many times in a row another parting was better, and into how many groups. */
  challenge: { groups: number; times: number } | null;
  /** How often it was looked at: chance begins elsewhere each time. */
  round: number;
}

export interface Grouping extends Parting {
  silhouette: number;
  memory: GroupMemory;
}

interface Candidate extends Parting {
  silhouette: number;
}

const starts = { first: 10, again: 3 };
const equallyWell = 1.003;
/** So many recomputations in a row must agree before the groups are drawn anew. */
const patience = 4;

export const mostGroups = (people: number): number => Math.max(2, Math.min(5, 2 + Math.floor(people / 12)));

/** How many people stand in the smallest group. */
function smallest({ weight }: Points, { centres, labels }: Parting): number {
  const sizes = centres.map(() => 0);
  labels.forEach((label, at) => (sizes[label] = (sizes[label] ?? 0) + (weight[at] ?? 0)));
  return Math.min(...sizes);
}

/** The points' groups, none of fewer than `fewest` people (where that cannot be, all are one), judged on what is drawn; with a memory, the ones of before moved along, until something better has stood its test. */
export function group(points: Points, before: GroupMemory | null, { fewest = 1, drawn = points }: { fewest?: number; drawn?: Points } = {}): Grouping {
  const people = points.weight.reduce((sum, weight) => sum + weight, 0);
  const distances = distancesOf(drawn);
  const judged = (parting: Parting): Candidate => ({ ...parting, silhouette: silhouette(distances, drawn.weight, drawn === points ? parting.labels : nearestOf(drawn, parting.centres), parting.centres.length) });
  const best = bestOf(points, { most: mostGroups(people), starts: before ? starts.again : starts.first, seed: before?.round ?? 0, fewest, drawn }, judged);
  const round = (before?.round ?? 0) + 1;
  // Without groups there is nothing to keep still.
  if (!before || before.centres.length < 2 || before.centres.length > mostGroups(people)) return { ...best, memory: { centres: best.centres, challenge: null, round } };
  const steady = judged(settle(points, before.centres));
  if (smallest(points, steady) < fewest) return { ...best, memory: { centres: best.centres, challenge: null, round } };
  if (!isBetter(best, steady)) return { ...steady, memory: { centres: steady.centres, challenge: null, round } };
  const times = before.challenge?.groups === best.centres.length ? before.challenge.times + 1 : 1;
  if (times >= patience) return { ...best, memory: { centres: best.centres, challenge: null, round } };
  return { ...steady, memory: { centres: steady.centres, challenge: { groups: best.centres.length, times }, round } };
}

interface Search {
  most: number;
  starts: number;
  seed: number;
  fewest: number;
  /** Where a start is carried to its end before all points settle around it: fewer points, the same answer sooner. */
  drawn: Points;
}

/** With a memory a few starts are enough, for the next time there are others. */
function bestOf(points: Points, { most, starts: tries, seed, fewest, drawn }: Search, judged: (parting: Parting) => Candidate): Candidate {
  const chance = seeded(11 + seed);
  let best: Candidate | null = null;
  for (let groups = 2; groups <= Math.min(most, points.x.length); groups++) {
    const partings = Array.from({ length: tries }, () => settled(points, drawn, strewnCentres(drawn, groups, chance)));
    const least = Math.min(...partings.map(({ spread }) => spread));
    const seen = new Set<string>();
    for (const parting of partings) {
      const name = parting.spread.toPrecision(9);
      if (parting.spread > least * equallyWell || seen.has(name) || smallest(points, parting) < fewest) continue;
      seen.add(name);
      const candidate = judged(parting);
      if (!best || candidate.silhouette > best.silhouette + 1e-9) best = candidate;
    }
  }
  return best ?? { centres: [{ x: 0, y: 0 }], labels: new Uint16Array(points.x.length), spread: 0, silhouette: 0 };
}

function settled(points: Points, drawn: Points, start: Parting['centres']): Parting {
  const rough = settle(drawn, start);
  return drawn === points ? rough : settle(points, rough.centres);
}

/** Another number of groups must separate better; the same number must explain better, or separate better by something that can be seen. */
function isBetter(best: Candidate, steady: Candidate): boolean {
  if (best.centres.length !== steady.centres.length) return best.silhouette > steady.silhouette;
  return steady.spread > best.spread * equallyWell || best.silhouette > steady.silhouette + 0.02;
}

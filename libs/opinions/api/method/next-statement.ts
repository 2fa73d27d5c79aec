/** Which statement a person is asked next: each gets its due, new ones soon, those that part people or unite them often. */
import { drawn } from './k-means';

/** A statement as routing sees it. */
export interface Routed {
  agrees: number;
  passes: number;
  seen: number;
  /** How far from the middle agreeing with it takes a person on the map. */
  extremity: number;
}

/** As published: ((1 - p)(e + 1) a (1 + 8 · 2^(-s/5)))², with a = (A + 1)/(S + 2) and p = (P + 1)/(S + 2). */
export function dueWeight({ agrees, passes, seen, extremity }: Routed): number {
  const agree = (agrees + 1) / (seen + 2);
  const pass = (passes + 1) / (seen + 2);
  return ((1 - pass) * (extremity + 1) * agree * (1 + 8 * 2 ** (-seen / 5))) ** 2;
}

/** A place in the list by chance, in proportion to the weights; null where there is none. */
export function drawNext(weights: number[], chance: () => number): number | null {
  return weights.length === 0 ? null : drawn(weights, chance);
}

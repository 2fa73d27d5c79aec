import { compared, type Fraction } from '../fractions';
import { isSupported, type Prepared } from './prepared';

/** What one point of a project costs a supporter who can pay in full: `top / bottom`, in money times the number of voters. */
export interface Price extends Fraction {
  rich: bigint;
}

/** Supporters of a project who have the same money and gave the same points. */
interface Purse {
  node: number;
  points: bigint;
  weight: bigint;
}

/**
 * The voters' money in whole numbers, without any rounding. All amounts are multiplied by the number of voters (so that the first share is whole) and
 * then by `bottom`, the common denominator, which grows by the points of those who pay in full. Voters who paid for the same projects in the
 * same way have the same money for ever; they share one node, so that there are far fewer amounts than ballots.
 */
export class ExactPurses {
  private readonly nodeOf: Int32Array;
  private amounts: bigint[];
  private bottom = 1n;

  constructor(private readonly prepared: Prepared, raises: number) {
    const { election, raise, groups } = prepared;
    this.nodeOf = new Int32Array(groups);
    this.amounts = [BigInt(election.budget) + BigInt(raises) * BigInt(raise)];
  }

  /** What a point of the project costs now; null when its supporters together cannot pay it. */
  price(project: number): Price | null {
    const purses = this.pursesOf(project);
    const cost = this.costOf(project) * this.bottom;
    if (purses.reduce((sum, { node, weight }) => sum + this.amount(node) * weight, 0n) < cost) return null;
    for (let waiting = purses, owed = cost; ; ) {
      const rich = waiting.reduce((sum, { points, weight }) => sum + points * weight, 0n);
      const asked = owed;
      const able = waiting.filter(({ node, points }) => this.amount(node) * rich >= asked * points);
      if (able.length === waiting.length) return { top: owed, bottom: rich * this.bottom, rich };
      for (const { node, points, weight } of waiting) if (this.amount(node) * rich < asked * points) owed -= this.amount(node) * weight;
      waiting = able;
    }
  }

  /** What the supporters of a project have left together. */
  together(project: number): Fraction {
    const top = this.pursesOf(project).reduce((sum, { node, weight }) => sum + this.amount(node) * weight, 0n);
    return { top, bottom: this.bottom * BigInt(Math.max(1, this.prepared.election.voters)) };
  }

  /** Takes the money for a project, at the price that was just asked. Answers who paid in full and who gave the rest of what they had. */
  pay(project: number, { top, rich }: Price): { full: Fraction & { voters: number }; rest: Fraction & { voters: number } } {
    const full = { voters: 0, top: 0n, bottom: this.bottom * rich };
    const rest = { voters: 0, top: 0n, bottom: this.bottom * rich };
    const children = new Map<string, number>();
    const before = this.amounts.length;
    const { from, group, point, weight } = this.prepared;
    this.amounts = this.amounts.map((amount) => amount * rich);
    for (let at = from[project] ?? 0; at < (from[project + 1] ?? 0); at += 1) {
      const g = group[at] ?? 0;
      const node = this.nodeOf[g] ?? 0;
      const points = point[at] ?? 1;
      const voters = weight[g] ?? 0;
      const had = this.amount(node);
      if (had === 0n) continue;
      const asked = top * BigInt(points);
      const key = `${node}:${points}`;
      let child = children.get(key);
      if (child === undefined) {
        child = this.amounts.push(had > asked ? had - asked : 0n) - 1;
        children.set(key, child);
      }
      this.nodeOf[g] = child;
      const side = had >= asked ? full : rest;
      side.voters += voters;
      side.top += (had >= asked ? asked : had) * BigInt(voters);
    }
    this.bottom *= rich;
    if (this.amounts.length > before) this.reduce();
    return { full, rest };
  }

  /** Drops amounts that nobody has any more, and the common factor of what is left. */
  private reduce(): void {
    const used = new Map<number, number>();
    const amounts: bigint[] = [];
    this.nodeOf.forEach((node, g) => {
      let place = used.get(node);
      if (place === undefined) {
        place = amounts.push(this.amount(node)) - 1;
        used.set(node, place);
      }
      this.nodeOf[g] = place;
    });
    let factor = this.bottom;
    for (const amount of amounts) {
      if (factor === 1n) break;
      factor = commonFactor(factor, amount);
    }
    this.amounts = factor === 1n ? amounts : amounts.map((amount) => amount / factor);
    this.bottom /= factor;
  }

  private pursesOf(project: number): Purse[] {
    const { from, group, point, weight, mostPoints } = this.prepared;
    const sums = new Map<number, number>();
    for (let at = from[project] ?? 0; at < (from[project + 1] ?? 0); at += 1) {
      const g = group[at] ?? 0;
      const key = (this.nodeOf[g] ?? 0) * (mostPoints + 1) + (point[at] ?? 1);
      sums.set(key, (sums.get(key) ?? 0) + (weight[g] ?? 0));
    }
    const purses = [...sums].map(([key, voters]) => ({ node: Math.floor(key / (mostPoints + 1)), points: BigInt(key % (mostPoints + 1)), weight: BigInt(voters) }));
    return purses.filter(({ node }) => this.amount(node) > 0n);
  }

  private amount(node: number): bigint {
    return this.amounts[node] ?? 0n;
  }

  private costOf(project: number): bigint {
    return BigInt(this.prepared.cost[project] ?? 0) * BigInt(this.prepared.election.voters);
  }
}

function commonFactor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The cheapest of some projects by price for worth, ties by the declared order, in whole numbers; null when none can be paid. */
export function cheapest(prepared: Prepared, purses: ExactPurses, projects: readonly number[]): { project: number; price: Price } | null {
  let best: { project: number; price: Price; worth: Fraction } | null = null;
  for (const project of projects) {
    const price = purses.price(project);
    if (!price) continue;
    const worth = { top: price.top, bottom: price.bottom * BigInt(prepared.factor[project] ?? 1) };
    const order = best ? compared(worth, best.worth) || (prepared.rank[project] ?? 0) - (prepared.rank[best.project] ?? 0) : -1;
    if (order < 0) best = { project, price, worth };
  }
  return best;
}

/**
 * Equal Shares from the first to the last round with whole numbers alone: the plain form of the rule, slow, and the measure of the quick one.
 * Free projects that somebody chose come first.
 */
export function exactOrder(prepared: Prepared, raises: number): number[] {
  const purses = new ExactPurses(prepared, raises);
  const waiting = new Set(prepared.election.projects.map((_, project) => project).filter((project) => isSupported(prepared, project)));
  const order = [...waiting].filter((project) => prepared.cost[project] === 0).sort((a, b) => (prepared.rank[a] ?? 0) - (prepared.rank[b] ?? 0));
  for (const project of order) waiting.delete(project);
  for (let best = cheapest(prepared, purses, [...waiting]); best; best = cheapest(prepared, purses, [...waiting])) {
    purses.pay(best.project, best.price);
    waiting.delete(best.project);
    order.push(best.project);
  }
  return order;
}

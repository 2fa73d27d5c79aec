/**
 * One run of Equal Shares, quick and exact.
 *
 * Money is kept in doubles, each with its `doubt`: a proven bound on how far it is from the true amount. What decides is which project is the
 * cheapest and whether its supporters can pay it. For a price y per point, voters pay min(money, y · points) each, and
 *   - for ANY choice of voters counted as paying all they have, the true price is at least (cost - their money) / (points of the others);
 *   - the true price is at most z whenever the payments at z, with every amount lowered by its doubt, reach the cost.
 * A project is taken without further ado only when the upper bound of its price lies below the lower bounds of all others; lower bounds
 * stay true as money is spent, so that most projects need not be looked at again. Whatever is closer goes to whole numbers (exact.ts), so
 * that no decision rests on a rounded number.
 *
 * A tracked run also finds how far the first share may rise before the course of choices can change (`reach`). With the choices fixed, amounts
 * are linear in the first share with slopes >= 1, prices fall, and who can pay in full stays so; only a voter who pays all they have may
 * come to pay in full, another project may become cheaper, or a dropped one may become payable: the nearest of these ends the reach.
 */
import { compared, nearDouble } from '../fractions';
import { ExactPurses } from './exact';
import { isSupported, type Prepared } from './prepared';

const EPS = 2 ** -52;
const WAITING = 0;
const GONE = 1;

export interface Run {
  order: readonly number[];
  /** Costs of the chosen projects together. */
  spent: number;
  /** The choices stay the same while the first share rises by less than this much more. Zero in a run that was not tracked. */
  reach: number;
}

export class Course {
  /** How often whole numbers had to decide, and how many looks at a project were taken. */
  readonly effort = { exact: 0, looks: 0 };
  private readonly money: Float64Array;
  private readonly slope: Float64Array;
  /** Lower bounds of prices, how fast they may fall as the first share rises, the round in which they were found. */
  private readonly low: Float64Array;
  private readonly fall: Float64Array;
  private readonly seen: Int32Array;
  /** Points of those who pay in full, where that is everybody who has money and certain; zero otherwise. */
  private readonly plain: Float64Array;
  private readonly state: Uint8Array;
  /** How far at most `money` and `slope` are from the truth. */
  private readonly doubt: Float64Array;
  private readonly slopeDoubt: Float64Array;
  /** How much above its lower bound a price may have to be tried, by what was in doubt at the last look. */
  private readonly spread: Float64Array;
  private reach = 0;
  private isTracked = false;
  private raises = 0;
  private order: number[] = [];
  private purses: { exact: ExactPurses; paid: number } | null = null;
  // What the last look at a project found.
  private high = 0;
  private drop = 0;
  private dropDoubt = 0;

  constructor(private readonly prepared: Prepared) {
    const { groups, projects } = prepared;
    this.money = new Float64Array(groups);
    this.slope = new Float64Array(groups);
    this.doubt = new Float64Array(groups);
    this.slopeDoubt = new Float64Array(groups);
    this.spread = new Float64Array(projects);
    this.low = new Float64Array(projects);
    this.fall = new Float64Array(projects);
    this.seen = new Int32Array(projects);
    this.plain = new Float64Array(projects);
    this.state = new Uint8Array(projects);
  }

  /** Runs the rule with the shares raised so many times. */
  run(raises: number, isTracked = false): Run {
    this.start(raises, isTracked);
    for (let round = 1; ; round += 1) {
      const project = this.next(round);
      if (project < 0) break;
      if (isTracked) this.watchOthers(project, round);
      this.take(project);
    }
    const spent = this.order.reduce((sum, project) => sum + (this.prepared.cost[project] ?? 0), 0);
    return { order: this.order, spent, reach: isTracked ? Math.max(0, this.reach * (1 - 1e-9)) : 0 };
  }

  private start(raises: number, isTracked: boolean): void {
    const { election, raise, projects, cost, scores } = this.prepared;
    const share = Number(BigInt(election.budget) + BigInt(raises) * BigInt(raise)) / election.voters;
    this.money.fill(share);
    this.slope.fill(1);
    this.doubt.fill(share * 4 * EPS);
    this.slopeDoubt.fill(0);
    this.reach = Number.MAX_VALUE;
    this.isTracked = isTracked;
    this.raises = raises;
    this.order = [];
    this.purses = null;
    this.seen.fill(0);
    this.fall.fill(0);
    this.plain.fill(0);
    for (let p = 0; p < projects; p += 1) {
      this.state[p] = isSupported(this.prepared, p) ? WAITING : GONE;
      this.low[p] = ((cost[p] ?? 0) / (scores[p] || 1)) * (1 - 4 * EPS);
    }
    const free = this.waiting().filter((p) => cost[p] === 0).sort((a, b) => (this.prepared.rank[a] ?? 0) - (this.prepared.rank[b] ?? 0));
    for (const p of free) {
      this.state[p] = GONE;
      this.order.push(p);
    }
  }

  private waiting(): number[] {
    const found: number[] = [];
    for (let p = 0; p < this.prepared.projects; p += 1) if (this.state[p] === WAITING) found.push(p);
    return found;
  }

  /** The project of this round, or -1. Leaves its bounds in `low` and `high`. */
  private next(round: number): number {
    for (;;) {
      const best = this.lowest();
      if (best < 0) return -1;
      if (this.seen[best] !== round) {
        this.look(best, round);
        continue;
      }
      const high = this.bound(best);
      const rivals = this.rivals(best, high, round);
      if (high < Infinity && rivals.length === 0) {
        this.high = high;
        return best;
      }
      const decided = this.decide([best, ...rivals]);
      if (decided >= 0) return decided;
    }
  }

  /** The waiting project with the lowest lower bound of price for worth. */
  private lowest(): number {
    const { low, state } = this;
    const { factor, projects } = this.prepared;
    let best = -1;
    let least = Infinity;
    for (let p = 0; p < projects; p += 1) {
      if (state[p] !== WAITING) continue;
      const worth = (low[p] ?? 0) / (factor[p] ?? 1);
      if (worth < least) {
        least = worth;
        best = p;
      }
    }
    return best;
  }

  /** Those that might be as cheap as the best, each looked at anew. */
  private rivals(best: number, high: number, round: number): number[] {
    const { factor, projects } = this.prepared;
    const limit = (high / (factor[best] ?? 1)) * (1 + 8 * EPS);
    const found: number[] = [];
    for (let p = 0; p < projects; p += 1) {
      if (p === best || this.state[p] !== WAITING) continue;
      if ((this.low[p] ?? 0) / (factor[p] ?? 1) <= limit && this.seen[p] !== round) this.look(p, round);
      if (this.state[p] === WAITING && (this.low[p] ?? 0) / (factor[p] ?? 1) <= limit) found.push(p);
    }
    return found;
  }

  /** Finds a project's lower bound anew, climbing from the one that is known: whoever has less than the price pays all, and the others the rest. */
  private look(p: number, round: number): void {
    const { from, group, point, weight, cost } = this.prepared;
    const { money, slope, doubt, slopeDoubt } = this;
    const first = from[p] ?? 0;
    const end = from[p + 1] ?? 0;
    const asked = cost[p] ?? 0;
    this.effort.looks += 1;
    this.seen[p] = round;
    for (let price = this.low[p] ?? 0; ; ) {
      let [poor, poorDoubt, poorSlope, rich, least] = [0, 0, 0, 0, Infinity];
      for (let at = first; at < end; at += 1) {
        const g = group[at] as number;
        const has = money[g] as number;
        if (has === 0) continue;
        const points = point[at] as number;
        const voters = weight[g] as number;
        if (has < price * points) {
          poor += voters * has;
          poorDoubt += voters * (doubt[g] as number);
          poorSlope += voters * ((slope[g] as number) + (slopeDoubt[g] as number));
        } else {
          rich += voters * points;
          if (has - (doubt[g] as number) < least * points) least = (has - (doubt[g] as number)) / points;
        }
      }
      const unsure = poorDoubt * (1 + 1e-9) + poor * (end - first + 4) * EPS;
      if (rich === 0) {
        this.plain[p] = 0;
        if (poor + unsure < asked) this.dismiss(p, asked - poor - unsure, poorSlope * (1 + 1e-9));
        return;
      }
      const found = (asked - poor) / rich;
      if (found > price * (1 + 16 * EPS)) {
        price = found;
        continue;
      }
      this.plain[p] = poor === 0 && least > found * (1 + 8 * EPS) ? rich : 0;
      const low = ((asked - poor - unsure) / rich) * (1 - 4 * EPS);
      this.spread[p] = (2.5 * unsure) / rich + found * (end - first + 16) * 2 * EPS;
      if (low >= (this.low[p] ?? 0)) {
        this.low[p] = low;
        this.fall[p] = (poorSlope / rich) * (1 + 1e-9);
      }
      return;
    }
  }

  /** A project that its supporters can no longer pay; with larger shares they might. */
  private dismiss(p: number, missing: number, slope: number): void {
    this.state[p] = GONE;
    if (this.isTracked) this.limit(missing / slope);
  }

  private limit(reach: number): void {
    if (!(reach >= this.reach)) this.reach = reach;
  }

  /** An upper bound of a project's price; also how the price falls as the first share rises. Infinity where none is certain. */
  private bound(p: number): number {
    const { cost } = this.prepared;
    const low = this.low[p] ?? 0;
    const asked = cost[p] ?? 0;
    for (let [step, tries] = [this.spread[p] ?? 0, 0]; tries < 5; step *= 8, tries += 1) {
      const price = low + step;
      if (this.paysAt(p, price) >= asked) return price;
    }
    return Infinity;
  }

  /** What comes together at a price, at the very least. */
  private paysAt(p: number, price: number): number {
    const { from, group, point, weight } = this.prepared;
    const { money, slope, doubt, slopeDoubt } = this;
    let [poor, poorSlope, poorSlopeDoubt, rich] = [0, 0, 0, 0];
    for (let at = from[p] as number; at < (from[p + 1] as number); at += 1) {
      const g = group[at] as number;
      const has = money[g] as number;
      if (has === 0) continue;
      const points = point[at] as number;
      const voters = weight[g] as number;
      const sure = has - (doubt[g] as number);
      if (sure < price * points) {
        poor += sure > 0 ? voters * sure : 0;
        poorSlope += voters * (slope[g] as number);
        poorSlopeDoubt += voters * (slopeDoubt[g] as number);
      } else rich += voters * points;
    }
    const terms = (from[p + 1] as number) - (from[p] as number) + 4;
    this.drop = rich > 0 ? poorSlope / rich : 0;
    this.dropDoubt = rich > 0 ? (poorSlopeDoubt + terms * EPS * poorSlope) / rich : 0;
    return (poor + rich * price) * (1 - terms * EPS);
  }

  /** Lets whole numbers say which of some projects is the cheapest. -1 when one of them turned out to be out of reach, and the round starts again. */
  private decide(projects: number[]): number {
    if (projects.every((p) => (this.plain[p] ?? 0) > 0)) return this.decidePlain(projects);
    this.effort.exact += 1;
    this.reach = 0;
    const exact = this.exactNow();
    let best: { p: number; worth: { top: bigint; bottom: bigint }; price: number } | null = null;
    for (const p of projects) {
      const price = exact.price(p);
      if (!price) {
        this.state[p] = GONE;
        continue;
      }
      const worth = { top: price.top, bottom: price.bottom * BigInt(this.prepared.factor[p] ?? 1) };
      if (!best || this.isBefore({ p, worth }, best)) best = { p, worth, price: nearDouble({ top: price.top, bottom: price.bottom * BigInt(this.prepared.election.voters) }) };
    }
    if (!best) return -1;
    this.paysAt(best.p, best.price);
    this.low[best.p] = best.price * (1 - 4 * EPS);
    this.high = best.price * (1 + 4 * EPS);
    return best.p;
  }

  /** Where every supporter with money pays in full, a price is cost / points, whatever the shares: two whole numbers. */
  private decidePlain(projects: number[]): number {
    const { cost, factor } = this.prepared;
    const worthOf = (p: number) => ({ top: BigInt(cost[p] ?? 0), bottom: BigInt(this.plain[p] ?? 1) * BigInt(factor[p] ?? 1) });
    const best = projects.map((p) => ({ p, worth: worthOf(p) })).reduce((a, b) => (this.isBefore(b, a) ? b : a)).p;
    const price = (cost[best] ?? 0) / (this.plain[best] ?? 1);
    this.paysAt(best, price);
    this.low[best] = price * (1 - 4 * EPS);
    this.high = price * (1 + 4 * EPS);
    return best;
  }

  private isBefore(a: { p: number; worth: { top: bigint; bottom: bigint } }, b: typeof a): boolean {
    return (compared(a.worth, b.worth) || (this.prepared.rank[a.p] ?? 0) - (this.prepared.rank[b.p] ?? 0)) < 0;
  }

  /** The same course in whole numbers, up to the present round. */
  private exactNow(): ExactPurses {
    this.purses ??= { exact: new ExactPurses(this.prepared, this.raises), paid: 0 };
    const { exact } = this.purses;
    for (const p of this.order.slice(this.purses.paid)) {
      const price = this.prepared.cost[p] === 0 ? null : exact.price(p);
      if (price) exact.pay(p, price);
    }
    this.purses.paid = this.order.length;
    return exact;
  }

  /** How far the others are from being cheaper, as the first share rises. */
  private watchOthers(taken: number, round: number): void {
    const { factor, projects } = this.prepared;
    const high = this.high / (factor[taken] ?? 1);
    const { drop, dropDoubt } = this;
    const certain = Math.max(0, drop - dropDoubt) / (factor[taken] ?? 1);
    const isPlain = (this.plain[taken] ?? 0) > 0;
    for (let p = 0; p < projects; p += 1) {
      if (p === taken || this.state[p] !== WAITING) continue;
      if (this.lead(p, high, certain) < this.reach && this.seen[p] !== round) this.look(p, round);
      const isSettled = isPlain && (this.plain[p] ?? 0) > 0 && this.seen[p] === round;
      if (this.state[p] === WAITING && !isSettled) this.limit(Math.max(0, this.lead(p, high, certain)));
    }
  }

  private lead(p: number, high: number, certain: number): number {
    const factor = this.prepared.factor[p] ?? 1;
    const closing = ((this.fall[p] ?? 0) / factor) * (1 + 1e-12) - certain;
    const gap = ((this.low[p] ?? 0) / factor) * (1 - 4 * EPS) - high;
    return closing > 0 ? gap / closing : gap >= 0 ? Infinity : 0;
  }

  /** Takes the price from the supporters of a project. */
  private take(p: number): void {
    const { from, group, point } = this.prepared;
    const { money, slope, doubt, slopeDoubt, drop, dropDoubt } = this;
    const low = this.low[p] ?? 0;
    const { high } = this;
    const price = low + (high - low) / 2;
    for (let at = from[p] as number; at < (from[p + 1] as number); at += 1) {
      const g = group[at] as number;
      const has = money[g] as number;
      if (has === 0) continue;
      const points = point[at] as number;
      const off = doubt[g] as number;
      if (has + off < low * points) {
        if (this.isTracked) this.limit((low * points - has - off) / ((slope[g] as number) + (slopeDoubt[g] as number) + (drop + dropDoubt) * points));
        money[g] = 0;
        continue;
      }
      if (has - off <= high * points) this.reach = 0;
      money[g] = Math.max(has - price * points, Number.MIN_VALUE);
      doubt[g] = (off + (high - low) * points + has * 2 * EPS) * (1 + 4 * EPS);
      slope[g] = (slope[g] as number) + drop * points;
      slopeDoubt[g] = ((slopeDoubt[g] as number) + dropDoubt * points + (slope[g] as number) * 4 * EPS) * (1 + 4 * EPS);
    }
    this.state[p] = GONE;
    this.order.push(p);
  }
}

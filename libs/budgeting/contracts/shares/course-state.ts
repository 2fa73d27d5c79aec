import { isSupported, type Prepared } from './prepared';

/** The distance of two neighbouring doubles near one. */
export const EPS = 2 ** -52;
export const WAITING = 0;
export const GONE = 1;

/** Where a run stands: what every group of voters has left, what is known of the price of every project. See course.ts. */
export class CourseState {
  readonly money: Float64Array;
  readonly slope: Float64Array;
  /** How far at most `money` and `slope` are from the truth. */
  readonly doubt: Float64Array;
  readonly slopeDoubt: Float64Array;
  /** Lower bounds of prices, how fast they may fall as the first share rises, the round in which they were found. */
  readonly low: Float64Array;
  readonly fall: Float64Array;
  readonly seen: Int32Array;
  /** How much above its lower bound a price may have to be tried, by what was in doubt at the last look. */
  readonly spread: Float64Array;
  /** Points of those who pay in full, where that is everybody who has money and certain; zero otherwise. */
  readonly plain: Float64Array;
  readonly fate: Uint8Array;
  order: number[] = [];
  reach = 0;
  isTracked = false;
  raises = 0;
  /** Of the project that is taken now: an upper bound of its price, and how that falls as the first share rises. */
  high = 0;
  drop = 0;
  dropDoubt = 0;

  constructor(readonly prepared: Prepared) {
    const { groups, projects } = prepared;
    [this.money, this.slope, this.doubt, this.slopeDoubt] = [new Float64Array(groups), new Float64Array(groups), new Float64Array(groups), new Float64Array(groups)];
    [this.low, this.fall, this.spread, this.plain] = [new Float64Array(projects), new Float64Array(projects), new Float64Array(projects), new Float64Array(projects)];
    this.seen = new Int32Array(projects);
    this.fate = new Uint8Array(projects);
  }

  /** Before the first round, with the shares raised so many times. */
  begin(raises: number, isTracked: boolean): void {
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
    this.seen.fill(0);
    this.fall.fill(0);
    this.plain.fill(0);
    for (let p = 0; p < projects; p += 1) {
      this.fate[p] = isSupported(this.prepared, p) ? WAITING : GONE;
      this.low[p] = ((cost[p] ?? 0) / (scores[p] || 1)) * (1 - 4 * EPS);
    }
    const free = this.waiting().filter((p) => cost[p] === 0).sort((a, b) => (this.prepared.rank[a] ?? 0) - (this.prepared.rank[b] ?? 0));
    for (const p of free) {
      this.fate[p] = GONE;
      this.order.push(p);
    }
  }

  private waiting(): number[] {
    const found: number[] = [];
    for (let p = 0; p < this.prepared.projects; p += 1) if (this.fate[p] === WAITING) found.push(p);
    return found;
  }

  /** The course may change when the first share rises by so much. */
  limit(reach: number): void {
    if (!(reach >= this.reach)) this.reach = reach;
  }
}

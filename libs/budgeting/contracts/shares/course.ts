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
import { CloseCalls } from './close-calls';
import { CourseState, EPS, GONE, WAITING } from './course-state';
import type { Prepared } from './prepared';
import { bound, look } from './prices';
import { watchOthers } from './reach';

export interface Run {
  order: readonly number[];
  /** Costs of the chosen projects together. */
  spent: number;
  /** The choices stay the same while the first share rises by less than this much more. Zero in a run that was not tracked. */
  reach: number;
}

export class Course {
  private readonly state: CourseState;
  private readonly close: CloseCalls;

  constructor(prepared: Prepared) {
    this.state = new CourseState(prepared);
    this.close = new CloseCalls(this.state);
  }

  /** Runs the rule with the shares raised so many times. */
  run(raises: number, isTracked = false): Run {
    this.state.begin(raises, isTracked);
    this.close.begin();
    for (let round = 1; ; round += 1) {
      const project = this.next(round);
      if (project < 0) break;
      if (isTracked) watchOthers(this.state, project, round);
      this.take(project);
    }
    const spent = this.state.order.reduce((sum, project) => sum + (this.state.prepared.cost[project] ?? 0), 0);
    return { order: this.state.order, spent, reach: isTracked ? Math.max(0, this.state.reach * (1 - 1e-9)) : 0 };
  }

  /** The project of this round, or -1. Leaves its bounds in `low` and `high`. */
  private next(round: number): number {
    for (;;) {
      const best = this.lowest();
      if (best < 0) return -1;
      if (this.state.seen[best] !== round) {
        look(this.state, best, round);
        continue;
      }
      const high = bound(this.state, best);
      const rivals = this.rivals(best, high, round);
      if (high < Infinity && rivals.length === 0) {
        this.state.high = high;
        return best;
      }
      const decided = this.close.decide([best, ...rivals]);
      if (decided >= 0) return decided;
    }
  }

  /** The waiting project with the lowest lower bound of price for worth. */
  private lowest(): number {
    const { low, fate } = this.state;
    const { factor, projects } = this.state.prepared;
    let best = -1;
    let least = Infinity;
    for (let p = 0; p < projects; p += 1) {
      if (fate[p] !== WAITING) continue;
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
    const { factor, projects } = this.state.prepared;
    const limit = (high / (factor[best] ?? 1)) * (1 + 8 * EPS);
    const found: number[] = [];
    for (let p = 0; p < projects; p += 1) {
      if (p === best || this.state.fate[p] !== WAITING) continue;
      if ((this.state.low[p] ?? 0) / (factor[p] ?? 1) <= limit && this.state.seen[p] !== round) look(this.state, p, round);
      if (this.state.fate[p] === WAITING && (this.state.low[p] ?? 0) / (factor[p] ?? 1) <= limit) found.push(p);
    }
    return found;
  }

  /** Takes the price from the supporters of a project. */
  private take(p: number): void {
    const { from, group, point } = this.state.prepared;
    const { money, slope, doubt, slopeDoubt, drop, dropDoubt } = this.state;
    const low = this.state.low[p] ?? 0;
    const { high } = this.state;
    const price = low + (high - low) / 2;
    for (let at = from[p] as number; at < (from[p + 1] as number); at += 1) {
      const g = group[at] as number;
      const has = money[g] as number;
      if (has === 0) continue;
      const points = point[at] as number;
      const off = doubt[g] as number;
      if (has + off < low * points) {
        if (this.state.isTracked) this.state.limit((low * points - has - off) / ((slope[g] as number) + (slopeDoubt[g] as number) + (drop + dropDoubt) * points));
        money[g] = 0;
        continue;
      }
      if (has - off <= high * points) this.state.reach = 0;
      money[g] = Math.max(has - price * points, Number.MIN_VALUE);
      doubt[g] = (off + (high - low) * points + has * 2 * EPS) * (1 + 4 * EPS);
      slope[g] = (slope[g] as number) + drop * points;
      slopeDoubt[g] = ((slopeDoubt[g] as number) + dropDoubt * points + (slope[g] as number) * 4 * EPS) * (1 + 4 * EPS);
    }
    this.state.fate[p] = GONE;
    this.state.order.push(p);
  }
}

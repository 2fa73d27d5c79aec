import { compared, nearDouble } from '../fractions';
import { type CourseState, EPS, GONE } from './course-state';
import { ExactPurses } from './exact';
import { paysAt } from './prices';

/** Which of some projects is the cheapest, where doubles are too rough to say: in whole numbers. */
export class CloseCalls {
  private purses: { exact: ExactPurses; paid: number } | null = null;

  constructor(private readonly state: CourseState) {}

  /** A new run begins: nobody has paid for anything. */
  begin(): void {
    this.purses = null;
  }

  /** Lets whole numbers say which of some projects is the cheapest. -1 when one of them turned out to be out of reach, and the round starts again. */
  decide(projects: number[]): number {
    if (projects.every((p) => (this.state.plain[p] ?? 0) > 0)) return this.decidePlain(projects);
    this.state.reach = 0;
    const exact = this.exactNow();
    let best: { p: number; worth: { top: bigint; bottom: bigint }; price: number } | null = null;
    for (const p of projects) {
      const price = exact.price(p);
      if (!price) {
        this.state.fate[p] = GONE;
        continue;
      }
      const worth = { top: price.top, bottom: price.bottom * BigInt(this.state.prepared.factor[p] ?? 1) };
      if (!best || this.isBefore({ p, worth }, best)) best = { p, worth, price: nearDouble({ top: price.top, bottom: price.bottom * BigInt(this.state.prepared.election.voters) }) };
    }
    if (!best) return -1;
    paysAt(this.state, best.p, best.price);
    this.state.low[best.p] = best.price * (1 - 4 * EPS);
    this.state.high = best.price * (1 + 4 * EPS);
    return best.p;
  }

  /** Where every supporter with money pays in full, a price is cost / points, whatever the shares: two whole numbers. */
  private decidePlain(projects: number[]): number {
    const { cost, factor } = this.state.prepared;
    const worthOf = (p: number) => ({ top: BigInt(cost[p] ?? 0), bottom: BigInt(this.state.plain[p] ?? 1) * BigInt(factor[p] ?? 1) });
    const best = projects.map((p) => ({ p, worth: worthOf(p) })).reduce((a, b) => (this.isBefore(b, a) ? b : a)).p;
    const price = (cost[best] ?? 0) / (this.state.plain[best] ?? 1);
    paysAt(this.state, best, price);
    this.state.low[best] = price * (1 - 4 * EPS);
    this.state.high = price * (1 + 4 * EPS);
    return best;
  }

  private isBefore(a: { p: number; worth: { top: bigint; bottom: bigint } }, b: typeof a): boolean {
    return (compared(a.worth, b.worth) || (this.state.prepared.rank[a.p] ?? 0) - (this.state.prepared.rank[b.p] ?? 0)) < 0;
  }

  /** The same course in whole numbers, up to the present round. */
  private exactNow(): ExactPurses {
    this.purses ??= { exact: new ExactPurses(this.state.prepared, this.state.raises), paid: 0 };
    const { exact } = this.purses;
    for (const p of this.state.order.slice(this.purses.paid)) {
      const price = this.state.prepared.cost[p] === 0 ? null : exact.price(p);
      if (price) exact.pay(p, price);
    }
    this.purses.paid = this.state.order.length;
    return exact;
  }
}

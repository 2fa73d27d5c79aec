import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anElection } from '../budgeting.builders';
import type { Election } from '../election';
import type { EqualSharesRule, Stop } from '../rule';
import { ruleNamed } from '../rule';
import { Course } from './course';
import { exactOrder } from './exact';
import { prepare, type Prepared } from './prepared';
import { isExhaustive, raisedShares } from './raises';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Small elections where ties and even splits are common; `isLarge` has costs of thousands, so that a raise by one is a small step. */
const elections = (isLarge: boolean): fc.Arbitrary<Election> => fc.record({
  costs: fc.array(isLarge ? fc.integer({ min: 500, max: 40_000 }) : fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 6 }),
  ballots: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 4 })), { minLength: 0, maxLength: 4 })), { minLength: 1, maxLength: 9 }),
  budget: isLarge ? fc.integer({ min: 10_000, max: 90_000 }) : fc.integer({ min: 5, max: 40 }),
  hasPoints: fc.boolean(),
}).map(({ costs, ballots, budget, hasPoints }) => anElection({
  budget,
  costs: Object.fromEntries(costs.map((cost, place) => [IDS[place] ?? '', cost])),
  ballots: ballots.map(([times, picks]) => {
    const known = new Map(picks.filter(([place]) => place < costs.length));
    return `${times} x ${[...known].map(([place, points]) => `${IDS[place]}${hasPoints ? `:${points}` : ''}`).join(',')}`;
  }),
  voteType: hasPoints ? 'cumulative' : 'approval',
}));

const utilities = fc.constantFrom('cost' as const, 'cardinality' as const);

function sharesRule(utility: 'cost' | 'cardinality', stop: Stop): EqualSharesRule {
  const rule = ruleNamed('equalshares/add1', { utility, stop });
  if (rule?.method !== 'equalshares') throw new Error('no such rule');
  return rule;
}

/** Add1 by its definition: every step, in whole numbers. */
function stepByStep(prepared: Prepared, stop: Stop): { raises: number; order: number[] } {
  const { projects, budget } = prepared.election;
  const supported = projects.filter((_, p) => (prepared.from[p + 1] ?? 0) > (prepared.from[p] ?? 0)).length;
  let last = { raises: 0, order: [] as number[] };
  for (let raises = 0; ; raises += 1) {
    const order = exactOrder(prepared, raises);
    const spent = order.reduce((sum, p) => sum + (projects[p]?.cost ?? 0), 0);
    if (spent > budget) return last;
    last = { raises, order };
    if (order.length === supported || (stop === 'exhaustive' && isExhaustive(prepared, { order, spent }))) return last;
  }
}

describe('the quick run of Equal Shares', () => {
  it('chooses what whole numbers choose, in the same order, whatever the share', () => {
    fc.assert(fc.property(elections(false), utilities, fc.nat(12), (election, utility, raises) => {
      const prepared = prepare(election, sharesRule(utility, 'exhaustive'));
      expect(new Course(prepared).run(raises).order).toEqual(exactOrder(prepared, raises));
    }), { numRuns: 3000 });
  });

  it('knows how far its choices stay the same as the shares rise', () => {
    fc.assert(fc.property(elections(true), utilities, fc.nat(300), fc.double({ min: 0, max: 0.999, noNaN: true }), (election, utility, raises, part) => {
      const prepared = prepare(election, sharesRule(utility, 'exhaustive'));
      const { order, reach } = new Course(prepared).run(raises, true);
      const later = raises + Math.floor(Math.min(reach, 1e6) * part);
      expect(exactOrder(prepared, later)).toEqual(order);
    }), { numRuns: 1500 });
  });
});

describe('raising the shares with jumps', () => {
  it.each(['exhaustive', 'overspend'] as const)('ends where taking every step ends (%s)', (stop) => {
    fc.assert(fc.property(elections(false), utilities, (election, utility) => {
      const prepared = prepare(election, sharesRule(utility, stop));
      const { raises, order } = raisedShares(prepared, sharesRule(utility, stop));
      expect({ raises, order }).toEqual(stepByStep(prepared, stop));
    }), { numRuns: 1000 });
  });

  it('ends there too when a step is small beside the costs', () => {
    fc.assert(fc.property(elections(true), fc.constantFrom('exhaustive' as const, 'overspend' as const), (election, stop) => {
      const prepared = prepare(election, sharesRule('cost', stop));
      const { raises, order } = raisedShares(prepared, sharesRule('cost', stop));
      const slow = stepByStep(prepared, stop);
      expect(order).toEqual(slow.order);
      expect(raises).toBe(slow.raises);
    }), { numRuns: 15 });
  }, 60_000);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anElection } from './budgeting.builders';
import { decide } from './decide';
import type { Election } from './election';
import { type Rule, ruleNamed, RULE_NAMES, type RuleWishes, tiesOf } from './rule';

function rule(name: string, wishes: RuleWishes = {}): Rule {
  const found = ruleNamed(name, wishes, 3);
  if (!found) throw new Error(`no rule ${name}`);
  return found;
}
const winners = (election: Election, name: string, wishes: RuleWishes = {}) => decide(election, rule(name, wishes)).winners;

describe('a city that counts by votes', () => {
  const election = anElection({ budget: 100, costs: { a: 60, b: 70, c: 40, d: 5 }, ballots: ['5 x a', '4 x b', '3 x c', 'd', 'd'] });

  it('skips what the money left does not pay', () => {
    expect(winners(election, 'greedy')).toEqual(['a', 'c']);
  });

  it('may stop there instead', () => {
    expect(winners(election, 'greedy-no-skip')).toEqual(['a']);
  });

  it('may ask for a least number of votes', () => {
    const cheap = anElection({ ...election, budget: 200, costs: { a: 60, b: 70, c: 40, d: 5 }, ballots: ['5 x a', '4 x b', '3 x c', 'd', 'd'] });
    expect(winners(cheap, 'greedy')).toEqual(['a', 'b', 'c', 'd']);
    expect(winners(cheap, 'greedy-threshold')).toEqual(['a', 'b', 'c']);
  });

  it('may end at what does not fit, count only from a threshold on, and passes over what was withdrawn, as Pabulib writes it', () => {
    const gdynia = anElection({ budget: 100, costs: { a: 60, gone: 999_999_999, b: 30, c: 5 }, ballots: ['5 x a', '4 x gone', '3 x b', '2 x c'] });
    expect(winners(gdynia, 'greedy-no-skip')).toEqual(['a', 'b']);
  });

  it('may fund at most one of projects that exclude each other: the one with more votes that fits', () => {
    const squares = anElection({ budget: 100, costs: { big: 120, a: 50, b: 20, c: 10, d: 5 }, ballots: ['9 x big', '8 x a', '7 x b', '6 x c', '5 x d'] });
    const exclusions = [['big', 'a', 'b'], ['c', 'd'], ['b', 'd']];
    const { winners: won, rounds, declared } = decide(squares, rule('greedy-exclusive', { exclusions }));
    expect(won).toEqual(['a', 'c']);
    expect(rounds.filter(({ by }) => by === 'votes')).toMatchObject([{ fate: 'unaffordable' }, { fate: 'funded' }, { fate: 'excluded', excludedBy: 'a' }, { project: 'c' }, { fate: 'excluded', excludedBy: 'c' }]);
    expect(declared.exclusions).toEqual(exclusions);
    expect(winners(squares, 'greedy-exclusive')).toEqual(['a', 'b', 'c', 'd']);
    expect(winners(squares, 'greedy-exclusive', { exclusions, threshold: 7 })).toEqual(['a']);
  });

  it('may count votes per cost', () => {
    expect(winners(election, 'greedy', { utility: 'cardinality' })).toEqual(['d', 'a']);
    expect(winners(election, 'greedy-per-cost')).toEqual(['d', 'a']);
  });
});

describe('Equal Shares', () => {
  // 51 of 100 voters want four projects, 49 want four others, and there is money for four: each side gets its part, and greedy gives all to the 51.
  const two = anElection({ budget: 100, costs: { a: 25, b: 25, c: 25, d: 25, e: 24, f: 24, g: 24, h: 24 }, ballots: ['51 x a,b,c,d', '49 x e,f,g,h'] });

  it('gives both halves of a city their part, where counting votes gives one of them everything', () => {
    expect(winners(two, 'greedy')).toEqual(['a', 'b', 'c', 'd']);
    expect(winners(two, 'equalshares')).toEqual(['a', 'b', 'e', 'f']);
  });

  it('lets who has less pay what they have, and the others the rest', () => {
    // Shares of 10. a: 6 pay 5 each. Then b: 4 of its 5 voters have 5 left, one has 10; 24 = 4 x 4.8 + 4.8.
    const { rounds, shares } = decide(anElection({ budget: 80, costs: { a: 30, b: 28 }, ballots: ['4 x a,b', '2 x a', 'b', ''] }), rule('equalshares'));
    expect(shares).toMatchObject({ first: '10', raises: 0, leftWith: {} });
    expect(rounds).toEqual([
      { by: 'shares', project: 'a', effectiveVotes: '6', price: '5', full: { voters: 6, paid: '30' }, rest: { voters: 0, paid: '0' }, left: 50 },
      { by: 'shares', project: 'b', effectiveVotes: '3.5', price: '8', full: { voters: 1, paid: '8' }, rest: { voters: 4, paid: '20' }, left: 22 },
    ]);
  });

  it('pays by points where ballots carry points', () => {
    // Shares of 12. a has 6 points: 2 each; the voter with 4 pays 8, those with one pay 2 each.
    const { rounds } = decide(anElection({ budget: 36, costs: { a: 12 }, ballots: ['a:4', 'a:1', 'a:1'] }), rule('equalshares'));
    expect(rounds[0]).toMatchObject({ price: '2', full: { voters: 3, paid: '12' } });
  });

  const spare = anElection({ budget: 100, costs: { a: 40, b: 70, c: 30, d: 9 }, ballots: ['6 x a', '3 x b', 'c', 'd', ''] });

  it('may leave money, which Add1 gives out by raising all shares', () => {
    expect(winners(spare, 'equalshares')).toEqual(['a']);
    expect(decide(spare, rule('equalshares/add1'))).toMatchObject({ winners: ['a', 'd'], shares: { raises: 14 } });
    expect(winners(spare, 'equalshares/add1', { stop: 'overspend' })).toEqual(['a', 'd']);
    expect(winners(spare, 'equalshares/add1u')).toEqual(['a', 'd', 'c']);
    expect(winners(spare, 'equalshares/utilitarian')).toEqual(['a', 'd', 'c']);
  });

  it('gives way to the result by votes when more voters are better off with that, if so declared', () => {
    const election = anElection({ budget: 100, costs: { big: 100, x: 20, y: 20 }, ballots: ['6 x big', '2 x x', '2 x y'] });
    expect(winners(election, 'equalshares')).toEqual(['x', 'y']);
    expect(winners(election, 'equalshares-comparison')).toEqual(['big']);
    const { winners: kept, compared, declared } = decide(election, rule('equalshares', { comparison: 'satisfaction' }));
    expect(kept).toEqual(['big']);
    expect(compared).toEqual({ equalShares: 4, greedy: 6, alike: 0, kept: 'greedy' });
    expect(declared.comparison).toBe('satisfaction');
  });
});

describe('a tie', () => {
  const tied = anElection({ budget: 10, costs: { a: 10, b: 9, c: 9 }, ballots: ['2 x a', '2 x b', '2 x c'] });

  it('goes to the lower cost, then to more votes, then by id, unless the city declares otherwise', () => {
    expect(winners(tied, 'greedy')).toEqual(['b']);
    expect(winners(tied, 'greedy', { ties: ['id'] })).toEqual(['a']);
    expect(winners(tied, 'greedy', { ties: tiesOf('order:c,b') ?? [] })).toEqual(['c']);
  });

  it('is told apart by the same order under Equal Shares', () => {
    const shares = anElection({ budget: 12, costs: { a: 4, b: 4 }, ballots: ['a,b', 'a,b', 'z'].slice(0, 2).concat('') });
    expect(winners(shares, 'equalshares')[0]).toBe('a');
    expect(winners(shares, 'equalshares', { ties: tiesOf('order:b') ?? [] })[0]).toBe('b');
  });
});

describe('any rule, on any election', () => {
  const elections = fc.record({
    costs: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 5 }), budget: fc.integer({ min: 5, max: 60 }),
    ballots: fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 }), { minLength: 1, maxLength: 12 }),
  });
  const made = ({ costs, budget, ballots }: { costs: number[]; budget: number; ballots: string[][] }) => {
    const ids = ['a', 'b', 'c', 'd', 'e'].slice(0, costs.length);
    return { budget, costs: Object.fromEntries(ids.map((id, place) => [id, costs[place] ?? 1])), ballots: ballots.map((picks) => [...new Set(picks)].filter((id) => ids.includes(id)).join(',')) };
  };

  it('never spends more than there is, and does not care who voted first', () => {
    fc.assert(fc.property(elections, fc.constantFrom(...RULE_NAMES), fc.nat(), (parts, name, seed) => {
      const facts = made(parts);
      const result = decide(anElection(facts), rule(name));
      expect(result.spent).toBeLessThanOrEqual(result.budget);
      const turned = [...facts.ballots.slice(seed % facts.ballots.length), ...facts.ballots.slice(0, seed % facts.ballots.length)].reverse();
      expect(decide(anElection({ ...facts, ballots: turned }), rule(name))).toEqual(result);
    }), { numRuns: 600 });
  });

  it('leaves nothing that would fit, where it is declared to be exhaustive', () => {
    fc.assert(fc.property(elections, fc.constantFrom('greedy', 'equalshares/add1u', 'equalshares/utilitarian'), (parts, name) => {
      const election = anElection(made(parts));
      const { winners: won, spent } = decide(election, rule(name));
      for (const { id, cost } of election.projects) expect(won.includes(id) || spent + cost > election.budget).toBe(true);
    }), { numRuns: 300 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anElection } from './budgeting.builders';
import { decide, winnersOf } from './decide';
import type { Election } from './election';
import { explain } from './explain';
import { explainedSentence, plainMoney, speakEnglish } from './explained';
import { type Rule, ruleNamed } from './rule';
import { turningPoint } from './turning-point';
import en from './words.en.json';
import el from './words.el.json';

function rule(name: string, threshold: number | null = 2): Rule {
  const found = ruleNamed(name, {}, threshold);
  if (!found) throw new Error(`no rule ${name}`);
  return found;
}

function sentences(election: Election, name: string, threshold: number | null = 2): Record<string, string> {
  const told = explain(election, rule(name, threshold), decide(election, rule(name, threshold)));
  return Object.fromEntries(told.map((one) => [one.project, explainedSentence(one, speakEnglish, plainMoney(election.decimals, 'EUR'))]));
}

/** The election with real ballots added: the check knows nothing of how the search was made. */
const withBallots = (election: Election, place: number, voters: number): Election => ({ ...election, voters: election.voters + voters, groups: voters ? [...election.groups, { projects: [place], points: null, voters }] : election.groups });
const withCost = (election: Election, place: number, cost: number): Election => ({ ...election, projects: election.projects.map((project, index) => (index === place ? { ...project, cost } : project)) });

describe('a citizen who asks why', () => {
  it('reads it in one sentence, with what would have changed it', () => {
    const election = anElection({ budget: 100, costs: { a: 60, b: 50, c: 45, d: 3 }, ballots: ['5 x a', '3 x b', '1 x c', ''] });
    expect(sentences(election, 'greedy')).toEqual({
      a: 'Funded: with 5 votes it was number 1, and the money was enough; at 67% more cost it would not have been.',
      b: 'Not funded: it costs 50 EUR, and 40 EUR was left when its turn came; with 2 more voters for it alone, or at 20% less cost, it would have been funded.',
      c: 'Not funded: it costs 45 EUR, and 40 EUR was left when its turn came; with 4 more voters for it alone, or at 12% less cost, it would have been funded.',
      d: 'Funded: with 0 votes it was number 4, and the money was enough.',
    });
    expect(sentences(election, 'equalshares')).toMatchObject({
      a: 'Not funded: it costs 60 EUR, and the 5 voters who chose it had 50 EUR left together; with 3 more voters for it alone, or at 17% less cost, it would have been funded.',
      d: 'Not funded: nobody chose it; with one more voter for it alone it would have been funded.',
    });
    expect(sentences(election, 'greedy-no-skip', null)['c']).toContain('it comes after the first project for which the money was not enough');
    expect(sentences(election, 'greedy-threshold')['c']).toContain('it has one vote, and 2 are needed');
  });

  it('is told what is true: at the number the fate turns, and at the number before it does not', () => {
    const elections = fc.record({ costs: fc.array(fc.integer({ min: 10, max: 90 }), { minLength: 3, maxLength: 4 }), ballots: fc.array(fc.subarray(['a', 'b', 'c']), { minLength: 3, maxLength: 10 }), budget: fc.integer({ min: 60, max: 160 }) });
    fc.assert(fc.property(elections, fc.constantFrom('greedy', 'greedy-no-skip', 'equalshares', 'equalshares/add1', 'equalshares/add1u', 'equalshares/add1-comparison'), ({ costs, ballots, budget }, name) => {
      const election = anElection({ budget, costs: Object.fromEntries(costs.map((cost, place) => ['abcd'.charAt(place), cost])), ballots: ballots.map((picks) => picks.join(',')) });
      const isFunded = (changed: Election, place: number) => winnersOf(changed, rule(name)).has(place);
      explain(election, rule(name), decide(election, rule(name))).forEach(({ funded, change }, place) => {
        const cost = election.projects[place]?.cost ?? 0;
        const cheaper = (percent: number) => withCost(election, place, Math.ceil((cost * (100 - percent)) / 100));
        const dearer = (percent: number) => withCost(election, place, cost + Math.ceil((cost * percent) / 100));
        expect(isFunded(election, place)).toBe(funded);
        if (change?.votes) expect([isFunded(withBallots(election, place, change.votes - 1), place), isFunded(withBallots(election, place, change.votes), place)]).toEqual([false, true]);
        if (change?.lessCost) expect([isFunded(cheaper(change.lessCost - 1), place), isFunded(cheaper(change.lessCost), place)]).toEqual([false, true]);
        if (change?.moreCost) expect([isFunded(dearer(change.moreCost - 1), place), isFunded(dearer(change.moreCost), place)]).toEqual([true, false]);
      });
    }), { numRuns: 60 });
  }, 60_000);
});

describe('a turning point', () => {
  it('is found from any guess, also where the answer turns more than once', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 300 }), (turns, guess) => {
      const isTurned = (number: number) => turns.filter((turn) => turn <= number).length % 2 === 1;
      const found = turningPoint(isTurned, 200, guess);
      if (found !== null) expect([isTurned(found - 1), isTurned(found)]).toEqual([false, true]);
    }));
  });

  it('is none where nothing turns', () => {
    expect(turningPoint(() => false, 1_000)).toBeNull();
    expect(turningPoint((number) => number >= 1_000, 1_000, 3)).toBe(1_000);
  });
});

describe('the words', () => {
  it('are the same in both languages, down to what they name', () => {
    const flat = (words: object, path = ''): string[] => Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key} ${(value.match(/\{\{\w+\}\}/g) ?? []).sort().join()}`] : flat(value, `${path}${key}.`)));
    expect(flat(el)).toEqual(flat(en));
  });
});

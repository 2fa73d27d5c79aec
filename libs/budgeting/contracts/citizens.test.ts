import { describe, expect, it } from 'vitest';
import { anElection } from './budgeting.builders';
import { decide } from './decide';
import { fairnessOf, shownByHome } from './fairness';
import { myPart } from './my-part';
import { ruleNamed } from './rule';

const result = (election: ReturnType<typeof anElection>, name: string) => {
  const rule = ruleNamed(name);
  if (!rule) throw new Error(name);
  return decide(election, rule);
};

describe('a citizen who asks what their part went to', () => {
  const election = anElection({ budget: 80, costs: { a: 30, b: 28, c: 20 }, ballots: ['4 x a,b', '2 x a', 'b', 'c'] });

  it('sees what they paid for each project, and what is left', () => {
    const published = result(election, 'equalshares');
    expect(myPart({ projects: ['a', 'b'] }, published)).toEqual({ share: 10, paid: [{ project: 'a', amount: 5, isRest: false }, { project: 'b', amount: 5, isRest: true }], left: 0, fundedOtherwise: [] });
    expect(myPart({ projects: ['b'] }, published)).toMatchObject({ paid: [{ project: 'b', amount: 8, isRest: false }], left: 2 });
    expect(myPart({ projects: ['c'] }, published)).toMatchObject({ paid: [], left: 10 });
  });

  it('sees all voters together pay exactly what the projects cost', () => {
    const published = result(election, 'equalshares');
    const sum = election.groups.reduce((total, group) => total + group.voters * myPart({ projects: group.projects.map((place) => 'abc'.charAt(place)) }, published).paid.reduce((paid, { amount }) => paid + amount, 0), 0);
    expect(sum).toBeCloseTo(published.spent, 6);
  });

  it('is told which of their projects were funded without a share of theirs', () => {
    expect(myPart({ projects: ['c'] }, result(election, 'equalshares/utilitarian')).fundedOtherwise).toEqual(['c']);
    expect(myPart({ projects: ['a'] }, result(election, 'greedy'))).toMatchObject({ share: 0, paid: [], fundedOtherwise: ['a'] });
  });

  it('pays by the points they gave', () => {
    const scored = anElection({ budget: 36, costs: { a: 12 }, ballots: ['a:4', 'a:1', 'a:1'] });
    expect(myPart({ projects: ['a'], points: [4] }, result(scored, 'equalshares'))).toMatchObject({ paid: [{ project: 'a', amount: 8, isRest: false }], left: 4 });
  });
});

describe('two results side by side', () => {
  const two = anElection({ budget: 100, costs: { a: 50, b: 50, c: 40 }, ballots: ['6 x a,b', '4 x c'] });
  const placed = { ...two, projects: two.projects.map((project) => ({ ...project, district: project.id === 'c' ? 'Βορράς' : 'Νότος' })), groups: two.groups.map((group) => ({ ...group, district: group.voters === 4 ? 'Βορράς' : 'Νότος' })) };

  it('show how many voters got something, and how much money each', () => {
    expect(fairnessOf(placed, result(placed, 'greedy').winners)).toMatchObject({ reached: 6, voters: 10, spent: 100, meanMoney: 10, medianMoney: expect.closeTo(100 / 6, 9) });
    expect(fairnessOf(placed, result(placed, 'equalshares').winners)).toMatchObject({ reached: 10, spent: 90, meanMoney: 9 });
  });

  it('show it by district', () => {
    expect(fairnessOf(placed, result(placed, 'equalshares').winners).districts).toEqual([
      { district: 'Βορράς', funded: 1, spent: 40, voters: 4, reached: 4, meanMoney: 10 },
      { district: 'Νότος', funded: 1, spent: 50, voters: 6, reached: 6, meanMoney: expect.closeTo(50 / 6, 9) },
    ]);
  });

  it('show no district where one of them, or those of whom nobody knows where they live, are too few to be told', () => {
    const fairness = fairnessOf(placed, result(placed, 'equalshares').winners);
    const names = (of: typeof fairness, smallest: number) => shownByHome(of, smallest).map(({ district }) => district);
    expect(names(fairness, 4)).toEqual(['Βορράς', 'Νότος']);
    expect(names(fairness, 5)).toEqual([]);
    expect(names({ ...fairness, voters: 13 }, 4)).toEqual([]);
    expect(names({ ...fairness, voters: 14 }, 4)).toEqual(['Βορράς', 'Νότος']);
    const island = { district: 'my own island', funded: 0, spent: 0, voters: 1, reached: 0, meanMoney: 0 };
    expect(names({ ...fairness, voters: 14, districts: [...fairness.districts, island] }, 4)).toEqual(['Βορράς', 'Νότος']);
    expect(names({ ...fairness, voters: 11, districts: [...fairness.districts, island] }, 4)).toEqual([]);
  });
});

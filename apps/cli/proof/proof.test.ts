import { demoLike } from './proof.builders';
import { describe, expect, it } from 'vitest';
import { coverageOf, holds, type RunMarks } from './coverage';
import { grouped, type ActToGroup } from './grouping';
import { opinionsOf, peopleOf, respondents, tableOf, truthOf } from './known-opinions';
import { pageDocument } from './page-documents';

const questions = ['necessary', 'fair'];
const people = peopleOf(demoLike, 4000, 1);

describe('generated citizens', () => {
  it('live in the city in the proportions of its table', () => {
    const { ages, districts } = tableOf(people, ['north', 'south']);
    expect(ages.reduce((all, row) => all + row.people, 0)).toBe(4000);
    const old = ages.filter(({ ageBand }) => ageBand === '65+').reduce((all, row) => all + row.people, 0);
    expect(old / 4000).toBeCloseTo(0.5, 1);
    expect((districts[0]?.people ?? 0) / 4000).toBeCloseTo(0.75, 1);
  });

  it('have opinions that are known, and follow from the seed', () => {
    const known = opinionsOf(people, questions, 5);
    expect(known).toEqual(opinionsOf(people, questions, 5));
    expect(known.truths).not.toEqual(opinionsOf(people, questions, 6).truths);
    const steps = known.answers.map(({ fair }) => Number(fair)).filter((step) => step >= 1);
    expect(known.truths.get('fair')?.share).toBe(steps.filter((step) => step >= 4).length / steps.length);
    expect(Math.abs((known.truths.get('fair')?.share ?? 0) - (known.laws.get('fair')?.share ?? 1))).toBeLessThan(0.03);
  });

  it('answer as often as they are made to: all, alike, or by their traits', () => {
    const known = opinionsOf(people, questions, 5);
    const share = (places: number[], is: (at: number) => boolean) => places.filter(is).length / people.filter((_, at) => is(at)).length;
    const isOld = (at: number) => people[at]?.ageBand === '65+';
    const by = (response: 'everybody' | 'equal' | 'traits') => respondents(people, known, { response, wanted: 1000, seed: 3 });
    expect(by('everybody').sort((a, b) => a - b)).toEqual(people.map((_, at) => at));
    expect(by('equal').length).toBeGreaterThan(900);
    expect(share(by('traits'), isOld)).toBeLessThan(0.6 * share(by('traits'), (at) => !isOld(at)));
    expect(share(by('equal'), isOld)).toBeCloseTo(0.25, 1);
    expect(new Set(by('traits')).size).toBe(by('traits').length);
  });

  it('have a middle step, the lower one of two', () => {
    expect(truthOf([1, 1, 0, 0, 0]).median).toBe(1);
    expect(truthOf([0, 1, 0, 0, 2])).toEqual({ share: 2 / 3, median: 5 });
  });
});

describe('a run', () => {
  const run = (over: Partial<RunMarks> = {}): RunMarks => ({ answered: 9, published: 9, rawShares: [true, false], rawMedians: [true], weightedShares: [true, true], weightedMedians: [true], lawShares: [true], groupShares: [], differences: [], ...over });

  it('holds only where all that is stated at once holds at once', () => {
    const { pages, rawPages, single } = coverageOf([run(), run({ weightedMedians: [false] }), run({ weightedShares: [true, false] })]);
    expect(pages).toEqual({ held: 1, of: 3 });
    expect(rawPages.held).toBe(0);
    expect(single.rawShares).toEqual({ held: 3, of: 6 });
  });

  it('does not hold where a page says nothing', () => {
    expect(holds(undefined, 0.5)).toBe(false);
    expect(coverageOf([run({ weightedShares: [], weightedMedians: [] })]).pages.held).toBe(0);
  });
});

describe('the proof’s official', () => {
  const act = (ada: string, over: Partial<ActToGroup> = {}): ActToGroup => ({ id: ada, ada, subject: '<script>', issueDate: '2023-09-30T22:30:00Z', type: { code: 'Β.1.3', label: { el: 'Ανάληψη', en: 'Commitment' } }, unit: { id: '7', name: null }, organisation: { id: '1' }, ...over });

  it('puts acts of one office, type and month of Athens together, and leaves the others alone', () => {
    const { choices, alone } = grouped([act('a'), act('b', { issueDate: '2023-10-05T00:00:00Z' }), act('c', { issueDate: '2023-09-29T00:00:00Z' }), act('d', { unit: null }), act('e', { type: { code: 'Δ.1', label: { el: 'Ανάθεση', en: 'Award' } } })]);
    expect(choices.map(({ acts }) => acts.map(({ ada }) => ada))).toEqual([['a', 'b']]);
    expect(alone.map(({ ada }) => ada).sort()).toEqual(['c', 'd', 'e']);
    expect(choices[0]?.text.el).toContain('a, b');
  });
});

it('asks what the pages ask', () => {
  expect(pageDocument('WhoAnswered')).toContain('weighted { favourable { value low high }');
  expect(pageDocument('CouncilFigures')).toContain('councilFigures');
  expect(() => pageDocument('Nothing')).toThrow('No page asks Nothing.');
});

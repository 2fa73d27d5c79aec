import { thresholds } from '@isegoria/integrity/contracts';
import { seeded } from '@isegoria/kernel/contracts';
import { describe, expect, it } from 'vitest';
import { type Count, dayOf, hourOf, momentOf, Rhythm, spansOf } from './rhythm';
import { burstsOf, leastBurst, mayHoldSign, newcomersOf as newcomersUntil, placeOf } from './signs.rules';

const start = 480_000;
const rhythm = (counts: [hour: number, supports: number, fresh?: number, verified?: number][]) => new Rhythm(counts.map(([hour, supports, fresh = 0, verified = 0]): [number, Count] => [start + hour, [supports, fresh, verified]]));
const silence = rhythm([]);
const newcomersOf = (own: Rhythm, city: Rhythm, until = Infinity) => newcomersUntil(own, city, until);

describe('a burst', () => {
  it('is an hour of at least 53 supports of a thing that nobody spoke of', () => {
    expect(leastBurst).toBe(53);
    expect(burstsOf(rhythm([[0, 52]]), silence)).toEqual([]);
    expect(burstsOf(rhythm([[0, 53]]), rhythm([[0, 53]]))).toMatchObject([{ kind: 'burst', from: start, to: start + 1, supports: 53, peak: 53, expected: 2, basis: { before: 0, over: 24, others: 0, usual: 0 } }]);
  });

  it('is told with all that it was reckoned from, so that a pocket calculator finds the same chance', () => {
    const own = rhythm([[0, 30], [100, 300]]);
    const [sign] = burstsOf(own, rhythm([[0, 30], [40, 200], [100, 340]]));
    const { before = 0, over = 1, others, usual } = sign?.basis ?? {};
    const expected = Math.max(before / over, 2) * Math.max(1, ((others ?? 0) + 10) / ((usual ?? 0) + 10));
    expect(sign?.expected).toBeCloseTo(expected, 1);
    expect(sign?.chance).toBeLessThan(thresholds.burst);
    expect(Math.log(sign?.chance ?? 1) / (300 * Math.log(expected / (1 + expected)))).toBeCloseTo(1, 2);
  });

  it('is none where the thing is used to it, or where the whole city is as busy', () => {
    expect(burstsOf(rhythm([...Array.from({ length: 60 }, (_, hour): [number, number] => [hour, 40]), [60, 90]]), silence)).toEqual([]);
    expect(burstsOf(rhythm([[500, 90]]), rhythm([[0, 400], [500, 2090]]))).toEqual([]);
  });

  it('is one where its hours stand side by side, and tells the strongest of them', () => {
    const own = rhythm([[10, 60], [11, 300], [12, 5], [13, 2]]);
    expect(burstsOf(own, own)).toMatchObject([{ from: start + 10, to: start + 12, supports: 360, peak: 300, basis: { before: 60 } }]);
  });

  it('tells the share of verified persons only where neither part is a few', () => {
    const share = (verified: number) => burstsOf(rhythm([[0, 60, 0, verified]]), silence)[0]?.verifiedPercent;
    expect([0, 9, 10, 30, 50, 51, 60].map(share)).toEqual([null, null, 17, 50, 83, null, null]);
  });
});

describe('new accounts', () => {
  const city = (own: [number, number, number]) => rhythm([[-100, 400, 12], own]);

  it('are a sign where they are far more of a day’s supporters than elsewhere', () => {
    const own: [number, number, number] = [5, 40, 28];
    expect(newcomersOf(rhythm([own]), city(own))).toMatchObject([{ kind: 'newcomers', supports: 40, fresh: 28, usualPercent: 3, basis: { before: 400, over: 12 } }]);
  });

  it('are none where the whole city is new, or where there is nothing to compare with', () => {
    const own: [number, number, number] = [5, 40, 28];
    expect(newcomersOf(rhythm([own]), rhythm([[-100, 400, 300], own]))).toEqual([]);
    expect(newcomersOf(rhythm([own]), rhythm([[-100, 99, 0], own]))).toEqual([]);
  });

  it('are told as «at least», so that it never shows that a few were not', () => {
    const told = (fresh: number) => newcomersOf(rhythm([[5, 40, fresh]]), city([5, 40, fresh]))[0]?.fresh;
    expect([30, 31, 35, 39, 40].map(told)).toEqual([30, 31, 31, 31, 31]);
    expect(newcomersOf(rhythm([[5, 18, 18]]), city([5, 18, 18]))).toEqual([]);
  });

  it('are counted by the city’s days', () => {
    // 480000 is midnight by Greenwich, in summer: in Athens the day ends 21 hours later.
    const days: [number, number, number][] = [[20, 20, 12], [21, 20, 12]];
    expect(newcomersOf(rhythm(days), rhythm([[-100, 400, 0], ...days])).map(({ from, to }) => [from - start, to - start])).toEqual([[-3, 21], [21, 45]]);
    const oneDay: [number, number, number][] = [[19, 20, 12], [20, 20, 12]];
    expect(newcomersOf(rhythm(oneDay), rhythm([[-100, 400, 0], ...oneDay])).map(({ from, to }) => [from - start, to - start])).toEqual([[-3, 21]]);
  });

  it('are looked at once, when the day is over', () => {
    const own: [number, number, number] = [5, 40, 28];
    expect([20, 21].map((until) => newcomersOf(rhythm([own]), city(own), start + until).length)).toEqual([0, 1]);
  });
});

describe('a day of the city', () => {
  it.each([
    ['in summer', '2026-07-10T12:00Z', '2026-07-09T21:00Z', '2026-07-10T21:00Z'],
    ['in winter', '2026-12-10T23:00Z', '2026-12-10T22:00Z', '2026-12-11T22:00Z'],
    ['on which the clocks go forward', '2026-03-29T20:00Z', '2026-03-28T22:00Z', '2026-03-29T21:00Z'],
    ['on which they go back', '2026-10-24T21:00Z', '2026-10-24T21:00Z', '2026-10-25T22:00Z'],
  ])('lasts from midnight to midnight %s', (_, at, from, to) => {
    const day = dayOf(hourOf(new Date(at)));
    expect([momentOf(day.from), momentOf(day.to)]).toEqual([new Date(from), new Date(to)]);
  });
});

describe('what is worth a closer look', () => {
  it('misses nothing: whatever is a sign stands in a record that is looked at', () => {
    const chance = seeded(11);
    for (let turn = 0; turn < 400; turn++) {
      const hours = Array.from({ length: 1 + Math.floor(chance() * 30) }, (): [number, Count] => {
        const supports = 1 + Math.floor(chance() ** 3 * 80);
        return [start + Math.floor(chance() * 60), [supports, Math.floor(chance() * (supports + 1)), 0]];
      });
      const own = new Rhythm(new Map(hours));
      const record = Object.fromEntries(own.hours.map(([hour, ...count]) => [hour, count]));
      const city = new Rhythm([...new Map([...hours, [start - 50, [500, 0, 0] as Count] as [number, Count]])]);
      if (burstsOf(own, city).length + newcomersOf(own, city).length > 0) expect(mayHoldSign(record)).toBe(true);
    }
    // A day that lies in two records: the second one may have few, and completes it.
    expect([8760 * 55, 8760 * 55 + 24].map((hour) => mayHoldSign({ [hour]: [9, 2, 0] }))).toEqual([true, false]);
  });
});

describe('the chart of a thing', () => {
  it('has stretches of ten and more alone, and loses nobody', () => {
    const chance = seeded(3);
    for (let turn = 0; turn < 300; turn++) {
      const own = new Rhythm(new Map(Array.from({ length: Math.floor(chance() * 40) }, (): [number, Count] => [start + Math.floor(chance() * 500), [1 + Math.floor(chance() ** 4 * 90), 0, 0]])));
      const all = own.between(-Infinity, Infinity)[0];
      const spans = spansOf(own);
      expect(spans.every(({ supports }) => supports >= 10)).toBe(true);
      expect(spans.reduce((sum, { supports }) => sum + supports, 0)).toBe(all < 10 ? 0 : all);
      for (const [at, { from }] of spans.entries()) if (at > 0) expect(from).toEqual(spans[at - 1]?.to);
    }
  });
});

describe('the place of a thing', () => {
  it('is told as it is and as it would be', () => {
    const standings = [100, 80, 60, 60, 20, 5];
    expect(placeOf(80, 30, standings)).toEqual({ place: 2, without: 4 });
    expect(placeOf(80, 5, standings)).toEqual({ place: 2, without: 2 });
    expect(placeOf(60, 60, standings)).toEqual({ place: 3, without: 6 });
  });
});

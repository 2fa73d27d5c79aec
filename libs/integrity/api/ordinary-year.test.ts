import { seeded } from '@isegoria/kernel/contracts';
import { describe, expect, it } from 'vitest';
import { type Count, dayOf, Rhythm } from './rhythm';
import { ordinaryCity } from './signs.builders';
import { burstsOf, type Found, newcomersOf } from './signs.rules';

const signsOf = ({ city, each }: { city: Rhythm; each: Rhythm[] }): Found[] => each.flatMap((own) => [...burstsOf(own, city), ...newcomersOf(own, city, Infinity)]);

describe('an ordinary year of an ordinary city', { timeout: 120_000 }, () => {
  it.each([
    ['small', 120, 6_000, 0.08],
    ['of our size', 300, 20_000, 0.05],
    ['large', 800, 120_000, 0.04],
  ])('has one sign or none: a %s one', (_, things, supports, newShare) => {
    const years = [1, 2, 3, 4, 5].map((year) => signsOf(ordinaryCity({ things, supports, newShare, days: 365, chance: seeded(year) })));
    expect(Math.max(...years.map((signs) => signs.length)), JSON.stringify(years)).toBeLessThanOrEqual(1);
    expect(years.flat().length, JSON.stringify(years.flat())).toBeLessThanOrEqual(2);
  });

  it('shows what was put into it, and nothing else', () => {
    const { city, each } = ordinaryCity({ things: 300, supports: 20_000, newShare: 0.05, days: 365, chance: seeded(7) });
    const [quiet, hour, day] = [each.length - 1, 24 * 200 + 20, 24 * 300 + 9];
    const own = new Rhythm([...(each[quiet]?.hours ?? []).map(([at, ...count]): [number, Count] => [at, count]), [hour, [90, 0, 0]], [day, [40, 36, 0]]]);
    const others = new Rhythm([...city.hours.map(([at, ...count]): [number, Count] => [at, count]), [hour, [90, 0, 0]], [day, [40, 36, 0]]]);
    const signs = [...burstsOf(own, others), ...newcomersOf(own, others, Infinity)];
    expect(signs.map(({ kind, from }) => [kind, from])).toEqual([['burst', hour], ['newcomers', dayOf(day).from]]);
  });
});

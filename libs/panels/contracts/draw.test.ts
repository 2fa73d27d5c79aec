import { seeded } from '@isegoria/kernel/contracts';
import { digest } from '@isegoria/ledger/contracts';
import { describe, expect, it } from 'vitest';
import { cellKeyOf, peopleOf, traitsOf } from './cell';
import { checkDraw, type DrawFile } from './check';
import { drawn, type Listed, listOf, listText, nextFor, plainNumbers, quotasOf, seedOf } from './draw';

const count = (cell: string, offers: number, people: number | null = null) => ({ cell, offers, people });
const seats = (quotas: readonly { cell: string; seats: number }[]) => Object.fromEntries(quotas.map((one) => [one.cell, one.seats]));
const list = (...cells: [cell: string, many: number][]): Listed[] => cells.flatMap(([cell, many]) => Array.from({ length: many }, (_, at) => ({ ticket: `${cell}-${at}`, cell })));

describe('the seats of each group', () => {
  it('are its share of the city, whatever share of the list it is', () => {
    expect(seats(quotasOf([count('a', 300, 600), count('b', 10, 300), count('c', 500, 100)], 10))).toEqual({ a: 6, b: 3, c: 1 });
  });

  it('go by largest remainder: 3.5, 1.8 and 0.7 of six are three, two and one', () => {
    expect(seats(quotasOf([count('a', 50, 350), count('b', 50, 180), count('c', 50, 70)], 6))).toEqual({ a: 3, b: 2, c: 1 });
  });

  it('are no more than offered themselves; what a group cannot take goes to the others by their shares', () => {
    expect(seats(quotasOf([count('a', 2, 500), count('b', 50, 300), count('c', 50, 200)], 10))).toEqual({ a: 2, b: 5, c: 3 });
    expect(seats(quotasOf([count('a', 2, 500), count('b', 1, 300)], 10))).toEqual({ a: 2, b: 1 });
  });

  it('are the share of the list where nobody has counted the city, and for a group that no census tells apart', () => {
    expect(seats(quotasOf([count('a', 60), count('b', 40)], 10))).toEqual({ a: 6, b: 4 });
    expect(seats(quotasOf([count('female', 40, 500), count('male', 40, 500), count('other', 8, null)], 11))).toEqual({ female: 5, male: 5, other: 1 });
  });

  it('add up, for any city and any list', () => {
    const random = seeded(7);
    for (let round = 0; round < 500; round += 1) {
      const counts = Array.from({ length: 1 + Math.floor(random() * 30) }, (_, at) => count(`c${at}`, Math.floor(random() * 12), random() < 0.8 ? Math.floor(random() * 5000) : null));
      const wanted = 1 + Math.floor(random() * 80);
      const quotas = quotasOf(counts, wanted);
      const all = counts.reduce((sum, { offers }) => sum + offers, 0);
      expect(quotas.reduce((sum, one) => sum + one.seats, 0)).toBe(Math.min(wanted, all));
      for (const one of quotas) expect(one.seats <= one.offers && one.seats >= 0).toBe(true);
      // The order in which groups are named changes nothing.
      expect(quotasOf([...counts].reverse(), wanted)).toEqual(quotas);
    }
  });
});

describe('the lot', () => {
  it('is the same for everybody who has the list and the numbers, however they are written', () => {
    expect(seedOf('d', '4, 11 · 23-38;41  7')).toBe(seedOf('d', '4 11 23 38 41 7'));
    expect(plainNumbers(' 4–11\n23 ')).toBe('4 11 23');
    expect(seedOf('d', '4 11 23 38 41 8')).not.toBe(seedOf('d', '4 11 23 38 41 7'));
    expect(seedOf('e', '4 11 23 38 41 7')).not.toBe(seedOf('d', '4 11 23 38 41 7'));
    expect(drawn([...list(['a', 9], ['b', 9])].reverse(), [{ cell: 'a', seats: 2 }], 's')).toEqual(drawn(list(['a', 9], ['b', 9]), [{ cell: 'a', seats: 2 }], 's'));
  });

  it('falls on each of a group alike', () => {
    const people = list(['a', 10]);
    const hits = new Map<string, number>();
    for (let at = 0; at < 3000; at += 1) for (const { ticket, hasSeat } of drawn(people, [{ cell: 'a', seats: 3 }], `seed ${at}`)) if (hasSeat) hits.set(ticket, (hits.get(ticket) ?? 0) + 1);
    // Each is expected 900 times; five standard deviations of a binomial are 125.
    for (const { ticket } of people) expect(Math.abs((hits.get(ticket) ?? 0) - 900)).toBeLessThan(125);
  });

  it('names who is next: of the same group, else of all', () => {
    const waiting = list(['a', 5], ['b', 5]);
    const order = drawn(waiting, [], 'x').filter(({ cell }) => cell === 'b');
    expect(nextFor('b', waiting, 'x')?.ticket).toBe(order[0]?.ticket);
    expect(nextFor('c', waiting, 'x')?.ticket).toBe(drawn(waiting, [], 'x')[0]?.ticket);
    expect(nextFor('b', [], 'x')).toBeNull();
  });
});

describe('a group', () => {
  const population = { ages: [{ ageBand: '15-24', gender: 'female', people: 100 }, { ageBand: '15-24', gender: 'male', people: 100 }, { ageBand: '65+', gender: 'female', people: 300 }], districts: [{ districtId: 'north', people: 150 }, { districtId: 'south', people: 450 }] };

  it('is named by its traits in one order, and by nothing where something is not known', () => {
    expect(cellKeyOf({ ageBand: '65+', gender: 'male', districtId: 'north' }, ['districtId', 'ageBand'])).toBe('ageBand=65+ districtId=north');
    expect(cellKeyOf({ ageBand: null, gender: 'male', districtId: 'north' }, ['ageBand'])).toBeNull();
    expect(cellKeyOf({ ageBand: null, gender: null, districtId: null }, [])).toBe('all');
    expect(traitsOf('ageBand=65+ districtId=north')).toEqual([{ dimension: 'ageBand', value: '65+' }, { dimension: 'districtId', value: 'north' }]);
  });

  it('has the people of its traits, several as their shares multiply, and none that no table names', () => {
    expect(peopleOf('ageBand=15-24', population)).toBe(200);
    expect(peopleOf('gender=female', population)).toBe(400);
    expect(peopleOf('ageBand=15-24 districtId=north', population)).toBe(50);
    expect(peopleOf('all', population)).toBe(500);
    expect(peopleOf('gender=other', population)).toBeNull();
    expect(peopleOf('districtId=gone', population)).toBeNull();
  });
});

describe('whoever checks a draw', () => {
  const people = list(['a', 12], ['b', 8]);
  const cells = quotasOf([count('a', 12, 500), count('b', 8, 500)], 6);
  const listDigest = digest(listText(people));
  const seed = seedOf(listDigest, '1 2 3');
  const asked = drawn(people, cells, seed).filter(({ hasSeat }) => hasSeat).map(({ ticket, cell }) => ({ ticket, cell }));
  const file: DrawFile = { panel: 'p', seats: 6, listDigest, list: listText(people), cells, numbers: '1 2 3', seed, asked };

  it('finds it as it was, also after seats went on to the next', () => {
    expect(listOf(file.list)).toHaveLength(20);
    expect(checkDraw(file)).toEqual({ listed: 20, isList: true, isSeed: true, isQuotas: true, wrong: [] });
    const next = drawn(people, cells, seed).find(({ cell, rank }) => cell === 'b' && rank === 4);
    expect(checkDraw({ ...file, asked: [...asked, { ticket: next?.ticket ?? '', cell: 'b' }] }).wrong).toEqual([]);
  });

  it('sees somebody added to the list, other numbers, other seats, a friend, and one passed over', () => {
    expect(checkDraw({ ...file, list: `${file.list}zz a\n` }).isList).toBe(false);
    expect(checkDraw({ ...file, numbers: '1 2 4' })).toMatchObject({ isList: true, isSeed: false });
    expect(checkDraw({ ...file, cells: cells.map((one) => (one.cell === 'a' ? { ...one, seats: one.seats + 1 } : { ...one, seats: one.seats - 1 })) }).isQuotas).toBe(false);
    const friend = drawn(people, cells, seed).find(({ cell, rank }) => cell === 'a' && rank === 9)?.ticket ?? '';
    const [first] = asked.filter(({ cell }) => cell === 'a');
    expect(checkDraw({ ...file, asked: [...asked.filter((one) => one !== first), { ticket: friend, cell: 'a' }] }).wrong.sort()).toEqual([first?.ticket ?? '', friend].sort());
    expect(checkDraw({ ...file, asked: asked.slice(1) }).wrong).toHaveLength(1);
    expect(checkDraw({ ...file, asked: [...asked, { ticket: 'nobody', cell: 'a' }] }).wrong).toContain('nobody');
  });
});

import { digest } from '@isegoria/ledger/contracts';

/**
 * The draw: pure, the same in the city, in each reader's browser and at a terminal. Whoever has the list, the public numbers and the shares of the people comes to the same seats.
 *
 * Stratified random selection: each group gets its share of the seats by largest remainder (Hamilton), and within a group the lot decides, everybody with the same chance. The lot is
 * the SHA-256 of the seed and one's ticket, the smallest first; the seed is the SHA-256 of the list's digest and of public numbers that nobody could know when the list was closed.
 */

/** One on the list: a number that tells nobody who they are, and the group that they belong to. */
export interface Listed {
  ticket: string;
  cell: string;
}

export interface CellCount {
  cell: string;
  offers: number;
  /** How many live in the city; null where nobody has counted. */
  people: number | null;
}

export interface Quota extends CellCount {
  seats: number;
}

/** Somebody on the list with their place in the order of their group, from 1, and whether that is a seat. */
export interface Placed extends Listed {
  rank: number;
  hasSeat: boolean;
}

/** The list as one text, a line each, in the order of the tickets: what its digest is made of. */
export function listText(list: readonly Listed[]): string {
  return [...list].sort((one, other) => compare(one.ticket, other.ticket)).map(({ ticket, cell }) => `${ticket} ${cell}\n`).join('');
}

export function listOf(text: string): Listed[] {
  return text.split('\n').filter(Boolean).map((line) => {
    const gap = line.indexOf(' ');
    return { ticket: line.slice(0, gap), cell: line.slice(gap + 1) };
  });
}

/** Numbers as they are compared: what two people write with other blanks is the same. */
export const plainNumbers = (numbers: string): string => numbers.trim().split(/[\s,;·–-]+/).filter(Boolean).join(' ');

export const seedOf = (listDigest: string, numbers: string): string => digest(`isegoria panel 1\n${listDigest}\n${plainNumbers(numbers)}\n`);

/**
 * The seats of each group: in proportion to the people that live in the city or, where nobody has counted them, to those who offered themselves; the fractions go to the largest ones, then to
 * the larger group, then by name. A group has no more seats than it has people on the list; what it cannot take goes to the others in the same way.
 */
export function quotasOf(counts: readonly CellCount[], seats: number): Quota[] {
  const given = new Map<string, number>();
  const counted = counts.filter(({ people }) => people !== null);
  const scale = counted.length > 0 ? total(counted, ({ people }) => people ?? 0) / Math.max(1, total(counted, ({ offers }) => offers)) : 1;
  const weight = ({ people, offers }: CellCount): number => people ?? offers * scale;
  let free = [...counts].filter(({ offers }) => offers > 0);
  let left = Math.min(seats, total(free, ({ offers }) => offers));
  while (left > 0) {
    const all = total(free, weight);
    // Where only groups are left in which nobody is said to live, they share alike.
    const share = (one: CellCount): number => (left * (all > 0 ? weight(one) / all : 1 / free.length));
    const full = free.filter((one) => share(one) >= one.offers);
    if (full.length === 0) {
      for (const [one, many] of apportioned(free, share, left)) given.set(one.cell, many);
      break;
    }
    for (const one of full) given.set(one.cell, one.offers);
    left -= total(full, ({ offers }) => offers);
    free = free.filter((one) => !full.includes(one));
  }
  return [...counts].sort((one, other) => compare(one.cell, other.cell)).map((count) => ({ ...count, seats: given.get(count.cell) ?? 0 }));
}

/** Whole seats first; what is left over goes one by one to the largest fractions. */
function apportioned(cells: readonly CellCount[], share: (one: CellCount) => number, seats: number): [CellCount, number][] {
  const whole = cells.map((one): [CellCount, number] => [one, Math.floor(share(one))]);
  const left = seats - whole.reduce((sum, [, many]) => sum + many, 0);
  const byFraction = [...whole].sort(([one, few], [other, many]) => share(other) - many - (share(one) - few) || (other.people ?? other.offers) - (one.people ?? one.offers) || compare(one.cell, other.cell));
  const more = new Set(byFraction.slice(0, left).map(([one]) => one.cell));
  return whole.map(([one, many]) => [one, many + (more.has(one.cell) ? 1 : 0)]);
}

/** Everybody on the list in the order of the draw within their group, and who of them has a seat. */
export function drawn(list: readonly Listed[], quotas: readonly Pick<Quota, 'cell' | 'seats'>[], seed: string): Placed[] {
  const seatsOf = new Map(quotas.map(({ cell, seats }) => [cell, seats]));
  const lots = list.map((one) => ({ ...one, lot: lotOf(seed, one.ticket) })).sort((one, other) => compare(one.lot, other.lot));
  const ranks = new Map<string, number>();
  return lots.map(({ ticket, cell }) => {
    const rank = (ranks.get(cell) ?? 0) + 1;
    ranks.set(cell, rank);
    return { ticket, cell, rank, hasSeat: rank <= (seatsOf.get(cell) ?? 0) };
  });
}

/** Who is asked where a seat of a group falls free: the next of that group or, where nobody is left in it, the next of all. `waiting`: those who have no seat and were not asked. */
export function nextFor(cell: string, waiting: readonly Listed[], seed: string): Listed | null {
  const own = waiting.filter((one) => one.cell === cell);
  const among = own.length > 0 ? own : waiting;
  return [...among].sort((one, other) => compare(lotOf(seed, one.ticket), lotOf(seed, other.ticket)))[0] ?? null;
}

const lotOf = (seed: string, ticket: string): string => digest(`${seed}\n${ticket}\n`);

const total = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((sum, one) => sum + of(one), 0);

/** By code points: the same order everywhere, whatever the language of the machine. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

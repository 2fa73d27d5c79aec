import { decimalOf } from '../fractions';
import type { FreeRound, SharesRound } from '../result';
import { ExactPurses } from './exact';
import type { Prepared } from './prepared';

const PLACES = 9;

/**
 * Tells a known course of Equal Shares round by round, with whole numbers. The course is not believed: a project that its supporters
 * cannot pay at its turn stops the city's count with an error instead of being published.
 */
export function roundsOf(prepared: Prepared, raises: number, order: readonly number[]): { rounds: (SharesRound | FreeRound)[]; leftWith: Record<string, string> } {
  const { election } = prepared;
  const purses = new ExactPurses(prepared, raises);
  let left = election.budget;
  const rounds = order.map((place): SharesRound | FreeRound => {
    const { id, cost } = election.projects[place] ?? { id: '', cost: 0 };
    left -= cost;
    if (cost === 0) return { by: 'free', project: id, left };
    const price = purses.price(place);
    if (!price) throw new Error(`the course of Equal Shares is wrong: the supporters of ${id} cannot pay it`);
    const voters = BigInt(election.voters);
    const { full, rest } = purses.pay(place, price);
    const money = (sum: { top: bigint; bottom: bigint }) => decimalOf({ top: sum.top, bottom: sum.bottom * voters }, PLACES);
    return {
      by: 'shares', project: id, left,
      effectiveVotes: decimalOf({ top: BigInt(cost) * price.bottom * voters, bottom: price.top }, PLACES),
      price: money(price),
      full: { voters: full.voters, paid: money(full) },
      rest: { voters: rest.voters, paid: money(rest) },
    };
  });
  const bought = new Set(order);
  const others = election.projects.flatMap(({ id }, place) => (bought.has(place) ? [] : [[id, decimalOf(purses.together(place), PLACES)] as const]));
  return { rounds, leftWith: Object.fromEntries(others) };
}

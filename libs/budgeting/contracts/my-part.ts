import type { Result } from './result';

/** A citizen's own ballot, as it stands in their receipt. */
export interface OwnBallot {
  projects: readonly string[];
  /** Beside `projects`, where ballots carry points. */
  points?: readonly number[];
}

/** Where one voter's share went. Amounts are in units of money, exact to a billionth of a unit. */
export interface MyPart {
  share: number;
  paid: { project: string; amount: number; /** Whether it was all that they had left. */ isRest: boolean }[];
  left: number;
  /** Projects that they chose and that were funded without a share of theirs: by the completion, or by a rule that gives nobody a share. */
  fundedOtherwise: string[];
}

/**
 * What a citizen's part of the money went to, from their ballot and the published rounds alone, so that their own browser can work it out and nobody else learns the
 * ballot. In each round in which a project of theirs is bought, they pay its price for each point they gave it, or what they have left.
 */
export function myPart({ projects, points }: OwnBallot, result: Pick<Result, 'rounds' | 'shares' | 'winners'>): MyPart {
  const given = new Map(projects.map((project, place) => [project, points?.[place] ?? 1]));
  const share = Number(result.shares?.last ?? 0);
  const paid: MyPart['paid'] = [];
  let left = share;
  for (const round of result.rounds) {
    const mine = given.get(round.project) ?? 0;
    if (round.by !== 'shares' || mine === 0) continue;
    const asked = Number(round.price) * mine;
    const isRest = left < asked - 1e-6;
    const amount = Math.min(left, asked);
    if (amount > 0) paid.push({ project: round.project, amount, isRest });
    left = isRest ? 0 : Math.max(0, left - amount);
  }
  const bought = new Set(result.rounds.filter(({ by }) => by === 'shares').map(({ project }) => project));
  const fundedOtherwise = result.winners.filter((project) => (given.get(project) ?? 0) > 0 && !bought.has(project));
  return { share, paid, left, fundedOtherwise };
}

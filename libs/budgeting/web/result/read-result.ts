import { type Explanation, explainedSentence, type Result, type Round } from '@isegoria/budgeting/contracts';
import type { WordsOfSlice } from '@isegoria/ui/web';
import type { DecidedProject, ShownResult } from '../documents';

/** The one sentence that tells why a project has its fate, in the reader's language. */
export function fateSentence({ id, isFunded, reason, change }: DecidedProject, { t }: Pick<WordsOfSlice, 't'>, money: (cents: number) => string): string {
  const known = Object.fromEntries(Object.entries(reason).filter(([, value]) => value !== null));
  const explained: Explanation = { project: id, funded: isFunded, reason: known as Explanation['reason'], change };
  return explainedSentence(explained, (key, values) => t(key, values), (cents) => money(Math.floor(cents)));
}

/** The published rounds as the rules write them, for whoever counts with them in the browser. */
export function roundsOf({ rounds }: Pick<ShownResult, 'rounds'>): Round[] {
  return rounds.map(({ by, project, left, votes, fate, effectiveVotes, price, fullVoters, fullPaid, restVoters, restPaid }): Round => {
    if (by === 'shares') {
      return { by, project, left, effectiveVotes: effectiveVotes ?? '0', price: price ?? '0', full: { voters: fullVoters ?? 0, paid: fullPaid ?? '0' }, rest: { voters: restVoters ?? 0, paid: restPaid ?? '0' } };
    }
    return by === 'free' ? { by, project, left } : { by: 'votes', project, left, votes: votes ?? 0, fate: fate === 'funded' ? 'funded' : 'unaffordable' };
  });
}

/** What a citizen's own part needs of a result. */
export function publicResult(result: Pick<ShownResult, 'rounds' | 'shares' | 'winners'>): Pick<Result, 'rounds' | 'shares' | 'winners'> {
  const { shares, winners } = result;
  return { rounds: roundsOf(result), winners, shares: shares && { ...shares, runs: 0, leftWith: {} } };
}

import { createHmac } from 'node:crypto';
import { secretFor } from '@isegoria/kernel/api';

/**
 * The name under which a person stands on one ballot: always the same there, another one on every other ballot. Uniqueness
 * is on the verified person, not the account; and without the city's secret nobody can tell from the log who voted what.
 */
export function voterKey(personId: string, ballotId: string): string {
  return createHmac('sha256', secretFor('voters')).update(`${personId}|${ballotId}`).digest('base64url');
}

/** Where a person's vote on a ballot stands. There can be no second one: it is the document's id. */
export function voteId(ballotId: string, voter: string): string {
  return `${ballotId}|${voter}`;
}

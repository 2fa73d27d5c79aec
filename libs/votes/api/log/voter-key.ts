import { createHmac } from 'node:crypto';
import { secretFor } from '@isegoria/kernel/api';

/**
 * The name under which a person stands on one ballot: always the same there, another one on every other ballot. Uniqueness
 * is on the verified person, not the account; and without the city's secret nobody can tell from the log who voted what.
 */
export function voterKey(personId: string, ballotId: string): string {
  return createHmac('sha256', secretFor('voters')).update(`${personId}|${ballotId}`).digest('base64url');
}

/**
 * The name of a press in the log: its nonce and what was pressed, so that a nonce that comes again with another choice is a press of its own.
 * With the city's secret, or the ledger's line would let a voter show a buyer which choice makes it (decision 007).
 */
export function pressKey(nonce: string, answers: readonly string[], sealed = ''): string {
  return createHmac('sha256', secretFor('presses')).update(JSON.stringify([nonce, answers, sealed])).digest('base64url').slice(0, 22);
}

/** Where a person's vote on a ballot stands. There can be no second one: it is the document's id. */
export function voteId(ballotId: string, voter: string): string {
  return `${ballotId}|${voter}`;
}

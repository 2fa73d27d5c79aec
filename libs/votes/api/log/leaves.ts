import { createHash, createHmac, hash } from 'node:crypto';
import type { Leaf } from '@isegoria/ledger/contracts';
import { secretFor } from '@isegoria/kernel/api';
import type { Ballot } from '../ballots/ballot.schema';
import type { Cast } from './cast-batch.schema';
import { secrecyOf } from '../ballots/secrecy';

let salt: Buffer | null = null;

/**
 * The line of the public ledger that a cast becomes: the same one whenever it is asked for, by the promise at once and by the
 * ledger later. Of an open ballot it says the choice, so that anyone recounts; of the others a commitment only.
 */
export function leafOf(cast: Cast, ballot: Pick<Ballot, '_id' | 'kind' | 'secrecy'>): Leaf {
  const { nonce, channel = 'online', answers } = cast;
  const { _id, kind } = ballot;
  const press = sha256(nonce);
  // Spelt out twice: this runs for every vote, and spreading a common part costs more than all of its hashes.
  if (secrecyOf(ballot) === 'open') return { v: 1, type: 'vote', ballot: _id, kind, voter: publicName(cast), press, channel, choice: answers };
  return { v: 1, type: 'vote', ballot: _id, kind, press, channel, commitment: commitmentOf(cast) };
}

/** Of a sealed ballot the hash of what the browser sent. Of a secret one a hash with a salt that nobody has but the city: the citizen cannot show it to a buyer. */
export function commitmentOf({ ballotId, voter, nonce, answers, sealed }: Cast): string {
  if (sealed) return sha256(Buffer.from(sealed, 'base64url'));
  const own = createHmac('sha256', (salt ??= secretFor('commitments'))).update(`${ballotId}|${voter}|${nonce}`).digest();
  return createHash('sha256').update(own).update(JSON.stringify(answers)).digest('base64url');
}

/** Not the name of the log itself: whoever steals one of the two lists cannot join it with the other. */
function publicName({ ballotId, voter }: Cast): string {
  return createHmac('sha256', (salt ??= secretFor('commitments'))).update(`public|${ballotId}|${voter}`).digest('base64url');
}

function sha256(content: string | Buffer): string {
  return hash('sha256', content, 'base64url');
}

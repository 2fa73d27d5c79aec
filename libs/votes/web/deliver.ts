import { asFailure, graph, type ResultOf } from '@isegoria/ui/web';
import type { Answer } from '@isegoria/votes/contracts';
import { CastVote } from './documents';
import { keepReceipt } from './receipts';

type Sent = ResultOf<typeof CastVote>['castVote'];

/** What became of a press. Null: nobody is signed in. `lost`: no answer came. */
export type Fate = Sent | { __typename: 'lost' } | null;

/** Why a press did not count. */
export type Refused = Exclude<Sent, { __typename: 'VoteCast' }> | { __typename: 'lost' };

/** What is sent: answers that the server can read, or what was sealed and nothing beside it. */
export interface Delivery {
  answers: readonly Answer[];
  nonce: string;
  sealed?: string;
}

const pauses = [400, 1500, 4000];

/** Sends a press, and the same press again while nobody can say what became of it. Keeps the receipt of one that counts. */
export async function deliver(ballotId: string, { answers, nonce, sealed }: Delivery): Promise<Fate> {
  for (const pause of [...pauses, null]) {
    try {
      const { castVote } = await graph(CastVote, { ballotId, answers: [...answers], nonce, sealed });
      if (castVote.__typename === 'VoteCast') keepReceipt({ ballotId, leaf: castVote.leaf, promise: castVote.promise });
      if (castVote.__typename !== 'NotKept' || pause === null) return castVote;
    } catch (error) {
      if (asFailure(error).kind === 'sign_in') return null;
      if (pause === null) break;
    }
    await new Promise((wake) => setTimeout(wake, pause));
  }
  return { __typename: 'lost' };
}

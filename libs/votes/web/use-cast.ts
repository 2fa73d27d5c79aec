import { asFailure, askToSignIn, graph, type ResultOf } from '@isegoria/ui/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import { CastVote } from './documents';
import { keepIntent, type Press, takeIntent } from './kept-intent';
import { type Answers, useMyVote } from './use-my-vote';

type Sent = ResultOf<typeof CastVote>['castVote'];
type Fate = Sent | { __typename: 'lost' } | null;

/** Why a press did not count; `lost` when no answer came. */
export type Refused = Exclude<Sent, { __typename: 'VoteCast' }> | { __typename: 'lost' };

/** Where the reader's vote on a ballot stands. */
export interface Casting {
  /** Their answers as they see them: at once what they pressed. Undefined until it is known, null for a visitor. */
  mine: Answers | null | undefined;
  /** The log's number of their last press, once it is kept. */
  seq: number | null;
  pending: boolean;
  refused: Refused | null;
  /** Votes, or with no answers takes the vote back. A visitor is asked to sign in, and the press is kept for their return. */
  cast(answers: Answers): void;
}

const pauses = [400, 1500, 4000];

/** The reader's vote on one ballot. Every press has its nonce, and goes again with the same one until it is known what became of it. */
export function useCast(ballotId: string): Casting {
  const { mine, setMine } = useMyVote(ballotId);
  const [state, setState] = useState<{ seq: number | null; pending: boolean; refused: Refused | null }>({ seq: null, pending: false, refused: null });
  const waiting = useRef<Press | null>(null);
  const isSending = useRef(false);

  /** One press after the other: two on their way together might arrive the wrong way round. Of those that wait, the last one counts. */
  const press = useCallback(
    async (next: Press, before: Answers) => {
      waiting.current = next;
      setMine(next.answers);
      setState({ seq: null, pending: true, refused: null });
      if (isSending.current) return;
      isSending.current = true;
      let kept = before;
      let sent: Fate = null;
      for (let now: Press | null = next; now; now = waiting.current) {
        waiting.current = null;
        sent = await send(ballotId, now);
        if (sent?.__typename === 'VoteCast') kept = now.answers;
      }
      isSending.current = false;
      setMine(sent ? kept : null);
      setState(stateAfter(sent));
    },
    [ballotId, setMine],
  );

  const cast = useCallback(
    (answers: Answers) => {
      const made = { answers, nonce: crypto.randomUUID() };
      if (mine !== null) return void press(made, mine ?? []);
      keepIntent(ballotId, made);
      askToSignIn();
    },
    [ballotId, mine, press],
  );

  useEffect(() => {
    const kept = mine ? takeIntent(ballotId) : null;
    if (kept && mine) void press(kept, mine);
  }, [ballotId, mine, press]);

  return { mine, ...state, cast };
}

function stateAfter(sent: Fate) {
  if (sent?.__typename === 'VoteCast') return { seq: sent.seq, pending: false, refused: null };
  return { seq: null, pending: false, refused: sent };
}

/** Sends a press, and the same press again while nobody can say what became of it. Null: nobody is signed in; it is kept. */
async function send(ballotId: string, press: Press): Promise<Fate> {
  for (const pause of [...pauses, null]) {
    try {
      const { castVote } = await graph(CastVote, { ballotId, ...press });
      if (castVote.__typename !== 'NotKept' || pause === null) return castVote;
    } catch (error) {
      if (asFailure(error).kind === 'sign_in') {
        keepIntent(ballotId, press);
        return null;
      }
      if (pause === null) break;
    }
    await new Promise((wake) => setTimeout(wake, pause));
  }
  return { __typename: 'lost' };
}

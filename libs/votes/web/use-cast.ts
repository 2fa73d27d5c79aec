import { askToSignIn, onSignal } from '@isegoria/ui/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keepIntent, type Press, takeIntent } from './kept-intent';
import { deliver, type Fate, type Refused } from './deliver';
import { type Answers, useMyVote } from './use-my-vote';

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
        sent = await deliver(ballotId, now);
        if (sent === null) keepIntent(ballotId, now);
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

  // Whoever signs in here later may be somebody else.
  useEffect(() => onSignal('not-now', () => void takeIntent(ballotId)), [ballotId]);

  return { mine, ...state, cast };
}

function stateAfter(sent: Fate) {
  if (sent?.__typename === 'VoteCast') return { seq: sent.seq, pending: false, refused: null };
  return { seq: null, pending: false, refused: sent };
}

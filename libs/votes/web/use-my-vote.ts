import { graph } from '@isegoria/ui/web';
import type { VoteAnswer } from '@isegoria/votes/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { MyVotes } from './documents';

export type Answers = Pick<VoteAnswer, 'questionId' | 'optionId'>[];

/** Buttons that are drawn together ask together. */
const gatherMs = 15;
const most = 100;

const keyOf = (ballotId: string) => ['MyVotes', ballotId];

interface Waiting {
  ballotId: string;
  answer(answers: Answers | null): void;
  fail(error: unknown): void;
}

let waiting: Waiting[] = [];

/** The reader's own answers on a ballot: undefined until it is known, null for a visitor, empty where they did not vote. */
export function useMyVote(ballotId: string): { mine: Answers | null | undefined; setMine(answers: Answers | null): void } {
  const client = useQueryClient();
  // A visitor may come back signed in, so that their «nothing» does not stay fresh.
  const { data } = useQuery({ queryKey: keyOf(ballotId), queryFn: () => ask(ballotId), staleTime: ({ state }) => (state.data ? 60_000 : 0) });
  const setMine = useCallback(
    (answers: Answers | null) => {
      // An answer that is on its way was true before the press.
      void client.cancelQueries({ queryKey: keyOf(ballotId) });
      client.setQueryData(keyOf(ballotId), answers);
    },
    [client, ballotId],
  );
  return { mine: data, setMine };
}

function ask(ballotId: string): Promise<Answers | null> {
  return new Promise((answer, fail) => {
    if (waiting.length === 0) setTimeout(() => void send(), gatherMs);
    waiting.push({ ballotId, answer, fail });
    if (waiting.length === most) void send();
  });
}

async function send(): Promise<void> {
  const asked = waiting;
  waiting = [];
  if (asked.length === 0) return;
  try {
    const { myVotes } = await graph(MyVotes, { ballotIds: asked.map(({ ballotId }) => ballotId) });
    const known = new Map(myVotes.map(({ ballotId, answers }) => [ballotId, answers]));
    for (const { ballotId, answer } of asked) answer(known.get(ballotId) ?? null);
  } catch (error) {
    for (const { fail } of asked) fail(error);
  }
}

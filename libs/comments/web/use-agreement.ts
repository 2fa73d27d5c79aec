import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMe } from '@isegoria/identity/web';
import { askToSignIn, asFailure, graph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Agree, AgreementsOf, type NotAgreed, type ShownComment } from './documents';
import { whyNotAgreed } from './refusal-words';

const agreed = [{ questionId: 'support', optionId: 'yes' }];
const keyOf = (ids: string[]) => ['Agreements', ...ids];
const ballotOf = (id: string) => `comment:${id}`;

/** With which of the comments of a list the reader agrees; asked once for the list. */
export function useAgreements(comments: ShownComment[]): Set<string> {
  const { me } = useMe();
  const ids = comments.map(({ id }) => id).sort();
  const { data } = useQuery({ queryKey: keyOf(ids), queryFn: () => ask(ids), enabled: me !== null && ids.length > 0, staleTime: 60_000, placeholderData: (before) => before });
  return new Set(data ?? []);
}

async function ask(ids: string[]): Promise<string[]> {
  const { myVotes } = await graph(AgreementsOf, { ballotIds: ids.slice(0, 100).map(ballotOf) });
  const mine = new Set(myVotes.filter(({ answers }) => answers.length > 0).map(({ ballotId }) => ballotId));
  return ids.filter((id) => mine.has(ballotOf(id)));
}

/** The reader's agreement with one comment: at once on the page, then in the log of votes; taken back on the page where it was not written. */
export function useAgreement({ id, supports }: ShownComment, wasAgreed: boolean) {
  const { me } = useMe();
  const client = useQueryClient();
  const [pressed, setPressed] = useState<{ agrees: boolean; before: number } | null>(null);
  const words = useWords('comments');
  const [refused, setRefused] = useState<NotAgreed | null>(null);
  const agrees = pressed?.agrees ?? wasAgreed;
  // Until the count has moved, the reader's own press stands in for it.
  const step = pressed && pressed.agrees !== wasAgreed && supports === pressed.before ? (pressed.agrees ? 1 : -1) : 0;

  const press = async () => {
    if (!me) return askToSignIn();
    const next = !agrees;
    setRefused(null);
    setPressed({ agrees: next, before: supports });
    const fate = await sent(id, next);
    if (fate?.__typename === 'VoteCast') return client.invalidateQueries({ queryKey: ['Agreements'], refetchType: 'none' });
    setPressed(null);
    setRefused(fate);
  };
  return { agrees, count: Math.max(supports + step, 0), refused: refused && whyNotAgreed(words, refused), press: () => void press() };
}

/** What became of a press; null where nobody is signed in. */
async function sent(id: string, agrees: boolean): Promise<NotAgreed | { __typename: 'VoteCast' } | null> {
  try {
    const { castVote } = await graph(Agree, { ballotId: ballotOf(id), answers: agrees ? agreed : [], nonce: crypto.randomUUID() });
    return castVote;
  } catch (error) {
    return asFailure(error).kind === 'sign_in' ? null : { __typename: 'lost' };
  }
}

import { useMe } from '@isegoria/identity/web';
import { useGraph } from '@isegoria/ui/web';
import { MyVotes } from '@isegoria/votes/web';
import type { ShownQuestion } from '../documents';

const atOnce = 100;

/** Which of these questions the reader supports; asked once for all of them. Undefined until it is known. */
export function useSupports(questions: readonly Pick<ShownQuestion, 'ballotId' | 'isPublic'>[]): ReadonlySet<string> | undefined {
  const { me } = useMe();
  const ballotIds = questions.filter(({ isPublic }) => isPublic).map(({ ballotId }) => ballotId).sort().slice(0, atOnce);
  const { data } = useGraph(MyVotes, { ballotIds }, { enabled: me !== null && ballotIds.length > 0, keepPrevious: true });
  return data && new Set(data.myVotes.filter(({ answers }) => answers.length > 0).map(({ ballotId }) => ballotId));
}

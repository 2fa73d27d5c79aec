import { type Stance, stances } from '@isegoria/consultations/contracts';
import { useGraph } from '@isegoria/ui/web';
import { MyVotes } from '@isegoria/votes/web';

const most = 100;

/** Where the reader stands on the articles of a text, by ballot. The city tells of a hundred ballots at a time, and a text has up to two hundred articles. */
export function useMyStances(ballotIds: readonly string[]): { stanceOn(ballotId: string): Stance | null; refetch(): void } {
  const first = useGraph(MyVotes, { ballotIds: ballotIds.slice(0, most) }, { enabled: ballotIds.length > 0, staleMs: 0 });
  const rest = useGraph(MyVotes, { ballotIds: ballotIds.slice(most, 2 * most) }, { enabled: ballotIds.length > most, staleMs: 0 });
  const last = useGraph(MyVotes, { ballotIds: ballotIds.slice(2 * most) }, { enabled: ballotIds.length > 2 * most, staleMs: 0 });
  const votes = [first, rest, last].flatMap(({ data }) => data?.myVotes ?? []);
  const mine = new Map(votes.map(({ ballotId, answers }) => [ballotId, answers[0]?.optionId]));
  return {
    stanceOn: (ballotId) => stances.find((one) => one === mine.get(ballotId)) ?? null,
    refetch: () => void Promise.all([first, ...(ballotIds.length > most ? [rest] : [])].map((answer) => answer.refetch())),
  };
}

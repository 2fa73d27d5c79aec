import type { Subject } from '@isegoria/kernel/contracts';
import { graph, type GrowingList, useGrowing } from '@isegoria/ui/web';
import { RepliesTo, type ShownComment, type Side, SidePage, type SortOrder } from './documents';
import { repliesKey, sideKey } from './pages-in-memory';

const sideSize = 10;
const repliesSize = 20;

/** The arguments of one side. */
export function useSide(subject: Subject, alignment: Side, sort: SortOrder): GrowingList<ShownComment> {
  return useGrowing(sideKey(subject, alignment, sort), async (after) => (await graph(SidePage, { subject, alignment, sort, first: sideSize, after })).comments);
}

/** The replies to an argument, when it is open. */
export function useReplies(commentId: string, enabled: boolean): GrowingList<ShownComment> {
  return useGrowing(repliesKey(commentId), async (after) => (await graph(RepliesTo, { commentId, first: repliesSize, after })).replies, enabled);
}

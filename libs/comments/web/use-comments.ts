import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { Subject } from '@isegoria/kernel/contracts';
import { asFailure, type Failure, graph } from '@isegoria/ui/web';
import { RepliesTo, type ShownComment, type Side, SidePage, type SortOrder } from './documents';
import { type CommentsShown, flat, repliesKey, sideKey } from './pages-in-memory';

/** A list that grows by pages, when the reader asks. */
export interface GrowingList {
  items: ShownComment[];
  hasMore: boolean;
  pending: boolean;
  growing: boolean;
  error: Failure | null;
  grow(): void;
  again(): void;
}

const sideSize = 10;
const repliesSize = 20;

/** The arguments of one side. */
export function useSide(subject: Subject, alignment: Side, sort: SortOrder): GrowingList {
  return useGrowing(sideKey(subject, alignment, sort), async (after) => (await graph(SidePage, { subject, alignment, sort, first: sideSize, after })).comments);
}

/** The replies to an argument, when it is open. */
export function useReplies(commentId: string, enabled: boolean): GrowingList {
  return useGrowing(repliesKey(commentId), async (after) => (await graph(RepliesTo, { commentId, first: repliesSize, after })).replies, enabled);
}

function useGrowing(queryKey: readonly unknown[], ask: (after: string | null) => Promise<CommentsShown>, enabled = true): GrowingList {
  const query = useInfiniteQuery<CommentsShown, Error, InfiniteData<CommentsShown, string | null>, readonly unknown[], string | null>({
    queryKey,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    enabled,
    staleTime: 30_000,
    // What one reads does not change its order by itself; the room says what is new.
    refetchOnWindowFocus: false,
  });
  return {
    items: unique(flat(query.data)),
    hasMore: query.hasNextPage,
    pending: query.isPending && enabled,
    growing: query.isFetchingNextPage,
    error: query.error ? asFailure(query.error) : null,
    grow: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}

/** A comment that gained agreement between two pages would come twice. */
function unique(items: ShownComment[]): ShownComment[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

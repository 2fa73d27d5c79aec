import { useRoom } from '@isegoria/realtime/web';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { asFailure, type Failure, graph, type ResultOf } from '@isegoria/ui/web';
import { useEffect, useRef } from 'react';
import { QueueOf, type RowShown } from '../documents';

/** What a moderator's screen hears: which case, what happened to it, and by whom. */
export interface QueueChange {
  caseId: string;
  what: 'opened' | 'changed' | 'claimed' | 'released' | 'decided' | 'objection';
  by: string | null;
}

const room = { kind: 'moderation', id: 'queue' };
const shown = 50;
/** A burst of reports makes one question. */
const calmMs = 250;

type Page = ResultOf<typeof QueueOf>['moderationQueue'];

export interface GrowingQueue {
  rows: RowShown[];
  total: number;
  pending: boolean;
  error: Failure | null;
  /** Brings the next fifty; null where all are there. */
  grow: (() => void) | null;
  growing: boolean;
  refetch(): void;
}

/** The queue as it is now, and as it becomes; as many pages of it as somebody asked for. */
export function useQueue(onChange: (change: QueueChange) => void): GrowingQueue {
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery<Page, Error, InfiniteData<Page, string | null>, readonly unknown[], string | null>({
    // Beside the tabs' own question: an act that refreshes the queue refreshes both.
    queryKey: ['QueueOf', 'pages'],
    queryFn: async ({ pageParam: after }) => (await graph(QueueOf, { first: shown, after })).moderationQueue,
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    staleTime: 2000,
  });
  const calm = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(calm.current), []);
  const soon = () => {
    clearTimeout(calm.current);
    calm.current = setTimeout(() => void refetch(), calmMs);
  };
  useRoom(room, {
    onDelta(_name, payload) {
      soon();
      onChange(payload as QueueChange);
    },
    onMissed: soon,
  });
  return {
    rows: unique(data?.pages.flatMap(({ items }) => items) ?? []),
    total: data?.pages[0]?.total ?? 0,
    pending: isPending,
    error: error ? asFailure(error) : null,
    grow: hasNextPage ? () => void fetchNextPage() : null,
    growing: isFetchingNextPage,
    refetch: () => void refetch(),
  };
}

/** A case that reports moved forward between two pages would come twice. */
function unique(rows: RowShown[]): RowShown[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

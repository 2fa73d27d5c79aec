import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { asFailure, type Failure } from './failure';

/** A list that grows by pages, when the reader asks. */
export interface GrowingList<Item> {
  items: Item[];
  hasMore: boolean;
  pending: boolean;
  growing: boolean;
  error: Failure | null;
  grow(): void;
  again(): void;
}

interface PageOf<Item> {
  items: Item[];
  next: string | null;
}

/** Asks for the first page, and for the next ones as the reader wants them. `ask` gets the cursor of the page before. */
export function useGrowing<Item extends { id: string }>(queryKey: readonly unknown[], ask: (after: string | null) => Promise<PageOf<Item>>, enabled = true): GrowingList<Item> {
  const query = useInfiniteQuery<PageOf<Item>, Error, InfiniteData<PageOf<Item>, string | null>, readonly unknown[], string | null>({
    queryKey,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    enabled,
    staleTime: 30_000,
    // What one reads does not change its order by itself; a room says what is new.
    refetchOnWindowFocus: false,
  });
  return {
    items: unique(query.data?.pages.flatMap(({ items }) => items) ?? []),
    hasMore: query.hasNextPage,
    pending: query.isPending && enabled,
    growing: query.isFetchingNextPage,
    error: query.error ? asFailure(query.error) : null,
    grow: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}

/** What changed its place between two pages would come twice. */
function unique<Item extends { id: string }>(items: Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

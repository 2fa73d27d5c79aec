import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { type Subject, subjectKey } from '@isegoria/kernel/contracts';
import type { ShownComment, Side, SortOrder } from './documents';

/** One page of comments, as it came. */
export interface CommentsShown {
  items: ShownComment[];
  next: string | null;
  total: number;
}

type Pages = InfiniteData<CommentsShown, string | null>;

export const sideKey = (subject: Subject, side: Side, sort: SortOrder) => ['Arguments', subjectKey(subject), side, sort] as const;
export const repliesKey = (commentId: string) => ['Replies', commentId] as const;

/** All comments of the pages that are shown. */
export const flat = (pages: Pages | undefined): ShownComment[] => pages?.pages.flatMap(({ items }) => items) ?? [];

/** Whether nothing stands in a list; also of one that nobody has opened. */
export const isEmpty = (client: QueryClient, key: readonly unknown[]): boolean => flat(client.getQueryData<Pages>(key)).length === 0;

/** Whether a comment stands in any list of the page. */
export const isShown = (client: QueryClient, id: string): boolean =>
  ['Arguments', 'Replies'].some((prefix) => client.getQueriesData<Pages>({ queryKey: [prefix] }).some(([, pages]) => flat(pages).some((item) => item.id === id)));

/** Changes the shown comments of a list in place; nothing happens to a list that nobody has opened. */
export function changeList(client: QueryClient, key: readonly unknown[], change: (items: ShownComment[], page: number, pages: number) => ShownComment[]): void {
  client.setQueryData<Pages>(key, (old) => old && { ...old, pages: old.pages.map((page, at) => ({ ...page, items: change(page.items, at, old.pages.length) })) });
}

/** Changes one comment wherever it is shown. */
export function changeEverywhere(client: QueryClient, id: string, change: (comment: ShownComment) => ShownComment): void {
  for (const prefix of ['Arguments', 'Replies']) {
    for (const [key] of client.getQueriesData({ queryKey: [prefix] })) changeList(client, key, (items) => items.map((item) => (item.id === id ? change(item) : item)));
  }
}

/** Takes a comment away wherever it is shown. */
export function removeEverywhere(client: QueryClient, id: string): void {
  for (const prefix of ['Arguments', 'Replies']) {
    for (const [key] of client.getQueriesData({ queryKey: [prefix] })) changeList(client, key, (items) => items.filter((item) => item.id !== id));
  }
}

/** Puts a comment first, once: what its author has just written. */
export function putFirst(client: QueryClient, key: readonly unknown[], comment: ShownComment): void {
  changeList(client, key, (items, page) => {
    const others = items.filter(({ id }) => id !== comment.id);
    return page === 0 ? [comment, ...others] : others;
  });
}

/** Puts a comment at the end of a list that is shown whole, where it moves nothing that is being read. Says whether it is shown now. */
export function putLast(client: QueryClient, key: readonly unknown[], comment: ShownComment): boolean {
  const pages = client.getQueryData<Pages>(key);
  if (!pages) return false;
  if (flat(pages).some(({ id }) => id === comment.id)) return true;
  if (pages.pages.at(-1)?.next) return false;
  changeList(client, key, (items, page, all) => (page === all - 1 ? [...items, comment] : items));
  return true;
}

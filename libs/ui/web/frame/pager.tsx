import { useEffect, useRef, type RefObject } from 'react';
import { Link, NavigationType, useLocation, useNavigationType, useSearchParams } from 'react-router';
import { announce } from '../announce';
import { useWords } from '../words/use-words';
import styles from './pager.module.css';
import { useTitlePart } from './title';

/**
 * Which page of a list the address names. A list is read by cursors, so the address holds the cursor and the number for
 * people, and the history entry holds the way back; a shared address without it leads back to the first page.
 */
export function usePaging(): { after: string | null; page: number } {
  const [search] = useSearchParams();
  const after = search.get('after');
  const page = Number(search.get('page'));
  return { after, page: after && Number.isInteger(page) && page > 1 ? page : 1 };
}

/** The address of the same list, narrowed by one thing more (or, by an empty value, one less): a narrower list begins on its first page. */
export function narrowed(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const gone of ['after', 'page', name]) next.delete(gone);
  if (value) next.set(name, value);
  return next;
}

export interface PagerProps {
  /** The cursor of the following page, or null on the last. */
  next: string | null | undefined;
  /** How many things there are in all. */
  total: number;
  /** How many stand on a page. */
  size: number;
}

/** From page to page of a list; never an endless one, which a keyboard cannot leave. */
export function Pager({ next, total, size }: PagerProps) {
  const { t } = useWords('ui');
  const { after, page } = usePaging();
  const trail = useTrail();
  const [search] = useSearchParams();
  const pages = Math.max(page, Math.ceil(total / size));
  const where = t('pager.page', { page, pages });
  useTitlePart('note', page > 1 ? `, ${where}` : '');
  const nav = useRef<HTMLElement>(null);
  useTurn(page, where, nav);
  if (page === 1 && !next) return null;
  return (
    <nav ref={nav} className={styles.pager} aria-label={t('pager.label')}>
      {page > 1 && (
        <Link to={addressOf(search, trail.at(-1) ?? null, page - 1)} state={{ trail: trail.slice(0, -1) }} rel="prev">
          {t(trail.length === page - 1 ? 'pager.previous' : 'pager.first')}
        </Link>
      )}
      <span className={styles.where}>{where}</span>
      {next && (
        <Link to={addressOf(search, next, page + 1)} state={{ trail: [...trail, after] }} rel="next">
          {t('pager.next')}
        </Link>
      )}
    </nav>
  );
}

/** The cursors of the pages before this one. */
function useTrail(): (string | null)[] {
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null || !('trail' in state)) return [];
  return Array.isArray(state.trail) ? state.trail.map((cursor: unknown) => (typeof cursor === 'string' ? cursor : null)) : [];
}

function addressOf(search: URLSearchParams, cursor: string | null, page: number): string {
  const next = new URLSearchParams(search);
  next.delete('after');
  next.delete('page');
  if (cursor) next.set('after', cursor);
  if (cursor) next.set('page', String(page));
  return `?${next.toString()}`;
}

/** Who turns the page reads on from the beginning of the list, and hears which page it is; who goes back in the browser is where they were. */
function useTurn(page: number, where: string, nav: RefObject<HTMLElement | null>): void {
  const isReturn = useNavigationType() === NavigationType.Pop;
  const before = useRef(page);
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    announce(where);
    const list = isReturn ? null : listBefore(nav.current);
    if (!list) return;
    list.tabIndex = -1;
    list.focus({ preventScroll: true });
    list.scrollIntoView();
  }, [page, where, nav, isReturn]);
}

/** What stands before the pager: one list, or cards of one kind, of which the first is meant. */
function listBefore(nav: HTMLElement | null): HTMLElement | null {
  let first = nav?.previousElementSibling ?? null;
  while (first?.previousElementSibling?.tagName === first?.tagName) first = first?.previousElementSibling ?? null;
  return first instanceof HTMLElement ? first : null;
}

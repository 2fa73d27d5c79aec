import { useEffect, type RefObject } from 'react';
import { useLocation } from 'react-router';

let arrivedAt: string | null = null;

/**
 * Who comes to another page starts at its headline: it gets the focus, so that a screen reader says where they are and Tab
 * goes on from there. Not on the first page of a visit, which the browser itself announces, nor within the same page.
 */
export function useArrival(headline: RefObject<HTMLElement | null>): void {
  const { pathname, hash } = useLocation();
  useEffect(() => {
    const first = arrivedAt === null;
    const moved = arrivedAt !== pathname;
    arrivedAt = pathname;
    if (hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
    else if (moved && !first) headline.current?.focus({ preventScroll: true });
  }, [headline, pathname, hash]);
}

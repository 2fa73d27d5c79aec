import { useEffect, useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

const positions = new Map<string, number>();
const PATIENCE_MS = 2000;

/** A new page starts at its top; going back returns to where one was, also when the page's content comes a moment later. */
export function useScroll(): void {
  const { key, pathname } = useLocation();
  const type = useNavigationType();
  const before = useRef<string | null>(null);
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const remember = () => positions.set(key, window.scrollY);
    // Who chose a filter further down has not moved, and is still there.
    if (!positions.has(key)) remember();
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, [key]);
  useLayoutEffect(() => {
    const isFirst = before.current === null;
    const isOther = before.current !== pathname;
    before.current = pathname;
    if (isFirst) return undefined;
    if (type === NavigationType.Pop) return returnTo(positions.get(key) ?? 0);
    // A change of the query alone (a filter) leaves the reader where they are, a change of page does not.
    if (isOther) window.scrollTo(0, 0);
    return undefined;
  }, [key]);
}

/** Scrolls there as soon as the page is long enough, unless the reader moves first. */
function returnTo(top: number): () => void {
  const go = () => window.scrollTo(0, top);
  const stop = () => {
    growth.disconnect();
    clearTimeout(patience);
    for (const event of ['wheel', 'touchmove', 'keydown']) window.removeEventListener(event, stop);
  };
  const growth = new ResizeObserver(() => {
    go();
    if (document.body.scrollHeight >= top + window.innerHeight) stop();
  });
  const patience = setTimeout(stop, PATIENCE_MS);
  for (const event of ['wheel', 'touchmove', 'keydown']) window.addEventListener(event, stop, { passive: true });
  go();
  growth.observe(document.body);
  return stop;
}

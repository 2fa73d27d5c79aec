import { useEffect, useLayoutEffect } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

const positions = new Map<string, number>();
const PATIENCE_MS = 2000;

/** A new page starts at its top; going back returns to where one was, also when the page's content comes a moment later. */
export function useScroll(): void {
  const { key, pathname, hash } = useLocation();
  const type = useNavigationType();
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const remember = () => positions.set(key, window.scrollY);
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, [key]);
  useLayoutEffect(() => {
    if (type === NavigationType.Pop) return returnTo(positions.get(key) ?? 0);
    if (!hash) window.scrollTo(0, 0);
    return undefined;
    // A change of the query alone (a filter) leaves the reader where they are, a change of page does not.
  }, [pathname, type, type === NavigationType.Pop ? key : '']);
}

/** Scrolls there as soon as the page is long enough, unless the reader moves first. */
function returnTo(top: number): (() => void) | undefined {
  if (top === 0) return undefined;
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

import { useEffect, type RefObject } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

let arrivedAt: string | null = null;

/** So long may an answer take that brings the part of a page to which the address leads. */
const patienceMs = 5000;

/**
 * Who comes to another page, or to another step of it, starts at its headline: it gets the focus, so that a screen reader says
 * where they are and Tab goes on from there; or at the part that the address names. Not on the first page of a visit, which the
 * browser itself announces, nor where a form has just said what is wrong, or starts at one of its fields.
 */
export function useArrival(headline: RefObject<HTMLElement | null>, step = ''): void {
  const { pathname, hash } = useLocation();
  const returns = useNavigationType() === NavigationType.Pop;
  useEffect(() => {
    const before = arrivedAt;
    arrivedAt = `${pathname} ${step}`;
    const isBack = returns && before !== null;
    if (before !== null && before !== arrivedAt && !document.activeElement?.closest('[role="alert"], [data-starts]')) {
      // The shell brings another page to its top; of a step within a page it knows nothing.
      if (!isBack && before.startsWith(`${pathname} `)) window.scrollTo(0, 0);
      headline.current?.focus({ preventScroll: true });
    }
    return hash ? whenThere(decodeURIComponent(hash.slice(1)), (part) => startAt(part, isBack)) : undefined;
  }, [headline, pathname, step, hash]);
}

/** The focus goes to a part of the page; the page moves along, unless somebody returns to where they were. */
function startAt(part: HTMLElement, preventScroll: boolean): void {
  if (part.tabIndex < 0) part.tabIndex = -1;
  part.focus({ preventScroll: true });
  if (!preventScroll) part.scrollIntoView();
}

/** A part may come with a later answer: it is waited for, until the reader goes on by themselves. Answers how to stop. */
function whenThere(id: string, found: (part: HTMLElement) => void): () => void {
  const look = () => {
    const part = document.getElementById(id);
    if (part) stop();
    if (part) found(part);
  };
  const stop = () => {
    arrivals.disconnect();
    clearTimeout(patience);
    for (const act of ['keydown', 'pointerdown', 'wheel']) window.removeEventListener(act, stop);
  };
  const arrivals = new MutationObserver(look);
  const patience = setTimeout(stop, patienceMs);
  for (const act of ['keydown', 'pointerdown', 'wheel']) window.addEventListener(act, stop, { passive: true });
  arrivals.observe(document.body, { childList: true, subtree: true });
  look();
  return stop;
}

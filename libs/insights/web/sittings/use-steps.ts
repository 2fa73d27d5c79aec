import { useEffect, useRef, useState } from 'react';

export interface Steps {
  current: string;
  go(id: string): void;
  next: string | null;
  previous: string | null;
}

/**
 * Steps through the sections by the arrow keys, Home and End where they belong to nothing else: in the agenda and on the heading to which a step led (`data-steps`).
 * In the hall the whole page listens, to PageUp and PageDown too, as a speaker's remote control sends them. Escape leaves the hall.
 */
export function useSteps(ids: readonly string[], { inHall, leaveHall }: { inHall: boolean; leaveHall(): void }): Steps {
  const [wanted, setWanted] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const current = ids.includes(wanted) ? wanted : (ids[0] ?? '');
  const at = ids.indexOf(current);
  const [next, previous] = [ids[at + 1] ?? null, ids[at - 1] ?? null];
  const moved = useRef(false);

  const go = (id: string) => {
    moved.current = true;
    setWanted(id);
    // A link to this item, without a step in the browser's history for each press.
    history.replaceState(history.state, '', `#${encodeURIComponent(id)}`);
  };
  useEffect(() => {
    if (!moved.current) return;
    const heading = document.getElementById(headingId(current));
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }, [current]);

  const acts: Partial<Record<string, () => void>> = {
    ArrowRight: () => next !== null && go(next),
    ArrowLeft: () => previous !== null && go(previous),
    Home: () => ids[0] !== undefined && go(ids[0]),
    End: () => ids.length > 0 && go(ids.at(-1) ?? ''),
    ...(inHall ? { PageDown: () => next !== null && go(next), PageUp: () => previous !== null && go(previous), Escape: leaveHall } : {}),
  };
  const latest = useRef({ acts, inHall });
  latest.current = { acts, inHall };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { acts: known, inHall: everywhere } = latest.current;
      const act = known[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (everywhere ? isBusy(event.target) : !isAmongSteps(event.target)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return { current, go, next, previous };
}

export const headingId = (id: string): string => `item-${id}`;

const isAmongSteps = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-steps]') !== null;

/** Where an arrow means something else: in a field, in a table that scrolls, in a dialog. */
function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role="group"][tabindex]'));
}

import { type RefObject, useEffect, useRef, useState } from 'react';

/** How long a window has to stand before the reader's eyes until it takes a press. Browsers give their own questions half a second to one. */
export const guardMs = 700;

/** Smaller than this, not all of what is asked can be seen. */
const leastWidth = 280;
const leastHeight = 320;

/** Keys that only move about. */
const moves: readonly string[] = ['Tab', 'Shift', 'Escape'];
const presses = ['pointerdown', 'mousedown', 'touchstart', 'click', 'submit', 'keydown'] as const;

/**
 * Takes no press in a window that has only just come to the front, or is too small to be read. A hostile page could else open it under a finger
 * that is already pressing ("double-clickjacking"). What is typed or focused stays. Answers whether presses are taken.
 */
export function useGuard(place: RefObject<HTMLElement | null>): boolean {
  const [isReady, setReady] = useState(false);
  // What the listeners read: it must hold at once, and not only when the window is drawn again.
  const takes = useRef(false);
  useEffect(() => {
    const element = place.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const set = (ready: boolean) => {
      takes.current = ready;
      setReady(ready);
    };
    const begin = () => {
      set(false);
      clearTimeout(timer);
      const canBeRead = !document.hidden && innerWidth >= leastWidth && innerHeight >= leastHeight;
      if (canBeRead) timer = setTimeout(() => set(true), guardMs);
    };
    const swallow = (event: Event) => {
      if (takes.current || (event instanceof KeyboardEvent && moves.includes(event.key))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    begin();
    for (const press of presses) element?.addEventListener(press, swallow, { capture: true });
    addEventListener('focus', begin);
    addEventListener('resize', begin);
    document.addEventListener('visibilitychange', begin);
    return () => {
      clearTimeout(timer);
      for (const press of presses) element?.removeEventListener(press, swallow, { capture: true });
      removeEventListener('focus', begin);
      removeEventListener('resize', begin);
      document.removeEventListener('visibilitychange', begin);
    };
  }, [place]);
  return isReady;
}

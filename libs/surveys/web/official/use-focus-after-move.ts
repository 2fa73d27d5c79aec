import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';

/** What moves takes the focus with it: the browser loses it where the page puts a part elsewhere. */
export function useFocusAfterMove(at: number): { box: RefObject<HTMLDivElement | null>; before(act: () => void): (event: MouseEvent<HTMLButtonElement>) => void } {
  const box = useRef<HTMLDivElement>(null);
  const pressed = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const button = pressed.current;
    pressed.current = null;
    if (button && document.activeElement !== button) (button.isConnected ? button : box.current?.querySelector('button'))?.focus();
  }, [at]);
  const before = (act: () => void) => ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    pressed.current = currentTarget;
    act();
  };
  return { box, before };
}

import { useRef } from 'react';

/** Remembers which button opened something, and gives it the focus again when that has closed. */
export function useOpener(): { opened(): void; back(): void } {
  const opener = useRef<Element | null>(null);
  return {
    opened: () => void (opener.current = document.activeElement),
    back: () => void (opener.current instanceof HTMLElement && opener.current.focus()),
  };
}

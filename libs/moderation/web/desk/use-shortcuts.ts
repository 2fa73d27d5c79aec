import { useEffect, useRef, useState } from 'react';

/** What each key does; a key that is not here does nothing. */
export type Shortcuts = Partial<Record<string, () => void>>;

const place = 'isegoria:moderation.keys';

/** Whether single keys work on this device. They can be switched off, for people whose voice or tremor presses keys (WCAG 2.1.4). */
export function useKeysWish(): [on: boolean, set: (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(place) !== 'off');
  const set = (wish: boolean) => {
    localStorage.setItem(place, wish ? 'on' : 'off');
    setOn(wish);
  };
  return [on, set];
}

/** Hears single keys while nothing is being written and no dialog is open. By the place of the key, so that a Greek keyboard need not be switched. */
export function useShortcuts(on: boolean, shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isBusy(event.target)) return;
      const act = latest.current[keyOf(event)];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}

function keyOf({ key, code }: KeyboardEvent): string {
  if (key === '?' || key === ';') return '?';
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : key.toLowerCase();
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type="radio"]):not([type="checkbox"]), textarea, select'));
}

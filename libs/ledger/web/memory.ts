import type { Remembered } from '@isegoria/ledger/contracts';

const place = 'isegoria.ledger';

/** What this browser saw of the ledger the last time; null at the first, or where it may keep nothing. */
export function recalled(): Remembered | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return isRemembered(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps it for the next time. A browser that keeps nothing checks without a past. */
export function keep(remembered: Remembered): void {
  try {
    localStorage.setItem(place, JSON.stringify(remembered));
  } catch {
    // It was checked all the same.
  }
}

function isRemembered(kept: unknown): kept is Remembered {
  if (typeof kept !== 'object' || kept === null || !('key' in kept) || !('size' in kept) || !('root' in kept)) return false;
  return typeof kept.key === 'string' && typeof kept.size === 'number' && typeof kept.root === 'string';
}

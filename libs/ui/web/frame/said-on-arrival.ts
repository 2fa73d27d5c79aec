const place = 'isegoria.said-on-arrival';

/** A sentence for the page on which somebody lands after an act that leads away from where it was made, though the whole page begins anew: shown there once. */
export function sayOnArrival(text: string): void {
  sessionStorage.setItem(place, text);
}

/** What is to be said on this page, or null. */
export function saidOnArrival(): string | null {
  try {
    return sessionStorage.getItem(place);
  } catch {
    // A browser that keeps nothing: nothing was left to be said.
    return null;
  }
}

/** It was said. */
export function forgetWhatWasSaid(): void {
  sessionStorage.removeItem(place);
}

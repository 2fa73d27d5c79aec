const letters = '23456789abcdefghjkmnpqrstuvwxyz';

/** An id that a page makes for something that it is about to save: short enough for paper and a projector; no two of its signs look alike. */
export function drawnId(): string {
  return [...crypto.getRandomValues(new Uint32Array(10))].map((drawn) => letters[drawn % letters.length]).join('');
}

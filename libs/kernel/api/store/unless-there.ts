/** Whether the store refused a second of what may be only once: a document of that id or unique key, or a collection. */
export function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 48 || error.code === 11000);
}

/** Passes over the store's word that it is there already; anything else is thrown on. */
export function unlessThere(error: unknown): void {
  if (!isThere(error)) throw error;
}

/** Passes over the store's word that a collection or an index is not there; anything else is thrown on. */
export function unlessMissing(error: unknown): void {
  const isMissing = error instanceof Error && 'code' in error && (error.code === 26 || error.code === 27);
  if (!isMissing) throw error;
}

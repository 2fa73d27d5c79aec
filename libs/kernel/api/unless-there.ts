/** Passes over the store's word that a document or a collection is there already; anything else is thrown on. */
export function unlessThere(error: unknown): void {
  const isThere = error instanceof Error && 'code' in error && (error.code === 48 || error.code === 11000);
  if (!isThere) throw error;
}

/** Passes over the store's word that a collection or an index is not there; anything else is thrown on. */
export function unlessMissing(error: unknown): void {
  const isMissing = error instanceof Error && 'code' in error && (error.code === 26 || error.code === 27);
  if (!isMissing) throw error;
}

/** Passes over the store's word that a document or a collection is there already; anything else is thrown on. */
export function unlessThere(error: unknown): void {
  const isThere = error instanceof Error && 'code' in error && (error.code === 48 || error.code === 11000);
  if (!isThere) throw error;
}

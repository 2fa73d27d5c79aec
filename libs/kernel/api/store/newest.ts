/** Keeps something as the newest of a map that holds so many at the most: one more, and the oldest goes. For what is remembered in the process and strangers could fill. */
export function keepNewest<K, V>(kept: Map<K, V>, key: K, value: V, most: number): void {
  kept.delete(key);
  kept.set(key, value);
  const oldest = kept.keys().next();
  if (kept.size > most && !oldest.done) kept.delete(oldest.value);
}

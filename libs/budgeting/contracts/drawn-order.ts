/**
 * The order in which a visitor sees the projects: drawn by lot, so that nobody's project stands on top for all, and the same for that visitor
 * at each visit. FNV-1a over lot and id, the last bits stirred as in MurmurHash3: each visitor's lot makes another order.
 */
export function drawnOrder<T extends { id: string }>(things: readonly T[], lot: number): T[] {
  const drawn = things.map((thing) => ({ thing, at: stirred(`${lot}:${thing.id}`) }));
  return drawn.sort((a, b) => a.at - b.at || (a.thing.id < b.thing.id ? -1 : 1)).map(({ thing }) => thing);
}

function stirred(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

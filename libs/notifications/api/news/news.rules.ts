import type { Params } from '@isegoria/notifications/contracts';
import type { Localized } from '@isegoria/kernel/contracts';

/** Something new, as everybody may read it now. */
export interface Thing {
  id: string;
  name: string;
  params: Params;
  /** The subject's key. */
  about: string;
  /** The keys of the parts of the city in whose lists it stands now. */
  within: readonly string[];
  authorId: string | null;
  title: Localized;
  path: string;
  at: Date;
  saidAt: Date;
}

/** What is known of who reads: since when they follow which parts of the city, and the things that they follow, or want to hear nothing of. */
export interface Reader {
  id: string;
  parts: ReadonlyMap<string, Date>;
  things: ReadonlySet<string>;
}

/** Whether it is news to them at all: it is in a part that they follow, is not theirs, and they do not hear of it anyway. */
export function isNewsTo({ id, parts, things }: Reader, { within, authorId, about }: Thing): boolean {
  return authorId !== id && !things.has(about) && within.some((part) => parts.has(part));
}

/** Whether it belongs into a digest of theirs: it came onto record in its span, and after they began to follow. */
export function isInDigest(reader: Reader, thing: Thing, since: Date, until: Date): boolean {
  const { saidAt, within } = thing;
  if (!isNewsTo(reader, thing) || saidAt < since || saidAt >= until) return false;
  return within.some((part) => {
    const from = reader.parts.get(part);
    return from !== undefined && saidAt >= from;
  });
}

/** Of what is told of one thing the newest alone; the things come newest first. */
export function onePerSubject<T extends { about: string }>(things: readonly T[]): T[] {
  const seen = new Set<string>();
  return things.filter(({ about }) => !seen.has(about) && seen.add(about));
}

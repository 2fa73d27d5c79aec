import type { Localized } from '@isegoria/kernel/contracts';

/** What fills a notice's sentence. `count` also chooses between one and many. */
export type Params = Record<string, string | number | Localized | null>;

/** The same as it travels through GraphQL. */
export interface Param {
  __typename?: 'Param';
  name: string;
  text?: string | null;
  number?: number | null;
  localized?: Localized | null;
}

export function toParams(params: Params): Param[] {
  return Object.entries(params).map(([name, value]) => {
    if (typeof value === 'number') return { name, number: value, text: null, localized: null };
    if (typeof value === 'object' && value !== null) return { name, number: null, text: null, localized: value };
    return { name, number: null, text: value, localized: null };
  });
}

export function fromParams(params: readonly Param[]): Params {
  return Object.fromEntries(params.map(({ name, text, number, localized }) => [name, number ?? localized ?? text ?? null]));
}

/** The room of everything public that happens. */
export const cityRoom = { kind: 'city', id: 'activity' } as const;

/** The kind of a citizen's own room; only they may watch it. */
export const citizenRoom = (citizenId: string) => ({ kind: 'citizen', id: citizenId });

/** Where a notice's words stand: `proposals.answered` → the slice's catalogue, `notice.answered`. */
export function wordsKey(name: string, sort: 'notice' | 'activity'): { slice: string; key: string } {
  const dot = name.indexOf('.');
  return { slice: name.slice(0, dot), key: `${sort}.${name.slice(dot + 1)}` };
}

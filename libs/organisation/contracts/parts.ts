import type { Subject } from '@isegoria/kernel/contracts';

/** The kinds under which the parts of the city are subjects: what a citizen may follow as a whole, and what carries news of its own. */
export const partKinds = ['district', 'category'] as const;
export type PartKind = (typeof partKinds)[number];

/** Where something belongs, as its card says it: its districts and what it is about. One that is not known is left out. */
export function partsOf({ districts = [], categories = [] }: { districts?: readonly (string | null)[]; categories?: readonly (string | null)[] }): Subject[] {
  const named = (kind: PartKind, ids: readonly (string | null)[]) => ids.flatMap((id) => (id ? [{ kind, id }] : []));
  return [...named('district', districts), ...named('category', categories)];
}

/** The page that tells what is new in a part of the city. */
export const newsPath = ({ kind, id }: Subject): string => `/news/${kind}/${encodeURIComponent(id)}`;

/** The part that an address or an argument names, or null. Whether the city has it is another question. */
export const isPart = ({ kind }: Pick<Subject, 'kind'>): boolean => partKinds.some((known) => known === kind);

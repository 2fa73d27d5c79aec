import type { Subject } from '@isegoria/kernel/contracts';

/** The kinds under which the parts of the city are subjects: what a citizen may follow as a whole, and what carries news of its own. */
export const partKinds = ['district', 'category'] as const;
export type PartKind = (typeof partKinds)[number];

/** A part of the city as a subject. */
export interface Part extends Subject {
  kind: PartKind;
}

/** Where something belongs, as its card says it: its districts and what it is about. One that is not known is left out. */
export function partsOf({ districts = [], categories = [] }: { districts?: readonly (string | null)[]; categories?: readonly (string | null)[] }): Subject[] {
  const named = (kind: PartKind, ids: readonly (string | null)[]) => ids.flatMap((id) => (id ? [{ kind, id }] : []));
  return [...named('district', districts), ...named('category', categories)];
}

/** The page that tells what is new in a part of the city. */
export const newsPath = ({ kind, id }: Subject): string => `/news/${kind}/${encodeURIComponent(id)}`;

/** The feed, under `/feeds`, by which programs read the same. */
export const newsFeed = ({ kind, id }: Part): string => `${kind === 'district' ? 'districts' : 'categories'}/${encodeURIComponent(id)}`;

/** Whether a subject is a part of the city by its kind. Whether the city has it is another question. */
export const isPart = (subject: Subject): subject is Part => partKinds.some((known) => known === subject.kind);

import { type Datasets, type PageAddress, type PageSource, type PublicPage, publicUrl, type SchemaThing } from '@isegoria/kernel/api';
import type { DataRow } from '@isegoria/kernel/contracts';
import { type PageMaker, type PagePart } from '../page-maker';

/** One sort of public page: its addresses and what it says. */
export interface PageKind {
  name: string;
  pattern: RegExp;
  /** `parts` are the groups of the pattern. Null where a visitor sees nothing. */
  make(maker: PageMaker, parts: string[]): Promise<PagePart | null>;
  addresses?(context: AddressContext, after: string | null): AsyncIterable<PageAddress>;
}

/** Where addresses are read from: what every visitor may read. */
export interface AddressContext extends Pick<PageMaker, 'ask'> {
  datasets: Datasets;
}

/** What the id of a thing may look like, whatever slice it is of. */
export const word = '([\\w.~-]{1,120})';

export function sourceOf({ pattern, make, addresses }: PageKind, makerFor: (locale: PageMaker['locale']) => PageMaker, context: AddressContext): PageSource {
  return {
    pattern,
    async at(path, locale) {
      const maker = makerFor(locale);
      const part = await make(maker, pattern.exec(path)?.slice(1) ?? []);
      return part && whole(path, maker, part);
    },
    ...(addresses && { addresses: (after) => addresses(context, after) }),
  };
}

function whole(path: string, { locale, t }: PageMaker, part: PagePart): PublicPage {
  return { label: t('label.page'), lang: locale, publishedAt: null, updatedAt: null, figures: [], act: '', trail: [], ...part, path };
}

/** The addresses that a dataset's rows stand for, but for rows that stand for none; rows that follow each other at the same address are one. */
export async function* addressesOfRows({ datasets }: AddressContext, id: string, after: string | null, of: (row: DataRow) => { path: string; modifiedAt?: unknown } | null): AsyncIterable<PageAddress> {
  const [from = '', number = '0'] = after?.split('~') ?? [];
  let last = '';
  for await (const { place, row } of datasets.named(id)?.rows?.(after === null ? null : { id: from, row: Number(number) }) ?? []) {
    const address = of(row);
    if (!address) continue;
    const { path, modifiedAt } = address;
    if (path !== last) yield { path, modifiedAt: modifiedAt instanceof Date ? modifiedAt : null, place: `${place.id}~${place.row}` };
    last = path;
  }
}

/** Addresses of a list that GraphQL gives out by pages, newest first: for lists of some hundreds. `next` asks for the following page. */
export async function* addressesOfPages<T>(next: (after: string | null) => Promise<{ items: T[]; next: string | null } | null | undefined>, of: (item: T) => { path: string; modifiedAt: Date | null }): AsyncIterable<PageAddress> {
  let after: string | null = null;
  for (let number = 0; ; ) {
    const page: { items: T[]; next: string | null } | null | undefined = await next(after);
    for (const item of page?.items ?? []) yield { ...of(item), place: String(number++) };
    if (!page?.next) return;
    after = page.next;
  }
}

/** Of a list that is read whole. */
export async function* addressesOf<T>(items: readonly T[], of: (item: T) => { path: string; modifiedAt?: Date | null }): AsyncIterable<PageAddress> {
  for (const [number, item] of items.entries()) yield { modifiedAt: null, ...of(item), place: String(number) };
}

/** Who stands behind every public act here: the municipality, as the site's own node names it. */
export const theCity = (): { '@id': string } => ({ '@id': `${publicUrl()}/#city` });
export type { SchemaThing };

import type { Localized } from '@isegoria/kernel/contracts';
import { newsPath, type PartKind, partKinds } from '@isegoria/organisation/contracts';
import { latest } from '../page-maker';
import { addressesOf, type PageKind, theCity, word } from './page-kind';

interface Found {
  partNews: { title: Localized; news: { items: { at: string }[] } } | null;
}

interface City {
  city: Record<'districts' | 'categories', { id: string; isRetired: boolean }[]>;
}

const QUERY = 'query PagePartNews($part: SubjectInput!) { partNews(part: $part, first: 1) { title { el en } news { items { at } } } }';
const CITY = 'query PagesPartNews { city { districts { id isRetired } categories { id isRetired } } }';

/** What is new in a district or on a topic, for who finds it elsewhere. */
export const partNewsPages: PageKind = {
  name: 'news',
  pattern: new RegExp(`^/news/(${partKinds.join('|')})/${word}$`),
  async make({ ask, t, lt }, [kind = '', id = '']) {
    const found = (await ask<Found>(QUERY, { part: { kind, id } }))?.partNews;
    if (!found) return null;
    const title = t('feeds.part.title', { title: lt(found.title) });
    return { title, description: t('feeds.part.about'), headline: { frame: 'narrow' }, updatedAt: latest(found.news.items[0]?.at), thing: { '@type': 'CollectionPage', name: title, publisher: theCity() } };
  },
  async *addresses({ ask }, after) {
    const city = after === null ? (await ask<City>(CITY, {}))?.city : null;
    const paths = (kind: PartKind, parts: City['city']['districts']) => parts.filter(({ isRetired }) => !isRetired).map(({ id }) => newsPath({ kind, id }));
    yield* addressesOf([...paths('district', city?.districts ?? []), ...paths('category', city?.categories ?? [])], (path) => ({ path }));
  },
};

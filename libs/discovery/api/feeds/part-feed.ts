import { escaped, type Localized } from '@isegoria/kernel/contracts';
import { activitySentence } from '@isegoria/notifications/api';
import { fromParams, type Param } from '@isegoria/notifications/contracts';
import { newsFeed, newsPath, type Part } from '@isegoria/organisation/contracts';
import type { PageMaker } from '../page-maker';
import type { Feed } from './feed';

const most = 30;
const QUERY = 'query FeedPart($part: SubjectInput!, $first: Int) { partNews(part: $part, first: $first) { title { el en } news { items { id name title { el en } path at params { name text number localized { el en } } } } } }';

interface Found {
  partNews: { title: Localized; news: { items: { id: string; name: string; title: Localized; path: string; at: string; params: Param[] }[] } } | null;
}

/** What is new in a district or on a topic, in the words of the slices that told it; null where the city has no such part. */
export async function feedOfPart(part: Part, { ask, t, lt, locale }: PageMaker): Promise<Feed | null> {
  const found = (await ask<Found>(QUERY, { part, first: most }))?.partNews;
  if (!found) return null;
  const path = newsFeed(part);
  const entries = found.news.items.map(({ id: newsId, name, params, title, path: to, at }) => {
    const says = activitySentence(name, fromParams(params), locale) ?? lt(title);
    return { id: `${path}/${newsId}`, path: to, title: says, lang: locale, html: `<p>${escaped(says)}</p>`, publishedAt: new Date(at), updatedAt: new Date(at), topics: [lt(found.title)] };
  });
  return { path: `/feeds/${path}`, title: t('feeds.part.title', { title: lt(found.title) }), about: t('feeds.part.about'), page: newsPath(part), lang: locale, entries };
}

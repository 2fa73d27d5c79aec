import { type FeedName, feedNames } from '@isegoria/discovery/contracts';
import type { PublicPage } from '@isegoria/kernel/api';
import { isPart, newsFeed } from '@isegoria/organisation/contracts';
import type { FeedLink } from '../heads';
import type { PageMaker } from '../page-maker';

const onLists: Record<string, readonly FeedName[]> = { '/': feedNames, '/proposals': ['proposals', 'answers'], '/consultations': ['consultations'], '/initiatives': ['initiatives'], '/debates': ['debates'], '/surveys': ['surveys'], '/newsletters': ['newsletters'], '/meetings': ['meetings'], '/volunteering': ['volunteering'], '/decisions': ['decisions'], '/choices': ['decisions'], '/requests': ['requests'], '/budgets': ['results'] };

/** The feeds that a page's head names: of what it lists, and of a process its own. */
export function feedsOn({ path, title }: Pick<PublicPage, 'path' | 'title'>, { t, locale }: Pick<PageMaker, 't' | 'locale'>): FeedLink[] {
  const link = (feed: string, called: string): FeedLink => {
    const lang = locale === 'el' ? '' : `?lang=${locale}`;
    return { title: called, atom: `/feeds/${feed}.atom${lang}`, json: `/feeds/${feed}.json${lang}` };
  };
  const process = /^\/processes\/([^/]+)$/.exec(path)?.[1];
  if (process) return [link(`processes/${process}`, t('feeds.process.title', { title }))];
  const [, kind = '', id = ''] = /^\/news\/(\w+)\/([^/]+)$/.exec(path) ?? [];
  const part = { kind, id: decodeURIComponent(id) };
  if (isPart(part)) return [link(newsFeed(part), title)];
  return (onLists[path] ?? []).map((name) => link(name, t(`feeds.${name}.title`)));
}

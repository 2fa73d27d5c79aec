import { type Feed, type FeedSite, tagOf } from './feed';

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeedOf(feed: Feed, site: FeedSite): string {
  const { platform, city } = site;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: `${feed.title} · ${city}`,
    description: feed.about,
    home_page_url: platform + feed.page,
    feed_url: `${platform}${feed.path}.json${feed.lang === 'el' ? '' : `?lang=${feed.lang}`}`,
    language: feed.lang,
    authors: [{ name: city, url: `${platform}/` }],
    items: feed.entries.map(({ id, path, title, lang, html, publishedAt, updatedAt, topics }) => ({
      id: tagOf(site, id),
      url: platform + path,
      title,
      language: lang,
      content_html: html,
      date_published: publishedAt.toISOString(),
      date_modified: updatedAt.toISOString(),
      ...(topics.length > 0 && { tags: topics }),
    })),
  });
}

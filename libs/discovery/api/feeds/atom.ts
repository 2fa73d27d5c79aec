import { escaped } from '@isegoria/kernel/contracts';
import { type Feed, type FeedEntry, type FeedSite, tagOf, updatedOf } from './feed';

/** A feed as Atom 1.0 (RFC 4287). */
export function atomOf(feed: Feed, site: FeedSite): string {
  const self = `${site.platform}${feed.path}.atom${feed.lang === 'el' ? '' : `?lang=${feed.lang}`}`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.lang)}">
<id>${escaped(tagOf(site, `${feed.path.slice(1)}/${feed.lang}`))}</id>
<title>${escaped(`${feed.title} · ${site.city}`)}</title>
<subtitle>${escaped(feed.about)}</subtitle>
<updated>${updatedOf(feed).toISOString()}</updated>
<author><name>${escaped(site.city)}</name><uri>${escaped(site.platform)}/</uri></author>
<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>
<link rel="alternate" type="text/html" href="${escaped(site.platform + feed.page)}"/>
<icon>${escaped(site.platform)}/favicon.svg</icon>
${feed.entries.map((entry) => entryOf(entry, site)).join('')}</feed>
`;
}

function entryOf({ id, path, title, lang, html, publishedAt, updatedAt, topics }: FeedEntry, site: FeedSite): string {
  return `<entry xml:lang="${escaped(lang)}">
<id>${escaped(tagOf(site, id))}</id>
<title type="text">${escaped(title)}</title>
<link rel="alternate" type="text/html" href="${escaped(site.platform + path)}"/>
<published>${publishedAt.toISOString()}</published>
<updated>${updatedAt.toISOString()}</updated>
${topics.map((topic) => `<category term="${escaped(topic)}"/>\n`).join('')}<content type="html">${escaped(html)}</content>
</entry>
`;
}

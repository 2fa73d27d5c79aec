import type { PageAddress, PageSource } from '@isegoria/kernel/api';
import { escaped } from '@isegoria/kernel/contracts';

/** So many addresses in one file, at most (sitemaps.org). An address here has fewer than 400 characters: far below the 50 MB. */
export const partMost = 50_000;

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** One file of addresses, piece by piece: only a piece is in memory at a time. */
export async function* sitemapPart(addresses: AsyncIterable<PageAddress>, platform: string, most = partMost): AsyncGenerator<string> {
  let piece = `${head}<urlset ${space}>\n`;
  let count = 0;
  for await (const { path, modifiedAt } of addresses) {
    piece += `<url><loc>${escaped(platform + path)}</loc>${modifiedAt ? `<lastmod>${modifiedAt.toISOString()}</lastmod>` : ''}</url>\n`;
    count += 1;
    if (piece.length > 16_000) {
      yield piece;
      piece = '';
    }
    if (count === most) break;
  }
  yield `${piece}</urlset>\n`;
}

/** The index of all files. Where one goes on is said in its address, so that any process of the city can write it. */
export async function sitemapIndex(sources: readonly { name: string; source: PageSource }[], platform: string, most = partMost): Promise<string> {
  const parts: string[] = [];
  for (const { name, source } of sources) {
    let count = 0;
    let before: string | null = null;
    for await (const { place } of source.addresses?.(null) ?? []) {
      if (count % most === 0) {
        const after: string = before === null ? '' : `?after=${encodeURIComponent(before)}`;
        parts.push(`<sitemap><loc>${escaped(`${platform}/sitemaps/${name}.xml${after}`)}</loc></sitemap>\n`);
      }
      count += 1;
      before = place;
    }
  }
  return `${head}<sitemapindex ${space}>\n${parts.join('')}</sitemapindex>\n`;
}

/** Where no crawler has anything to look for: writing, people's own pages, the staff's. */
const closed = [
  '/graphql', '/auth/', '/act/', '/embed/', '/account', '/inbox', '/outbox', '/sign-in', '/sign-up', '/confirm', '/forgot', '/reset', '/stop-mail', '/report/', '/reply/',
  '/people', '/official', '/administration', '/electorates', '/register$', '/population$', '/council$', '/moderation$', '/moderation/objections', '/moderation/decisions', '/moderation/cases',
  '/proposals/new', '/proposals/mine', '/proposals/merges', '/proposals/*/write', '/proposals/*/merge', '/votes/mine', '/votes/desk', '/budgets/*/manage', '/budgets/*/declare', '/processes/new', '/processes/*/edit', '/processes/*/phases/new',
];

/** robots.txt (RFC 9309). A city that is not to be listed stays open to crawlers, for else they would not read that its pages say so. */
export function robots(platform: string, isListed: boolean): string {
  const rules = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), 'Allow: /'];
  return `${[...rules, ...(isListed ? ['', `Sitemap: ${platform}/sitemap.xml`] : [])].join('\n')}\n`;
}

import type { Headline, PageHead, PublicPage } from '@isegoria/kernel/api';
import { escaped } from '@isegoria/kernel/contracts';
import { pictureHeight, picturePath, pictureWidth } from '@isegoria/discovery/contracts';
import { inScript, jsonLdOf, type Site } from './json-ld';

/** A feed as a page's head names it. */
export interface FeedLink {
  title: string;
  /** From the root of the platform. */
  atom: string;
  json: string;
}

/** A title in a list of results or a tab; longer ones are cut there anyway. */
const titleMost = 140;

/** The head of a public page: title, description, address, Open Graph, Twitter's card, feeds and JSON-LD. */
export function headOf(page: PublicPage, site: Site, feeds: readonly FeedLink[], isHiddenCity: boolean): PageHead {
  const { platform, name, locale } = site;
  const url = `${platform}${page.path}`;
  const title = page.title.length > titleMost ? `${[...page.title].slice(0, titleMost - 1).join('')}…` : page.title;
  const picture = `${platform}${picturePath(page.path, locale)}`;
  const isArticle = page.publishedAt !== null;
  const tags = [
    `<title>${escaped(page.path === '/' ? title : `${title} – ${name}`)}</title>`,
    meta('name', 'description', page.description),
    `<link rel="canonical" href="${escaped(url)}">`,
    ...(isHiddenCity ? [noIndex] : []),
    meta('property', 'og:type', isArticle ? 'article' : 'website'),
    meta('property', 'og:site_name', `${name} · ${site.city}`),
    meta('property', 'og:title', title),
    meta('property', 'og:description', page.description),
    meta('property', 'og:url', url),
    // The address is the same in both languages: a reader's own choice decides.
    meta('property', 'og:locale', locale === 'el' ? 'el_GR' : 'en_GB'),
    meta('property', 'og:locale:alternate', locale === 'el' ? 'en_GB' : 'el_GR'),
    meta('property', 'og:image', picture),
    meta('property', 'og:image:type', 'image/png'),
    meta('property', 'og:image:width', String(pictureWidth)),
    meta('property', 'og:image:height', String(pictureHeight)),
    meta('property', 'og:image:alt', pictureText(page)),
    ...(page.publishedAt ? [meta('property', 'article:published_time', page.publishedAt.toISOString())] : []),
    ...(isArticle && page.updatedAt ? [meta('property', 'article:modified_time', page.updatedAt.toISOString())] : []),
    meta('name', 'twitter:card', 'summary_large_image'),
    ...feeds.flatMap((feed) => [feedLink('application/atom+xml', feed.title, platform + feed.atom), feedLink('application/feed+json', feed.title, platform + feed.json)]),
    `<script type="application/ld+json">${inScript(jsonLdOf(page, site))}</script>`,
  ];
  return { tags: tags.join(''), status: 200, headline: headlineOf(page) };
}

/** What a reader sees before any script. */
function headlineOf({ title, lang, description, trail, headline = {} }: PublicPage): Headline {
  return { title, lang, text: description, above: trail.at(-1) ?? null, frame: 'wide', ...headline };
}

export const noIndex = '<meta name="robots" content="noindex">';

/** What a picture says, for those who do not see it. */
export function pictureText({ label, title, figures, act }: PublicPage): string {
  return [`${label}: ${title}`, ...figures.slice(0, 2).map((figure) => `${figure.value} ${figure.label}`), act].filter(Boolean).join(' · ');
}

function meta(by: 'name' | 'property', key: string, content: string): string {
  return `<meta ${by}="${key}" content="${escaped(content)}">`;
}

function feedLink(type: string, title: string, href: string): string {
  return `<link rel="alternate" type="${type}" title="${escaped(title)}" href="${escaped(href)}">`;
}

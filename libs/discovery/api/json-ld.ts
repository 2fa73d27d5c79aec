import type { PublicPage, SchemaThing } from '@isegoria/kernel/api';
import type { Locale } from '@isegoria/kernel/contracts';
import { pictureHeight, picturePath, pictureWidth } from '@isegoria/discovery/contracts';

/** What every page says of where it stands. */
export interface Site {
  /** The address of the platform, without a trailing slash. */
  platform: string;
  /** What the platform is called, in the page's language. */
  name: string;
  /** The municipality. */
  city: string;
  home: string;
  locale: Locale;
}

/**
 * A page in the words of schema.org, as one graph of JSON-LD: the site and who keeps it, the page with its way down from home, and the thing that
 * it is about. Ids are addresses, so that one thing has one id on every page that names it.
 */
export function jsonLdOf(page: PublicPage, site: Site): { '@context': 'https://schema.org'; '@graph': SchemaThing[] } {
  const { platform, name, city, locale } = site;
  const url = `${platform}${page.path}`;
  const picture = `${platform}${picturePath(page.path, locale)}`;
  const { '@type': type, ...said } = page.thing;
  const dates = { ...(page.publishedAt && { datePublished: page.publishedAt.toISOString() }), ...(page.updatedAt && { dateModified: page.updatedAt.toISOString() }) };
  const isPage = pageTypes.has(type);
  const thingId = typeof said['@id'] === 'string' ? said['@id'] : `${url}#thing`;
  const webPage: SchemaThing = {
    '@type': isPage ? type : 'WebPage', '@id': `${url}#page`, url, name: page.title, description: page.description, inLanguage: locale, isPartOf: { '@id': `${platform}/#site` },
    primaryImageOfPage: { '@type': 'ImageObject', url: picture, width: pictureWidth, height: pictureHeight },
    ...(page.path !== '/' && { breadcrumb: { '@id': `${url}#trail` } }),
    ...(isPage ? { ...said, ...dates } : { mainEntity: { '@id': thingId } }),
  };
  const isWork = works.has(type);
  const thing: SchemaThing[] = isPage ? [] : [{
    '@type': type, '@id': thingId, url, name: page.title, image: picture,
    ...(isWork ? { inLanguage: page.lang, ...dates } : { description: page.description }),
    ...said,
  }];
  return {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', '@id': `${platform}/#site`, url: `${platform}/`, name, inLanguage: ['el', 'en'], publisher: { '@id': `${platform}/#city` }, ...(page.path === '/' && { potentialAction: search(platform) }) },
      { '@type': 'GovernmentOrganization', '@id': `${platform}/#city`, name: city, url: `${platform}/` },
      webPage,
      ...(page.path === '/' ? [] : [trail(page, site, url)]),
      ...thing,
    ],
  };
}

/** Of these the page itself is the thing. */
const pageTypes = new Set(['WebPage', 'CollectionPage', 'ContactPage']);
/** Creative works have a language and dates; events, organizations and projects have not. */
const works = new Set(['DiscussionForumPosting', 'Legislation', 'CreativeWork', 'Report', 'Dataset', 'DataCatalog']);

/** Finding proposals by words, as the page of proposals does it. */
function search(platform: string) {
  return { '@type': 'SearchAction', target: { '@type': 'EntryPoint', urlTemplate: `${platform}/proposals?q={search_term_string}` }, 'query-input': 'required name=search_term_string' };
}

function trail({ trail: above, title }: PublicPage, { platform, home }: Site, url: string): SchemaThing {
  const steps = [{ title: home, path: '/' }, ...above].map((step) => ({ name: step.title, item: `${platform}${step.path}` }));
  return { '@type': 'BreadcrumbList', '@id': `${url}#trail`, itemListElement: [...steps, { name: title, item: url }].map((step, at) => ({ '@type': 'ListItem', position: at + 1, ...step })) };
}

/**
 * JSON inside a script element: nothing in it can end the element, open a comment or end a line (HTML, 4.12.1.3; U+2028 and U+2029 end lines in
 * older scripts).
 */
export function inScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

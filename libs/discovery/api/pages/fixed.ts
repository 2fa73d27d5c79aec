import { publicUrl } from '@isegoria/kernel/api';
import { addressesOf, type PageKind } from './page-kind';

/** Pages that are always there, by their paths: lists, and what the house says of itself. */
const fixed: Record<string, { key: string; type: string }> = {
  '/': { key: 'home', type: 'WebPage' },
  '/proposals': { key: 'proposals', type: 'CollectionPage' },
  '/decisions': { key: 'decisions', type: 'CollectionPage' },
  '/choices': { key: 'choices', type: 'CollectionPage' },
  '/processes': { key: 'processes', type: 'CollectionPage' },
  '/budgets': { key: 'budgets', type: 'CollectionPage' },
  '/search': { key: 'search', type: 'WebPage' },
  '/feeds': { key: 'feeds', type: 'CollectionPage' },
  '/council/sittings': { key: 'sittings', type: 'CollectionPage' },
  '/city-says': { key: 'city-says', type: 'WebPage' },
  '/themes': { key: 'themes', type: 'WebPage' },
  '/participation': { key: 'participation', type: 'WebPage' },
  '/method': { key: 'method', type: 'WebPage' },
  '/open-data': { key: 'open-data', type: 'DataCatalog' },
  '/ledger': { key: 'ledger', type: 'WebPage' },
  '/votes/boxes': { key: 'boxes', type: 'WebPage' },
  '/code-of-conduct': { key: 'conduct', type: 'WebPage' },
  '/moderation/log': { key: 'moderation-log', type: 'WebPage' },
  '/widgets': { key: 'widgets', type: 'WebPage' },
  '/developers': { key: 'developers', type: 'WebPage' },
  '/accessibility': { key: 'accessibility', type: 'WebPage' },
  '/privacy': { key: 'privacy', type: 'WebPage' },
  '/contact': { key: 'contact', type: 'ContactPage' },
};

export const fixedPages: PageKind = {
  name: 'pages',
  pattern: new RegExp(`^(${Object.keys(fixed).join('|')})$`),
  make({ t }, [path = '']) {
    const page = fixed[path];
    return Promise.resolve(page ? { title: t(`pages.${page.key}.title`), description: t(`pages.${page.key}.about`), thing: { '@type': page.type, ...(page.type === 'DataCatalog' && { '@id': `${publicUrl()}/catalog` }) } } : null);
  },
  addresses: (_context, after) => addressesOf(after === null ? Object.keys(fixed) : [], (path) => ({ path })),
};

import * as budgeting from '@isegoria/budgeting/contracts';
import * as consultations from '@isegoria/consultations/contracts';
import * as debates from '@isegoria/debates/contracts';
import * as developers from '@isegoria/developers/contracts';
import * as discovery from '@isegoria/discovery/contracts';
import * as evaluations from '@isegoria/evaluations/contracts';
import * as initiatives from '@isegoria/initiatives/contracts';
import * as insights from '@isegoria/insights/contracts';
import * as integrity from '@isegoria/integrity/contracts';
import { type Headline, publicUrl } from '@isegoria/kernel/api';
import type { Locale } from '@isegoria/kernel/contracts';
import * as ledger from '@isegoria/ledger/contracts';
import * as meetings from '@isegoria/meetings/contracts';
import * as moderation from '@isegoria/moderation/contracts';
import * as newsletters from '@isegoria/newsletters/contracts';
import * as openData from '@isegoria/open-data/contracts';
import * as processes from '@isegoria/processes/contracts';
import * as proposals from '@isegoria/proposals/contracts';
import * as requests from '@isegoria/requests/contracts';
import * as statistics from '@isegoria/statistics/contracts';
import * as panels from '@isegoria/panels/contracts';
import * as surveys from '@isegoria/surveys/contracts';
import * as ui from '@isegoria/ui/contracts';
import * as volunteering from '@isegoria/volunteering/contracts';
import * as votes from '@isegoria/votes/contracts';
import * as widgets from '@isegoria/widgets/contracts';
import { addressesOf, type PageKind } from './page-kind';

/** A page that is always there. */
interface FixedPage {
  key: string;
  type: string;
  /** The words of its slice, and under which of them its own headline (`title`) and sentence (`lead`) stand. */
  says: [slice: { el: ui.Words; en: ui.Words }, at: string] | null;
  frame: Headline['frame'];
}

/** Pages that are always there, by their paths: lists, and what the house says of itself. */
const fixed: Record<string, FixedPage> = {
  '/': { key: 'home', type: 'WebPage', says: [ui, 'shell.home.'], frame: 'band' },
  '/proposals': { key: 'proposals', type: 'CollectionPage', says: [proposals, 'list.'], frame: 'wide' },
  '/decisions': { key: 'decisions', type: 'CollectionPage', says: [evaluations, 'list.'], frame: 'wide' },
  '/choices': { key: 'choices', type: 'CollectionPage', says: [evaluations, 'choices.'], frame: 'wide' },
  '/processes': { key: 'processes', type: 'CollectionPage', says: [processes, 'list.'], frame: 'wide' },
  '/budgets': { key: 'budgets', type: 'CollectionPage', says: [budgeting, 'list.'], frame: 'narrow' },
  '/consultations': { key: 'consultations', type: 'CollectionPage', says: [consultations, 'list.'], frame: 'wide' },
  '/initiatives': { key: 'initiatives', type: 'CollectionPage', says: [initiatives, 'list.'], frame: 'wide' },
  '/debates': { key: 'debates', type: 'CollectionPage', says: [debates, 'list.'], frame: 'wide' },
  '/panels': { key: 'panels', type: 'CollectionPage', says: [panels, 'list.'], frame: 'wide' },
  '/surveys': { key: 'surveys', type: 'CollectionPage', says: [surveys, 'list.'], frame: 'wide' },
  '/newsletters': { key: 'newsletters', type: 'CollectionPage', says: [newsletters, 'list.'], frame: 'narrow' },
  '/volunteering': { key: 'volunteering', type: 'CollectionPage', says: [volunteering, 'list.'], frame: 'wide' },
  '/meetings': { key: 'meetings', type: 'CollectionPage', says: [meetings, 'list.'], frame: 'wide' },
  '/requests': { key: 'requests', type: 'CollectionPage', says: [requests, 'list.'], frame: 'wide' },
  '/search': { key: 'search', type: 'WebPage', says: [discovery, 'search.'], frame: 'narrow' },
  '/feeds': { key: 'feeds', type: 'CollectionPage', says: [discovery, 'news.'], frame: 'narrow' },
  '/council/sittings': { key: 'sittings', type: 'CollectionPage', says: [insights, 'sittings.'], frame: 'narrow' },
  '/city-says': { key: 'city-says', type: 'WebPage', says: [insights, 'city.'], frame: 'wide' },
  '/themes': { key: 'themes', type: 'WebPage', says: [insights, 'themes.'], frame: 'narrow' },
  '/participation': { key: 'participation', type: 'WebPage', says: [insights, 'participation.'], frame: 'wide' },
  '/method': { key: 'method', type: 'WebPage', says: [statistics, 'method.'], frame: 'narrow' },
  '/open-data': { key: 'open-data', type: 'DataCatalog', says: [openData, 'list.'], frame: 'wide' },
  '/ledger': { key: 'ledger', type: 'WebPage', says: [ledger, ''], frame: 'narrow' },
  '/votes/boxes': { key: 'boxes', type: 'WebPage', says: [votes, 'boxes.'], frame: 'narrow' },
  '/code-of-conduct': { key: 'conduct', type: 'WebPage', says: [moderation, 'conduct.'], frame: 'narrow' },
  '/moderation/log': { key: 'moderation-log', type: 'WebPage', says: [moderation, 'log.'], frame: 'wide' },
  '/integrity': { key: 'integrity', type: 'WebPage', says: [integrity, 'list.'], frame: 'wide' },
  '/widgets': { key: 'widgets', type: 'WebPage', says: [widgets, 'builder.'], frame: 'wide' },
  '/developers': { key: 'developers', type: 'WebPage', says: [developers, ''], frame: 'narrow' },
  '/accessibility': { key: 'accessibility', type: 'WebPage', says: null, frame: 'narrow' },
  '/privacy': { key: 'privacy', type: 'WebPage', says: null, frame: 'narrow' },
  '/contact': { key: 'contact', type: 'ContactPage', says: null, frame: 'narrow' },
};

export const fixedPages: PageKind = {
  name: 'pages',
  pattern: new RegExp(`^(${Object.keys(fixed).join('|')})$`),
  make({ t, locale }, [path = '']) {
    const page = fixed[path];
    return Promise.resolve(page ? { headline: headlineOf(page, locale), title: t(`pages.${page.key}.title`), description: t(`pages.${page.key}.about`), thing: { '@type': page.type, ...(page.type === 'DataCatalog' && { '@id': `${publicUrl()}/catalog` }) } } : null);
  },
  addresses: (_context, after) => addressesOf(after === null ? Object.keys(fixed) : [], (path) => ({ path })),
};

/** The page's own first words, where they are written with its slice. */
function headlineOf({ says, frame }: FixedPage, locale: Locale): Partial<Headline> {
  if (!says) return { frame };
  const [slice, at] = says;
  const said = (key: string) => ui.sentence(slice[locale], locale, `${at}${key}`) ?? '';
  return { title: said('title'), text: said('lead'), frame };
}

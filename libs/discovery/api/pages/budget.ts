import { CITY } from '@isegoria/budgeting/contracts';
import type { Localized } from '@isegoria/kernel/contracts';
import { publicUrl } from '@isegoria/kernel/api';
import { counted, latest, lineOf, type PageMaker, type PagePart } from '../page-maker';
import { addressesOf, type AddressContext, type PageKind, type SchemaThing, theCity, word } from './page-kind';

interface Budget {
  id: string; title: Localized; summary: Localized; stage: string; currency: string; money: number; projects: number; opensAt: string | null; closesAt: string | null; decidedAt: string | null;
  areas: { id: string; districtId: string | null; money: number; projects: number; voters: number; outcome: { funded: number; spent: number } | null }[];
}

const FIELDS = 'id title { el en } summary { el en } stage currency money projects opensAt closesAt decidedAt areas { id districtId money projects voters outcome { funded spent } }';
const QUERY = `query PageBudget($id: ID!) { budget(id: $id) { ${FIELDS} } city { districts { id name { el en } } } }`;
const ALL = `query PageBudgets { budgets { ${FIELDS} } }`;

interface Found {
  budget: Budget;
  /** What an area is called. */
  areaName(id: string): string;
}

async function read({ ask, t, lt }: PageMaker, id: string): Promise<Found | null> {
  const found = await ask<{ budget: Budget | null; city: { districts: { id: string; name: Localized }[] } | null }>(QUERY, { id });
  if (!found?.budget) return null;
  const names = new Map(found.city?.districts.map((district) => [district.id, lt(district.name)]));
  return { budget: found.budget, areaName: (area) => (area === CITY ? t('budget.city') : (names.get(area) ?? area)) };
}

const allBudgets = async ({ ask }: AddressContext) => (await ask<{ budgets: Budget[] }>(ALL))?.budgets ?? [];
const trailOf = ({ t, lt }: PageMaker, budget?: Budget) => [{ title: t('pages.budgets.title'), path: '/budgets' }, ...(budget ? [{ title: lt(budget.title), path: `/budgets/${budget.id}` }] : [])];

/** The voting as an event; before it is announced there is only a page. */
function voting({ id, title, opensAt, closesAt }: Budget, { lt }: PageMaker): SchemaThing {
  if (!opensAt || !closesAt) return { '@type': 'WebPage' };
  return {
    '@type': 'Event', name: lt(title), startDate: opensAt, endDate: closesAt, eventStatus: 'https://schema.org/EventScheduled', organizer: theCity(), isAccessibleForFree: true,
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode', location: { '@type': 'VirtualLocation', url: `${publicUrl()}/budgets/${id}` },
  };
}

function budgetPart(maker: PageMaker, { budget }: Found): PagePart {
  const { t, lt, n, money } = maker;
  return {
    label: t('label.budget'),
    title: lt(budget.title),
    description: lineOf(lt(budget.summary)),
    publishedAt: latest(budget.opensAt),
    updatedAt: latest(budget.decidedAt),
    figures: [{ value: money(budget.money, budget.currency), label: t('budget.money') }, { value: n(budget.projects), label: t('budget.projects', { count: budget.projects }) }],
    act: budget.stage === 'voting' ? t('budget.act') : '',
    trail: trailOf(maker),
    thing: voting(budget, maker),
  };
}

export const budgetPages: PageKind = {
  name: 'budgets',
  pattern: new RegExp(`^/budgets/(?!new$)${word}$`),
  async make(maker, [id = '']) {
    const found = await read(maker, id);
    return found && budgetPart(maker, found);
  },
  async *addresses(context, after) {
    if (after === null) yield* addressesOf(await allBudgets(context), ({ id, decidedAt }) => ({ path: `/budgets/${id}`, modifiedAt: latest(decidedAt) }));
  },
};

export const worksPages: PageKind = {
  name: 'works',
  pattern: new RegExp(`^/budgets/${word}/works$`),
  async make(maker, [id = '']) {
    const found = await read(maker, id);
    if (!found) return null;
    return { ...budgetPart(maker, found), title: maker.t('budget.works', { title: maker.lt(found.budget.title) }), headline: { frame: 'narrow' }, act: '', trail: trailOf(maker, found.budget), thing: { '@type': 'CollectionPage' } };
  },
  async *addresses(context, after) {
    const decided = after === null ? (await allBudgets(context)).filter(({ stage }) => stage === 'decided') : [];
    yield* addressesOf(decided, ({ id }) => ({ path: `/budgets/${id}/works` }));
  },
};

export const votePages: PageKind = {
  name: 'budget-votes',
  pattern: new RegExp(`^/budgets/${word}/vote/${word}$`),
  async make(maker, [id = '', areaId = '']) {
    const found = await read(maker, id);
    const area = found?.budget.areas.find((one) => one.id === areaId);
    if (!found || !area) return null;
    const { t, lt, n, money } = maker;
    return {
      ...budgetPart(maker, found),
      title: t('budget.vote', { title: lt(found.budget.title), area: found.areaName(areaId) }),
      figures: [{ value: money(area.money, found.budget.currency), label: t('budget.money') }, { value: n(area.projects), label: t('budget.projects', { count: area.projects }) }],
      trail: trailOf(maker, found.budget),
      // The same event as the budget's, of which this is one ballot.
      thing: { ...voting(found.budget, maker), '@id': `${publicUrl()}/budgets/${id}#thing`, url: `${publicUrl()}/budgets/${id}` },
    };
  },
  async *addresses(context, after) {
    const open = after === null ? (await allBudgets(context)).filter(({ stage }) => stage === 'voting') : [];
    yield* addressesOf(open.flatMap(({ id, areas }) => areas.map((area) => `/budgets/${id}/vote/${area.id}`)), (path) => ({ path }));
  },
};

export const resultPages: PageKind = {
  name: 'results',
  pattern: new RegExp(`^/budgets/${word}/results/${word}$`),
  async make(maker, [id = '', areaId = '']) {
    const found = await read(maker, id);
    const area = found?.budget.areas.find((one) => one.id === areaId);
    if (!found || !area?.outcome) return null;
    const { t, lt, n, money } = maker;
    const { budget, areaName } = found;
    const { funded, spent } = area.outcome;
    return {
      label: t('label.budget'),
      title: t('budget.results', { title: lt(budget.title), area: areaName(areaId) }),
      description: t('resultSummary', { funded, projects: area.projects, spent: money(spent, budget.currency), money: money(area.money, budget.currency), voters: area.voters }),
      publishedAt: latest(budget.decidedAt),
      figures: [{ value: n(funded), label: t('budget.funded', { count: funded }) }, { value: n(area.voters), label: t('budget.voters', { count: area.voters }) }],
      trail: trailOf(maker, budget),
      thing: { '@type': 'Report', publisher: theCity(), about: { '@id': `${publicUrl()}/budgets/${id}#thing` }, interactionStatistic: counted('VoteAction', area.voters) },
    };
  },
  async *addresses(context, after) {
    const decided = after === null ? await allBudgets(context) : [];
    yield* addressesOf(decided.flatMap(({ id, decidedAt, areas }) => areas.filter(({ outcome }) => outcome).map((area) => ({ path: `/budgets/${id}/results/${area.id}`, modifiedAt: latest(decidedAt) }))), (address) => address);
  },
};

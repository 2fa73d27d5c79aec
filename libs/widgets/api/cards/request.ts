import type { Localized } from '@isegoria/kernel/contracts';
import type { MakeCard, Maker } from '../card-maker';

interface Row {
  id: string;
  title: Localized;
  status: string;
  publishedAt: string | null;
}

interface Found {
  request: (Row & { affected: number; comments: number; expectedAt: string | null; dueAt: string; endedAt: string | null; department: { name: Localized } }) | null;
}

interface FoundMany {
  requests: { total: number; items: Row[] };
  city: { districts: { id: string; name: Localized }[] };
}

const QUERY = 'query WidgetRequest($id: ID!) { request(id: $id) { id title { el en } status publishedAt affected comments expectedAt dueAt endedAt department { name { el en } } } }';
const MANY = `query WidgetRequests($filter: RequestFilter, $first: Int) { requests(filter: $filter, sort: NEWEST, first: $first) { total items { id title { el en } status publishedAt } }
  city { districts { id name { el en } } } }`;

/** So many stand on a foreign page; the platform has the rest. */
const most = 5;
const pathOf = ({ id }: Pick<Row, 'id'>) => `/requests/${encodeURIComponent(id)}`;
const report = ({ t }: Maker) => ({ label: t('request.report'), href: '/requests/new' });

/** One problem of the street: where it stands, and until when. */
export const requestCard: MakeCard = async (maker, id) => {
  const { ask, t, lt, n } = maker;
  const request = (await ask<Found>(QUERY, { id }))?.request;
  if (!request) return null;
  const { affected, comments } = request;
  return {
    title: lt(request.title),
    href: pathOf(request),
    lead: standing(maker, request),
    figures: [{ value: n(affected), label: t('request.affected', { count: affected }) }, { value: n(comments), label: t('request.comments', { count: comments }) }],
    way: report(maker),
  };
};

/** What was reported last, in the whole city or in the district that `part` names. */
export const requestsCard: MakeCard = async (maker, _of, part) => {
  const { ask, t, lt, day, locale } = maker;
  const found = await ask<FoundMany>(MANY, { filter: { districtId: part || null }, first: most });
  const district = found?.city.districts.find(({ id }) => id === part);
  if (!found || (part !== '' && !district)) return null;
  const { requests: { items, total } } = found;
  return {
    title: district ? t('request.listIn', { district: lt(district.name) }) : t('request.list'),
    href: part ? `/requests?district=${encodeURIComponent(part)}` : '/requests',
    lead: total === 0 ? t('request.none') : '',
    items: items.map((request) => ({ title: lt(request.title), lang: locale, href: pathOf(request), note: [t(`request.status.${request.status}`), request.publishedAt ? day(request.publishedAt) : ''].filter(Boolean).join(', ') })),
    way: report(maker),
  };
};

function standing({ t, lt, day }: Maker, { status, endedAt, expectedAt, dueAt, department }: NonNullable<Found['request']>): string {
  const by = lt(department.name);
  const said = t(`request.status.${status}`);
  return endedAt ? t('request.ended', { said, by, at: day(endedAt) }) : t('request.until', { said, by, at: day(expectedAt ?? dueAt) });
}

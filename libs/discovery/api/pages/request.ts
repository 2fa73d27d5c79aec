import type { Localized } from '@isegoria/kernel/contracts';
import { counted, latest, lineOf, placeOf, sentences } from '../page-maker';
import { addressesOfRows, type PageKind, theCity } from './page-kind';

interface Found {
  request: {
    title: Localized; text: string; lang: string; status: string; publishedAt: string | null; changedAt: string; affected: number; comments: number;
    service: { name: Localized }; department: { name: Localized }; district: { name: Localized }; place: { label: string; lat: number | null; lng: number | null };
  } | null;
}

const QUERY = `query PageRequest($id: ID!) { request(id: $id) {
  title { el en } text lang status publishedAt changedAt affected comments service { name { el en } } department { name { el en } } district { name { el en } } place { label lat lng }
} }`;

/** Where it stands while somebody works on it. */
const open = ['received', 'acknowledged', 'planned', 'inProgress'];

export const requestPages: PageKind = {
  name: 'requests',
  pattern: /^\/requests\/(\d{1,12})$/,
  async make({ ask, t, lt, n }, [id = '']) {
    const request = (await ask<Found>(QUERY, { id }))?.request;
    if (!request) return null;
    const { title, text, status, publishedAt, changedAt, affected, comments, service, department, district, place } = request;
    return {
      label: t('label.request'),
      title: lt(title),
      description: lineOf(sentences(t(`request.status.${status}`), text || lt(district.name))),
      publishedAt: latest(publishedAt),
      updatedAt: latest(publishedAt, changedAt),
      figures: [{ value: n(affected), label: t('request.affected', { count: affected }) }, { value: n(comments), label: t('request.comments', { count: comments }) }],
      act: t(open.includes(status) ? 'request.act' : 'request.read'),
      trail: [{ title: t('pages.requests.title'), path: '/requests' }],
      thing: {
        '@type': 'DiscussionForumPosting',
        headline: lt(title),
        text: text || lt(title),
        commentCount: comments,
        interactionStatistic: [counted('LikeAction', affected), counted('CommentAction', comments)],
        about: { '@type': 'Thing', name: lt(service.name) },
        contentLocation: placeOf(place),
        mentions: { '@type': 'GovernmentOrganization', name: lt(department.name), parentOrganization: theCity() },
      },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'requests', after, ({ id, changedAt }) => ({ path: `/requests/${String(id)}`, modifiedAt: changedAt })),
};

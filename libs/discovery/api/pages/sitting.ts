import type { Localized } from '@isegoria/kernel/contracts';
import { publicUrl } from '@isegoria/kernel/api';
import { latest, lineOf } from '../page-maker';
import { addressesOfPages, type PageKind, theCity, word } from './page-kind';

interface Sitting {
  id: string; title: Localized; place: string; startsAt: string; status: string; postponements: { from: string }[]; openedAt: string | null; closedAt: string | null; items: { title: Localized; subjects: { path: string; title: Localized; isPublic: boolean }[] }[];
}

const QUERY = 'query PageSitting($id: ID!) { sitting(id: $id) { id title { el en } place startsAt status postponements { from } openedAt closedAt items { title { el en } subjects { path title { el en } isPublic } } } }';
const ALL = 'query PageSittings($after: String) { sittings(after: $after, first: 50) { items { id openedAt closedAt } next } }';

export const sittingPages: PageKind = {
  name: 'sittings',
  pattern: new RegExp(`^/council/sittings/(?!new$)${word}$`),
  async make({ ask, t, lt, n, day }, [id = '']) {
    const sitting = (await ask<{ sitting: Sitting | null }>(QUERY, { id }))?.sitting;
    if (!sitting) return null;
    const { title, place, startsAt, status, postponements, openedAt, closedAt, items } = sitting;
    const subjects = items.flatMap((item) => item.subjects).filter(({ isPublic }) => isPublic);
    return {
      label: t('label.sitting'),
      title: `${lt(title)}, ${day(startsAt)}`,
      headline: { title: lt(title) },
      description: lineOf(t('sitting.about', { at: day(startsAt), place, items: items.map((item) => lt(item.title)).join(' · ') })),
      publishedAt: null,
      updatedAt: latest(openedAt, closedAt),
      figures: [{ value: n(items.length), label: t('sitting.items', { count: items.length }) }],
      trail: [{ title: t('pages.sittings.title'), path: '/council/sittings' }],
      thing: {
        '@type': 'Event', name: lt(title), startDate: startsAt, ...(closedAt && { endDate: closedAt }), eventStatus: `https://schema.org/${statusOf(status)}`,
        ...(postponements.length > 0 && { previousStartDate: postponements.map(({ from }) => from) }),
        eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode', isAccessibleForFree: true, organizer: theCity(), location: { '@type': 'Place', name: place, address: place },
        about: subjects.map(({ path, title: name }) => ({ '@type': 'Thing', name: lt(name), url: `${publicUrl()}${path}` })),
      },
    };
  },
  addresses({ ask }, after) {
    const page = async (from: string | null) => (await ask<{ sittings: { items: Pick<Sitting, 'id' | 'openedAt' | 'closedAt'>[]; next: string | null } }>(ALL, { after: from }))?.sittings;
    return addressesOfPages(after === null ? page : () => Promise.resolve(null), ({ id, openedAt, closedAt }) => ({ path: `/council/sittings/${id}`, modifiedAt: latest(openedAt, closedAt) }));
  },
};

/** A postponed one has its new day already. */
function statusOf(status: string): 'EventCancelled' | 'EventRescheduled' | 'EventScheduled' {
  if (status === 'cancelled') return 'EventCancelled';
  return status === 'postponed' ? 'EventRescheduled' : 'EventScheduled';
}

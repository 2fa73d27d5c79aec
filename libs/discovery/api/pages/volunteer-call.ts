import type { Localized } from '@isegoria/kernel/contracts';
import { latest, lineOf } from '../page-maker';
import { addressesOfRows, type PageKind, theCity, word } from './page-kind';

interface Found {
  volunteerCall: {
    title: Localized; text: Localized; stage: string; startsAt: string | null; endsAt: string | null; publishedAt: string | null; registered: number; placesLeft: number; place: { label: string }; report: { text: Localized; people: number; at: string } | null; cancellation: { at: string } | null;
  } | null;
}

const QUERY = `query PageVolunteerCall($id: ID!) { volunteerCall(id: $id) {
  title { el en } text { el en } stage startsAt endsAt publishedAt registered placesLeft place { label } report { text { el en } people at } cancellation { at }
} }`;

const status = (stage: string): string => `https://schema.org/Event${stage === 'cancelled' ? 'Cancelled' : 'Scheduled'}`;

export const volunteerCallPages: PageKind = {
  name: 'volunteering',
  pattern: new RegExp(`^/volunteering/(?!(?:new|propose|mine)$)${word}$`),
  async make({ ask, t, lt, n }, [id = '']) {
    const call = (await ask<Found>(QUERY, { id }))?.volunteerCall;
    if (!call) return null;
    const { title, text, stage, startsAt, endsAt, publishedAt, registered, placesLeft, place, report, cancellation } = call;
    const people = report?.people ?? registered;
    return {
      label: t('label.volunteerCall'),
      title: lt(title),
      description: lineOf(report ? lt(report.text) : lt(text)),
      publishedAt: latest(publishedAt),
      updatedAt: latest(publishedAt, report?.at, cancellation?.at),
      figures: [{ value: n(people), label: t(report ? 'volunteerCall.came' : 'volunteerCall.offered', { count: people }) }],
      act: stage === 'published' && placesLeft > 0 ? t('volunteerCall.act') : report ? t('meeting.read') : '',
      trail: [{ title: t('pages.volunteering.title'), path: '/volunteering' }],
      thing: { '@type': 'Event', name: lt(title), description: lt(text), organizer: theCity(), isAccessibleForFree: true, eventStatus: status(stage), ...(startsAt && { startDate: startsAt }), ...(endsAt && { endDate: endsAt }), location: { '@type': 'Place', name: place.label, address: place.label } },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'volunteering', after, ({ id, startsAt, reportedAt }) => ({ path: `/volunteering/${String(id)}`, modifiedAt: latest(...[reportedAt, startsAt].filter((at): at is Date => at instanceof Date && at < new Date())) })),
};

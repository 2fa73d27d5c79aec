import type { Localized } from '@isegoria/kernel/contracts';
import { latest, lineOf } from '../page-maker';
import { addressesOfRows, type PageKind, theCity, word } from './page-kind';

interface Found {
  meeting: {
    title: Localized; text: Localized; stage: string; startsAt: string | null; endsAt: string | null; announcedAt: string | null; registered: number; venue: { address: Localized }; isRemote: boolean; report: { text: Localized; at: string } | null; cancellation: { at: string } | null;
  } | null;
  meetingQuestions: { total: number };
}

const QUERY = `query PageMeeting($id: ID!) { meeting(id: $id) {
  title { el en } text { el en } stage startsAt endsAt announcedAt registered venue { address { el en } } isRemote report { text { el en } at } cancellation { at }
} meetingQuestions(meetingId: $id, first: 1) { total } }`;

const status = (stage: string): string => `https://schema.org/Event${stage === 'cancelled' ? 'Cancelled' : 'Scheduled'}`;

export const meetingPages: PageKind = {
  name: 'meetings',
  pattern: new RegExp(`^/meetings/(?!new$)${word}$`),
  async make({ ask, t, lt, n }, [id = '']) {
    const found = await ask<Found>(QUERY, { id });
    if (!found?.meeting) return null;
    const { title, text, stage, startsAt, endsAt, announcedAt, registered, venue, report, cancellation } = found.meeting;
    const asked = found.meetingQuestions.total;
    const isToCome = stage === 'announced' || stage === 'open';
    return {
      label: t('label.meeting'),
      title: lt(title),
      description: lineOf(report ? lt(report.text) : lt(text)),
      publishedAt: latest(announcedAt),
      updatedAt: latest(announcedAt, report?.at, cancellation?.at),
      figures: [isToCome ? { value: n(registered), label: t('meeting.registered', { count: registered }) } : { value: n(asked), label: t('meeting.questions', { count: asked }) }],
      act: isToCome ? t('meeting.act') : report ? t('meeting.read') : '',
      trail: [{ title: t('pages.meetings.title'), path: '/meetings' }],
      thing: { '@type': 'Event', name: lt(title), description: lt(text), organizer: theCity(), eventStatus: status(stage), ...(startsAt && { startDate: startsAt }), ...(endsAt && { endDate: endsAt }), ...(lt(venue.address) && { location: { '@type': 'Place', name: lt(venue.address), address: lt(venue.address) } }) },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'meetings', after, ({ id, startsAt, reportedAt }) => ({ path: `/meetings/${String(id)}`, modifiedAt: latest(...[reportedAt, startsAt].filter((at): at is Date => at instanceof Date && at < new Date())) })),
};

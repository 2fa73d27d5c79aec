import type { Citizen } from '@isegoria/identity/contracts';
import { newId } from '@isegoria/kernel/api';
import type { AskAtMeetingInput, MeetingInput, MeetingPollInput } from '@isegoria/meetings/contracts';
import type { Meeting } from './meeting.schema';

const hourMs = 3_600_000;
export const inHours = (hours: number): Date => new Date(Date.now() + hours * hourMs);

/** A meeting as a test sends it: in an hour, with two items. */
export function aMeetingInput(wanted: Partial<MeetingInput> = {}): MeetingInput {
  return {
    kind: 'assembly', title: { el: 'Συνέλευση για την πλατεία <script>alert(1)</script>', en: '' }, text: { el: 'Συζητάμε τι αλλάζει στην πλατεία. <img src=x onerror=alert(1)>', en: '' }, departmentId: 'technical', districtIds: [],
    venue: { address: { el: 'Δημοτικό θέατρο', en: '' }, isStepFree: true, hasHearingLoop: false, hasSignLanguage: false }, joinUrl: 'https://meet.example/secret-room', startsAt: inHours(1), endsAt: inHours(3), places: null, registerUntil: null,
    items: [{ id: 'i1', title: { el: 'Δέντρα', en: '' }, subjects: [] }, { id: 'i2', title: { el: 'Παγκάκια', en: '' }, subjects: [] }], room: { questions: 'public', perPerson: 2, answerDays: 20, hasOpinions: false }, ...wanted,
  };
}

export function aMeeting(wanted: Partial<Meeting> = {}): Meeting {
  const now = new Date();
  return {
    _id: newId(), stage: 'announced', kind: 'assembly', title: { el: 'Συνέλευση', en: '' }, text: { el: 'Συζητάμε.', en: '' }, departmentId: 'technical', districtIds: [], venue: { address: { el: 'Θέατρο', en: '' }, isStepFree: true, hasHearingLoop: false, hasSignLanguage: false },
    joinUrl: '', terms: [], startsAt: inHours(24), endsAt: inHours(26), places: null, registerUntil: null, items: [], room: { questions: 'public', perPerson: 2, answerDays: 20, hasOpinions: false }, registered: 0, waiting: 0, tickets: 0, currentItemId: null, currentQuestionId: null, came: null,
    postponements: [], cancellation: null, announcedAt: now, openedAt: null, closedAt: null, report: null, remindedFor: null, needsErased: false, revision: 1, createdBy: 'olga', createdAt: now, touchedAt: now, isDemo: false, ...wanted,
  };
}

export const aQuestion = (meetingId: string, wanted: Partial<AskAtMeetingInput> = {}): AskAtMeetingInput =>
  ({ meetingId, itemId: null, text: 'Ποιος ποτίζει τα δέντρα; <script>alert(1)</script>', isFromHall: false, nonce: newId(), ...wanted });

export const aPoll = (meetingId: string, wanted: Partial<MeetingPollInput> = {}): MeetingPollInput =>
  ({ id: newId(), meetingId, question: { el: 'Τι λείπει περισσότερο;', en: '' }, options: [{ el: 'Σκιά', en: '' }, { el: 'Καθίσματα', en: '' }], isLive: false, minutes: 5, present: 12, ...wanted });

/** A person as rules see them. */
export function aPerson(wanted: Partial<Citizen> = {}): Citizen {
  return { id: newId(), personId: `person:${newId()}`, name: 'Μαρία', roles: ['citizen'], departmentId: null, districtId: 'kastro', locale: 'el', confirmed: true, ...wanted };
}

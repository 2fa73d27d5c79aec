import type { MeetingInput } from '@isegoria/meetings/contracts';
import { drawnId } from '@isegoria/kernel/contracts';
import { asTyped, clockOf, fromCityClock, numberOf, type PickedSubject } from '@isegoria/ui/web';
import type { ShownMeeting } from '../documents';

interface Both {
  el: string;
  en: string;
}

export interface TypedItem {
  id: string;
  title: Both;
  subjects: PickedSubject[];
}

/** A meeting as it stands in the form: moments by the city's clock, numbers as they were typed. */
export interface Typed {
  /** The change that it follows; null for a new one. */
  revision: number | null;
  kind: MeetingInput['kind'];
  title: Both;
  text: Both;
  departmentId: string;
  districtIds: string[];
  address: Both;
  isStepFree: boolean;
  hasHearingLoop: boolean;
  hasSignLanguage: boolean;
  joinUrl: string;
  startsAt: string;
  endsAt: string;
  places: string;
  registerUntil: string;
  items: TypedItem[];
  questions: 'public' | 'wait';
  perPerson: string;
  answerDays: string;
  hasOpinions: boolean;
}

const nothing = (): Both => ({ el: '', en: '' });
export const newItem = (): TypedItem => ({ id: drawnId(), title: nothing(), subjects: [] });

export const blank = (departmentId: string): Typed => ({
  revision: null, kind: 'assembly', title: nothing(), text: nothing(), departmentId, districtIds: [], address: nothing(), isStepFree: false, hasHearingLoop: false, hasSignLanguage: false, joinUrl: '', startsAt: '', endsAt: '', places: '', registerUntil: '', items: [newItem()], questions: 'public', perPerson: '3',
  answerDays: '20', hasOpinions: false,
});

export function typedOf({ revision, kind, title, text, department, districts, venue, startsAt, endsAt, places, registerUntil, items, room, mine }: ShownMeeting): Typed {
  return {
    revision, kind, title: asTyped(title), text: asTyped(text), departmentId: department?.id ?? '', districtIds: districts.map(({ id }) => id), address: asTyped(venue.address), isStepFree: venue.isStepFree, hasHearingLoop: venue.hasHearingLoop, hasSignLanguage: venue.hasSignLanguage, joinUrl: mine.joinUrl ?? '',
    startsAt: clockOf(startsAt), endsAt: clockOf(endsAt), places: String(places ?? ''), registerUntil: clockOf(registerUntil), items: items.map((item) => ({ id: item.id, title: asTyped(item.title), subjects: item.subjects.map(({ kind: of, id, title: name }) => ({ kind: of, id, title: name })) })),
    questions: room.questions, perPerson: String(room.perPerson), answerDays: String(room.answerDays), hasOpinions: room.hasOpinions,
  };
}

/** What was typed as the schemas read it. */
export function formOf({ revision: _, address, isStepFree, hasHearingLoop, hasSignLanguage, departmentId, startsAt, endsAt, places, registerUntil, items, questions, perPerson, answerDays, hasOpinions, ...rest }: Typed) {
  return {
    ...rest, departmentId: departmentId || null, venue: { address, isStepFree, hasHearingLoop, hasSignLanguage }, startsAt: fromCityClock(startsAt), endsAt: fromCityClock(endsAt), places: numberOf(places), registerUntil: fromCityClock(registerUntil),
    items: items.map((item) => ({ id: item.id, title: item.title, subjects: item.subjects.map(({ kind, id }) => ({ kind, id })) })), room: { questions, perPerson: Number(perPerson || NaN), answerDays: Number(answerDays || NaN), hasOpinions },
  };
}

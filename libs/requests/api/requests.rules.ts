import { type Citizen, hasRole, speaksFor } from '@isegoria/identity/contracts';
import type { FieldProblem, Localized } from '@isegoria/kernel/contracts';
import { isHeld, isOpen, type RequestAnswer, type RequestMomentKind, wordUntil } from '@isegoria/requests/contracts';
import type { QuestionRecord } from './request-service.schema';
import type { RequestRecord } from './request.schema';

/** How many requests one person reports within a day. */
export const submittedPerDay = 20;

type Viewer = Pick<Citizen, 'id' | 'roles' | 'departmentId'> | null;
type Given = RequestRecord['answers'];

/** Public ones everybody reads; private ones the reporter and the department; what moderators have before them the reporter and they. */
export function mayRead({ listed, isPrivate, reporterId, departmentId }: Pick<RequestRecord, 'listed' | 'isPrivate' | 'reporterId' | 'departmentId'>, viewer: Viewer): boolean {
  if (listed) return true;
  if (viewer === null) return false;
  if (viewer.id === reporterId) return true;
  return isPrivate ? speaksFor(viewer, departmentId) : hasRole(viewer, 'moderator', 'administrator');
}

/** Whether officials of its department have it before them. What a moderator has not let pass has not reached them. */
export function isDesked({ listed, isPrivate, status }: Pick<RequestRecord, 'listed' | 'isPrivate' | 'status'>): boolean {
  return listed || (isPrivate && !isHeld(status));
}

/** The moments in which citizens speak. Their words reach the moderators like every other; a department answers for its own. */
export const citizensSay = ['contested', 'withdrawn'] as const satisfies readonly RequestMomentKind[];

/** Whether a citizen speaks in it. */
export const isCitizensWord = ({ kind }: { kind: RequestMomentKind }): boolean => citizensSay.some((one) => one === kind);

/** Why the reporter may not take it back, or null. */
export function withdrawRefusal({ status }: Pick<RequestRecord, 'status'>): string | null {
  if (isOpen(status) || status === 'waiting' || status === 'returned') return null;
  return status === 'hidden' ? 'withdraw_hidden' : 'withdraw_ended';
}

/** Until when somebody may say whether it is fixed, or null where nobody may. */
export function sayUntil({ status, endedAt }: Pick<RequestRecord, 'status' | 'endedAt'>, now: Date): Date | null {
  if ((status !== 'fixed' && status !== 'closed') || !endedAt) return null;
  const until = wordUntil(endedAt);
  return now < until ? until : null;
}

/** What is answered to the questions that a service asks now; what answers none of them, or nothing, is left out. */
export function answersTo(questions: readonly (QuestionRecord & { isRetired?: boolean })[], given: Given): Given {
  return questions.flatMap(({ id, isRetired }) => {
    const values = given.find(({ questionId }) => questionId === id)?.values.map((value) => value.trim()).filter(Boolean) ?? [];
    return isRetired || values.length === 0 ? [] : [{ questionId: id, values: [...new Set(values)] }];
  });
}

/** What is wrong with the answers to a service's questions. The field is `answers.<question>`. */
export function answerProblems(questions: readonly (QuestionRecord & { isRetired?: boolean })[], given: Given): FieldProblem[] {
  return questions.flatMap((question): FieldProblem[] => {
    if (question.isRetired) return [];
    const field = `answers.${question.id}`;
    const values = given.find(({ questionId }) => questionId === question.id)?.values ?? [];
    if (values.length === 0) return question.isRequired ? [{ field, code: 'required', limit: null }] : [];
    return fits(question, values) ? [] : [{ field, code: 'invalid', limit: null }];
  });
}

function fits({ type, choices }: QuestionRecord, values: readonly string[]): boolean {
  const isChoice = (value: string) => choices.some(({ id, isRetired }) => id === value && !isRetired);
  switch (type) {
    case 'text':
      return values.length === 1;
    case 'number':
      return values.length === 1 && values.every((value) => /^-?\d{1,12}([.,]\d{1,6})?$/.test(value));
    case 'choice':
      return values.length === 1 && values.every(isChoice);
    case 'choices':
      return values.every(isChoice);
  }
}

/** Answers as they are read, in the order of the questions, those that are asked no more too. */
export function shownAnswers(questions: readonly QuestionRecord[], given: Given): RequestAnswer[] {
  return questions.flatMap((question) => {
    const values = given.find(({ questionId }) => questionId === question.id)?.values;
    if (!values) return [];
    const names = values.map((value): Localized => question.choices.find(({ id }) => id === value)?.name ?? { el: value, en: value });
    const answer = { el: names.map(({ el }) => el).join(', '), en: names.map(({ el, en }) => en || el).join(', ') };
    return [{ questionId: question.id, question: question.text, answer }];
  });
}

const metresPerDegree = 111_320;
const radians = Math.PI / 180;

interface Point {
  lat: number;
  lng: number;
}

/** The distance of two points on the earth, in metres (haversine). */
export function metresBetween(one: Point, other: Point): number {
  const half = (from: number, to: number) => Math.sin(((to - from) * radians) / 2) ** 2;
  const chord = half(one.lat, other.lat) + Math.cos(one.lat * radians) * Math.cos(other.lat * radians) * half(one.lng, other.lng);
  return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The store's bounds of the square around a point in which all lies that is at most so many metres away. */
export function boxAround({ lat, lng }: Point, metres: number): Record<string, { $gte: number; $lte: number }> {
  const high = metres / metresPerDegree;
  const wide = high / Math.max(0.01, Math.cos(lat * radians));
  return { 'place.lat': { $gte: lat - high, $lte: lat + high }, 'place.lng': { $gte: lng - wide, $lte: lng + wide } };
}

/** The days within which half of them were done, whole ones; null where there was none. */
export function medianDays(times: readonly { from: Date; to: Date }[]): number | null {
  const days = times.map(({ from, to }) => Math.max(0, Math.ceil((to.getTime() - from.getTime()) / 86_400_000))).sort((a, b) => a - b);
  return days[Math.ceil(days.length / 2) - 1] ?? null;
}

/** The language that somebody wrote in, as far as letters tell. */
export function langOf(text: string): string {
  return /\p{Script=Latin}/u.test(text) && !/\p{Script=Greek}/u.test(text) ? 'en' : 'el';
}

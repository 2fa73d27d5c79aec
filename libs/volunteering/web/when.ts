import { numberOf, type WordsOfSlice } from '@isegoria/ui/web';

interface Times {
  startsAt: string | null;
  endsAt: string | null;
}

const isSameDay = (a: string, b: string, { d }: WordsOfSlice): boolean => d(a, 'day') === d(b, 'day');

/** When a shift is, as one says it: a day and its hours, or until when each comes as they like. */
export function shiftTime({ startsAt, endsAt }: { startsAt: string | null; endsAt: string }, words: WordsOfSlice): string {
  const { t, d } = words;
  if (!startsAt) return t('when.flexible', { date: d(endsAt, 'moment') });
  if (isSameDay(startsAt, endsAt, words)) return t('when.hours', { day: d(startsAt, 'weekday'), from: d(startsAt, 'time'), to: d(endsAt, 'time') });
  return t('when.span', { from: d(startsAt, 'moment'), to: d(endsAt, 'moment') });
}

/** From which day to which a call is. */
export function callTime({ startsAt, endsAt }: Times, words: WordsOfSlice): string {
  const { t, d } = words;
  if (!startsAt || !endsAt) return t('when.none');
  return isSameDay(startsAt, endsAt, words) ? d(startsAt, 'weekday') : t('when.days', { from: d(startsAt, 'short'), to: d(endsAt, 'short') });
}

/** A span as one says it: hours, or minutes below one. */
export function lasting(minutes: number, { t, n }: WordsOfSlice): string {
  return minutes < 60 ? t('minutes', { count: minutes }) : t('hours', { count: Math.round(minutes / 6) / 10, hours: n(Math.round(minutes / 6) / 10) });
}

/** Hours as people write them, «1,5» too. */
export function minutesOfHours(hours: string): number | null {
  const number = numberOf(hours.replace(',', '.'));
  return number === null ? null : Math.round(number * 60);
}

import { cityClock, cityDay, daysFrom, mondayOf } from '@isegoria/kernel/contracts';
import type { DigestRhythm } from './notifications.gen';

/** How often a citizen wants to hear what is new in the parts of the city that they follow. `never`: only when they look. */
export const digestRhythms = ['daily', 'weekly', 'never'] as const satisfies readonly DigestRhythm[];

/** Who follows and says nothing about how often. */
export const usualRhythm = 'weekly' satisfies DigestRhythm;

/** The hour of the city at which digests go out. */
const hour = 8;
const hourMs = 3_600_000;

/** Eight in the morning of a day of the city, whatever its clocks did in the night. */
function morningOf(day: string): Date {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const ahead = Number(cityClock(new Date(noon)).slice(11, 13)) - 12;
  return new Date(noon - (12 - hour + ahead) * hourMs);
}

/** The last moment, not after now, at which digests of a rhythm went out or were to: each morning, or on Mondays. */
export function lastEdition(rhythm: 'daily' | 'weekly', now: Date): Date {
  const today = cityDay(now);
  const [day, days] = rhythm === 'daily' ? [today, 1] : [mondayOf(today), 7];
  const due = morningOf(day);
  return due <= now ? due : morningOf(daysFrom(day, -days));
}

/** The next one after it. */
export function nextEdition(rhythm: 'daily' | 'weekly', now: Date): Date {
  return morningOf(daysFrom(cityDay(lastEdition(rhythm, now)), rhythm === 'daily' ? 1 : 7));
}

/** A digest as a subject: whose, and of which span. All that it says is in its name, so that nothing has to be kept of it. */
export interface DigestSpan {
  citizenId: string;
  since: Date;
  until: Date;
}

export const digestKind = 'digest';

export function digestSubject({ citizenId, since, until }: DigestSpan): { kind: typeof digestKind; id: string } {
  return { kind: digestKind, id: `${since.getTime()}-${until.getTime()}-${citizenId}` };
}

export function spanOf(id: string): DigestSpan | null {
  const [, since, until, citizenId] = /^(\d{1,15})-(\d{1,15})-(.+)$/.exec(id) ?? [];
  return citizenId ? { citizenId, since: new Date(Number(since)), until: new Date(Number(until)) } : null;
}

/** The page that shows the same as a digest, as it may be read now. */
export const digestPath = ({ since, until }: Pick<DigestSpan, 'since' | 'until'>): string => `/following/new?since=${since.getTime()}&until=${until.getTime()}`;

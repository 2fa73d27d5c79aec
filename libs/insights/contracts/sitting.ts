import { type DocumentSection, type PageDocument, pageUrl } from '@isegoria/kernel/contracts';
import type { SittingStatus } from './insights.gen';
import * as z from 'zod/mini';

/** Who makes sittings and their agendas. */
export const CLERK_ROLES = ['administrator', 'clerk'] as const;

/** What a sitting is before it meets: on the day that was announced first, or on a later one. */
export const TO_MEET: readonly SittingStatus[] = ['planned', 'postponed'];

export const isToMeet = (status: SittingStatus): boolean => TO_MEET.includes(status);

/** The room of a sitting: everybody who looks at its page. */
export const sittingRoom = (id: string) => ({ kind: 'sitting', id });

/** What the room hears under `changed`: the sections to ask for again. None: the sitting itself changed. */
export interface SittingDelta {
  sections: string[];
  at: Date;
}

export interface SittingSectionDocument extends DocumentSection {
  /** When its figures were counted. */
  at: Date;
}

/** The page of a sitting: a section an item, in the agenda's order, and last what waits for an answer. */
export interface SittingDocument extends PageDocument {
  sections: SittingSectionDocument[];
}

/** The section of what waits for an answer; items have ids of their own. */
export const WAITING_SECTION = 'waiting';

const line = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest));
/** The Greek is asked for; where there is no English the Greek is shown. */
const localized = (longest: number) => z.object({ el: line(longest), en: z.string().check(z.trim(), z.maxLength(longest)) });
const subject = z.object({ kind: line(40), id: line(160) });

/** An agenda longer than this is several sittings; an item about more is several items. */
export const agendaLimits = { items: 60, subjects: 12 } as const;

/** Where the minutes are: a page of the web, or nothing. */
export const minutesForm = z.object({ url: pageUrl(500) });

/** Another day for a sitting, and why. */
export const postponeForm = z.object({ startsAt: z.date(), reason: localized(300) });

/** What the page's form and the server check alike. */
export const sittingForm = z.object({
  title: localized(160),
  place: line(160),
  startsAt: z.date(),
  items: z.array(z.object({ title: localized(240), subjects: z.array(subject).check(z.maxLength(agendaLimits.subjects)) })).check(z.maxLength(agendaLimits.items)),
});

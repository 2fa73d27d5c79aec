import { bilingual, maybe, nonceText, pageUrl, shortId, written } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';

/** The measures of a meeting, the same on the page, in the rules and in the store. */
export const meetingLimits = {
  title: 140, text: 8000, address: 200, url: 500, places: 100_000, items: 40, itemTitle: 200, subjects: 8, districts: 40, reason: 600, needs: 300, question: 300, answer: 3000, perPerson: 20, answerDays: 90,
  report: 12_000, outcomes: 30, outcome: 400, pollQuestion: 240, pollOption: 120, pollMinutes: 60, came: 100_000,
} as const;
const limits = meetingLimits;

/** Within so many days after it met a meeting has its report. */
export const reportDays = 30;
/** Between two questions of one person. */
export const askPauseSeconds = 15;
/** So long after a meeting what people said that they need is erased. */
export const needsKeptDays = 30;

/** The Greek is asked for, the English may be left out. */
const both = (longest: number, shortest = 0) => bilingual(longest, { shortest, english: 'optional' });
const whole = (least: number, most: number) => z.number().check(z.int(), z.gte(least), z.lte(most));
const subject = z.object({ kind: z.string().check(z.regex(/^[\w-]{1,40}$/)), id: z.string().check(z.minLength(1), z.maxLength(160)) });
const url = pageUrl(limits.url);

export const meetingId = z.string().check(z.regex(/^[\w-]{8,60}$/));
export const meetingKinds = ['assembly', 'information', 'workshop', 'siteVisit', 'committee'] as const;

/** What a draft may hold: much may be missing, nothing may be too long. */
export const meetingDraft = z.object({
  kind: z.enum(meetingKinds),
  title: both(limits.title, 1),
  text: both(limits.text),
  departmentId: maybe(shortId()),
  districtIds: z.array(shortId()).check(z.maxLength(limits.districts)),
  venue: z.object({ address: both(limits.address), isStepFree: z.boolean(), hasHearingLoop: z.boolean(), hasSignLanguage: z.boolean() }),
  joinUrl: url,
  startsAt: maybe(z.date()),
  endsAt: maybe(z.date()),
  places: maybe(whole(1, limits.places)),
  registerUntil: maybe(z.date()),
  items: z.array(z.object({ id: shortId(), title: both(limits.itemTitle, 1), subjects: z.array(subject).check(z.maxLength(limits.subjects)) })).check(z.maxLength(limits.items)),
  room: z.object({ questions: z.enum(['public', 'wait']), perPerson: whole(1, limits.perPerson), answerDays: whole(1, limits.answerDays), hasOpinions: z.boolean() }),
});

/** What must stand before anybody else reads it. */
export const meetingPublic = z
  .object({
    title: both(limits.title, 5),
    text: both(limits.text, 20),
    departmentId: shortId(),
    startsAt: z.date(),
    endsAt: z.date(),
    registerUntil: maybe(z.date()),
    venue: z.object({ address: z.object({ el: z.string() }) }),
    joinUrl: z.string(),
  })
  .check(
    z.refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ['endsAt'], error: 'after the start' }),
    z.refine(({ startsAt, registerUntil }) => !registerUntil || registerUntil <= startsAt, { path: ['registerUntil'], error: 'before the start' }),
    z.refine(({ venue, joinUrl }) => venue.address.el.trim() !== '' || joinUrl.trim() !== '', { path: ['venue.address.el'], error: 'a place, or a way in from afar' }),
  );

export const postponeInput = z
  .object({ startsAt: z.date(), endsAt: z.date(), reason: written(limits.reason, 5) })
  .check(z.refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ['endsAt'], error: 'after the start' }));

export const reasonInput = z.object({ reason: written(limits.reason, 5) });
export const needsInput = z.object({ needs: written(limits.needs) });
export const cameInput = z.object({ came: whole(0, limits.came) });
export const questionInput = z.object({ text: written(limits.question, 8), nonce: nonceText() });
export const answerInput = z.object({ text: written(limits.answer, 2) });

export const pollInput = z.object({
  id: z.string().check(z.regex(/^[\w-]{8,38}$/)),
  question: both(limits.pollQuestion, 5),
  options: z.array(both(limits.pollOption, 1)).check(z.minLength(2), z.maxLength(6)),
  isLive: z.boolean(),
  minutes: whole(1, limits.pollMinutes),
  present: maybe(whole(1, limits.came)),
});

export const reportInput = z.object({
  text: both(limits.report, 20),
  minutesUrl: url,
  outcomes: z.array(z.object({ text: written(limits.outcome, 5), subject: maybe(subject), departmentId: maybe(shortId()), dueAt: maybe(z.date()) })).check(z.maxLength(limits.outcomes)),
});

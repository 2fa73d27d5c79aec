import { bilingual, maybe, shortId, written } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';

/** The measures of a call, the same on the page, in the rules and in the store. */
export const volunteerLimits = {
  title: 140, text: 6000, place: 160, responsible: 160, shifts: 24, task: 200, bring: 300, places: 2000, age: 99, minutes: 24 * 60, reason: 600, report: 8000, people: 100_000, given: 60 * 1_000_000, pictures: 4,
} as const;
const limits = volunteerLimits;

/** Within so many days after its last shift a call's department tells what was done. */
export const reportDays = 20;
/** So many hours before a shift begins its department is told that it lacks people: in time to find some, and for those who have a place to plan anew. */
export const shortHours = 48;

/** Within so many days a department says whether it takes a citizen's call on. */
export const decideDays = 10;

/** The Greek is asked for, the English may be left out. */
const both = (longest: number, shortest = 0) => bilingual(longest, { shortest, english: 'optional' });
const whole = (least: number, most: number) => z.number().check(z.int(), z.gte(least), z.lte(most));
const degrees = (most: number) => maybe(z.number().check(z.gte(-most), z.lte(most)));
const id = z.string().check(z.regex(/^[\w-]{8,60}$/));

export const callId = id;

const shift = z.object({
  id,
  task: written(limits.task, 3),
  bring: written(limits.bring),
  startsAt: maybe(z.date()),
  endsAt: maybe(z.date()),
  minutes: maybe(whole(1, limits.minutes)),
  minimum: whole(1, limits.places),
  places: whole(1, limits.places),
  isStepFree: z.boolean(),
  isForChildren: z.boolean(),
  fromAge: maybe(whole(0, limits.age)),
});

/** What a draft may hold: much may be missing, nothing may be too long. */
export const callDraft = z.object({
  title: both(limits.title, 1),
  text: both(limits.text),
  departmentId: maybe(shortId()),
  categoryId: maybe(shortId()),
  districtId: maybe(shortId()),
  place: z.object({ label: written(limits.place), lat: degrees(90), lng: degrees(180) }),
  origin: maybe(z.object({ kind: z.string().check(z.regex(/^[\w-]{1,40}$/)), id: z.string().check(z.minLength(1), z.maxLength(160)) })),
  responsible: written(limits.responsible),
  shifts: z.array(shift).check(z.maxLength(limits.shifts)),
});

const aShiftOfTime = z
  .object({ startsAt: maybe(z.date()), endsAt: z.date(), minutes: maybe(z.number()), minimum: z.number(), places: z.number() })
  .check(
    z.refine(({ startsAt, endsAt }) => !startsAt || endsAt > startsAt, { path: ['endsAt'], error: 'after the start' }),
    z.refine(({ startsAt, minutes }) => Boolean(startsAt) || Boolean(minutes), { path: ['minutes'], error: 'hours, or how long' }),
    z.refine(({ minimum, places }) => minimum <= places, { path: ['minimum'], error: 'no more than there are places' }),
  );

const proposable = { title: both(limits.title, 8), text: both(limits.text, 30), departmentId: shortId(), categoryId: shortId(), place: z.object({ label: written(limits.place, 3) }), shifts: z.array(aShiftOfTime).check(z.minLength(1)) };

/** What must stand before a department is asked to take it on. */
export const callProposed = z.object(proposable);

/** What must stand before everybody reads it. */
export const callPublic = z.object({ ...proposable, responsible: written(limits.responsible, 3) });

export const reasonInput = z.object({ reason: written(limits.reason, 5) });
export const responsibleInput = z.object({ responsible: written(limits.responsible, 3) });
export const markInput = z.object({ minutes: maybe(whole(1, limits.minutes)) });
export const reportInput = z.object({ text: both(limits.report, 20), people: whole(0, limits.people), minutes: whole(0, limits.given), pictures: z.array(shortId()).check(z.maxLength(limits.pictures)) });

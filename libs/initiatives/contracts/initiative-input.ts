import { bilingual, maybe, nonceText, pageUrl, shortId, written } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';

/** The measures of an initiative, the same on the page, in the rules and in the store. */
export const initiativeLimits = {
  kindName: 80, kindWords: 2000, needed: 1_000_000, days: 365, promoters: 50, age: 120, checkDays: 180, keepMonths: 60,
  title: 140, titleMin: 10, text: 10_000, textMin: 40, why: 5000, whyMin: 20, words: 3000, wordsMin: 10, fullName: 120, fullNameMin: 5,
  sheet: 100_000, sheetLines: 100, url: 500,
};
const limits = initiativeLimits;

/** The Greek is asked for, the English may be left out. */
const both = (longest: number, shortest = 0) => bilingual(longest, { shortest, english: 'optional' });
const whole = (least: number, most: number) => z.number().check(z.int(), z.gte(least), z.lte(most));
const nonce = nonceText();

/** Short enough for a sheet of paper: see `drawnId`. */
export const initiativeId = z.string().check(z.regex(/^[0-9a-z-]{8,40}$/));
export const kindId = z.string().check(z.regex(/^[0-9a-z-]{2,40}$/));

/** What an administrator sets: signatures are a number, or a share of a number of electors. */
export const kindInput = z
  .object({
    name: both(limits.kindName, 3),
    about: both(limits.kindWords, 10),
    follows: both(limits.kindWords, 10),
    needed: maybe(whole(1, limits.needed)),
    percent: maybe(z.number().check(z.gt(0), z.lte(100))),
    electors: maybe(whole(1, 10_000_000)),
    days: whole(1, limits.days),
    promoters: whole(1, limits.promoters),
    minimumAge: maybe(whole(1, limits.age)),
    scope: z.enum(['city', 'district']),
    checkDays: whole(1, limits.checkDays),
    answerDays: maybe(whole(1, limits.days)),
    keepMonths: whole(1, limits.keepMonths),
    isRetired: z.boolean(),
  })
  .check(z.refine((kind) => neededOf(kind) !== null, { path: ['needed'], error: 'a number, or a share of the electors' }));

/** How many signatures a kind asks: its number, or the share of the electors, rounded up. Null where it says neither, or both. */
export function neededOf({ needed, percent, electors }: { needed?: number | null; percent?: number | null; electors?: number | null }): number | null {
  if (percent && electors) return needed ? null : Math.ceil((electors * percent) / 100);
  return percent || electors ? null : (needed ?? null);
}

/** What a draft may hold: anything may be missing, nothing may be too long. */
export const initiativeDraft = z.object({
  kindId,
  title: written(limits.title),
  text: written(limits.text),
  why: written(limits.why),
  categoryId: maybe(shortId()),
  districtId: maybe(shortId()),
});

/** What must stand before anybody is asked to carry it. */
export const initiativePublic = z
  .object({
    title: written(limits.title, limits.titleMin),
    text: written(limits.text, limits.textMin),
    why: written(limits.why, limits.whyMin),
    categoryId: z.string().check(z.minLength(1)),
    scope: z.enum(['city', 'district']),
    districtId: z.nullable(z.string()),
  })
  .check(z.refine(({ scope, districtId }) => scope === 'city' || Boolean(districtId), { path: ['districtId'], error: 'one district' }));

/** As a roll knows people: two words or more, of letters, hyphens, apostrophes and dots. */
const fullName = z.string().check(z.trim(), z.minLength(1), z.minLength(limits.fullNameMin), z.maxLength(limits.fullName), z.regex(/^[\p{L}\p{M}.'’-]+(\s+[\p{L}\p{M}.'’-]+)+$/u));

export const signInput = z.object({ digest: z.string().check(z.minLength(40), z.maxLength(60)), fullName, showsName: z.boolean(), nonce });

const grounds = z.array(z.enum(['notOurs', 'unclear', 'already', 'rights', 'other']));

/** Who refuses names at least one ground and says why; who admits needs no words. */
export const decisionInput = z.discriminatedUnion('admit', [
  z.object({ admit: z.literal(true), words: written(limits.words) }),
  z.object({ admit: z.literal(false), grounds: grounds.check(z.minLength(1)), words: written(limits.words, limits.wordsMin) }),
]);

export const withdrawInput = z.object({ reason: written(limits.words, limits.wordsMin) });
export const sheetInput = z.object({ number: whole(1, limits.sheet), valid: whole(0, limits.sheetLines) });
export const verifyInput = z.object({ valid: whole(0, limits.needed * 10), note: written(limits.words) });

export const answerInitiativeInput = z.object({
  outcome: z.enum(['accepted', 'partly', 'rejected']),
  text: written(limits.words, limits.wordsMin),
  ada: maybe(written(30)),
  url: maybe(pageUrl(limits.url)),
});

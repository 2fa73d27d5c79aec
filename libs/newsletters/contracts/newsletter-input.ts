import { bilingual, chosenId, shortId, written } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';

/** The measures of a letter, the same on the page and in the store. */
export const newsletterLimits = { title: 120, titleMin: 5, text: 12_000, textMin: 20, paths: 8, choices: 60 };
const limits = newsletterLimits;

const ids = z.array(shortId()).check(z.maxLength(limits.choices));

/** The id that a page may choose for a letter that it is about to save. */
export const newsletterId = chosenId();

/** A letter may be kept half written, but not without a name. */
export const newsletterForm = z.object({
  title: bilingual(limits.title, { shortest: limits.titleMin, english: 'optional' }),
  text: bilingual(limits.text, { shortest: 0, english: 'optional' }),
  paths: z.array(z.string().check(z.regex(/^\/[\w./~-]{1,200}$/))).check(z.maxLength(limits.paths)),
  districtIds: ids,
  categoryIds: ids,
});

/** What is sent has something to say. */
export const sentForm = z.object({ text: z.object({ el: written(limits.text, limits.textMin) }) });

export const wishForm = z.object({ categoryIds: ids });

/** The address of a page of the platform as people copy it, without what is before and after its path; as it is where it is of another site. */
export function pathOf(typed: string, origin: string): string {
  const text = typed.trim();
  if (!URL.canParse(text, origin)) return text;
  const url = new URL(text, origin);
  return url.origin === new URL(origin).origin ? url.pathname.replace(/(.)\/+$/, '$1') : text;
}

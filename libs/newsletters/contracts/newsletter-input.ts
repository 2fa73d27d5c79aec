import * as z from 'zod/mini';

/** The measures of a letter, the same on the page and in the store. */
export const newsletterLimits = { title: 120, titleMin: 5, text: 12_000, textMin: 20, paths: 8, choices: 60 };
const limits = newsletterLimits;

const text = (longest: number) => z.string().check(z.trim(), z.maxLength(longest));
const ids = z.array(z.string().check(z.regex(/^[\w-]{1,60}$/))).check(z.maxLength(limits.choices));

/** The id that a page may choose for a letter that it is about to save. */
export const newsletterId = z.string().check(z.regex(/^[0-9A-Za-z-]{10,40}$/));

/** A letter may be kept half written, but not without a name. */
export const newsletterForm = z.object({
  title: z.object({ el: z.string().check(z.trim(), z.minLength(1), z.minLength(limits.titleMin), z.maxLength(limits.title)), en: text(limits.title) }),
  text: z.object({ el: text(limits.text), en: text(limits.text) }),
  paths: z.array(z.string().check(z.regex(/^\/[\w./~-]{1,200}$/))).check(z.maxLength(limits.paths)),
  districtIds: ids,
  categoryIds: ids,
});

/** What is sent has something to say. */
export const sentForm = z.object({ text: z.object({ el: z.string().check(z.trim(), z.minLength(1), z.minLength(limits.textMin)) }) });

export const wishForm = z.object({ categoryIds: ids });

/** The address of a page of the platform as people copy it, without what is before and after its path; as it is where it is of another site. */
export function pathOf(typed: string, origin: string): string {
  const text = typed.trim();
  if (!URL.canParse(text, origin)) return text;
  const url = new URL(text, origin);
  return url.origin === new URL(origin).origin ? url.pathname.replace(/(.)\/+$/, '$1') : text;
}

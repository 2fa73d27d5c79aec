import * as z from 'zod/mini';
import { isHttps } from './is-https';

/** The fields that forms of several slices have. Functions, so that a page which has no form fetches nothing of them. */

/** A text, without the blanks around it. An empty one that is asked for is told as missing before it is told as too short. */
export const written = (longest: number, shortest = 0) => z.string().check(z.trim(), z.minLength(Math.min(shortest, 1)), z.minLength(shortest), z.maxLength(longest));

/** A text of the municipality in both languages. Where the English may be left out, it is shown in Greek. */
export const bilingual = (longest: number, { shortest = 1, english = 'asked' }: { shortest?: number; english?: 'asked' | 'optional' } = {}) => z.object({ el: written(longest, shortest), en: written(longest, english === 'asked' ? shortest : 0) });

/** The address of a page; may be left empty. */
export const pageUrl = (longest: number) => written(longest).check(z.refine((url) => url === '' || isHttps(url)));

/** The id of something of this city, as it stands in addresses. */
export const shortId = () => z.string().check(z.regex(/^[\w-]{1,60}$/));

/** An id that a page chooses for what it is about to save, so that sending it twice makes one. */
export const chosenId = () => z.string().check(z.regex(/^[0-9A-Za-z-]{20,40}$/));

/** Makes a press that comes twice one act. */
export const nonceText = () => z.string().check(z.minLength(8), z.maxLength(64), z.regex(/^[\w-]+$/));

/** A field that may be left out. */
export const maybe = <T extends z.core.$ZodType>(field: T) => z.optional(z.nullable(field));

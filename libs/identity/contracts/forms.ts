import * as z from 'zod/mini';
import { cityYear, fold } from '@isegoria/kernel/contracts';
import { genders } from './citizen';

const locale = z.enum(['el', 'en']);
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));
const email = z.string().check(z.trim(), z.minLength(1), z.maxLength(254), z.email());
const districtId = z.nullish(z.string().check(z.maxLength(60)));

/** A password: long rather than odd. The upper limit keeps the hashing from being used as a weapon. */
export const password = z.string().check(z.minLength(10), z.maxLength(200));

export const signUpForm = z.object({
  name,
  email,
  password,
  districtId,
  locale,
  agrees: z.boolean().check(z.refine((agrees) => agrees)),
  next: z.nullish(z.string().check(z.maxLength(500))),
});

/** Whom another site vouches for: an address is not asked for, and one that is given is confirmed by a letter. */
export const joinForm = z.object({
  name,
  email: z.string().check(z.trim(), z.maxLength(254), z.refine((text) => text.trim() === '' || z.safeParse(email, text).success)),
  districtId,
  locale,
  agrees: z.boolean().check(z.refine((agrees) => agrees)),
});

export const emailForm = z.object({ email });
export const passwordForm = z.object({ password });
/** How its owner calls a passkey. */
export const passkeyForm = z.object({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) });
export const profileForm = z.object({ name, districtId, locale });

const isPast = (year: number): boolean => year <= cityYear(new Date());

/** What a person may say of themselves for statistics alone; all of it may be left out. */
export const demographicsForm = z.object({
  birthYear: z.nullish(z.int().check(z.gte(1900), z.refine(isPast))),
  gender: z.nullish(z.enum(genders)),
});

/** What an official saw on a card, and of whose account. */
export const birthYearForm = z.object({ email, birthYear: z.int().check(z.gte(1900), z.refine(isPast)) });

const tried = [
  'password', 'passw0rd', 'qwertyuiop', 'qwerty', 'asdfghjkl', 'letmein', 'iloveyou', 'welcome', 'administrator', 'changeme', 'football', 'superman', 'princess', 'sunshine',
  'olympiakos', 'panathinaikos', 'thessaloniki', 'kodikos', 'isegoria', 'isigoria', 'ellada', 'hellas', 'athina', 'sagapo', 'kalimera', 'κωδικος', 'ισηγορια', 'ελλαδα', 'ολυμπιακος', 'παναθηναικος', 'καλημερα', 'σαγαπω', 'αγαπημουλα',
  '0123456789', '9876543210', '1234567890', 'abcdefghij', 'αβγδεζηθικ',
].map(fold);

/** Whether a password is among the first that anybody would try: a known one with trimmings, one sign again and again, or the person's own name. */
export function isObvious(wanted: string, { name: own = '', email: address = '' }: { name?: string; email?: string } = {}): boolean {
  const bare = fold(wanted).replace(/[^\p{L}\p{N}]/gu, '');
  if (new Set(bare).size < 5) return true;
  const letters = bare.replace(/\d+$/u, '');
  const bareWords = [...fold(own).split(/\s+/), fold(address.split('@')[0] ?? '')].map((word) => word.replace(/[^\p{L}]/gu, ''));
  const words = bareWords.filter((word) => word.length > 3);
  return tried.some((known) => bare === known || (letters === known && bare.length - known.length < 5)) || words.some((word) => letters === word || bare === word + word);
}

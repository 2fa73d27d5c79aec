import * as z from 'zod/mini';

/** How long a text that changes a list may be, in UTF-8 bytes: what one request carries. Longer lists come in parts. */
export const longestMembersText = 80_000;

const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));

/** A list as an administrator names it. */
export const memberListInput = z.object({ title: z.object({ el: title, en: title }) });

/** Whom a line names: an account by its address, or a person by their tax number. */
export interface NamedLine {
  /** Counts from 1, empty lines too. */
  line: number;
  email?: string;
  number?: string;
}

/** A line that names nobody. */
export interface UnreadLine {
  line: number;
  text: string;
  problem: 'number' | 'unreadable';
}

/**
 * Reads a pasted list or a CSV file: of each line the first cell that is an address, or else the first one that is a tax number of
 * nine digits. Empty lines count but say nothing, and so does a first line of column names.
 */
export function readMembers(text: string): { named: NamedLine[]; unread: UnreadLine[] } {
  const named: NamedLine[] = [];
  const unread: UnreadLine[] = [];
  for (const [at, raw] of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/).entries()) {
    const line = at + 1;
    const cells = raw.split(/[;,\t]/).map((cell) => cell.trim().replace(/^["'<]+|["'>]+$/g, '').trim());
    if (raw.trim() === '' || (at === 0 && isHeading(cells))) continue;
    const email = cells.find((cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell));
    const numbers = cells.map(bare).filter((cell) => /^\d{9}$/.test(cell));
    const number = numbers.find(isTaxNumber);
    if (email) named.push({ line, email: email.toLowerCase() });
    else if (number) named.push({ line, number });
    else unread.push({ line, text: raw.trim().slice(0, 120), problem: numbers.length > 0 ? 'number' : 'unreadable' });
  }
  return { named, unread };
}

/** The same list with nothing on a line but whom it names, so that the other columns of a file stay where they are. */
export function onlyIdentities(text: string): string {
  const { named } = readMembers(text);
  const byLine = new Map(named.map(({ line, email, number }) => [line, email ?? number ?? '']));
  return Array.from({ length: named.at(-1)?.line ?? 0 }, (_, at) => byLine.get(at + 1) ?? '').join('\n');
}

/** The one way of writing a tax number that somebody typed; null where it is none. A person is found by it: written in two ways, or mistyped, it would be two persons. */
export function taxNumberOf(typed: string): string | null {
  const digits = bare(typed);
  return isTaxNumber(digits) ? digits : null;
}

/** Without what people put between the digits, and without the country before them. */
function bare(typed: string): string {
  return typed.replace(/[\s.-]/g, '').replace(/^(EL|ΕΛ)/i, '');
}

/** Whether nine digits are a Greek tax number (ΑΦΜ): the last one checks the others, as the tax office has it (weights 2 to 256, modulo 11, modulo 10). */
export function isTaxNumber(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return false;
  const sum = [...digits.slice(0, 8)].reduce((total, digit, at) => total + Number(digit) * 2 ** (8 - at), 0);
  return (sum % 11) % 10 === Number(digits[8]);
}

const headings = /^(e-?mails?|mail|αφμ|α\.φ\.μ\.?|afm|ηλεκτρονικ(ή|η) διε(ύ|υ)θυνση|tax number)$/i;

function isHeading(cells: readonly string[]): boolean {
  return cells.some((cell) => headings.test(cell)) && !cells.some((cell) => cell.includes('@'));
}

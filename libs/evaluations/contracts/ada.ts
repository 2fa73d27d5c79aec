import { LATIN_TWINS, LOOKALIKES } from './mended';

/**
 * The register's number (ΑΔΑ) is made of Greek capitals and digits. Its id here writes the same letters in Latin, one for one, so
 * that an address stays readable when it is mailed, and a number that somebody types on the wrong keyboard is found.
 */
const GREEK = 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ';
const LATIN = 'abgdezhuiklmnjoprstyfxcw';
/** The one Latin capital that looks like a Greek letter and stands for another in the table above: who types it means the look. */
const LOOKS_LIKE: Record<string, string> = { P: 'Ρ' };

const SHAPE = /^[Α-Ω0-9]{4,12}-[Α-Ω0-9]{3}$/;

export const isAda = (text: string): boolean => SHAPE.test(text);

/** A register number as a file holds it, with the Latin capitals and signs that only look Greek made Greek: two spellings are one act. */
export const mendedAda = (ada: string): string => [...ada.normalize('NFC').trim()].map((sign) => LATIN_TWINS[sign] ?? LOOKALIKES[sign] ?? sign).join('');

/** The id of the act with this number. */
export function idOfAda(ada: string): string {
  return [...ada].map((sign) => LATIN[GREEK.indexOf(sign)] ?? sign.toLowerCase()).join('');
}

/** What somebody typed as a register number, as the number, or null where it has not the shape of one. */
export function adaTyped(text: string): string | null {
  const typed = [...text.trim().toUpperCase().normalize('NFC')].map((sign) => LOOKS_LIKE[sign] ?? GREEK[LATIN.indexOf(sign.toLowerCase())] ?? sign).join('');
  return isAda(typed) ? typed : null;
}

/** The id of an act by its number, the register's or one that the city gave itself (145/2026), which no register number can meet. */
export function idOfNumber(number: string): string {
  if (isAda(number)) return idOfAda(number);
  const readable = idOfAda(number.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '')).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return `act-${readable}`;
}

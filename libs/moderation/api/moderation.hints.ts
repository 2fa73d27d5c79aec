import { fold, words } from '@isegoria/kernel/contracts';

/**
 * What catches a moderator's eye. A hint marks a word and proposes a rule; it never decides, hides or delays anything, for
 * words hurt or do not hurt by how they are used.
 */
const insults = [
  'ηλιθι', 'βλακ', 'βλαξ', 'ηλιθιο', 'μαλακ', 'γελοι', 'απατεων', 'κλεφτ', 'λαμογι', 'αχρηστ', 'ανικαν', 'ζωα', 'ζωον', 'χαζο', 'κρετιν', 'ρεμαλ', 'ψευτ', 'προδοτ',
  'καθαρμα', 'καθαρματ', 'τσιρακι', 'idiot', 'moron', 'stupid', 'crook', 'thief', 'liar',
].map(fold);

const telephone = /(?<!\d)(?:69|2\d)(?:[\s.-]?\d){8}(?!\d)/;
const numberPlate = /(?<!\p{L})[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]{3}[\s-]?\d{4}(?!\d)/u;
const advertising = /https?:\/\/|www\.|προσφορ[άα]|έκπτωση|τιμοκατάλογ/i;

/** The words of a text, as they stand in it, that often insult. */
export function strikingWords(text: string): string[] {
  const found = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return [...new Set(found.filter((word) => isInsult(fold(word))))];
}

/** The rule that a text may touch, by its look alone; null where nothing strikes. */
export function likelyRule(text: string): number | null {
  if (words(text).some(isInsult)) return 2;
  if (advertising.test(text)) return 4;
  if (telephone.test(text) || numberPlate.test(text)) return 5;
  return null;
}

function isInsult(word: string): boolean {
  return insults.some((stem) => word.startsWith(stem));
}

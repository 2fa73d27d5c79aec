/**
 * Signs that registers write in place of Greek letters because an old word processor did: they look alike, sort and compare
 * apart, and no citizen types them. The two commonest by far are ∆ (increment) and µ (micro).
 */
export const LOOKALIKES: Record<string, string> = {
  '\u2206': 'Δ',
  '\u00B5': 'μ',
  '\u2126': 'Ω',
  '\u220F': 'Π',
  '\u2211': 'Σ',
  '\u03D5': 'φ',
  '\u03D1': 'θ',
  '\u03F5': 'ε',
  '\u0387': '·',
};

const ANY_LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'g');

/** Latin letters that have the shape of a Greek capital. */
export const LATIN_TWINS: Record<string, string> = {
  A: 'Α', B: 'Β', E: 'Ε', Z: 'Ζ', H: 'Η', I: 'Ι', K: 'Κ', M: 'Μ', N: 'Ν', O: 'Ο', P: 'Ρ', T: 'Τ', Y: 'Υ', X: 'Χ',
};

/** A register's subject as a person would have typed it: real Greek letters, single spaces. Whole words stay as they are. */
export function mended(text: string): string {
  return text
    .normalize('NFC')
    .replace(ANY_LOOKALIKE, (sign) => LOOKALIKES[sign] ?? sign)
    .replace(/\p{L}+/gu, greekWord)
    .replace(/\s+/g, ' ')
    .trim();
}

/** A word of Greek letters with Latin capitals among them («AAY» stays: it has no Greek letter that would tell). */
function greekWord(word: string): string {
  if (!/\p{Script=Greek}/u.test(word) || !/[A-Z]/.test(word) || /[a-z]/.test(word)) return word;
  const all = word.replace(/[A-Z]/g, (letter) => LATIN_TWINS[letter] ?? letter);
  return /[A-Z]/.test(all) ? word : all;
}

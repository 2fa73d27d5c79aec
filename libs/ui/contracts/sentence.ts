import type { Locale } from '@isegoria/kernel/contracts';

/** The words of one slice: nested or flat keys, or both. The blanks and the plurals are written as i18next writes them. */
export interface Words {
  [key: string]: string | Words;
}

/** What fills a sentence, already written as the language writes it. */
export type Blanks = Record<string, string>;

const plurals = { el: new Intl.PluralRules('el'), en: new Intl.PluralRules('en') };

/** A blank, with the word before it where that is one that leads to a day. */
const blank = /(?:(^|\P{L})(στις|τις|ως|έως|από|μέχρι) )?\{\{\s*(\w+)\s*\}\}/giu;
const firstOfMonth = /^1[ \u00a0](Ιαν|Φεβ|Μαρ|Μάρ|Απρ|Μαΐ|Μαϊ|Μάι|Ιουν|Ιουλ|Αυγ|Αύγ|Σεπ|Οκτ|Νοε|Νοέ|Δεκ)/;

/** In Greek one comes «στις 2 Μαΐου» but «την 1η Μαΐου», and has time «ως την 1η Μαΐου». */
const onTheFirst = (before: string): string => (/^σ?τις$/i.test(before) ? 'την' : `${before} την`);

/** The sentence of a key with its blanks filled; null where there is none. A count chooses between one and many. */
export function sentence(words: Words, locale: Locale, key: string, blanks: Blanks = {}, count?: number): string | null {
  const found = count === undefined ? null : (find(words, `${key}_${plurals[locale].select(count)}`) ?? find(words, `${key}_other`));
  const text = found ?? find(words, key);
  if (text === null) return null;
  return text.replace(blank, (_, edge: string | undefined, before: string | undefined, name: string) => {
    const value = blanks[name] ?? '';
    if (before === undefined) return value;
    const led = locale === 'el' && firstOfMonth.test(value) ? `${onTheFirst(before)} ${value.replace('1', '1η')}` : `${before} ${value}`;
    return `${edge ?? ''}${led}`;
  });
}

/** Whether there are words for a key, counted or not. */
export const hasSentence = (words: Words, key: string): boolean => find(words, key) !== null || find(words, `${key}_other`) !== null;

/** A key's dots may be steps into the words or part of a name. */
function find(words: Words, key: string): string | null {
  const whole = Object.hasOwn(words, key) ? words[key] : undefined;
  if (typeof whole === 'string') return whole;
  for (let dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
    const below = Object.hasOwn(words, key.slice(0, dot)) ? words[key.slice(0, dot)] : undefined;
    const found = typeof below === 'object' ? find(below, key.slice(dot + 1)) : null;
    if (found !== null) return found;
  }
  return null;
}

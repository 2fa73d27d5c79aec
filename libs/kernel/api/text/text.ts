import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as greek } from '@orama/stemmers/greek';
import { type Localized, words } from '@isegoria/kernel/contracts';

const stopWords = new Set(
  words(
    `ο η το οι τα του τησ των τον την τουσ τισ ενα μια ενασ εναν και κι να θα δεν μη μην που πωσ πωσ τι αυτο αυτη αυτοσ αυτα αυτεσ αυτοι
     σε στο στη στην στον στα στουσ στισ με για απο προσ ωσ κατα μετα παρα αντι επι οπωσ οταν αν ειναι ηταν εχει εχουν μασ σασ μου σου πιο πολυ
     ωστε ουτε μονο κατι κάθε καθε ολα ολοι ολεσ επειδη γιατι αλλα ομωσ ειτε
     the a an and or of to in on for with by is are was be it this that our we at as from not`,
  ),
);

/** The words that a text is found by: folded stems, Greek by Snowball's Greek stemmer, Latin by Porter's; each once, in order. */
export function terms(text: string): string[] {
  const stems = new Set<string>();
  for (const word of words(text)) {
    if (word.length < 2 || stopWords.has(word)) continue;
    stems.add(/\p{Script=Greek}/u.test(word) ? root(word) : english(word));
  }
  return [...stems];
}

/**
 * Snowball's Greek stemmer leaves some words with two stems: πεζοδρόμιο and πεζοδρόμια, παιδικός and παιδικού, γειτονιά and γειτονιές,
 * σκουπίδι and σκουπίδια. What it takes from one form it is made to take from all. Short stems stay, so that words do not run together.
 */
function root(word: string): string {
  if (/^παιδι(α|ων)$/.test(word)) return 'παιδ';
  return greek(word)
    .replace(/(?<=...)ι$/, '')
    .replace(/(?<=....)(ικ|ιδ|ακ)$/, '');
}

/** Text as a person wrote it: composed (NFC), without control or bidirectional-override characters, trimmed; new lines stay. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .trim();
}

/** The same on one line, as titles, names and labels are. */
export const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ');

/** What an official wrote in both languages. English words that nobody wrote yet are the Greek ones. */
export const inBoth = ({ el, en }: Localized, clean: (text: string) => string): Localized => ({ el: clean(el), en: clean(en) || clean(el) });

/** The beginning of a text, cut at a word, for cards and notices. */
export function excerpt(text: string, length = 180): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  return `${line.slice(0, length).replace(/\s+\S*$/, '')}…`;
}

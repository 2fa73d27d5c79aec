/** What many texts speak of, found by counting words (decision 002). The texts are read in batches and let the process breathe in between. */
import type { CityText } from '@isegoria/kernel/api';
import { type Star, starsOf } from './stars';
import { Vocabulary } from './vocabulary';

/** Where a text is read again: its source and its id there. */
export interface TextRef {
  source: string;
  id: string;
}

export interface FoundTheme {
  /** As they are most often written. */
  words: string[];
  stems: string[];
  /** Texts with at least two of the words. */
  texts: number;
  /** Of these the ones to quote from, the likeliest first: most of the words, then most who agree, then the oldest. */
  candidates: TextRef[];
}

export interface FoundThemes {
  texts: number;
  covered: number;
  themes: FoundTheme[];
}

interface Read extends TextRef {
  words: Int32Array;
  weight: number;
}

/** A word in more of the texts than this is what they are all about, and parts nothing; rarer ones than these are chance. */
const limits = { share: 0.4, words: 500, leastTexts: 3, leastShare: 0.002, candidates: 24 } as const;
const BREATH = 250;

export type Batch = { source: string; texts: CityText[] };

/** Themes, the largest first, at most `most`. The same texts in the same order give the same themes. */
export async function themesOf(batches: AsyncIterable<Batch>, most: number): Promise<FoundThemes> {
  const vocabulary = new Vocabulary();
  const read: Read[] = [];
  for await (const { source, texts } of batches) {
    for (const [at, { id, text, weight }] of texts.entries()) {
      read.push({ source, id, weight, words: vocabulary.read(text) });
      if (at % BREATH === BREATH - 1) await breath();
    }
    await breath();
  }
  const least = Math.max(limits.leastTexts, Math.ceil(read.length * limits.leastShare));
  const chosen = await chosenWords(read, vocabulary, least);
  const pairs = await pairsOf(read, chosen.places, chosen.words.length);
  const stars = starsOf({ texts: read.length, words: chosen.counts, pairs }, { least, most });
  return gathered(read, stars.map((star) => star.map((place) => chosen.words[place] ?? 0)), vocabulary);
}

/** The words that may make a theme, the most frequent first, and their place by number. */
async function chosenWords(read: readonly Read[], { stems }: Vocabulary, least: number) {
  const frequency = new Uint32Array(stems.length);
  await slowly(read, ({ words }) => words.forEach((word) => (frequency[word] = (frequency[word] ?? 0) + 1)));
  const most = Math.max(least, read.length * limits.share);
  const words = [...frequency.keys()]
    .filter((word) => (frequency[word] ?? 0) >= least && (frequency[word] ?? 0) <= most)
    .sort((a, b) => (frequency[b] ?? 0) - (frequency[a] ?? 0) || ((stems[a] ?? '') < (stems[b] ?? '') ? -1 : 1))
    .slice(0, limits.words);
  return { words, counts: words.map((word) => frequency[word] ?? 0), places: new Map(words.map((word, place) => [word, place])) };
}

async function pairsOf(read: readonly Read[], places: ReadonlyMap<number, number>, size: number): Promise<Uint32Array> {
  const pairs = new Uint32Array(size * size);
  await slowly(read, ({ words }) => {
    const here: number[] = [];
    for (const word of words) {
      const place = places.get(word);
      if (place !== undefined) here.push(place);
    }
    for (const one of here) for (const other of here) if (one !== other) pairs[one * size + other] = (pairs[one * size + other] ?? 0) + 1;
  });
  return pairs;
}

async function gathered(read: readonly Read[], stars: Star[], vocabulary: Vocabulary): Promise<FoundThemes> {
  const starOf = new Map(stars.flatMap((star, at) => star.map((word) => [word, at] as const)));
  const members = stars.map((): { text: Read; hits: number }[] => []);
  let covered = 0;
  await slowly(read, (text) => {
    const hits = new Map<number, number>();
    for (const word of text.words) {
      const star = starOf.get(word);
      if (star !== undefined) hits.set(star, (hits.get(star) ?? 0) + 1);
    }
    const own = [...hits].filter(([, count]) => count >= 2);
    for (const [star, count] of own) members[star]?.push({ text, hits: count });
    if (own.length > 0) covered++;
  });
  const themes = stars.map((star, at) => themeOf(star, members[at] ?? [], vocabulary)).filter(({ texts }) => texts >= limits.leastTexts);
  return { texts: read.length, covered, themes: themes.sort((a, b) => b.texts - a.texts || ((a.stems[0] ?? '') < (b.stems[0] ?? '') ? -1 : 1)) };
}

function themeOf(star: Star, members: { text: Read; hits: number }[], vocabulary: Vocabulary): FoundTheme {
  const best = members.sort((a, b) => b.hits - a.hits || b.text.weight - a.text.weight || (a.text.id < b.text.id ? -1 : 1)).slice(0, limits.candidates);
  return {
    words: star.map((word) => vocabulary.wordOf(word)),
    stems: star.map((word) => vocabulary.stems[word] ?? ''),
    texts: members.length,
    candidates: best.map(({ text: { source, id } }) => ({ source, id })),
  };
}

/** Does something for each, a few hundred at a time: whoever waits for an answer is served in between. */
async function slowly<T>(things: readonly T[], each: (thing: T) => void): Promise<void> {
  for (let from = 0; from < things.length; from += BREATH * 4) {
    things.slice(from, from + BREATH * 4).forEach(each);
    await breath();
  }
}

const breath = (): Promise<void> => new Promise((wake) => setImmediate(wake));

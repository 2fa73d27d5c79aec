import type { ThemeQuotation } from '@isegoria/insights/contracts';
import { type CityText, excerpt } from '@isegoria/kernel/api';
import { stemsOf } from './vocabulary';

const LONGEST = 260;
/** Two sentences that share more than this part of their words say the same. */
const ALIKE = 0.7;

/**
 * The sentences that speak for a theme: of each text the sentence with the most of the theme's words, then those sentences with the most of them,
 * then those with whom most people agree, then the shorter ones. No two say the same, and as long as there are other subjects, no two are about the same one.
 */
export function quotationsOf(stems: readonly string[], texts: readonly CityText[], most: number): ThemeQuotation[] {
  const wanted = new Set(stems);
  const best = texts.map((text) => ({ text, ...bestSentence(text.text, wanted) })).filter(({ hits }) => hits > 0);
  best.sort((a, b) => b.hits - a.hits || b.text.weight - a.text.weight || a.sentence.length - b.sentence.length || (a.text.id < b.text.id ? -1 : 1));
  const taken: typeof best = [];
  for (const isOpen of [true, false]) {
    for (const one of best) {
      if (taken.length >= most) break;
      const isSaid = taken.some((other) => other === one || alike(other.stems, one.stems) > ALIKE);
      const isNewSubject = taken.every(({ text }) => text.about !== one.text.about);
      if (!isSaid && (isNewSubject || !isOpen)) taken.push(one);
    }
  }
  return taken.map(({ text, sentence }) => ({ text: excerpt(sentence, LONGEST), path: text.path, agree: text.weight }));
}

/** A sentence ends with . ! ? ; (the Greek question mark) · or …, or with its line. */
function bestSentence(text: string, wanted: ReadonlySet<string>): { sentence: string; stems: Set<string>; hits: number } {
  let best = { sentence: '', stems: new Set<string>(), hits: 0 };
  for (const sentence of text.split(/(?<=[.!?;;·…])\s+|\n+/u)) {
    const stems = new Set(stemsOf(sentence));
    const hits = [...wanted].filter((stem) => stems.has(stem)).length;
    if (hits > best.hits) best = { sentence: sentence.trim(), stems, hits };
  }
  return best;
}

/** Jaccard: the shared part of all the words of both. */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((stem) => other.has(stem)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

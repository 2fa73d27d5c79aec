/** Groups words that come together into themes, by one rule that anybody can follow with a pencil. Pure. */
import { logLikelihood, npmi } from './together';

/** How often each word stands in a text, and each two together (a square of words × words, both halves filled). */
export interface Counts {
  texts: number;
  words: readonly number[];
  pairs: Uint32Array;
}

/** Words by their place in the counts; the first is the one that the others come with. */
export type Star = number[];

/** What must hold for two words to be tied: together in so many texts, so much more than by chance, and hardly by chance. */
export const rules = { npmi: 0.25, logLikelihood: 10.83, around: 5 } as const;

interface Tie {
  to: number;
  strength: number;
  both: number;
}

/**
 * Stars, after J. A. Aslam, E. Pelekhov and D. Rus, The Star Clustering Algorithm for Static and Dynamic Information Organization, JGAA 8(1),
 * 2004: the word with the most and strongest ties takes the words tied to it, up to five, the strongest first; then the next of
 * those that are left. A word is in one star. Ties of equal strength go by the number of texts, then by the words' order.
 */
export function starsOf(counts: Counts, { least, most }: { least: number; most: number }): Star[] {
  const ties = counts.words.map((_, word) => tiesOf(word, counts, least));
  const free = new Set(counts.words.keys());
  const stars: Star[] = [];
  while (stars.length < most) {
    let best: { word: number; around: Tie[]; weight: number } | null = null;
    for (const word of free) {
      const around = (ties[word] ?? []).filter(({ to }) => free.has(to));
      const weight = around.reduce((sum, { strength, both }) => sum + strength * both, 0);
      if (around.length > 0 && weight > (best?.weight ?? 0)) best = { word, around, weight };
    }
    if (!best) break;
    const star = [best.word, ...best.around.slice(0, rules.around).map(({ to }) => to)];
    for (const word of star) free.delete(word);
    stars.push(star);
  }
  return stars;
}

function tiesOf(word: number, { texts, words, pairs }: Counts, least: number): Tie[] {
  const ties: Tie[] = [];
  for (let to = 0; to < words.length; to++) {
    const both = to === word ? 0 : (pairs[word * words.length + to] ?? 0);
    if (both < least) continue;
    const together = { one: words[word] ?? 0, other: words[to] ?? 0, both, texts };
    const strength = npmi(together);
    if (strength >= rules.npmi && logLikelihood(together) >= rules.logLikelihood) ties.push({ to, strength, both });
  }
  return ties.sort((a, b) => b.strength - a.strength || b.both - a.both || a.to - b.to);
}

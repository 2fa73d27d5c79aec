import { isSetting, traits } from './concepts';

/** A text to compare: its title speaks louder than its body. */
export interface Comparable {
  titleTerms: readonly string[];
  terms: readonly string[];
}

/** How telling a trait is in this city: rare traits weigh more. See `rarity`. */
export type Rarity = (trait: string) => number;

const titleWeight = 2.5;
const rootWeight = 0.45;
const matterWeight = 1.1;
const settingWeight = 0.4;
const nameWeight = 0.45;

/** From how many points on two proposals are shown as saying the same. Chosen by the pairs in similarity.test.ts. */
export const threshold = 0.27;

export function comparable(title: string, text: string): { titleTerms: string[]; terms: string[] } {
  const titleTerms = traits(title);
  return { titleTerms, terms: [...new Set([...titleTerms, ...traits(text).slice(0, 400)])] };
}

/** The inverse frequency of a trait among `total` proposals, between about 1 (in all of them) and 5 (in none). */
export function rarity(frequency: ReadonlyMap<string, number>, total: number): Rarity {
  const softened = Math.max(total, 40);
  return (trait) => Math.min(1 + Math.log((softened + 1) / ((frequency.get(trait) ?? 0) + 1)), 5);
}

/** What one trait adds in one text. */
export function weight(trait: string, isInTitle: boolean, rare: Rarity): number {
  const kind = trait.startsWith('^') ? rootWeight : trait.startsWith('~') ? matterWeight : 1;
  return kind * rare(trait) * (isInTitle ? titleWeight : 1) * (isSetting(trait) ? settingWeight : 1);
}

/** How much two proposals say the same, from 0 to 1: the cosine of their traits' weights. Word order does not count. */
export function similarity(one: Comparable, other: Comparable, rare: Rarity): number {
  const [a, b] = [vector(one, rare), vector(other, rare)];
  let shared = 0;
  for (const [trait, value] of a) shared += value * (b.get(trait) ?? 0);
  const size = length(a) * length(b);
  return size === 0 ? 0 : shared / size;
}

function vector({ titleTerms, terms }: Comparable, rare: Rarity): Map<string, number> {
  const inTitle = new Set(titleTerms);
  const all = new Set(terms);
  const said = terms.filter((trait) => !trait.startsWith('@'));
  return new Map(said.map((trait) => [trait, weight(trait, inTitle.has(trait), rare) * (all.has(`@${trait}`) ? nameWeight : 1)]));
}

function length(vector: Map<string, number>): number {
  let squares = 0;
  for (const value of vector.values()) squares += value * value;
  return Math.sqrt(squares);
}

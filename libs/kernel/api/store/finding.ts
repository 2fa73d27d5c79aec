import type { Model, PipelineStage } from 'mongoose';
import { words as wordsOf } from '@isegoria/kernel/contracts';
import { gathered } from './gathered';
import { terms } from '../text/text';

/** What can be found by its words: it keeps their stems, and an index of them. */
interface Findable {
  _id: string;
  terms: string[];
}

/** Which of those that hold the words: the first so many in an order. */
interface Wanted {
  where?: Record<string, unknown>;
  sort: Record<string, 1 | -1>;
  most: number;
}

/** Nobody types more to find something; whoever sends more is answered by the beginning. */
const looksAt = { letters: 200, stems: 8, leastOfHalf: 3 };

/**
 * The store's stages for what holds all of some words, each in any of its forms; `begun`: the last one, if it may be half, as the beginning of a word. No words
 * ask for nothing; words that say nothing («και») find nothing. Each word is a stage: MongoDB makes one question of them, and the embedded store goes by the
 * index of the first, where it would read the whole collection for a question with two conditions on one field.
 */
export function matching(words: string, where: Record<string, unknown> = {}, begun = false): PipelineStage.Match[] {
  const [first = {}, ...others] = conditions(words, begun ? halfOf(words) : null);
  return [{ ...first, ...where }, ...others].map((condition) => ({ $match: condition }));
}

/** What is found by whole words, which costs least; where nothing is, with the last one as a beginning. `ask` has the store go through the stages. */
export async function foundBy<R>(words: string, where: Record<string, unknown>, ask: (stages: PipelineStage.Match[]) => Promise<R[]>): Promise<R[]> {
  const whole = await ask(matching(words, where));
  return whole.length === 0 && halfOf(words) ? ask(matching(words, where, true)) : whole;
}

/** The ids of what holds all of some words, in their order. */
export async function foundIn<T extends Findable>(model: Model<T>, words: string, { where = {}, sort, most }: Wanted): Promise<string[]> {
  const found = await foundBy(words, where, (stages) => model.aggregate<{ _id: string }>([...stages, { $sort: sort }, { $limit: most }, { $project: { _id: 1 } }]).exec());
  return found.map(({ _id }) => _id);
}

/** Gives their stems to what an older city keeps without. Whoever starts first does it; what is written meanwhile brings its own, and later starts find none left. */
export async function giveTerms<T extends Findable>(model: Model<T>, termsOf: (thing: T) => string[]): Promise<void> {
  const without = { terms: { $exists: false } };
  for await (const things of gathered<T>(model.find(without).lean<T[]>().cursor())) {
    await model.bulkWrite(things.map((thing) => ({ updateOne: { filter: { _id: thing._id, ...without }, update: { $set: { terms: termsOf(thing) } } } })));
  }
}

/** One for each word. The longest comes first: it is the likeliest to be rare. Half a word comes last. */
function conditions(words: string, half: string | null): Record<string, unknown>[] {
  if (words.trim() === '') return [];
  const typed = wordsOf(words.slice(0, looksAt.letters));
  const stems = terms((half ? typed.slice(0, -1) : typed).join(' ')).sort((one, other) => other.length - one.length).slice(0, looksAt.stems);
  const whole = stems.map((stem) => ({ terms: stem }));
  if (half) return [...(whole.length > 0 ? whole : [stretch(half)]), beginning(half)];
  return whole.length > 0 ? whole : [{ terms: { $in: [] } }];
}

/** The folded letters of a last word that somebody may still be typing. With fewer letters half the city begins, and a stop word is whole. */
function halfOf(words: string): string | null {
  const text = words.slice(0, looksAt.letters);
  const last = /[\p{L}\p{M}\p{N}]$/u.test(text) ? wordsOf(text).at(-1) : undefined;
  return last && last.length >= looksAt.leastOfHalf && terms(last).length > 0 ? last : null;
}

/** Letters and digits only need no escape in a pattern. */
const beginning = (letters: string) => ({ terms: { $regex: `^${letters}` } });

/**
 * Where in the index all stands that begins so: the embedded store goes by this, and by no pattern. Never without the pattern after it, for to MongoDB it says
 * less: that one stem stands above the lower end, and one, perhaps another, below the upper.
 */
const stretch = (letters: string) => ({ terms: { $gte: letters, $lt: `${letters}\u{10FFFF}` } });

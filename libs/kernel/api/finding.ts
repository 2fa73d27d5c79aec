import type { Model, PipelineStage } from 'mongoose';
import { words as wordsOf } from '@isegoria/kernel/contracts';
import { gathered } from './gathered';
import { terms } from './text';

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

/** A word that somebody may still be typing: its folded letters, and the stem they would have if it ended here. */
interface Half {
  letters: string;
  stem: string;
}

/** Nobody types more to find something; whoever sends more is answered by the beginning. */
const looksAt = { letters: 200, stems: 8, leastOfHalf: 3 };

/**
 * The store's stages for what holds all of some words, each in any of its forms; the last one, unless something stands behind it, also as the beginning of
 * another. No words ask for nothing; words that say nothing («και») find nothing. Each word is a stage: MongoDB makes one question of them, and the embedded
 * store goes by the index of the first, where it would read the whole collection for a question with two conditions on one field.
 */
export function matching(words: string, where: Record<string, unknown> = {}): PipelineStage.Match[] {
  const [first = {}, ...others] = conditions(words);
  return [{ ...first, ...where }, ...others].map((condition) => ({ $match: condition }));
}

/** The ids of what holds all of some words, in their order. */
export async function foundIn<T extends Findable>(model: Model<T>, words: string, { where, sort, most }: Wanted): Promise<string[]> {
  const found = await model.aggregate<{ _id: string }>([...matching(words, where), { $sort: sort }, { $limit: most }, { $project: { _id: 1 } }]).exec();
  return found.map(({ _id }) => _id);
}

/** Gives their stems to what an older city keeps without. Whoever starts first does it; what is written meanwhile brings its own, and later starts find none left. */
export async function giveTerms<T extends Findable>(model: Model<T>, termsOf: (thing: T) => string[]): Promise<void> {
  const without = { terms: { $exists: false } };
  for await (const things of gathered<T>(model.find(without).lean<T[]>().cursor())) {
    await model.bulkWrite(things.map((thing) => ({ updateOne: { filter: { _id: thing._id, ...without }, update: { $set: { terms: termsOf(thing) } } } })));
  }
}

/** One for each word. The longest comes first: it is the likeliest to be rare. The last that was typed may be half of one: it comes last. */
function conditions(words: string): Record<string, unknown>[] {
  if (words.trim() === '') return [];
  const text = words.slice(0, looksAt.letters);
  const typed = wordsOf(text);
  const half = halfOf(/[\p{L}\p{M}\p{N}]$/u.test(text) ? typed.at(-1) : undefined);
  const stems = terms((half ? typed.slice(0, -1) : typed).join(' ')).sort((one, other) => other.length - one.length).slice(0, looksAt.stems);
  const whole = stems.map((stem) => ({ terms: stem }));
  if (half) return whole.length > 0 ? [...whole, beginning(half)] : [stretch(half), beginning(half)];
  return whole.length > 0 ? whole : [{ terms: { $in: [] } }];
}

/** With fewer letters half the city begins, and a stop word is whole. Of «ανε» the stemmer leaves nothing: then the letters stand for themselves. */
function halfOf(letters = ''): Half | null {
  const [stem] = letters.length < looksAt.leastOfHalf ? [] : terms(letters);
  return stem === undefined ? null : { letters, stem: stem || letters };
}

/** «παγκα» begins «παγκάκια», whose stem is shorter than that: so its own stem counts as well. Letters and digits only need no escape in a pattern. */
function beginning({ letters, stem }: Half): Record<string, unknown> {
  return { $or: [{ terms: stem }, { terms: { $regex: `^${letters}` } }] };
}

/**
 * Where in the index all stands that a half word can find, and some more: the embedded store goes by this, and by no pattern. Never without the pattern after it,
 * for to MongoDB it says less: that one stem stands above the lower end, and one, perhaps another, below the upper.
 */
function stretch({ letters, stem }: Half): Record<string, unknown> {
  const [from, to] = letters < stem ? [letters, stem] : [stem, letters];
  return { terms: { $gte: from, $lt: `${to}\u{10FFFF}` } };
}

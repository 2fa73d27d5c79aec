import type { Model } from 'mongoose';
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

/** Nobody types more to find something; whoever sends more is answered by the beginning. */
const looksAt = { letters: 200, stems: 8 };

/** The store's filter for what holds all of some words, each in any of its forms. No words ask for nothing; words that say nothing («και») find nothing. */
export function holding(words: string): Record<string, unknown> {
  const [first = {}, ...others] = conditions(words);
  return others.length > 0 ? { ...first, $and: others } : first;
}

/**
 * The ids of what holds all of some words, in their order. Each word is a stage: MongoDB makes one question of them, and the embedded store goes by the
 * index of the first word, where it would read the whole collection for a question with two conditions on one field.
 */
export async function foundIn<T extends Findable>(model: Model<T>, words: string, { where = {}, sort, most }: Wanted): Promise<string[]> {
  const [first = {}, ...others] = conditions(words);
  const narrowed = others.map((other) => ({ $match: other }));
  const found = await model.aggregate<{ _id: string }>([{ $match: { ...where, ...first } }, ...narrowed, { $sort: sort }, { $limit: most }, { $project: { _id: 1 } }]).exec();
  return found.map(({ _id }) => _id);
}

/** Gives their stems to what an older city keeps without. Whoever starts first does it; what is written meanwhile brings its own, and later starts find none left. */
export async function giveTerms<T extends Findable>(model: Model<T>, termsOf: (thing: T) => string[]): Promise<void> {
  const without = { terms: { $exists: false } };
  for await (const things of gathered<T>(model.find(without).lean<T[]>().cursor())) {
    await model.bulkWrite(things.map((thing) => ({ updateOne: { filter: { _id: thing._id, ...without }, update: { $set: { terms: termsOf(thing) } } } })));
  }
}

/** One for each stem. The longest comes first: it is the likeliest to be rare. */
function conditions(words: string): Record<string, unknown>[] {
  if (words.trim() === '') return [];
  const stems = terms(words.slice(0, looksAt.letters)).sort((one, other) => other.length - one.length).slice(0, looksAt.stems);
  return stems.length > 0 ? stems.map((stem) => ({ terms: stem })) : [{ terms: { $in: [] } }];
}

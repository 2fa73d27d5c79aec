import type { Model } from 'mongoose';
import { unlessThere } from './unless-there';

/**
 * Puts a record into a place that its owner has free, of the `most` that each has. The unique index of owner and place is what holds
 * when ten requests come at once. Answers whether there was one.
 */
export async function inFreeSlot<T extends { ownerId: string; slot: number }>(model: Model<T>, record: Omit<T, 'slot'> & { ownerId: string }, most: number): Promise<boolean> {
  const taken = new Set<unknown>(await model.distinct('slot', { ownerId: record.ownerId }));
  for (let slot = 0; slot < most; slot++) {
    if (taken.has(slot)) continue;
    const made = await model.collection.insertOne({ ...record, slot } as never).catch(unlessThere);
    if (made) return true;
  }
  return false;
}

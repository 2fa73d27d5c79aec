import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { Transactions } from './transactions';

/** A store that answers the first question of a transaction so. */
function over(answer: () => Promise<null>): Transactions {
  const session = { startTransaction: () => undefined, abortTransaction: () => Promise.resolve(), endSession: () => Promise.resolve() };
  const connection = { getClient: () => ({ startSession: () => session }), db: { collection: () => ({ findOne: answer }) } };
  return new Transactions(connection as never);
}

const failing = (code: number) => over(() => Promise.reject(new mongo.MongoServerError({ message: 'Transaction numbers are only allowed on a replica set member or mongos', code })));

describe('the store of a city', () => {
  it('has transactions, or the city does not start and says what to do', async () => {
    await expect(over(() => Promise.resolve(null)).requireThem()).resolves.toBeUndefined();
    await expect(failing(20).requireThem()).rejects.toThrow(/stands alone.*--replSet/);
  });

  it('may refuse for another reason, which is said as it is', async () => {
    await expect(failing(13).requireThem()).rejects.toThrow(/^Transaction numbers/);
  });
});

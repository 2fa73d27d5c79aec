import { log } from '../log';

/**
 * Goes through what processes that died left to do, one after the other. A record that still cannot be done holds up no other: it is logged, stays as it is,
 * and is met again the next time. Answers how many were done.
 *
 * @param of - what the records are, for the log
 */
export async function eachLeft<T extends { _id: string }>(of: string, records: Iterable<T> | AsyncIterable<T>, finish: (record: T) => Promise<unknown>): Promise<number> {
  let done = 0;
  for await (const record of records) {
    try {
      await finish(record);
      done += 1;
    } catch (error) {
      log.error({ record: record._id, of, error: error instanceof Error ? error.stack : String(error) }, 'what was left could not be done; it is tried again');
    }
  }
  return done;
}

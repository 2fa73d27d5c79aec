import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type ThreadBounds, ThreadPool, ThreadsBusy } from './thread-pool';

/** A thread that does as it is told: answers with its number, waits for a flag, throws, ends, never comes to an end, or eats. */
const code = `
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', async ({ what, flag }) => {
    if (what === 'wait') Atomics.wait(flag, 0, 0);
    if (what === 'throw') throw new Error('a page that cannot be drawn');
    if (what === 'end') process.exit(3);
    while (what === 'forever');
    for (const eaten = []; what === 'eat'; ) eaten.push({ eaten: [...Array(100).keys()] });
    parentPort.postMessage(what === 'environment' ? Object.keys(process.env).length : threadId);
    if (what === 'throw later') throw new Error('too late');
  });
`;

interface Order {
  what: string;
  flag?: Int32Array;
}

let pool: ThreadPool<Order, number>;
const aPool = (bounds: Partial<ThreadBounds> = {}) => (pool = new ThreadPool<Order, number>(code, { name: 'test', atOnce: 1, waiting: 4, longestMs: 60_000, heapMegabytes: 64, ...bounds }));
const failure = (work: Promise<unknown>): Promise<unknown> => work.then(() => null, (error: unknown) => error);
const aFlag = () => new Int32Array(new SharedArrayBuffer(4));
const raise = (flag: Int32Array) => {
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
};

describe('orders to threads', () => {
  afterEach(() => pool.onApplicationShutdown());

  it('are served by one thread after another order, and by two where two may work at once', async () => {
    aPool();
    const [one, two] = [await pool.run({ what: 'answer' }), await pool.run({ what: 'answer' })];
    expect(one).toBeGreaterThan(0);
    expect(two).toBe(one);
    aPool({ atOnce: 2 });
    const flag = aFlag();
    const waits = pool.run({ what: 'wait', flag });
    const beside = await pool.run({ what: 'answer' });
    raise(flag);
    expect(await waits).not.toBe(beside);
  });

  it('leave the event loop free: it turns as long as a thread is at work', async () => {
    aPool();
    const flag = aFlag();
    let isDone = false;
    const work = pool.run({ what: 'wait', flag }).finally(() => (isDone = true));
    for (let turn = 0; turn < 1_000; turn++) await setImmediate();
    expect(isDone).toBe(false);
    raise(flag);
    await work;
  });

  it('wait in line, and are refused at once where the line is full, with the time to come again', async () => {
    aPool({ waiting: 2 });
    const flag = aFlag();
    const taken = [pool.run({ what: 'wait', flag }), pool.run({ what: 'answer' }), pool.run({ what: 'answer' })];
    const refused = await failure(pool.run({ what: 'answer' }));
    expect(refused).toBeInstanceOf(ThreadsBusy);
    expect(refused).toMatchObject({ retryAfterSeconds: expect.any(Number) as number });
    expect((refused as ThreadsBusy).retryAfterSeconds).toBeGreaterThan(0);
    raise(flag);
    expect(new Set(await Promise.all(taken)).size).toBe(1);
    expect(await pool.run({ what: 'answer' })).toBeGreaterThan(0);
  });

  it.each([
    ['throws', 'throw', /cannot be drawn/],
    ['ends', 'end', /ended with 3/],
    ['eats more than it may', 'eat', /memory limit/],
  ])('of which one %s fail alone', async (_, what, says) => {
    aPool();
    const [broken, next] = await Promise.all([failure(pool.run({ what })), pool.run({ what: 'answer' })]);
    expect(String(broken)).toMatch(says);
    expect(next).toBeGreaterThan(0);
  });

  it('that never come to an end are ended', async () => {
    aPool({ longestMs: 50 });
    expect(String(await failure(pool.run({ what: 'forever' })))).toMatch(/more than 50 ms/);
  });

  it('are not troubled by a thread that breaks after it answered', async () => {
    aPool();
    const one = await pool.run({ what: 'throw later' });
    const next = await pool.run({ what: 'answer' }).catch(() => pool.run({ what: 'answer' }));
    expect(next).not.toBe(one);
  });

  it('that cannot be sent to a thread are told so, and hold up nobody', async () => {
    aPool();
    expect(String(await failure(pool.run({ what: (() => 1) as unknown as string })))).toMatch(/could not be cloned/);
    expect(await pool.run({ what: 'answer' })).toBeGreaterThan(0);
  });

  it('for which the machine has no thread left are told so, also those that wait, and the process lives on', async () => {
    const bounds: ThreadBounds = { name: 'test', atOnce: 1, waiting: 4, longestMs: 60_000, heapMegabytes: 64 };
    pool = new ThreadPool<Order, number>(code, bounds);
    const orders = [failure(pool.run({ what: 'throw' })), failure(pool.run({ what: 'answer' })), failure(pool.run({ what: 'answer' }))];
    // Refused by Node at once, as a thread is that cannot be made.
    bounds.name = 7 as unknown as string;
    const [first, ...others] = (await Promise.all(orders)).map(String);
    expect(first).toMatch(/cannot be drawn/);
    for (const other of others) expect(other).toMatch(/must be of type string/);
    bounds.name = 'test';
    expect(await pool.run({ what: 'answer' })).toBeGreaterThan(0);
  });

  it('are told nothing of the environment', async () => {
    expect(Object.keys(process.env).length).toBeGreaterThan(0);
    expect(await aPool().run({ what: 'environment' })).toBe(0);
  });

  it('end with the process', async () => {
    aPool();
    const [works, waits] = [failure(pool.run({ what: 'forever' })), failure(pool.run({ what: 'answer' }))];
    await pool.onApplicationShutdown();
    expect(String(await works)).toMatch(/the process ends/);
    expect(String(await waits)).toMatch(/the process ends/);
  });
});

import { createHash } from 'node:crypto';
import { getQueueToken } from '@nestjs/bull';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Queue } from 'bull';
import type { Redis } from 'ioredis';
import { type Connection, Schema } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Events } from './jobs/events';
import { foundIn, giveTerms, matching } from './store/finding';
import { GivenUpJobs } from './jobs/given-up';
import { Jobs, JOBS } from './jobs/jobs';
import { metrics } from './http/metrics';
import { pageOf } from './store/pages';
import { REDIS, redisKey } from './store/redis';
import { eventually, startCity, type TestCity } from './start-city';
import { terms } from './text/text';
import { Turns } from './jobs/turns';
import { Unheard, unheard, type UnheardEvent } from './jobs/unheard';

describe('an empty city', () => {
  let city: TestCity;
  const ran: string[] = [];
  beforeAll(async () => {
    process.env['TRUST_PROXY'] = 'loopback';
    city = await startCity([], { doors: [(app) => void app.getHttpAdapter().getInstance().get('/who-asks', (request) => Promise.resolve(request.ip))] });
    delete process.env['TRUST_PROXY'];
  }, 30_000);
  afterAll(() => city.stop());

  it('believes what its entrance says of who asks, and not what the asker wrote before it', async () => {
    const from = (forwarded: string) => fetch(`${city.url}/who-asks`, { headers: { 'x-forwarded-for': forwarded } }).then((answer) => answer.text());
    expect(await from('198.51.100.9')).toBe('198.51.100.9');
    expect(await from('203.0.113.1, 198.51.100.9')).toBe('198.51.100.9');
  });

  it('tells the time to anyone', async () => {
    const { data } = await city.graph<{ now: string }>('{ now }');
    expect(Math.abs(new Date(data.now).getTime() - Date.now())).toBeLessThan(60_000);
  });

  it('says that it is ready, and shows its figures', async () => {
    expect(await (await fetch(`${city.url}/readyz`)).json()).toEqual({ status: 'ok', documents: true, queues: true });
    expect(await (await fetch(`${city.url}/metrics`)).text()).toContain('isegoria_http_request_seconds');
  });

  it('refuses a write that another site sends', async () => {
    const body = JSON.stringify({ query: 'mutation { nothing }' });
    const send = (headers: Record<string, string>) =>
      fetch(`${city.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    expect((await send({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await send({ origin: city.url })).status).toBe(200);
  });

  it('refuses what is too deep, too aliased, batched or huge, before anything runs', async () => {
    const deep = `{ ${'a { '.repeat(50)} x ${'} '.repeat(50)} }`;
    const aliased = `{ ${Array.from({ length: 1000 }, (_, i) => `a${i}: now`).join(' ')} }`;
    expect((await city.graph(deep)).errors?.length).toBeGreaterThan(0);
    expect((await city.graph(aliased)).errors?.length).toBeGreaterThan(0);
    const post = (body: string) => fetch(`${city.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(await (await post(JSON.stringify([{ query: '{ now }' }, { query: '{ now }' }]))).json()).not.toHaveProperty('data.now');
    expect((await post(JSON.stringify({ query: `{ now } #${'x'.repeat(1_000_000)}` }))).status).toBe(413);
  });

  it('says why a query was refused', async () => {
    const told = async (query: string) => (await city.graph(query)).errors?.map(({ message }) => message).join();
    expect(await told('{ nowhere }')).toContain('Cannot query field "nowhere"');
    expect(await told(`query A { now ...a } fragment a on Query { now } fragment b on Query { now }`)).toContain('"b" is never used');
    expect(await told('{ now')).toContain('Syntax Error');
  });

  it('answers a long query that is sent by its hash too, and keeps it not: the hash alone is not known', async () => {
    const post = async (query: string, isSent: boolean) => {
      const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
      const answer = await fetch(`${city.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...(isSent ? { query } : {}), extensions }) });
      return (await answer.json()) as { data: { now: string } | null; errors?: { message: string }[] };
    };
    for (const [length, isKept] of [[8_000, true], [8_001, false]] as const) {
      const query = '{ now }'.padEnd(length, ' ');
      expect((await post(query, true)).data?.now, `${length}`).toMatch(/^\d{4}-/);
      const again = await post(query, false);
      expect([typeof again.data?.now === 'string', again.errors?.map(({ message }) => message)], `${length}`).toEqual(isKept ? [true, undefined] : [false, ['PersistedQueryNotFound']]);
    }
  });

  it('wakes a coalesced job at least once after the last nudge, and not once for each', async () => {
    const jobs = city.get(Jobs);
    let seen = 0;
    let asked = 0;
    let runs = 0;
    jobs.every('test.count', 60_000, async () => {
      runs++;
      seen = asked;
      await new Promise((wake) => setTimeout(wake, 5));
    });
    while (asked < 200) {
      asked++;
      await jobs.nudge('test.count');
    }
    await eventually('the last nudge was seen', () => seen === 200);
    expect(runs).toBeLessThan(150);
  });

  it('carries a time as a time, and a text that looks like one as a text', async () => {
    const at = new Date('2026-05-01T10:00:00Z');
    let got: unknown;
    city.get(Jobs).define('test.carried', async (data) => void (got = data));
    await city.get(Jobs).add('test.carried', { at, text: at.toISOString(), none: undefined });
    await eventually('it came', () => got !== undefined);
    expect(got).toStrictEqual({ at, text: at.toISOString() });
  });

  it('asks once for work of one id, and once more when it was given up', async () => {
    const jobs = city.get(Jobs);
    let runs = 0;
    jobs.define('test.given-up', async () => {
      runs++;
      throw new Error('not today');
    });
    for (const expected of [1, 2]) {
      await jobs.add('test.given-up', {}, { id: 'one', attempts: 1 });
      await eventually(`it ran ${expected} times`, () => runs === expected);
      await eventually('and was given up', async () => !(await city.get<Queue>(getQueueToken(JOBS)).getJob('test.given-up:one')));
    }
  });

  it('keeps what was given up, the last of it and of regular work the last failure alone, counts it, and tries it again when asked', async () => {
    const [jobs, givenUp] = [city.get(Jobs), city.get(GivenUpJobs)];
    const of = async (name: string) => (await givenUp.all()).filter((job) => job.name === name);
    let isBroken = true;
    const got: unknown[] = [];
    jobs.define<{ at: Date; who: string }>('test.broken', async (data) => {
      if (isBroken) throw new Error('the mail server is away\n    at somewhere');
      got.push(data);
    }, ({ who }) => `a letter to ${who}`);
    const data = { at: new Date('2026-05-01T10:00:00Z'), who: 'Ελένη' };
    await jobs.add('test.broken', data, { id: 'letter', attempts: 2 });
    const [job] = await eventually('it was given up', async () => { const found = await of('test.broken'); return found.length > 0 && found; });
    expect(job).toMatchObject({ about: 'a letter to Ελένη', attempts: 2, error: 'the mail server is away', isRegular: false });
    expect(await metrics.getSingleMetricAsString('isegoria_jobs_given_up_total')).toContain('{job="test.broken"} 1');
    isBroken = false;
    expect(await jobs.tryAgain(job?.id ?? '')).toBe(true);
    await eventually('it was done', () => got.length > 0);
    expect(got).toStrictEqual([data]);
    expect([await of('test.broken'), await jobs.tryAgain(job?.id ?? '')]).toEqual([[], false]);

    let runs = 0;
    jobs.every('test.broken-regularly', 60_000, async () => {
      runs++;
      throw new Error(`run ${runs}`);
    });
    for (const run of [1, 2]) {
      await city.get<Redis>(REDIS).del(redisKey('wake', 'test.broken-regularly'));
      await jobs.nudge('test.broken-regularly');
      await eventually(`run ${run} is told`, async () => (await of('test.broken-regularly'))[0]?.error === `run ${run}`);
    }
    expect(await of('test.broken-regularly')).toMatchObject([{ isRegular: true, error: 'run 2' }]);

    for (let at = 0; at < 205; at++) await givenUp.keep({ name: 'test.many', about: '', isRegular: false, attempts: 1, error: `${at}`, payload: 'null', options: {} });
    expect((await of('test.many')).length).toBeLessThanOrEqual(200);
    expect((await of('test.many'))[0]?.error).toBe('204');
  });

  it('keeps one too whose processes died over it again and again, and lets the same be asked for anew', async () => {
    const queue = city.get<Queue>(getQueueToken(JOBS));
    const job = await queue.add('test.stalled', { payload: 'null' }, { jobId: 'test.stalled:one', delay: 60_000 });
    queue.emit('failed', job, new Error('job stalled more than allowable limit'));
    await eventually('it is told', async () => (await city.get(GivenUpJobs).all()).some(({ name, error }) => name === 'test.stalled' && error.includes('stalled')));
    await eventually('and its id is free', async () => !(await queue.getJob('test.stalled:one')));
  });

  it('lets those of one name act in turn, also after one that failed, and those of another name meanwhile', async () => {
    const turns = city.get(Turns);
    const told: string[] = [];
    const act = (name: string, who: string) => turns.take(name, async () => {
      told.push(`${who} reads`);
      await new Promise((wake) => setTimeout(wake, 30));
      told.push(`${who} writes`);
      if (who === 'first') throw new Error('it was refused');
    });
    const [first, ...others] = await Promise.allSettled([act('test.turn', 'first'), act('test.turn', 'second'), turns.take('test.other', () => Promise.resolve('at once'))]);
    expect(first.status).toBe('rejected');
    expect(others.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect([told.slice(0, 2), told.slice(2)].map(([reads, writes]) => reads?.split(' ')[0] === writes?.split(' ')[0])).toEqual([true, true]);
  });

  it('leaves the next run its lock where one was held up for so long that it lost its own', async () => {
    const redis = city.get<Redis>(REDIS);
    const lock = redisKey('running', 'test.held-up');
    let isOver = false;
    city.get(Jobs).every('test.held-up', 60_000, async () => {
      await redis.set(lock, 'the next run', 'PX', 60_000);
      isOver = true;
    });
    await city.get(Jobs).nudge('test.held-up');
    await eventually('the first is over', () => isOver);
    await eventually('and left', async () => (await city.get<Queue>(getQueueToken(JOBS)).getActiveCount()) === 0);
    expect(await redis.get(lock)).toBe('the next run');
  });

  it('tells an event to those in step before it answers, and to the others later', async () => {
    const events = city.get(Events);
    const at = new Date('2026-05-01T10:00:00Z');
    events.on('city.started', 'first', () => void ran.push('in step'));
    events.later('city.started', 'second', (payload) => void ran.push(payload.at.toISOString()));
    events.later('city.started', 'third', () => void ran.push('third'), ({ at: start }) => start.getTime() !== at.getTime());
    await events.publish('city.started', { at });
    expect(ran[0]).toBe('in step');
    await eventually('the later one heard', () => ran[1] === at.toISOString());
    await events.publish('city.started', { at: new Date(0) });
    await eventually('and what concerns it', () => ran.includes('third'));
    expect(ran.filter((one) => one === 'third'), 'the first time was none of its business').toHaveLength(1);
  });
});

describe('a process that ends as soon as it has begun', () => {
  // One in three of these failed once, a few milliseconds after its queue had begun.
  it('leaves nothing that fails where nobody listens', async () => {
    const failures: unknown[] = [];
    const note = (failure: unknown) => void failures.push(failure);
    process.on('unhandledRejection', note);
    for (let turn = 0; turn < 8; turn++) {
      const city = await startCity([]);
      await new Promise((wake) => setTimeout(wake, turn));
      await city.stop();
    }
    process.off('unhandledRejection', note);
    expect(failures).toEqual([]);
  });
});

describe('a change that is told of', () => {
  let city: TestCity;
  const heard: number[] = [];
  const start = Date.now();
  const [killed, notYet] = [666, 60_000];
  const changes = () => city.get<Connection>(getConnectionToken()).collection<{ _id: string; unheard: UnheardEvent[] }>('changes');
  const put = (_id: string, ...times: number[]) => changes().insertOne({ _id, unheard: times.map((time) => unheard('city.started', { at: new Date(start + time) })) });
  const held = async (_id: string) => (await changes().findOne({ _id }))?.unheard.map(({ payload }) => payload.at.getTime() - start);
  beforeAll(async () => {
    city = await startCity([]);
    await city.get<Connection>(getConnectionToken()).createCollection('changes');
    city.get(Unheard).watch({ collection: changes() as never });
    city.get(Events).on('city.started', 'test', ({ at }) => {
      if (at.getTime() - start === killed) throw new Error('killed');
      heard.push(at.getTime() - start);
    });
  }, 30_000);
  afterAll(() => city.stop());

  it('is told once, all that it holds, and holds it no longer', async () => {
    await put('whole', 1, 2);
    for (let time = 0; time < 2; time++) await city.get(Unheard).tell({ collection: changes() as never }, 'whole');
    expect([heard.splice(0), await held('whole')]).toEqual([[1, 2], []]);
  });

  it('is told a little later where a process died before, and nothing else waits for what still cannot be told', async () => {
    await put('stuck', killed);
    await put('left', killed + 1);
    await put('fresh', notYet);
    await city.get(Unheard).tellLeft(new Date(Date.now() + 20_000));
    expect([heard.splice(0), await held('stuck'), await held('left'), await held('fresh')]).toEqual([[killed + 1], [killed], [], [notYet]]);
  });
});

describe('things that keep the stems of their words', () => {
  interface Thing {
    _id: string;
    text: string;
    isHidden: boolean;
    terms: string[];
  }
  const texts = { square: 'Παγκάκια στην πλατεία', school: 'Παγκάκι έξω από το σχολείο, a bench', street: 'Σήμανση στους δρόμους', water: 'Νερό για την παγκόσμια ημέρα', orange: 'Νεραντζιές', slide: 'Νεροτσουλήθρες' };
  let city: TestCity;

  beforeAll(async () => {
    city = await startCity([]);
    await things().createIndexes();
    await things().insertMany(Object.entries({ ...texts, hidden: texts.square }).map(([_id, text]) => ({ _id, text, isHidden: _id === 'hidden', terms: terms(text) })));
  }, 30_000);
  afterAll(() => city.stop());

  const things = () => {
    const store = city.get<Connection>(getConnectionToken());
    const schema = new Schema<Thing>({ _id: String, text: String, isHidden: Boolean, terms: { type: [String], default: undefined } }, { versionKey: false }).index({ terms: 1 });
    return store.models['Thing'] ? store.model<Thing>('Thing') : store.model<Thing>('Thing', schema);
  };
  const found = (words: string, most = 10) => foundIn(things(), words, { where: { isHidden: false }, sort: { _id: 1 }, most });
  const listed = (words: string, first = 10, after: string | null = null) => pageOf<Thing>(things(), { filter: { isHidden: false }, words, sort: [['_id', 1]], first, after });

  it.each([
    ['παγκάκι', ['school', 'square']],
    ['ΠΑΓΚΆΚΙΑ', ['school', 'square']],
    ['παγκακιών', ['school', 'square']],
    ['παγκακι', ['school', 'square']],
    ['δρόμος', ['street']],
    ['ΔΡΟΜΟΣ', ['street']],
    ['δρόμους'.normalize('NFD'), ['street']],
    ['Benches', ['school']],
    ['πλατείας παγκάκι', ['square']],
    ['τα παγκάκια της πλατείας', ['square']],
    ['πλατεία σχολείο', []],
    ['αεροδρόμιο', []],
    ['και', []],
    ['.*', []],
    ['^παγκ.*$', ['school', 'square']],
    ['{"$gt":""}', []],
    ['$where: 1', []],
    ['\u0000\uD800', []],
    // Where no whole word is found, the last one may be half of one.
    ['παγ', ['school', 'square', 'water']],
    ['ΠΆΓΚ', ['school', 'square']],
    ['ΠΆΓΚΟΣΜ', ['water']],
    ['παγκα', ['school', 'square']],
    ['παγκά'.normalize('NFD'), ['school', 'square']],
    ['παγκοσμ', ['water']],
    ['πλατεία παγ', ['square']],
    ['παγκάκι σχ', []],
    ['παγκάκι σχο', ['school']],
    ['παγ σχολείο', []],
    ['παγ ', []],
    ['παγ.', []],
    ['σχολ\u0301', ['school']],
    ['ben', ['school']],
    ['πα', []],
    ['νερό', ['water']],
    ['νεροτ', ['slide']],
    ['', ['orange', 'school', 'slide', 'square', 'street', 'water']],
    [' \n', ['orange', 'school', 'slide', 'square', 'street', 'water']],
  ])('are found by «%s», what is hidden never', async (words, expected) => {
    expect(await found(words)).toEqual(expected);
    const { items, total, next } = await listed(words);
    expect([items.map(({ _id }) => _id), total, next], 'as a list finds them').toEqual([expected, expected.length, null]);
  });

  it('are looked for by the beginning of what is too long for a search', async () => {
    expect(await found(`πλατεία ${'α'.repeat(1_000_000)}`)).toEqual([]);
    expect(await found(`${'παγκάκια, '.repeat(20)}αεροδρόμιο`)).toEqual(['school', 'square']);
  });

  it('are no more than asked for', async () => {
    expect(await found('παγκάκια', 1)).toEqual(['school']);
  });

  it('are listed page by page, and counted once', async () => {
    const { items, total, next } = await listed('παγ', 2);
    expect([items.map(({ _id }) => _id), total]).toEqual([['school', 'square'], 3]);
    const rest = await listed('παγ', 2, next);
    expect([rest.items.map(({ _id }) => _id), rest.total, rest.next]).toEqual([['water'], -1, null]);
  });

  it.each(['παγκάκια', 'παγκά', 'πλατεία παγκά'])('are looked up by the index for «%s», as whole words and begun', async (words) => {
    for (const begun of [false, true]) {
      const plan = JSON.stringify(await things().aggregate(matching(words, {}, begun)).explain());
      expect(plan).toContain('"indexName":"terms_1"');
      expect(plan).not.toContain('COLLSCAN');
    }
  });

  it('get their stems where an older city kept none, from whoever starts first; what has its own keeps them', async () => {
    await things().updateMany({ _id: { $in: ['square', 'street'] } }, { $unset: { terms: 1 } });
    expect(await found('πλατεία')).toEqual([]);
    const given: string[] = [];
    const give = () => giveTerms(things(), ({ _id, text }) => (given.push(_id), terms(text)));
    await Promise.all([give(), give()]);
    expect([await found('πλατεία'), await found('δρόμος')]).toEqual([['square'], ['street']]);
    expect([...new Set(given)].sort()).toEqual(['square', 'street']);
    given.length = 0;
    await give();
    expect(given).toEqual([]);
  });
});

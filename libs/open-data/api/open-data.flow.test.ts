import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { get as httpGet } from 'node:http';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionDoor } from '@isegoria/identity/api';
import { Datasets, eventually, kernelEnv, Seeds, startCity, type TestCity } from '@isegoria/kernel/api';
import type { DataRow } from '@isegoria/kernel/contracts';
import { Dumps } from './files/dumps.service';
import { aDataset, manyRows } from './open-data.builders';
import { OpenDataModule } from './open-data.module';
import { VersionStore } from './files/version-store';

const row = (at: number): DataRow => ({ id: `t${at}`, title: `=HYPERLINK("http://x") ${at}`, supports: at, at: new Date('2026-05-01T10:00:00Z'), lat: 37.9, lng: 22.9 });

describe('public data over HTTP', { timeout: 120_000 }, () => {
  let city: TestCity;
  let things: DataRow[] = [];
  const made = { count: 0, left: 0 };
  beforeAll(async () => {
    city = await startCity([OpenDataModule], { doors: [sessionDoor] });
    const datasets = city.get(Datasets);
    const base = aDataset([]);
    datasets.register({ ...base, rows: async function* (after) { yield* aDataset(things).rows?.(after) ?? []; }, files: () => Promise.resolve([{ name: 'votes.pb', title: { el: 'Ψηφοδέλτια', en: 'Ballots' }, mediaType: 'text/plain', format: 'PB', read: () => Promise.resolve('META\n') }]) });
    datasets.register(manyRows(1_000_000, { read: (count) => void (made.count = count), left: () => void (made.left += 1) }));
  }, 60_000);
  afterAll(() => city.stop());
  const read = (path: string, headers: Record<string, string> = {}, method = 'GET') => fetch(`${city.url}${path}`, { headers, method, redirect: 'manual' });
  const nextOf = (answer: Response) => /<[^>]*?(\/data\/[^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];

  it('comes a page at a time, each row once, and says when it is the same as before', async () => {
    things = Array.from({ length: 25 }, (_, at) => row(at + 100));
    const seen: unknown[] = [];
    let path: string | undefined = '/data/things.jsonl?limit=10';
    while (path) {
      const answer = await read(path);
      expect(answer.status).toBe(200);
      const tag = answer.headers.get('etag') ?? '';
      expect((await read(path, { 'if-none-match': `"other", ${tag}` })).status).toBe(304);
      seen.push(...(await answer.text()).trim().split('\n').map((line) => (JSON.parse(line) as { id: string }).id));
      path = nextOf(answer);
    }
    expect(seen).toEqual(things.map(({ id }) => id));
    const before = await read('/data/things.csv?limit=10');
    things = things.slice(1);
    expect((await read('/data/things.csv?limit=10', { 'if-none-match': before.headers.get('etag') ?? '' })).status).toBe(200);
  });

  it('is open to every page, names its licence and metadata, and marks its bytes where a spreadsheet asks', async () => {
    const answer = await read('/data/things.csv?bom');
    expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('link')).toMatch(/creativecommons\.org\/licenses\/by\/4\.0\/>; rel="license", <[^>]*things\.csv-metadata\.json>; rel="describedby"/);
    const metadata = (await (await read('/data/things.csv-metadata.json')).json()) as { url: string; tableSchema: { columns: { name: string; datatype: string }[]; primaryKey: string[] } };
    expect(metadata).toMatchObject({ url: 'things.csv', tableSchema: { primaryKey: ['id'] } });
    expect(metadata.tableSchema.columns.map(({ datatype }) => datatype)).toEqual(['string', 'string', 'integer', 'dateTime', 'number', 'number']);
  });

  it.each([
    ['/data/things.csv?limit=0', 400], ['/data/things.csv?limit=-1', 400], ['/data/things.csv?limit=1e9', 400], ['/data/things.csv?limit=5&limit=6', 400], ['/data/things.csv?limit=999999999', 200],
    ['/data/things.csv?after=W10', 400], ['/data/things.csv?after[$gt]=', 200], ['/data/things.exe', 404], ['/data/nothing.csv', 404], ['/data/__proto__.csv', 404],
    ['/data/things/latest/..%2F..%2F..%2Fsecret', 404], ['/data/things/..%2Fother/x.csv', 404], ['/data/..%2F..%2Fetc/latest/passwd', 404], ['/data/things/files/..%2Fvotes.pb', 404], ['/data/things/files/votes.pb', 200],
    ['/data/things/20260101T000000Z/manifest.json', 404], ['/catalog.exe', 404], ['/catalog.toString', 404],
  ])('answers %s with %i', async (path, status) => {
    const answer = await read(path, { accept: '*/*', 'sec-fetch-dest': 'empty' });
    await answer.body?.cancel();
    expect(answer.status).toBe(status);
  });

  it('opens no reader for the head alone', async () => {
    const left = made.left;
    const answer = await read('/data/many.csv', {}, 'HEAD');
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'text/csv; charset=utf-8', '']);
    expect(made.left).toBe(left);
  });

  it('waits for a slow reader, and stops when it hangs up', async () => {
    made.count = 0;
    const left = made.left;
    const stream = await new Promise<import('node:http').IncomingMessage>((hear, fail) => httpGet(`${city.url}/data/many.jsonl`, { headers: { 'accept-encoding': 'identity' } }, hear).on('error', fail));
    stream.pause();
    let before = -1;
    await eventually('the reader stands still', async () => {
      before = made.count;
      await new Promise((wake) => setTimeout(wake, 300));
      return made.count > 0 && made.count === before;
    }, 30_000);
    // What lies in the buffers between here and there, of a million rows.
    expect(made.count).toBeLessThan(100_000);
    stream.destroy();
    await eventually('the reader was told', () => made.left === left + 1);
    expect(made.count).toBeLessThan(100_000);
  });

  it('stops the same where the answer is compressed on its way', async () => {
    const left = made.left;
    const stream = await new Promise<import('node:http').IncomingMessage>((hear, fail) => httpGet(`${city.url}/data/many.csv`, { headers: { 'accept-encoding': 'gzip' } }, hear).on('error', fail));
    expect(stream.headers['content-encoding']).toBe('gzip');
    stream.once('data', () => stream.destroy());
    await eventually('the reader was told', () => made.left === left + 1);
  });

  it('gives more than a page whole', async () => {
    const answer = await read('/data/many.jsonl?limit=50000', { 'accept-encoding': 'identity' });
    expect((await answer.text()).trim().split('\n')).toHaveLength(50_000);
  });

  it('is written at night once where it changed, with true checksums; what vanished is gone from the next one', async () => {
    const dataset = city.get(Datasets).named('things');
    if (!dataset) throw new Error('no dataset');
    things = [row(1), { ...row(2), title: 'σβήσιμο-2' }];
    const first = await city.get(Dumps).write(dataset);
    expect(first).toMatchObject({ rows: 2 });
    expect(first?.files.map(({ name }) => name)).toEqual(['things.csv', 'things.csv-metadata.json', 'things.jsonl', 'things.geojson', 'things.jsonld', 'votes.pb']);
    expect(await city.get(Dumps).write(dataset)).toBeNull();
    for (const { name, sha256, bytes } of first?.files ?? []) {
      const content = Buffer.from(await (await read(`/data/things/${first?.id ?? ''}/${name}`)).arrayBuffer());
      expect([createHash('sha256').update(content).digest('hex'), content.length]).toEqual([sha256, bytes]);
    }
    things = [row(1)];
    await new Promise((wake) => setTimeout(wake, 1_100));
    const second = await city.get(Dumps).write(dataset);
    expect(second?.rows).toBe(1);
    expect(await (await read('/data/things/latest/things.jsonl')).text()).not.toContain('σβήσιμο-2');
    expect(await (await read('/data/things.jsonl')).text()).not.toContain('σβήσιμο-2');
    const { data } = await city.graph<{ openDataset: { versions: { id: string }[] } }>('{ openDataset(id: "things") { versions { id rows files { path sha256 } } } }');
    expect(data.openDataset.versions.map(({ id }) => id)).toEqual([second?.id, first?.id]);
  });

  it('is taken in parts, by its tag, and never past its end', async () => {
    const path = '/data/things/latest/things.csv';
    const whole = await (await read(path)).text();
    const part = await read(path, { range: 'bytes=3-9', 'accept-encoding': 'gzip' });
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-encoding'), await part.text()]).toEqual([206, `bytes 3-9/${Buffer.byteLength(whole)}`, null, whole.slice(3, 10)]);
    expect((await read(path, { range: 'bytes=99999999-' })).status).toBe(416);
    const tag = (await read(path)).headers.get('etag') ?? '';
    expect((await read(path, { 'if-none-match': tag })).status).toBe(304);
    const head = await read(path, { 'accept-encoding': 'identity' }, 'HEAD');
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(Buffer.byteLength(whole)), '']);
  });

  it('keeps as many versions as the city wishes, and nothing that a broken night left', async () => {
    const store = city.get(VersionStore);
    const folder = join(kernelEnv.DATA_DIR, 'open-data/things');
    mkdirSync(join(folder, '.writing-broken'));
    writeFileSync(join(folder, '.writing-broken/things.csv'), 'half');
    const [newest] = await store.of('things');
    await store.tidy('things', { keep: 1, notBefore: new Date(0) });
    expect(readdirSync(folder).sort()).toEqual([newest?.id, 'looked'].sort());
    await store.tidy('things', { keep: 30, notBefore: new Date(Date.now() + 1000) });
    expect((await store.of('things')).map(({ id }) => id)).toEqual([newest?.id]);
  });

  it('lets two processes write the same night: neither takes the other’s folder away, and a version stays whole', async () => {
    const dataset = aDataset([row(1)], { id: 'twice' });
    const gate = new EventEmitter();
    const begun = once(gate, 'begun');
    const slow = city.get(Dumps).write({ ...dataset, files: async () => { const go = once(gate, 'go'); gate.emit('begun'); await go; return []; } });
    await begun;
    const other = await city.get(Dumps).write(aDataset([row(2)], { id: 'twice' }));
    gate.emit('go');
    const late = await slow;
    const versions = await city.get(VersionStore).of('twice');
    expect(new Set(versions.map(({ id }) => id))).toEqual(new Set([other, late].flatMap((version) => version?.id ?? [])));
    expect(readdirSync(join(kernelEnv.DATA_DIR, 'open-data/twice')).filter((name) => name.startsWith('.writing-'))).toEqual([]);
  });

  it('does not lose the other files of a night to one dataset that cannot be read', async () => {
    const fails = { ...aDataset([]), id: 'broken', order: 0, rows: () => { throw new Error('the store is away'); } };
    city.get(Datasets).register(fails);
    things = [row(7)];
    await expect(city.get(Dumps).write(fails)).rejects.toThrow('the store is away');
    expect(existsSync(join(kernelEnv.DATA_DIR, 'open-data/broken'))).toBe(true);
    expect(readdirSync(join(kernelEnv.DATA_DIR, 'open-data/broken'))).toEqual([]);
  });

  it('is a part of the demo city', () => {
    expect(city.get(Seeds).inOrder().at(-1)?.name).toBe('open-data');
  });

  it('is found by programs in the writing that they want', async () => {
    expect((await read('/catalog', { accept: 'text/turtle' })).headers.get('content-type')).toBe('text/turtle; charset=utf-8');
    expect((await read('/catalog', { accept: 'application/rdf+xml' })).headers.get('content-type')).toBe('application/rdf+xml; charset=utf-8');
    expect((await read('/catalog', { accept: 'application/json;q=0.5, image/png' })).headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    const browser = await read('/catalog', { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' });
    expect([browser.status, browser.headers.get('location')]).toEqual([303, '/open-data']);
    expect((await read('/catalog', { accept: 'image/png' })).status).toBe(406);
    const turtle = await read('/catalog.ttl');
    expect((await read('/catalog.ttl', { 'if-none-match': turtle.headers.get('etag') ?? '' })).status).toBe(304);
  });
});

describe('the read API in the way of CKAN', { timeout: 60_000 }, () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startCity([OpenDataModule], { doors: [sessionDoor] });
    city.get(Datasets).register(aDataset([row(1)], { title: { el: 'Πλατείες της πόλης', en: 'Squares of the city' } }));
    city.get(Datasets).register(aDataset([row(1)], { id: 'others', order: 2, themes: ['ECON'], keywords: { el: ['χρήμα'], en: ['money'] } }));
  }, 60_000);
  afterAll(() => city.stop());
  const act = async (path: string, body?: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) => {
    const answer = await fetch(`${city.url}/api/3/action/${path}`, body === undefined ? {} : { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
    return { status: answer.status, ...((await answer.json()) as { help: string; success: boolean; result: never; error: Record<string, unknown> }) };
  };

  it('answers in CKAN’s envelope, by GET and by POST', async () => {
    expect(await act('package_list')).toMatchObject({ status: 200, success: true, result: ['others', 'things'], help: expect.stringContaining('help_show?name=package_list') as string });
    expect(await act('package_show?id=things')).toMatchObject({ result: { name: 'things', title: 'Πλατείες της πόλης', num_resources: 5, license_id: 'cc-by-4.0', tags: [{ name: 'δοκιμή' }, { name: 'trial' }] } });
    expect(await act('package_show', { id: 'things' })).toMatchObject({ status: 200, result: { name: 'things' } });
    expect(await act('package_show', '{"id":"things"}', { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({ status: 200, result: { name: 'things' } });
  });

  it('finds by words in both languages, filters, counts and cuts', async () => {
    const names = async (query: string) => ((await act(`package_search?${query}`)).result as { results: { name: string }[] }).results.map(({ name }) => name);
    expect(await names('q=πλατεία')).toEqual(['things']);
    expect(await names('q=squares')).toEqual(['things']);
    expect(await names('q=*:*&sort=name asc')).toEqual(['others', 'things']);
    expect(await names('fq=groups:econ')).toEqual(['others']);
    expect(await names('fq=-groups:econ')).toEqual(['things']);
    expect(await names('fq=tags:"χρήμα"')).toEqual(['others']);
    expect(await names('rows=1&start=1')).toEqual(['others']);
    expect(await names('rows=1000000')).toHaveLength(2);
    expect((await act('package_search?facet.field=["groups","res_format"]')).result).toMatchObject({ count: 2, facets: { groups: { gove: 1, econ: 1 }, res_format: { CSV: 2, GeoJSON: 2 } } });
    expect((await act('resource_search?query=format:geojson')).result).toMatchObject({ count: 2 });
  });

  it('refuses as CKAN does', async () => {
    expect(await act('package_show?id=none')).toMatchObject({ status: 404, success: false, error: { __type: 'Not Found Error' } });
    expect(await act('package_show')).toMatchObject({ status: 409, error: { __type: 'Validation Error', id: ['Missing value'] } });
    expect(await act('package_search?rows=-1')).toMatchObject({ status: 409, error: { rows: ['Must be a natural number'] } });
    expect(await act('package_search?fq=password:x')).toMatchObject({ status: 409 });
    expect(await act('resource_search?query=everything')).toMatchObject({ status: 409 });
    expect(await act('package_create', { name: 'x' })).toMatchObject({ status: 403, error: { __type: 'Authorization Error' } });
    expect((await act('nonsense')).status).toBe(400);
    expect((await act('__proto__')).status).toBe(400);
    expect((await act('constructor')).status).toBe(400);
    expect((await act('package_show', '[1]')).status).toBe(400);
    expect((await act('package_show', { id: { $ne: null } })).status).toBe(409);
  });

  it('knows its tags, groups, publisher and resources', async () => {
    expect((await act('tag_list')).result).toEqual(['money', 'trial', 'δοκιμή', 'χρήμα'].sort((a, b) => a.localeCompare(b, 'el')));
    expect((await act('group_show?id=econ&include_datasets=true')).result).toMatchObject({ name: 'econ', package_count: 1, packages: [{ name: 'others' }] });
    expect((await act('organization_list')).result).toEqual(['municipality']);
    expect((await act('resource_show?id=things.live.csv')).result).toMatchObject({ format: 'CSV', url: expect.stringMatching(/\/data\/things\.csv$/) as string });
    expect((await act('status_show')).result).toMatchObject({ locale_default: 'el' });
  });
});

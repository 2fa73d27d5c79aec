import { Datasets, startCity, type TestCity } from '@isegoria/kernel/api';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doors, slices } from '../api/app.module';
import { seed } from './seed';

type Row = Record<string, string | number | boolean | null>;

/** A decision of the public log, with everything in it that the log does not say. */
const aCase = {
  _id: 'case-1', item: 'comment:whose', kind: 'reported', status: 'decided', title: 'κρυφός τίτλος', text: 'κρυφό κείμενο', authorId: 'the-author', since: new Date('2026-05-01'), orderAt: new Date('2026-05-01'), reports: 3,
  decision: 'hidden', rule: 2, reason: 'κρυφός λόγος', decidedBy: 'the-moderator', decidedAt: new Date('2026-05-02'), passedBy: ['the-first'], logged: true, delivered: true, objection: 'upheld',
};

/** The demo city, small, read as data: what every slice hands in, and what none of them may. */
describe('a whole city as data', { timeout: 240_000 }, () => {
  let city: TestCity;
  let mongo: Connection;
  beforeAll(async () => {
    process.env['RATE_LIMITS'] = 'off';
    city = await startCity(slices, { doors });
    mongo = city.get<Connection>(getConnectionToken());
    await seed(city.app, { ifEmpty: true, scale: 0.02 });
    await mongo.collection<{ _id: string }>('moderation-cases').insertOne(aCase);
  }, 240_000);
  afterAll(async () => {
    delete process.env['RATE_LIMITS'];
    await city.stop();
  });

  const text = async (path: string) => (await fetch(`${city.url}${path}`)).text();
  const rowsOf = async (id: string) => (await text(`/data/${id}.jsonl`)).trim().split('\n').filter(Boolean).map((line) => JSON.parse(line) as Row);
  const datasets = () => city.get(Datasets).inOrder();
  const withRows = () => datasets().filter(({ rows }) => rows);

  it('is handed in by every slice that has something public', async () => {
    expect(datasets().map(({ id }) => id)).toEqual([
      'processes', 'proposals', 'requests', 'request-services', 'consultations', 'consultation-articles', 'amendments', 'initiatives', 'initiative-days', 'surveys', 'survey-answers', 'panels', 'panel-tickets', 'meetings', 'meeting-questions', 'meeting-polls', 'volunteering', 'volunteer-shifts', 'debates', 'comments', 'tallies', 'evaluations', 'evaluation-groups', 'evaluation-weighed', 'choices', 'replies', 'decisions', 'budgets', 'sittings', 'sitting-figures', 'themes', 'opinions', 'moderation', 'integrity-signs', 'integrity-spans', 'ledger',
    ]);
    // So few evaluate in a city of this size that nothing weighed may be told of them.
    for (const { id } of withRows().filter((one) => one.id !== 'evaluation-weighed')) expect((await rowsOf(id)).length, id).toBeGreaterThan(0);
  });

  it('has in each row exactly the columns of its dictionary, of their types, and each key once', async () => {
    const { data } = await city.graph<{ openDatasets: { id: string; fields: { name: string; type: string; isRequired: boolean; values: string[] }[] }[] }>('{ openDatasets { id fields { name type isRequired values } } }');
    const kinds: Record<string, (value: Row[string]) => boolean> = {
      string: (value) => typeof value === 'string', uri: (value) => /^https?:\/\//.test(String(value)), boolean: (value) => typeof value === 'boolean', integer: Number.isInteger, number: Number.isFinite,
      dateTime: (value) => new Date(String(value)).toISOString() === value,
    };
    for (const { id, key } of withRows()) {
      const fields = data.openDatasets.find((one) => one.id === id)?.fields ?? [];
      const rows = await rowsOf(id);
      for (const row of rows) {
        expect(Object.keys(row), id).toEqual(fields.map(({ name }) => name));
        for (const { name, type, isRequired, values } of fields) {
          const value = row[name] ?? null;
          if (value === null) expect(isRequired, `${id}.${name} is empty`).toBe(false);
          else expect(kinds[type]?.(value), `${id}.${name}: ${String(value)} as ${type}`).toBe(true);
          if (value !== null && values.length > 0) expect(values).toContain(value);
        }
      }
      expect(new Set(rows.map((row) => key.map((name) => row[name]).join(' '))).size, `${id} by ${key.join(', ')}`).toBe(rows.length);
    }
  });

  it('gives the same rows a page at a time as whole', async () => {
    for (const { id } of withRows()) {
      const whole = await rowsOf(id);
      const size = Math.max(3, Math.ceil(whole.length / 5));
      const paged: Row[] = [];
      let path: string | undefined = `/data/${id}.jsonl?limit=${size}`;
      while (path) {
        const answer: Response = await fetch(`${city.url}${path}`);
        paged.push(...(await answer.text()).trim().split('\n').filter(Boolean).map((line) => JSON.parse(line) as Row));
        path = /<[^>]*?(\/data\/[^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
      }
      expect(paged, id).toEqual(whole);
    }
  });

  it('names nobody: no account, no person, no address is in any file', async () => {
    const people = await mongo.collection('citizens').find({}).toArray();
    expect(people.length).toBeGreaterThan(3);
    const secrets = people.flatMap(({ _id, email, personId }) => [String(_id), email, personId].filter((one): one is string => typeof one === 'string' && one.length > 3));
    for (const { id } of withRows()) {
      const file = await text(`/data/${id}.jsonl`);
      expect(secrets.filter((secret) => file.includes(secret)), id).toEqual([]);
    }
    for (const dataset of datasets()) for (const { name } of (await dataset.files?.()) ?? []) {
      const file = await text(`/data/${dataset.id}/files/${name}`);
      expect(secrets.filter((secret) => file.includes(secret)), name).toEqual([]);
    }
  });

  it('says what was moderated by which rule, and never whose it was, who reported, who decided, or in what words', async () => {
    const file = await text('/data/moderation.jsonl');
    expect(file).not.toMatch(/κρυφ|whose|the-/);
    expect(JSON.parse(file.trim().split('\n').find((line) => line.includes('case-1')) ?? '{}')).toMatchObject({ id: 'case-1', itemKind: 'comment', decision: 'hidden', rule: 2, role: 'moderator', reports: 3, objection: 'upheld' });
  });

  it('hides a proposal, with all that hangs on it, the moment it is hidden', async () => {
    const [comment] = (await rowsOf('comments')).filter(({ subjectKind }) => subjectKind === 'proposal');
    const id = String(comment?.['subject']);
    const standing = async () => Promise.all([
      rowsOf('proposals').then((rows) => rows.some((row) => row['id'] === id)),
      rowsOf('comments').then((rows) => rows.some((row) => row['subject'] === id)),
      rowsOf('tallies').then((rows) => rows.some((row) => row['ballot'] === `proposal:${id}`)),
      rowsOf('tallies').then((rows) => rows.some((row) => row['ballot'] === `comment:${String(comment?.['id'])}`)),
    ]);
    expect(await standing()).toEqual([true, true, true, true]);
    const proposals = mongo.collection<{ _id: string }>('proposals');
    await proposals.updateOne({ _id: id }, { $set: { visibility: 'hidden', status: 'HIDDEN', listed: false } });
    expect(await standing()).toEqual([false, false, false, false]);
    await proposals.updateOne({ _id: id }, { $set: { visibility: 'visible', status: 'OPEN', listed: true } });
  });

  it('never gives out a draft, what waits, or what came back', async () => {
    const kept = await mongo.collection('proposals').find({ listed: false, publication: { $ne: 'merged' } }).toArray();
    expect(kept.length).toBeGreaterThan(0);
    const shown = new Set((await rowsOf('proposals')).map(({ id }) => id));
    expect(kept.filter(({ _id }) => shown.has(String(_id)))).toEqual([]);
    const comments = new Map((await mongo.collection('comments').find({ visibility: { $ne: 'public' } }).toArray()).map(({ _id, text: words }) => [String(_id), String(words)]));
    const file = await text('/data/comments.jsonl');
    for (const [id] of comments) expect(file).not.toContain(`{"id":"${id}"`);
  });

  it('keeps a sealed box shut: how many, and not what', async () => {
    const sealed = (await rowsOf('tallies')).filter(({ secrecy }) => secrecy === 'sealed');
    const open = new Set((await mongo.collection('boxes').find({ sums: { $ne: null } }).toArray()).map(({ _id }) => String(_id)));
    for (const row of sealed) if (!open.has(String(row['ballot']))) expect([row['count'], row['points'], row['first']]).toEqual([null, null, null]);
    expect(sealed.some(({ ballot }) => !open.has(String(ballot)))).toBe(true);
  });

  it('wrote its files when it was made, and the catalogue names them with their checksums', async () => {
    const turtle = await text('/catalog.ttl');
    for (const { id } of withRows()) {
      const sum = await city.graph<{ openDataset: { versions: { files: { path: string; sha256: string }[] }[] } }>(`{ openDataset(id: "${id}") { versions { files { path sha256 } } } }`);
      const [file] = sum.data.openDataset.versions[0]?.files ?? [];
      expect(turtle, id).toContain(file?.sha256 ?? 'no file');
      expect((await fetch(`${city.url}${file?.path ?? ''}`)).status).toBe(200);
    }
  });
});

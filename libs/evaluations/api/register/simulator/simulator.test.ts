import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Diavgeia } from '../diavgeia.client';
import { readRecord } from '../record';
import { RegisterFailure } from '../register-failure';
import { inventedArchive } from './register-archive';
import { inventedActs, inventedBody } from './simulated-acts';
import { RegisterSimulator } from './simulator';

const now = new Date('2026-05-01T10:00:00Z');
const register = new RegisterSimulator(inventedArchive(inventedActs(1200, now)), () => now);
const all = { org: inventedBody.organisation.uid, from_date: '2024-01-01', to_date: '2026-05-03', from_issue_date: '2025-12-01', to_issue_date: '2026-05-01', page: 0, size: 500 };
let client: Diavgeia;

beforeAll(async () => {
  await register.start();
  client = new Diavgeia(register.url, 3000);
});
afterAll(() => register.stop());

const codeOf = (question: Promise<unknown>) => question.then(() => 'answered', (error: unknown) => (error instanceof RegisterFailure ? error.code : String(error)));

describe('the simulated register, asked by our client', () => {
  it('pages from 0, at most 500 at once, the last submitted first, with an info block', async () => {
    const first = await client.search({ ...all, size: 100 });
    const second = await client.search({ ...all, size: 100, page: 1 });
    expect(first.info).toMatchObject({ page: 0, size: 100, actualSize: 100 });
    const ids = new Set([...first.decisions, ...second.decisions].map((act) => (act as { ada: string }).ada));
    expect(ids.size).toBe(200);
    const moments = first.decisions.map((act) => Date.parse((act as { submissionTimestamp: string }).submissionTimestamp));
    expect(moments).toEqual([...moments].sort((a, b) => b - a));
    expect((await client.search({ ...all, size: 9000 })).info.size).toBe(500);
  });

  it('cuts issue dates to 180 days without a word, and takes six months where none are given', async () => {
    const years = await client.search({ ...all, from_issue_date: '2024-06-01' });
    const half = await client.search({ ...all, from_issue_date: '2024-06-01', to_issue_date: '2024-11-28' });
    expect(years.info.total).toBe(half.info.total);
    expect(half.info.total).toBeLessThan((await client.search({ ...all, from_issue_date: '2025-11-10' })).info.total + 200);
  });

  it('writes its dates in both forms, which are one act to us', async () => {
    const [found] = (await client.search(all)).decisions;
    const { ada } = found as { ada: string };
    const detail = await client.decision(ada);
    expect(typeof (found as { issueDate: unknown }).issueDate).toBe('string');
    expect(typeof (detail as { issueDate: unknown }).issueDate).toBe('number');
    expect(readRecord(detail, 0)).toEqual(readRecord(found, 0));
  });

  it('keeps the versions of an act', async () => {
    const [found] = (await client.search({ ...all, size: 1 })).decisions;
    const { ada, versionId } = found as { ada: string; versionId: string };
    register.correct(ada, { subject: 'Διορθωμένο' });
    register.revoke(ada);
    expect((await client.versionLog(ada)).map((one) => [one.versionId, one.status])).toEqual([[versionId, 'PUBLISHED'], [`${versionId}+`, 'PUBLISHED'], [`${versionId}+`, 'REVOKED']]);
    expect(await client.version(versionId)).toMatchObject({ ada, versionId, correctedVersionId: null });
  });

  it('has dictionaries; of signatories we read offices alone', async () => {
    expect(await client.organisation('dimos_kallitheas_ormou')).toMatchObject({ uid: '99990001' });
    expect((await client.units('99990001')).map(({ uid }) => uid)).toContain('99005');
    expect(JSON.stringify(await client.signers('99990001'))).not.toContain('ΕΠΙΝΟΗΜΕΝΟ');
    expect((await client.types()).length).toBeGreaterThan(3);
    expect(await codeOf(client.organisation('1'))).toBe('NOT_FOUND');
  });

  it('fails as it is told, and each failure has its name', async () => {
    register.will({ kind: 'html' }, { kind: 'broken' }, { kind: 'busy', retryAfter: '7' }, { kind: 'nonsense' }, { kind: 'cut' });
    const codes = [];
    for (let turn = 0; turn < 5; turn += 1) codes.push(await codeOf(client.search(all)));
    expect(codes).toEqual(['NOT_JSON', 'BROKEN', 'BUSY', 'UNEXPECTED', 'UNREACHABLE']);
    register.will({ kind: 'slow', ms: 30_000 });
    expect(await codeOf(new Diavgeia(register.url, 150).search(all))).toBe('TIMEOUT');
    expect(await codeOf(new Diavgeia('http://127.0.0.1:9', 3000).search(all))).toBe('UNREACHABLE');
    expect(await codeOf(client.search(all))).toBe('answered');
  });

  it('obeys whoever tries things out by hand', async () => {
    const post = (body: string) => fetch(`${register.url}/simulator`, { method: 'POST', body }).then(({ status }) => status);
    expect([await post('{"will": {"kind": "broken"}}'), await post('{"revoke": "no-such"}'), await post('{')]).toEqual([200, 400, 400]);
    expect(await codeOf(client.types())).toBe('BROKEN');
  });
});

import { decisionsFileLimits, type DecisionsFileAnswer, type DecisionsFileRefusal } from '@isegoria/evaluations/contracts';
import { signedIn, type SignedIn } from '@isegoria/identity/api';
import { Events, eventually, Importers } from '@isegoria/kernel/api';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aCityWithRegister, counting } from './register.builders';

type Answer = DecisionsFileAnswer & DecisionsFileRefusal;

const greek = 'αριθμός;θέμα;είδος;ημερομηνία;ποσό;διεύθυνση\r\n';
/** As a Greek spreadsheet saves it: one byte a letter. */
const windows1253 = (text: string) => Uint8Array.from([...text].map((sign) => (sign.charCodeAt(0) > 0x370 ? sign.charCodeAt(0) - 0x2d0 : sign.charCodeAt(0))));

describe('an official with a file of decisions', () => {
  let world: Awaited<ReturnType<typeof aCityWithRegister>>;
  let official: SignedIn;
  beforeAll(async () => {
    world = await aCityWithRegister();
    official = await signedIn(world.city, { roles: ['citizen', 'official'] });
  }, 60_000);
  afterAll(() => world.stop());

  const send = async (act: 'check' | 'take', file: string | Uint8Array | null, who: SignedIn | null = official, headers: Record<string, string> = {}) => {
    const body = new FormData();
    if (file !== null) body.append('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), 'file.csv');
    const answer = await fetch(`${world.city.url}/evaluations/decisions-file/${act}`, { method: 'POST', body, headers: { origin: world.city.url, ...(who && { cookie: who.cookie }), ...headers } });
    return { status: answer.status, body: (await answer.json()) as Answer };
  };
  const total = async () => (await world.city.graph<{ decisions: { total: number } }>('{ decisions { total } }')).data.decisions.total;
  const entered = async () => (await world.city.graph<{ ledgerActs: { items: { act: string; role: string; outcome: string; subject: { id: string } }[] } }>('{ ledgerActs(first: 50) { items { act role outcome subject { id } } } }')).data.ledgerActs.items.filter(({ act }) => act === 'decision.entered');

  it('sees what would come in, and nothing has', async () => {
    const { status, body } = await send('check', windows1253(`${greek}1/2026;Πλατεία Δημαρχείου;Κανονιστική πράξη;2/3/2026;1.234,50;ΔΙΕΥΘΥΝΣΗ Τεχνικών Υπηρεσιών\r\n`));
    expect(status).toBe(200);
    expect(body).toEqual({
      isTaken: false, lines: 1, left: 1, counts: { added: 1, changed: 0, unchanged: 0 }, wrong: [],
      first: [{ line: 2, number: '1/2026', subject: 'Πλατεία Δημαρχείου', type: 'Α.2', issued: '2026-03-02', amount: '1.234,50', status: 'PUBLISHED', fate: 'added' }],
    });
    expect(await total()).toBe(0);
  });

  it('is told of every wrong line, and none comes in', async () => {
    const file = `${greek}1/2026;Καλή;Α.2;2/3/2026;;\n2/2026;;Ω.9;31/2/2026;πολλά;\n1-2026;Ίδιος αριθμός;Α.2;2/3/2026;;Άγνωστη\n`;
    const { status, body } = await send('take', file);
    expect(status).toBe(200);
    expect(body).toMatchObject({ isTaken: false, lines: 3, counts: { added: 1 } });
    expect(body.wrong).toEqual([
      { line: 3, problems: [
        { field: 'subject', code: 'required', limit: null, value: '' }, { field: 'type', code: 'invalid', limit: null, value: 'Ω.9' },
        { field: 'issued', code: 'invalid', limit: null, value: '31/2/2026' }, { field: 'amount', code: 'invalid', limit: null, value: 'πολλά' },
      ] },
      { line: 4, problems: [{ field: 'departmentId', code: 'invalid', limit: null, value: 'Άγνωστη' }, { field: 'number', code: 'number_twice', limit: null, value: '2' }] },
    ]);
    expect(await total()).toBe(0);
  });

  it('takes all in by one press; two presses at once, and one more, change nothing', async () => {
    const file = `number,subject,type,issued\n${Array.from({ length: 230 }, (_, at) => `${at + 1}/2025,"Πράξη ${at}, <b>μία</b>",Α.2,2026-01-05`).join('\n')}`;
    const both = await Promise.all([send('take', file), send('take', file)]);
    expect(both.map(({ status, body }) => [status, body.isTaken])).toEqual([[200, true], [200, true]]);
    expect(await total()).toBe(230);
    expect((await send('take', file)).body).toMatchObject({ isTaken: true, counts: { added: 0, changed: 0, unchanged: 230 } });
    const { data } = await world.city.graph<{ decisionVersions: unknown[] }>('{ decisionVersions(id: "act-7-2025") { status } }');
    expect(data.decisionVersions).toHaveLength(1);
  });

  it('takes thousands in by parts: the same file is sent until nothing of it is left, and each part says how much', async () => {
    const many = decisionsFileLimits.atOnce + 70;
    const file = `number,subject,type,issued\n1/2025,"Πράξη 0, <b>μία</b>",Α.2,2026-01-05\n${Array.from({ length: many }, (_, at) => `${at + 1}/2024,Πράξη ${at},Α.2,2026-01-05`).join('\n')}`;
    expect((await send('check', file)).body).toMatchObject({ isTaken: false, left: many });
    const parts = [await send('take', file), await send('take', file), await send('take', file)].map(({ body: { isTaken, left, counts } }) => ({ isTaken, left, counts }));
    expect(parts).toEqual([
      { isTaken: false, left: 70, counts: { added: decisionsFileLimits.atOnce, changed: 0, unchanged: 1 } },
      { isTaken: true, left: 0, counts: { added: 70, changed: 0, unchanged: decisionsFileLimits.atOnce + 1 } },
      { isTaken: true, left: 0, counts: { added: 0, changed: 0, unchanged: many + 1 } },
    ]);
    expect(await total()).toBe(230 + many);
  });

  it('corrects and revokes what is here, and each line of it stands in the ledger as one entered by hand does', async () => {
    const file = 'number,subject,type,issued,status\n1/2025,Διορθωμένη,Α.2,2026-01-05,\n2/2025,"Πράξη 1, <b>μία</b>",Α.2,2026-01-05,revoked\n3/2025,"Πράξη 2, <b>μία</b>",Α.2,2026-01-05,\n';
    expect((await send('check', file)).body.first.map(({ fate }) => fate)).toEqual(['changed', 'changed', 'unchanged']);
    expect((await send('take', file)).body.counts).toEqual({ added: 0, changed: 2, unchanged: 1 });
    await official.graph('mutation N($input: DecisionInput!) { enterDecision(input: $input) { __typename } }', { input: { number: '900/2026', subject: 'Με το χέρι', type: 'Α.2', issued: '2026-03-02', status: 'PUBLISHED' } });
    await eventually('the ledger holds them', async () => (await entered()).some(({ subject }) => subject.id === 'act-900-2026'));
    const newest = (await entered()).slice(0, 3).map(({ subject, outcome, role }) => [subject.id, outcome, role]);
    expect(newest).toEqual([['act-900-2026', 'PUBLISHED', 'official'], ['act-2-2025', 'REVOKED', 'official'], ['act-1-2025', 'PUBLISHED', 'official']]);
  });

  it('puts into the ledger, when the file is sent again, what a sending that broke off had brought in without it', async () => {
    const broken = vi.spyOn(world.city.get(Events), 'publish').mockRejectedValue(new Error('it broke off'));
    const file = 'number,subject,type,issued\n955/2025,Έμεινε στη μέση,Α.2,2026-01-05\n';
    expect((await send('take', file)).status).toBe(500);
    broken.mockRestore();
    expect((await send('take', file)).body).toMatchObject({ isTaken: true, counts: { added: 0, changed: 0, unchanged: 1 } });
    await eventually('the ledger holds it', async () => (await entered()).some(({ subject }) => subject.id === 'act-955-2025'));
  });

  it('is told why a file is not read at all', async () => {
    const codes = async (file: string | Uint8Array | null) => {
      const { status, body } = await send('check', file);
      return [status, body.code, body.names.join()];
    };
    expect(await codes(null)).toEqual([400, 'missing', '']);
    expect(await codes('')).toEqual([400, 'missing', '']);
    expect(await codes('number,subject,type,issued\n')).toEqual([422, 'empty', '']);
    expect(await codes('number,subject\n1,2')).toEqual([422, 'columns_missing', 'type,issued']);
    expect(await codes('number,subject,type,issued,colour\n')).toEqual([422, 'columns_unknown', 'colour']);
    expect(await codes('number,subject,type,issued\n1,"open')).toEqual([422, 'not_csv', '']);
    expect(await codes('PK\u0003\u0004')).toEqual([415, 'spreadsheet', '']);
    expect(await codes(new Uint8Array(decisionsFileLimits.bytes + 1).fill(0x61))).toEqual([413, 'too_big', '']);
    expect(await codes(`number,subject,type,issued\n${'1,Θέμα,Α.2,2026-01-05\n'.repeat(decisionsFileLimits.lines + 1)}`)).toEqual([413, 'too_many_lines', '']);
  });

  it('has the rights of one who enters by hand: nobody else, and no other site', async () => {
    const maria = await signedIn(world.city);
    expect((await send('take', greek, maria)).status).toBe(403);
    expect((await send('take', greek, null)).status).toBe(401);
    expect((await send('take', greek, official, { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('downloads an empty file that is read as it is, in either language', async () => {
    for (const language of ['el', 'en']) {
      const answer = await fetch(`${world.city.url}/evaluations/decisions-file/template.csv?in=${language}`);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="\w+\.csv"$/);
      expect((await send('check', new Uint8Array(await answer.arrayBuffer()))).body).toMatchObject({ code: 'empty' });
    }
  });

  it('may have the command read the same file, as a Greek spreadsheet saved it', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'isegoria-')), 'acts.csv');
    await writeFile(path, windows1253(`${greek}77/2026;Ψήφισμα;Α.2;2/3/2026;;\r\n`));
    const { told, report } = counting();
    await world.city.get(Importers).named('decisions')?.runFile?.(path, report);
    expect(told).toMatchObject({ added: 1, refused: [] });
    expect((await world.city.graph('{ decision(id: "act-77-2026") { subject } }')).data).toEqual({ decision: { subject: 'Ψήφισμα' } });
  });
});

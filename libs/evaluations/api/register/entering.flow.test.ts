import { signedIn } from '@isegoria/identity/api';
import { Importers } from '@isegoria/kernel/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCityWithRegister, counting } from './register.builders';
import { inventedAct } from './simulator/simulated-acts';

const ENTER = `mutation N($input: DecisionInput!) { enterDecision(input: $input) { __typename ... on DecisionEntered { changed decision { id ada source subject amount status unit { name { el } } } } ... on NumberExists { decision { id subject } } ... on Invalid { problems { field code } } } }`;
const CORRECT = `mutation C($id: ID!, $version: String!, $input: DecisionInput!) { correctDecision(id: $id, version: $version, input: $input) { __typename ... on DecisionEntered { changed decision { status versionId } } ... on Invalid { problems { field code } } } }`;
const stops = { number: '145/2026', subject: 'Νέες στάσεις <script>alert(1)</script>', type: 'Α.2', issued: '2026-03-02', status: 'PUBLISHED', unit: 'Τμήμα Κυκλοφορίας', amount: '1.234,50' };

describe('a city that is in no register', () => {
  let world: Awaited<ReturnType<typeof aCityWithRegister>>;
  beforeAll(async () => void (world = await aCityWithRegister()), 60_000);
  afterAll(() => world.stop());

  const bring = async (text: string) => {
    const { told, report } = counting();
    await world.city.get(Importers).named('decisions')?.run(text, report);
    return told;
  };
  const official = () => signedIn(world.city, { roles: ['citizen', 'official'] });
  type Corrected = { __typename: string; decision?: { status: string; versionId: string } };
  const versionOf = async (id: string) => (await world.city.graph<{ decision: { versionId: string } }>('query V($id: ID!) { decision(id: $id) { versionId } }', { id })).data.decision.versionId;
  const correct = async (who: Awaited<ReturnType<typeof signedIn>>, input: object, version?: string, id = 'act-145-2026') =>
    (await who.graph<{ correctDecision: Corrected }>(CORRECT, { id, version: version ?? (await versionOf(id)), input })).data.correctDecision;
  const enter = async (who: Awaited<ReturnType<typeof signedIn>>, input: object) => (await who.graph<{ enterDecision: { __typename: string; changed?: boolean; problems?: unknown; decision?: { id: string } } }>(ENTER, { input })).data.enterDecision;

  it('has an official enter a decision, which citizens find, and correct and revoke it', async () => {
    const who = await official();
    expect(await enter(who, stops)).toEqual({ __typename: 'DecisionEntered', changed: false, decision: { id: 'act-145-2026', ada: '145/2026', source: 'CITY', subject: 'Νέες στάσεις <script>alert(1)</script>', amount: 1234.5, status: 'PUBLISHED', unit: { name: { el: 'Τμήμα Κυκλοφορίας' } } } });
    expect(await enter(who, stops)).toMatchObject({ changed: false });
    expect(await correct(who, { ...stops, subject: 'Τρεις νέες στάσεις' })).toMatchObject({ changed: true });
    expect(await correct(who, { ...stops, subject: 'Τρεις νέες στάσεις', status: 'REVOKED' })).toMatchObject({ changed: true, decision: { status: 'REVOKED' } });
    const { data } = await world.city.graph<{ decisions: { total: number }; decisionVersions: { status: string }[] }>('{ decisions(search: "στασεων") { total } decisionVersions(id: "act-145-2026") { status } }');
    expect(data).toEqual({ decisions: { total: 1 }, decisionVersions: [{ status: 'PUBLISHED' }, { status: 'PUBLISHED' }, { status: 'REVOKED' }] });
  });

  it('does not overwrite an act because somebody types its number, and keeps who corrected it, for officials alone', async () => {
    const [nikos, eleni] = await Promise.all([signedIn(world.city, { roles: ['citizen', 'official'], name: 'Νίκος' }), signedIn(world.city, { roles: ['citizen', 'official'], name: 'Ελένη' })]);
    const lamps = { ...stops, number: '77/2026', subject: 'Φώτα στο πάρκο' };
    await enter(nikos, lamps);
    const read = await versionOf('act-77-2026');
    expect(await enter(eleni, { ...lamps, subject: 'Άλλη πράξη', status: 'REVOKED' })).toEqual({ __typename: 'NumberExists', decision: { id: 'act-77-2026', subject: 'Φώτα στο πάρκο' } });
    expect(await versionOf('act-77-2026')).toBe(read);
    expect(await correct(eleni, { ...lamps, subject: 'Νέα φώτα στο πάρκο' }, read, 'act-77-2026')).toMatchObject({ __typename: 'DecisionEntered' });
    expect(await correct(nikos, { ...lamps, subject: 'Τα φώτα' }, read, 'act-77-2026')).toEqual({ __typename: 'DecisionMoved' });
    expect(await correct(nikos, { ...lamps, number: '78/2026' }, read, 'act-77-2026')).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'number', code: 'invalid' }] });
    expect(await correct(nikos, lamps, 'none', 'act-78-2026')).toEqual({ __typename: 'NotFound' });
    const ENTRIES = '{ decisionEntries(id: "act-77-2026") { status name } }';
    expect((await nikos.graph(ENTRIES)).data).toEqual({ decisionEntries: [{ status: 'PUBLISHED', name: 'Νίκος' }, { status: 'PUBLISHED', name: 'Ελένη' }] });
    expect((await (await signedIn(world.city)).graph(ENTRIES)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('tells the second of two officials who enter one number, or correct one decision, in the same instant', async () => {
    const [nikos, eleni] = await Promise.all([official(), official()]);
    for (const number of ['501/2026', '502/2026', '503/2026']) {
      const id = `act-${number.replace('/', '-')}`;
      const input = { ...stops, number };
      const entered = await Promise.all([enter(nikos, { ...input, subject: 'Του Νίκου' }), enter(eleni, { ...input, subject: 'Της Ελένης' })]);
      expect(entered.map(({ __typename }) => __typename).sort()).toEqual(['DecisionEntered', 'NumberExists']);
      const read = await versionOf(id);
      const corrected = await Promise.all([correct(nikos, { ...input, subject: 'Ξανά του Νίκου' }, read, id), correct(eleni, { ...input, subject: 'Ξανά της Ελένης' }, read, id)]);
      expect(corrected.map(({ __typename }) => __typename).sort()).toEqual(['DecisionEntered', 'DecisionMoved']);
      const { data } = await world.city.graph<{ decisionVersions: object[] }>(`{ decisionVersions(id: "${id}") { status } }`);
      expect(data.decisionVersions).toHaveLength(2);
    }
  });

  it('takes the unit, the department and the district off a decision that is corrected so', async () => {
    const who = await official();
    const benches = { ...stops, number: '61/2026', departmentId: 'cleaning', districtId: 'pefka' };
    const read = async () => (await world.city.graph<{ decision: object }>('{ decision(id: "act-61-2026") { unit { name { el } } departmentId districtId } }')).data.decision;
    await enter(who, benches);
    expect(await read()).toEqual({ unit: { name: { el: 'Τμήμα Κυκλοφορίας' } }, departmentId: 'cleaning', districtId: 'pefka' });
    expect(await correct(who, { ...benches, unit: '', departmentId: '', districtId: '' }, undefined, 'act-61-2026')).toMatchObject({ changed: true });
    expect(await read()).toMatchObject({ departmentId: null, districtId: null });
    expect(JSON.stringify(await read())).not.toContain('Κυκλοφορίας');
  });

  it('may still ask a register at the command line, once it says whose acts it wants', async () => {
    const source = world.city.get(Importers).named('diavgeia')?.source;
    const fetched = async (...words: string[]) => {
      const { told, report } = counting();
      await source?.run(words, report);
      return told;
    };
    await expect(fetched()).rejects.toThrow('No body of the register was chosen');
    await expect(fetched('--body', '123')).rejects.toThrow('organisationId (unknown_body)');
    world.register.publish(inventedAct(1, new Date()), inventedAct(2, new Date()), inventedAct(8, new Date()));
    expect(await fetched('--body', '99990001', '--since', '2026-01-01')).toMatchObject({ added: 2, refused: [expect.stringContaining('personal data')] });
    expect(await fetched()).toMatchObject({ added: 0, unchanged: 2 });
    world.register.will(...Array.from({ length: 30 }, () => ({ kind: 'html' as const })));
    await expect(fetched()).rejects.toThrow('The register could not be read (NOT_JSON)');
    world.register.forgive();
  });

  it('lets only officials do so, and tells them what is wrong field by field', async () => {
    const maria = await signedIn(world.city);
    expect((await maria.graph(ENTER, { input: stops })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const who = await official();
    expect(await enter(who, { ...stops, number: '145-2026' })).toEqual({ __typename: 'Invalid', problems: [{ field: 'number', code: 'taken' }] });
    expect(await enter(who, { ...stops, number: '7', departmentId: 'no-such', districtId: 'nowhere' })).toMatchObject({ problems: [{ field: 'departmentId', code: 'invalid' }, { field: 'districtId', code: 'invalid' }] });
    expect(await enter(who, { ...stops, number: '9', issued: '2099-01-01' })).toMatchObject({ problems: [{ field: 'issued', code: 'in_future' }] });
    expect(await enter(who, { ...stops, number: '8', document: 'https://elsewhere.example/a.pdf' })).toMatchObject({ problems: [{ field: 'document', code: 'invalid' }] });
  });

  it('names no department that the city has retired, and keeps the one that it was entered with', async () => {
    const administrator = await signedIn(world.city, { roles: ['administrator'] });
    const change = (act: 'retire' | 'restore', part: string, id: string) => administrator.graph(`mutation { ${act}CityPart(part: ${part}, id: "${id}") { __typename } }`);
    const who = await official();
    const cleaned = { ...stops, number: '31/2026', departmentId: 'cleaning', districtId: 'pefka' };
    expect(await enter(who, cleaned)).toMatchObject({ __typename: 'DecisionEntered' });
    for (const [part, id] of [['category', 'cleaning'], ['department', 'cleaning'], ['district', 'pefka']] as const) await change('retire', part, id);
    expect(await enter(who, { ...cleaned, number: '32/2026' })).toMatchObject({ problems: [{ field: 'departmentId', code: 'invalid' }, { field: 'districtId', code: 'invalid' }] });
    expect(await correct(who, { ...cleaned, subject: 'Δύο νέες στάσεις' }, undefined, 'act-31-2026')).toMatchObject({ changed: true });
    for (const [part, id] of [['district', 'pefka'], ['department', 'cleaning'], ['category', 'cleaning']] as const) await change('restore', part, id);
  });

  it('imports a file whole, twice without a change, and nothing of it where a line is wrong', async () => {
    const header = 'number,subject,type,issued,status\n';
    const wrong = await bring(`${header}1/2026,Καλή,Α.2,2026-01-05,\n2/2026,,Α.2,31/2/2026,\n1-2026,Ίδιος αριθμός,Ω.9,2026-01-05,maybe\n`);
    expect(wrong).toMatchObject({ added: 0, changed: 0, unchanged: 0 });
    expect(wrong.refused).toEqual(['line 3: subject is missing; issued is not right: “31/2/2026”', 'line 4: type is not right: “Ω.9”; status is not right: “maybe”; its number stands in line 2 too']);
    expect((await world.city.graph('{ decision(id: "act-1-2026") { id } }')).data).toEqual({ decision: null });
    expect((await bring(`${header}3/2026,Αύριο,Α.2,1/1/2099,\n`)).refused).toEqual(['line 2: issued is a day that has not come yet: “2099-01-01”']);
    const right = `${header}${Array.from({ length: 130 }, (_, at) => `${at + 1}/2025,"Πράξη ${at}, μία",Α.2,2026-01-05,`).join('\n')}`;
    expect(await bring(right)).toMatchObject({ total: 130, added: 130, refused: [] });
    expect(await bring(right)).toMatchObject({ added: 0, unchanged: 130 });
    expect(await bring(right.replace('"Πράξη 3, μία"', 'Διορθωμένη'))).toMatchObject({ changed: 1, unchanged: 129 });
    expect((await world.city.graph('{ decision(id: "act-4-2025") { subject } }')).data).toEqual({ decision: { subject: 'Διορθωμένη' } });
  });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { idOfAda } from '@isegoria/evaluations/contracts';
import { signedIn } from '@isegoria/identity/api';
import { eventually } from '@isegoria/kernel/api';
import { Follows } from '@isegoria/notifications/api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCityWithRegister } from './register.builders';
import { RegisterFailure } from './register-failure';
import { RegisterImports } from './register-imports.service';
import { RegisterRuns } from './register-runs.service';
import { inventedArchive, recordedArchive } from './simulator/register-archive';
import { inventedAct, inventedActs, inventedBody } from './simulator/simulated-acts';

const HOUR = 3_600_000;
const acts = 150;
const body = inventedBody.organisation.uid;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR);
const EVALUATE = `mutation E($id: ID!, $version: String!, $answers: [EvaluationAnswerInput!]!, $nonce: String!) {
  evaluate(decisionId: $id, versionId: $version, answers: $answers, nonce: $nonce) { __typename }
}`;
const answers = ['necessary', 'fair', 'well_explained', 'well_carried_out'].map((criterionId) => ({ criterionId, optionId: '2' }));

describe('a city that reads the register', () => {
  let world: Awaited<ReturnType<typeof aCityWithRegister>>;
  /** Acts that each test makes for itself: their numbers begin where the last ones ended. */
  let count = 2000;
  const fresh = (hours: number, over = {}) => {
    const act = { ...inventedAct((count += 63), hoursAgo(hours)), ...over };
    world.register.publish(act);
    return act;
  };
  const shown = async (ada: string) => {
    const fields = 'subject status versionId correctedVersionId source signedAs unit { id name { el } } organisation { name { el } } type { label { el } } amount protocolNumber';
    const { data } = await world.city.graph<{ decision: Record<string, unknown> | null; decisionVersions: { versionId: string; correctedVersionId: string | null; status: string; subject: string; evaluations: number }[] }>(
      `query D($id: ID!) { decision(id: $id) { ${fields} } decisionVersions(id: $id) { versionId correctedVersionId status subject evaluations } }`, { id: idOfAda(ada) },
    );
    return data;
  };
  const standing = () => world.city.get(RegisterImports).standing();

  beforeAll(async () => {
    world = await aCityWithRegister(inventedArchive(inventedActs(acts, new Date())));
    world.register.mostAPage = 20;
    await world.choose(body, { since: '2024-06-01' });
    const { outcome, refused } = await world.run();
    expect(outcome).toMatchObject({ added: acts - refused.length, changed: 0 });
  }, 120_000);
  afterAll(() => world.stop());
  beforeEach(() => void (world.register.afterPage = () => undefined));

  it('has every act of the body, of years, page by page, and those refused with the reason', async () => {
    const { acts: here, lastRun, readTo, failure, state } = await standing();
    const ofPersons = world.register.acts.filter(({ privateData }) => privateData).length;
    expect({ here, lastRun, failure, state }).toMatchObject({ here: acts - ofPersons, lastRun: { refused: ofPersons }, failure: null, state: 'OFF' });
    expect(readTo?.getTime()).toBeGreaterThan(Date.now() - 120_000);
    const { items, total } = await world.city.get(RegisterImports).refusals(1);
    expect(total).toBe(ofPersons);
    expect(items[0]).toMatchObject({ reasons: [{ code: 'private' }] });
  });

  it('names offices and signatories as the register does, and never the persons', async () => {
    const act = world.register.acts.find(({ unitIds, signerIds, privateData }) => unitIds?.[0] === '99002' && signerIds?.[0] === '990012' && !privateData);
    const { decision } = await shown(act?.ada ?? '');
    expect(decision).toMatchObject({ source: 'DIAVGEIA', unit: { name: { el: 'ΔΗΜΟΤΙΚΟ ΣΥΜΒΟΥΛΙΟ' } }, organisation: { name: { el: 'ΔΗΜΟΣ ΚΑΛΛΙΘΕΑΣ ΟΡΜΟΥ' } }, signedAs: ['Πρόεδρος Δ.Σ.'] });
    expect(JSON.stringify(decision)).not.toContain('ΕΠΙΝΟΗΜΕΝΟ');
    const bare = world.register.acts.find(({ unitIds, privateData }) => unitIds === null && !privateData);
    expect((await shown(bare?.ada ?? '')).decision).toMatchObject({ unit: null, signedAs: [], protocolNumber: null, amount: null });
  });

  it('reads only what is new the next time, and changes nothing where nothing changed', async () => {
    world.register.asked.length = 0;
    const { outcome } = await world.run();
    expect(outcome).toMatchObject({ added: 0, changed: 0 });
    const searches = world.register.asked.filter((url) => url.startsWith('/opendata/search'));
    expect(searches.length).toBeLessThan(8);
    expect(searches.every((url) => new URL(url, 'http://r').searchParams.get('from_date') !== '2024-06-01')).toBe(true);
    const act = fresh(1);
    expect((await world.run()).outcome).toMatchObject({ added: 1 });
    expect((await shown(act.ada)).decision).not.toBeNull();
  });

  it('follows corrections back to the version that citizens evaluated, also where one came and went between two runs', async () => {
    const act = fresh(20, { decisionTypeId: 'Α.2', subject: 'Πρώτο θέμα' });
    await world.run();
    const { graph } = await signedIn(world.city);
    const sent = await graph<{ evaluate: { __typename: string } }>(EVALUATE, { id: idOfAda(act.ada), version: act.versionId, answers, nonce: 'register-flow-0001' });
    expect(sent.data.evaluate.__typename).toBe('Evaluated');
    world.register.correct(act.ada, { subject: 'Δεύτερο θέμα' });
    world.register.correct(act.ada, { subject: 'Τρίτο θέμα' });
    expect((await world.run()).outcome).toMatchObject({ changed: 1 });
    const { decision, decisionVersions } = await shown(act.ada);
    expect(decision).toMatchObject({ subject: 'Τρίτο θέμα', correctedVersionId: `${act.versionId}+` });
    expect(decisionVersions.map(({ subject, correctedVersionId, evaluations }) => [subject, correctedVersionId, evaluations])).toEqual([
      ['Πρώτο θέμα', null, 1], ['Δεύτερο θέμα', act.versionId, 0], ['Τρίτο θέμα', `${act.versionId}+`, 0],
    ]);
  });

  it('stops the evaluation of an act that was revoked, and tells those who follow it, once', async () => {
    const act = fresh(20, { decisionTypeId: 'Α.2', subject: 'Κλείσιμο οδού' });
    await world.run();
    const { graph, citizen } = await signedIn(world.city);
    await world.city.get(Follows).follow(citizen.id, { kind: 'decision', id: idOfAda(act.ada) }, 'asked');
    const evaluate = async (nonce: string) => (await graph<{ evaluate: { __typename: string } }>(EVALUATE, { id: idOfAda(act.ada), version: act.versionId, answers, nonce })).data.evaluate.__typename;
    expect(await evaluate('register-flow-0002')).toBe('Evaluated');
    world.register.revoke(act.ada);
    await world.run();
    await world.run();
    expect((await shown(act.ada)).decision).toMatchObject({ status: 'REVOKED' });
    const notices = () => graph<{ inbox: { items: { name: string }[] } }>('{ inbox(first: 20) { items { name } } }');
    await eventually('they are told', async () => (await notices()).data.inbox.items.some(({ name }) => name === 'evaluations.revoked'));
    expect((await notices()).data.inbox.items.filter(({ name }) => name === 'evaluations.revoked')).toHaveLength(1);
    await eventually('the evaluation is over', async () => (await evaluate(`register-flow-${Math.random()}`)) !== 'Evaluated');
    world.register.correct(act.ada, { status: 'PUBLISHED', subject: 'Κλείσιμο οδού, ξανά' });
    await world.run();
    const again = await graph<{ evaluate: { __typename: string } }>(EVALUATE, { id: idOfAda(act.ada), version: `${act.versionId}+`, answers, nonce: 'register-flow-0004' });
    expect(again.data.evaluate.__typename).toBe('Evaluated');
  });

  it('refuses another content under a version that was here, and says so', async () => {
    const act = fresh(5, { subject: 'Ό,τι ειπώθηκε πρώτα' });
    await world.run();
    const at = world.register.acts.findIndex(({ ada }) => ada === act.ada);
    world.register.acts[at] = { ...act, subject: 'Κάτι άλλο' };
    const { outcome, refused } = await world.run();
    expect(outcome).toMatchObject({ changed: 0 });
    expect(refused).toContain(`${act.ada}: the version ${act.versionId} came before and said something else; what came first stands`);
    expect((await shown(act.ada)).decision).toMatchObject({ subject: 'Ό,τι ειπώθηκε πρώτα' });
    world.register.acts[at] = act;
    await world.run();
    expect((await world.city.get(RegisterImports).refusals(50)).items.some(({ record }) => record === act.ada)).toBe(false);
  });

  it('knows an act again whose number was typed with Latin look-alikes, and what it said first when one answer holds it twice', async () => {
    const act = fresh(5, { subject: 'Ένας αριθμός, δύο αλφάβητα' });
    const latin = act.ada.replaceAll('Α', 'A').replaceAll('Ο', 'O').replaceAll('Κ', 'K').replaceAll('Ε', 'E').replaceAll('Ι', 'I');
    expect(latin).not.toBe(act.ada);
    await world.run();
    const twin = { ...act, ada: latin, versionId: `${act.versionId}+`, correctedVersionId: act.versionId, subject: 'Διόρθωση με λατινικά', submissionTimestamp: new Date().toISOString() };
    world.register.publish(twin, { ...twin, ada: act.ada, subject: 'Άλλο περιεχόμενο, ίδια έκδοση' });
    const { outcome, refused } = await world.run();
    expect(outcome).toMatchObject({ added: 0, changed: 1, refused: 1 });
    expect(refused[0]).toContain('came before and said something else');
    const { decision, decisionVersions } = await shown(act.ada);
    expect(['Διόρθωση με λατινικά', 'Άλλο περιεχόμενο, ίδια έκδοση']).toContain(decision?.['subject']);
    expect(decisionVersions).toHaveLength(2);
    expect(decision?.['subject']).toBe(decisionVersions.at(-1)?.subject);
    // The office takes the second one back.
    const { acts: all } = world.register;
    for (const place of [all.length - 1, all.length - 2]) all.splice(place, 1);
    await world.run();
  });

  it('refuses an act of another body and one of three megabytes, and takes the rest of the page', async () => {
    const huge = fresh(4, { subject: 'Α'.repeat(3_000_000) });
    const good = fresh(4);
    const { outcome, refused } = await world.run();
    expect(refused).toContain(`${huge.ada}: subject is longer than 4000 characters`);
    expect(outcome).toMatchObject({ added: 1 });
    expect((await shown(good.ada)).decision).not.toBeNull();
    world.register.remove(huge.ada);
  });

  it('loses nothing where the register fails in the middle: it waits, asks again, or goes on at the next run', async () => {
    for (const mood of [{ kind: 'broken' }, { kind: 'html' }, { kind: 'busy', retryAfter: '1' }, { kind: 'cut' }, { kind: 'slow', ms: 60_000 }] as const) {
      const act = fresh(3);
      world.register.will(mood);
      expect((await world.run()).outcome, mood.kind).toMatchObject({ added: 1 });
      expect((await shown(act.ada)).decision, mood.kind).not.toBeNull();
    }
  }, 120_000);

  it.each([
    ['HTML with 200', 'NOT_JSON', { kind: 'html' }],
    ['an error of its own', 'BROKEN', { kind: 'broken' }],
    ['too many questions, come back in an hour', 'BUSY', { kind: 'busy', retryAfter: '3600' }],
    ['a line that is cut', 'UNREACHABLE', { kind: 'cut' }],
    ['data of another shape', 'UNEXPECTED', { kind: 'nonsense' }],
  ] as const)('says that the register gave %s, keeps its checkpoint, and comes back', async (_, code, mood) => {
    const act = fresh(2);
    const before = await standing();
    world.register.will(...Array.from({ length: 30 }, () => mood));
    const { outcome } = await world.run();
    expect(outcome instanceof RegisterFailure && outcome.code).toBe(code);
    const failed = await standing();
    expect(failed).toMatchObject({ state: 'FAILED', failure: { code }, readTo: before.readTo });
    expect(failed.failure?.asked).not.toContain(world.register.url);
    world.register.forgive();
    expect((await world.run()).outcome).toMatchObject({ added: 1 });
    expect((await standing()).failure).toBeNull();
    expect((await shown(act.ada)).decision).not.toBeNull();
  });

  it('keeps the hour that a busy register asked for, when it runs by itself', async () => {
    await world.choose(body, { since: '2024-06-01', isOn: true });
    world.register.will(...Array.from({ length: 30 }, () => ({ kind: 'busy' as const, retryAfter: '7200' })));
    await world.run();
    world.register.forgive();
    const { nextAt } = await standing();
    expect(nextAt && nextAt.getTime() - Date.now()).toBeGreaterThan(1.9 * HOUR);
    await world.choose(body, { since: '2024-06-01', isOn: false });
    await world.run();
  });

  it('reads a page again from which an act vanished, so that the one that slipped is not lost', async () => {
    const news = Array.from({ length: 30 }, (_, at) => fresh(30 - at / 2));
    const newest = news.at(-1)?.ada ?? '';
    let vanished = false;
    world.register.afterPage = () => {
      // Between the first page and the second: what stood on top of the second now stands at the end of the first, which was read.
      const asked = world.register.asked.at(-1) ?? '';
      if (vanished || !asked.includes('page=0') || !isNewestStep(asked)) return;
      vanished = true;
      world.register.remove(newest);
    };
    world.register.asked.length = 0;
    await world.run();
    expect(vanished).toBe(true);
    const missing: string[] = [];
    for (const { ada, privateData } of news.slice(0, -1)) if (!privateData && !(await shown(ada)).decision) missing.push(ada);
    expect(missing).toEqual([]);
    expect(world.register.asked.filter((url) => isNewestStep(url) && url.includes('page=0')).length).toBe(2);
  });

  it('runs when an administrator asks for it, and answers nobody else', async () => {
    const act = fresh(1);
    const [maria, boss] = await Promise.all([signedIn(world.city), signedIn(world.city, { roles: ['citizen', 'administrator'] })]);
    for (const question of ['{ registerImport { state } }', '{ registerRefusals { total } }', 'mutation { startRegisterImport { state } }', '{ registerBody(id: "99990001") { __typename } }']) {
      expect((await maria.graph(question)).errors?.[0]?.extensions?.['code'], question).toBe('FORBIDDEN');
      expect((await world.city.graph(question)).errors?.[0]?.extensions?.['code'], question).toBe('UNAUTHENTICATED');
    }
    expect((await boss.graph<{ startRegisterImport: { state: string } }>('mutation { startRegisterImport { state } }')).data.startRegisterImport.state).toBe('WAITING');
    await eventually('the act came', async () => (await shown(act.ada)).decision, 30_000);
    await eventually('the run ended', async () => (await standing()).state !== 'RUNNING', 60_000);
  });

  it('begins at once when an administrator chooses other acts, and does not take the last run for one that goes on', async () => {
    await world.run();
    await world.choose(body, { since: '2024-05-01', isOn: true });
    await eventually('it ran', async () => (await standing()).readTo, 30_000);
    await eventually('it ended', async () => (await standing()).state !== 'RUNNING', 30_000);
    await world.choose(body, { since: '2024-06-01' });
    expect((await standing()).state).toBe('OFF');
    await world.run();
  });

  it('lets an administrator choose a body that the register has, and only its offices', async () => {
    const { graph } = await signedIn(world.city, { roles: ['citizen', 'administrator'] });
    const found = async (id: string) => (await graph<{ registerBody: { __typename: string; units?: { id: string; isActive: boolean }[] } }>('query B($id: ID!) { registerBody(id: $id) { __typename ... on RegisterBody { name units { id isActive } } } }', { id })).data.registerBody;
    expect(await found(body)).toMatchObject({ __typename: 'RegisterBody', units: expect.arrayContaining([{ id: '99005', isActive: false }]) });
    expect([(await found('123')).__typename, (await found('../x')).__typename]).toEqual(['NotFound', 'NotFound']);
    const configure = async (input: object) => (await graph<{ configureRegister: unknown }>('mutation C($input: RegisterImportInput!) { configureRegister(input: $input) { __typename ... on Invalid { problems { field code } } } }', { input: { organisationId: body, unitIds: [], since: '2024-06-01', everyMinutes: 60, isOn: false, ...input } })).data.configureRegister;
    expect(await configure({ organisationId: '123' })).toEqual({ __typename: 'Invalid', problems: [{ field: 'organisationId', code: 'unknown_body' }] });
    expect(await configure({ unitIds: ['7'] })).toEqual({ __typename: 'Invalid', problems: [{ field: 'unitIds', code: 'unknown_unit' }] });
    expect(await configure({ since: '2024-02-31', everyMinutes: 1 })).toMatchObject({ problems: [{ field: 'since', code: 'invalid' }, { field: 'everyMinutes', code: 'too_small' }] });
    expect(await configure({ unitIds: ['99001'] })).toEqual({ __typename: 'RegisterImport' });
    world.register.asked.length = 0;
    await world.run();
    expect(world.register.asked.filter((url) => url.startsWith('/opendata/search')).every((url) => url.includes('unit=99001'))).toBe(true);
  });

  it('is taught by nobody to run twice at once into a mess: two runs meet and bring the same', async () => {
    await world.choose(body, { since: '2024-06-01' });
    const act = fresh(1);
    await Promise.all([world.run(), world.run()]);
    expect((await shown(act.ada)).decisionVersions).toHaveLength(1);
    expect((await standing()).failure).toBeNull();
    expect(await world.city.get(RegisterRuns).run()).toMatchObject({ added: 0, changed: 0 });
  });
});

const isNewestStep = (url: string | undefined): boolean => {
  const to = new URL(url ?? '', 'http://r').searchParams.get('to_issue_date');
  return to !== null && Date.parse(to) > Date.now();
};

const folder = join(process.env['SHARED_DATA'] ?? '../shared/data', 'diavgeia');

describe.skipIf(!existsSync(folder))(`the register's recorded answers of ${folder} (skipped where they are absent)`, () => {
  it('come in through the simulator, each act taken or refused for a reason', async () => {
    const archive = recordedArchive(folder);
    const world = await aCityWithRegister(archive);
    try {
      for (const organisationId of new Set(archive.acts.map((act) => act.organizationId))) {
        const acts = archive.acts.filter((act) => act.organizationId === organisationId);
        expect(await world.choose(organisationId, { since: '2023-01-01' })).toMatchObject({ __typename: 'RegisterImport' });
        const { outcome, refused } = await world.run();
        expect(outcome).toEqual({ added: acts.filter(({ privateData }) => !privateData).length, changed: 0, unchanged: 0, refused: refused.length });
        expect(refused).toEqual(acts.filter(({ privateData }) => privateData).map(() => expect.stringContaining('holding personal data')));
        expect((await world.run()).outcome).toMatchObject({ added: 0, changed: 0 });
      }
    } finally {
      await world.stop();
    }
  }, 120_000);
});

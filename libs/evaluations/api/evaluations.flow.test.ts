import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CommentsModule } from '@isegoria/comments/api';
import { Citizens, IdentityModule, sessionDoor, signedIn } from '@isegoria/identity/api';
import { eventually, Figures, Importers, Seeds, startCity, Subjects, type ImportReport, type TestCity } from '@isegoria/kernel/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { ProcessesModule, ProcessesSeed } from '@isegoria/processes/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { VotesModule } from '@isegoria/votes/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRecord } from './evaluations.builders';
import { EvaluationsModule, EvaluationsRecount } from './index';

const EVALUATE = `mutation E($id: ID!, $version: String!, $answers: [EvaluationAnswerInput!]!, $nonce: String!) {
  evaluate(decisionId: $id, versionId: $version, answers: $answers, nonce: $nonce) {
    __typename ... on Evaluated { changed } ... on Invalid { problems { field code } } ... on DecisionChanged { versionId }
  }
}`;
const OPINION = '{ decision(id: "ck70wdi-ln9") { subject status versionId documentUrl opinion { people headline { el } criteria { id counts cantSay median { value low high } } } } }';
const criteria = ['necessary', 'fair', 'well_explained', 'well_carried_out'];
const all = (option: string) => criteria.map((criterionId) => ({ criterionId, optionId: option }));

let nonces = 0;
const nonce = () => `nonce-${String(++nonces).padStart(6, '0')}`;

interface OpinionAnswer {
  decision: { versionId: string; status: string; subject: string; opinion: { people: number; criteria: { id: string; counts: number[]; cantSay: number }[] } };
}

function counting() {
  const told = { total: 0, added: 0, unchanged: 0, changed: 0, refused: [] as string[] };
  const report: ImportReport = {
    total: (records) => void (told.total = records),
    added: () => void told.added++,
    unchanged: () => void told.unchanged++,
    changed: () => void told.changed++,
    refused: (record, why) => void told.refused.push(`${record}: ${why}`),
  };
  return { told, report };
}

describe('citizens and the decisions of their municipality', () => {
  let city: TestCity;
  const bring = async (content: unknown) => {
    const { told, report } = counting();
    await city.get(Importers).named('diavgeia')?.run(typeof content === 'string' ? content : JSON.stringify(content), report);
    return told;
  };
  const opinion = async () => (await city.graph<OpinionAnswer>(OPINION)).data.decision;

  beforeAll(async () => {
    const slices = [IdentityModule, RealtimeModule, OrganisationModule, NotificationsModule, LedgerModule, ProcessesModule, VotesModule, CommentsModule, EvaluationsModule];
    city = await startCity(slices, { doors: [sessionDoor] });
    await city.get(ProcessesSeed).open(new Date());
    await bring({ decisions: [aRecord()] });
  }, 60_000);
  afterAll(() => city.stop());

  it('brings acts in once, corrects them, and keeps the version log', async () => {
    const other = aRecord({ ada: 'Ω1ΩΔΙ-ΑΑΑ', versionId: 'w-1' });
    const correction = aRecord({ ada: 'Ω1ΩΔΙ-ΑΑΑ', versionId: 'w-2', correctedVersionId: 'w-1', submissionTimestamp: '2026-03-09T08:00:00+00:00', subject: 'Σωστό θέμα' });
    expect(await bring([other, aRecord({ ada: null })])).toEqual({ total: 2, added: 1, unchanged: 0, changed: 0, refused: ['record 2: ada is missing'] });
    expect(await bring([other])).toMatchObject({ added: 0, unchanged: 1 });
    expect(await bring([correction])).toMatchObject({ changed: 1 });
    expect(await bring([other, correction])).toMatchObject({ unchanged: 2 });
    const { data } = await city.graph('{ decision(id: "w1wdi-aaa") { subject versionId } decisionVersions(id: "w1wdi-aaa") { versionId correctedVersionId } }');
    expect(data).toEqual({
      decision: { subject: 'Σωστό θέμα', versionId: 'w-2' },
      decisionVersions: [{ versionId: 'w-1', correctedVersionId: null }, { versionId: 'w-2', correctedVersionId: 'w-1' }],
    });
  });

  it('lets two imports of the same file meet', async () => {
    const records = Array.from({ length: 30 }, (_, at) => aRecord({ ada: `Ω2Ω${String(at).padStart(3, '0')}-ΒΒΒ`, versionId: `m-${at}` }));
    await Promise.all([bring(records), bring(records)]);
    const { data } = await city.graph<{ decisions: { total: number } }>('{ decisions(search: "προμηθειες δεη", first: 1) { total } }');
    expect(data.decisions.total).toBe(31);
  });

  it('counts one evaluation a person, which they may change, and shows it to all', async () => {
    const [maria, nikos] = await Promise.all([signedIn(city), signedIn(city, { name: 'Νίκος' })]);
    const send = (who: typeof maria, answers: unknown) => who.graph<{ evaluate: { __typename: string; changed: boolean } }>(EVALUATE, { id: 'ck70wdi-ln9', version: 'v-1', answers, nonce: nonce() });
    expect((await send(maria, all('2'))).data.evaluate).toEqual({ __typename: 'Evaluated', changed: false });
    expect((await send(nikos, all('cant_say'))).data.evaluate.__typename).toBe('Evaluated');
    expect((await send(maria, all('5'))).data.evaluate.changed).toBe(true);
    const shown = await eventually('the tally holds both people', async () => {
      const now = await opinion();
      return now.opinion.people === 2 && now.opinion.criteria[0]?.counts[4] === 1 && now;
    });
    expect(shown.opinion.criteria[0]).toMatchObject({ id: 'necessary', counts: [0, 0, 0, 0, 1], cantSay: 1, median: { value: 5, low: 5, high: 5 } });
    const mine = await maria.graph<{ myEvaluation: { versionId: string; answers: unknown[] } }>('{ myEvaluation(decisionId: "ck70wdi-ln9") { versionId answers { criterionId optionId } } }');
    expect(mine.data.myEvaluation).toEqual({ versionId: 'v-1', answers: expect.arrayContaining([{ criterionId: 'fair', optionId: '5' }]) });
  });

  it('does not go back to an older press that comes again, nor does what is kept beside the count', async () => {
    const eleni = await signedIn(city, { name: 'Ελένη' });
    const press = (answers: unknown, by: string) => eleni.graph<{ evaluate: { __typename: string } }>(EVALUATE, { id: 'ck70wdi-ln9', version: 'v-1', answers, nonce: by });
    const [first, second] = [nonce(), nonce()];
    for (const [answers, by] of [[all('4'), first], [all('1'), second], [all('4'), first]] as const) expect((await press(answers, by)).data.evaluate.__typename).toBe('Evaluated');
    const { data } = await eleni.graph<{ myEvaluation: { answers: unknown[] } }>('{ myEvaluation(decisionId: "ck70wdi-ln9") { answers { criterionId optionId } } }');
    expect(data.myEvaluation.answers).toContainEqual({ criterionId: 'fair', optionId: '1' });
    await eventually('the count has her', async () => (await opinion()).opinion.people === 3);
    await eventually('what is kept adds up to the ballots', async () => (await city.get(EvaluationsRecount).disagreements()).length === 0);
    // The same nonce with another choice is a press of its own, here as there.
    await press(all('2'), first);
    await eventually('what is kept adds up to the ballots again', async () => (await opinion()).opinion.criteria[0]?.counts[1] === 1 && (await city.get(EvaluationsRecount).disagreements()).length === 0);
  });

  it('tells what is missing, question by question, and counts nothing', async () => {
    const { graph } = await signedIn(city);
    const before = (await opinion()).opinion.people;
    const answers = [{ criterionId: 'necessary', optionId: '6' }, { criterionId: 'fair', optionId: '3' }];
    const { data } = await graph<{ evaluate: unknown }>(EVALUATE, { id: 'ck70wdi-ln9', version: 'v-1', answers, nonce: nonce() });
    expect(data.evaluate).toEqual({
      __typename: 'Invalid',
      problems: [{ field: 'necessary', code: 'invalid' }, { field: 'well_explained', code: 'required' }, { field: 'well_carried_out', code: 'required' }],
    });
    expect((await opinion()).opinion.people).toBe(before);
  });

  it('asks nobody who did not sign in, and nobody about what does not exist', async () => {
    const variables = { id: 'ck70wdi-ln9', version: 'v-1', answers: all('3'), nonce: nonce() };
    expect((await city.graph(EVALUATE, variables)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    const { graph } = await signedIn(city);
    expect((await graph<{ evaluate: unknown }>(EVALUATE, { ...variables, id: 'nothing' })).data.evaluate).toEqual({ __typename: 'NotFound' });
  });

  it('shows the corrected act first to who was reading the former one', async () => {
    await bring([aRecord({ versionId: 'v-2', correctedVersionId: 'v-1', submissionTimestamp: '2026-03-10T08:00:00+00:00' })]);
    const { graph } = await signedIn(city);
    const { data } = await graph<{ evaluate: unknown }>(EVALUATE, { id: 'ck70wdi-ln9', version: 'v-1', answers: all('1'), nonce: nonce() });
    expect(data.evaluate).toEqual({ __typename: 'DecisionChanged', versionId: 'v-2' });
  });

  it('is found by inflected words, without accents, and by its number on the wrong keyboard', async () => {
    const found = async (search: string) => (await city.graph<{ decisions: { total: number } }>('query Q($search: String) { decisions(search: $search) { total } }', { search })).data.decisions.total;
    expect(await found('ΠΡΟΜΗΘΕΙΩΝ')).toBeGreaterThan(0);
    expect(await found('ck70wdi-ln9')).toBe(1);
    expect(await found('ψκ70ωδι-λν9')).toBe(1);
    expect(await found('προμη')).toBe(await found('ΠΡΟΜΗΘΕΙΩΝ'));
    expect(await found('προμη '), 'a whole word, of which there is none').toBe(0);
    expect(await found('.*'), 'as in the search').toBe(0);
    expect(await found('τίποτα τέτοιο πουθενά')).toBe(0);
    const inTheCity = async (words: string) => (await city.get(Subjects).findOf('decision', words, 5)).map(({ id }) => id);
    for (const words of ['ΠΡΟΜΗΘΕΙΩΝ', 'προμη', 'ck70wdi-ln9', 'ψκ70ωδι-λν9', '']) expect(await inTheCity(words), words).toContain('ck70wdi-ln9');
    for (const words of ['.*', 'και', 'τίποτα τέτοιο πουθενά']) expect(await inTheCity(words), words).toEqual([]);
  });

  it('is known to the other slices, and to the council as a figure', async () => {
    expect(await city.get(Subjects).card({ kind: 'decision', id: 'ck70wdi-ln9' })).toMatchObject({ path: '/decisions/ck70wdi-ln9', isPublic: true, acceptsComments: true });
    const rows = await eventually('the order follows the tally', async () => {
      const found = await city.get(Figures).named('evaluations.opinion')?.rows();
      return found && found.length > 0 && found;
    });
    expect(rows[0]).toMatchObject({ ada: 'ΨΚ70ΩΔΙ-ΛΝ9', people: 3, criterion: { el: 'Αναγκαία', en: 'Necessary' } });
  });

  it('has a demo city of invented acts, six of which make one choice that was weighed before and after', async () => {
    await city.get(Citizens).createMany(Array.from({ length: 25 }, (_, at) => ({ name: `Πολίτης ${at}`, made: true })));
    const seeds = city.get(Seeds).inOrder().filter(({ name }) => name === 'organisation' || name === 'evaluations');
    const context = { random: () => 0.5, now: new Date(), scale: 0.02, progress: () => undefined, tell: () => undefined };
    for (const seed of [...seeds, ...seeds]) await seed.run(context);
    const { data } = await city.graph<{ decisions: { total: number; items: { isDemo: boolean; documentUrl: null; isOpen: boolean; choice: { id: string } }[] } }>('{ decisions(search: "μονοδρόμηση") { total items { isDemo documentUrl isOpen choice { id } } } }');
    expect(data.decisions.total).toBe(6);
    expect(data.decisions.items.every(({ isDemo, documentUrl, isOpen, choice }) => isDemo && documentUrl === null && !isOpen && choice.id === 'one-ways')).toBe(true);
    const { data: shown } = await city.graph('{ choice(id: "one-ways") { acts { id } opinion { people } } weighing(subject: { kind: "choice", id: "one-ways" }) { openRound rounds { round opinion { people } } } inFocus { path } }');
    expect(shown).toEqual({
      choice: { acts: expect.arrayContaining([{ id: expect.any(String) }]), opinion: { people: 24 } },
      weighing: { openRound: 2, rounds: [{ round: 1, opinion: { people: 24 } }, { round: 2, opinion: { people: 9 } }] },
      inFocus: { path: '/choices/one-ways' },
    });
    expect(await city.get(EvaluationsRecount).disagreements()).toEqual([]);
  }, 60_000);

  const folder = join(process.env['SHARED_DATA'] ?? '../shared/data', 'diavgeia/search');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.json(\.gz)?$/.test(name)) : [];

  it.skipIf(files.length === 0)(`brings in the register's real answers of ${folder}, twice (skipped where they are absent)`, async () => {
    for (const name of files) {
      const bytes = readFileSync(join(folder, name));
      const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      const first = await bring(text);
      expect(first.added + first.refused.length).toBe(first.total);
      expect(await bring(text)).toEqual({ ...first, added: 0, unchanged: first.added });
    }
  }, 60_000);
});

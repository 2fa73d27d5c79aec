import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { Events, eventually, startCity, Subjects, type TestCity } from '@isegoria/kernel/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { type PhaseChange, phasePatterns, type Process, type ProcessChanged } from '@isegoria/processes/contracts';
import { ProcessesModule } from './processes.module';
import { Processes } from './processes.service';
import { ProcessesSeed } from './seed';

const days = (count: number) => new Date(Date.now() + count * 86_400_000);
const answer = `{ __typename ... on Process { id kind revision isDraft currentPhaseId title { el en } phases { id name { el } opensAt hasBegun settings { contributions evaluation { requestsToOpen } } } }
  ... on Invalid { problems { field code limit } } ... on PhasesOverlap { name { el } } ... on NotAllowed { reason } ... on NotFound { reason } }`;
const acts = {
  create: `mutation ($input: NewProcessInput!) { done: createProcess(input: $input) ${answer} }`,
  update: `mutation ($input: ProcessInput!) { done: updateProcess(input: $input) ${answer} }`,
  publish: `mutation ($processId: ID!, $revision: Int!) { done: publishProcess(processId: $processId, revision: $revision) ${answer} }`,
  add: `mutation ($input: NewPhaseInput!) { done: addPhase(input: $input) ${answer} }`,
  takeOut: `mutation ($processId: ID!, $phaseId: ID!, $revision: Int!) { done: removePhase(processId: $processId, phaseId: $phaseId, revision: $revision) ${answer} }`,
  remove: 'mutation ($processId: ID!, $revision: Int!) { done: removeProcess(processId: $processId, revision: $revision) { __typename ... on NotAllowed { reason } ... on NotFound { reason } } }',
};
const square = {
  kind: 'proposals',
  title: { el: 'Η πλατεία <script>alert(1)</script>', en: 'The square we want' },
  summary: { el: 'Πες τι να γίνει στην πλατεία.', en: 'Say what should become of the square.' },
};

describe('a process that administrators make', () => {
  let city: TestCity;
  let administrator: SignedIn;
  const heard: ProcessChanged[] = [];
  beforeAll(async () => {
    city = await startCity([IdentityModule, RealtimeModule, OrganisationModule, NotificationsModule, ProcessesModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    await city.get(ProcessesSeed).open(new Date());
    city.get(Events).on('process.changed', 'test', (change) => void heard.push(change));
    administrator = await signedIn(city, { roles: ['administrator'], name: 'Ελένη Διαχειρίστρια' });
  });
  afterAll(() => city.stop());

  const act = async (name: keyof typeof acts, variables: Record<string, unknown>) => (await administrator.graph<{ done: Process }>(acts[name], variables)).data.done;
  const read = async (id: string, who: Pick<SignedIn, 'graph'> = administrator) => (await who.graph<{ process: Process | null }>(`{ process(id: "${id}") { id revision isDraft phases { id } } }`)).data.process;
  const at = async (processId: string) => ({ processId, revision: (await read(processId))?.revision });
  /** What the form sends of a phase of a sort, as it offers it. */
  async function phase(processId: string, kind: keyof typeof phasePatterns, sort: string, from: number, until: number) {
    const pattern = phasePatterns[kind].find(({ id }) => id === sort);
    return { input: { ...(await at(processId)), pattern: sort, name: pattern?.name, summary: pattern?.summary, settings: pattern?.settings, opensAt: days(from), closesAt: days(until) } };
  }

  it('is a draft at first, which nobody else finds anywhere', async () => {
    expect(await act('create', { input: square })).toMatchObject({ __typename: 'Process', id: 'the-square-we-want', kind: 'proposals', isDraft: true, phases: [] });
    expect(await act('create', { input: square })).toMatchObject({ id: 'the-square-we-want-2' });
    expect(await act('add', await phase('the-square-we-want', 'proposals', 'collection', -1, 30))).toMatchObject({ phases: [{ id: 'collection', hasBegun: false, settings: { contributions: 'wait' } }] });
    const official = await signedIn(city, { roles: ['moderator', 'official', 'council'] });
    for (const who of [official, city]) {
      expect(await read('the-square-we-want', who)).toBeNull();
      expect((await who.graph<{ processes: Process[] }>('{ processes { id } }')).data.processes.map(({ id }) => id)).not.toContain('the-square-we-want');
      expect((await who.graph('{ draftProcesses { id } }')).errors?.[0]?.extensions?.['code']).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }
    expect(await city.get(Processes).settingsFor('the-square-we-want')).toBeNull();
    expect((await city.get(Processes).open('proposals')).map(({ process }) => process.id)).not.toContain('the-square-we-want');
    expect(await city.get(Subjects).findOf('process', 'πλατεία', 10)).toEqual([]);
    expect(await city.get(Subjects).card({ kind: 'process', id: 'the-square-we-want' })).toBeNull();
    const { data } = await administrator.graph<{ draftProcesses: Process[] }>('{ draftProcesses { id } }');
    expect(data.draftProcesses.map(({ id }) => id)).toEqual(['the-square-we-want', 'the-square-we-want-2']);
  });

  it('may be thrown away while it is one', async () => {
    expect(await act('remove', { processId: 'the-square-we-want-2', revision: 7 })).toEqual({ __typename: 'NotAllowed', reason: 'changed_meanwhile' });
    expect(await act('remove', await at('the-square-we-want-2'))).toEqual({ __typename: 'ProcessRemoved' });
    expect(await act('remove', { processId: 'the-square-we-want-2', revision: 1 })).toEqual({ __typename: 'NotFound', reason: 'gone' });
    expect(await act('remove', await at('harbour'))).toEqual({ __typename: 'NotAllowed', reason: 'process_public' });
  });

  it('takes phases of its kind that do not last together, and lets them go', async () => {
    expect(await act('add', await phase('the-square-we-want', 'proposals', 'answering', 20, 50))).toMatchObject({ __typename: 'PhasesOverlap', name: { el: 'Ιδέες και στήριξη' } });
    expect(await act('add', await phase('the-square-we-want', 'budgets', 'voting', 30, 50))).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'pattern' }] });
    expect(await act('add', await phase('the-square-we-want', 'proposals', 'collection', 40, 50))).toMatchObject({ phases: [{ id: 'collection' }, { id: 'collection-2' }] });
    expect(await act('takeOut', { ...(await at('the-square-we-want')), phaseId: 'collection-2' })).toMatchObject({ phases: [{ id: 'collection' }] });
    expect(await act('add', await phase('the-square-we-want', 'proposals', 'answering', 30, 50))).toMatchObject({ phases: [{ id: 'collection' }, { id: 'answering' }] });
  });

  it('says of itself what they write, in both languages', async () => {
    const title = { el: 'Η πλατεία που θέλουμε', en: 'The square that we want' };
    expect(await act('update', { input: { ...(await at('the-square-we-want')), title: { el: '', en: 'x' }, summary: square.summary } })).toMatchObject({ problems: [{ field: 'title.el', code: 'required' }] });
    expect(await act('update', { input: { ...(await at('the-square-we-want')), title, summary: square.summary } })).toMatchObject({ id: 'the-square-we-want', title });
    expect(await act('update', { input: { processId: 'the-square-we-want', revision: 1, title: square.title, summary: square.summary } })).toEqual({ __typename: 'NotAllowed', reason: 'changed_meanwhile' });
  });

  it('is there for everybody once it is published, and only then has a history', async () => {
    const { id } = await act('create', { input: { ...square, title: { el: 'Άδεια', en: 'Empty' } } });
    expect(await act('publish', await at(id))).toEqual({ __typename: 'NotAllowed', reason: 'no_phases' });
    expect(await act('publish', { processId: 'the-square-we-want', revision: 1 })).toEqual({ __typename: 'NotAllowed', reason: 'changed_meanwhile' });
    const press = await at('the-square-we-want');
    for (let time = 0; time < 2; time++) expect(await act('publish', press)).toMatchObject({ isDraft: false, currentPhaseId: 'collection', phases: [{ hasBegun: true }, { hasBegun: false }] });
    expect(heard).toMatchObject([{ processId: 'the-square-we-want', kind: 'proposals', act: 'process_published' }]);
    expect(await read('the-square-we-want', city)).toMatchObject({ isDraft: false });
    expect((await city.get(Processes).settingsFor('the-square-we-want'))?.contributions).toBe('wait');
    expect((await city.get(Processes).current('proposals'))?.process.id).toBe('ideas');
    expect((await city.get(Subjects).findOf('process', 'πλατείες', 10)).map((found) => found.id)).toEqual(['the-square-we-want']);
    expect(await act('remove', await at('the-square-we-want'))).toEqual({ __typename: 'NotAllowed', reason: 'process_public' });
  });

  it('tells everybody who did what to it from then on, in its history and in the public ledger', async () => {
    const id = 'the-square-we-want';
    expect(await act('takeOut', { ...(await at(id)), phaseId: 'collection' })).toEqual({ __typename: 'NotAllowed', reason: 'phase_begun' });
    await act('update', { input: { ...(await at(id)), title: { el: 'Η πλατεία', en: 'The square' }, summary: square.summary } });
    await act('add', await phase(id, 'proposals', 'collection', 60, 70));
    await act('takeOut', { ...(await at(id)), phaseId: 'answering' });
    const { data } = await city.graph<{ phaseChanges: PhaseChange[] }>(`{ phaseChanges(processId: "${id}") { act byName phaseName { el } items { field before after } } }`);
    expect(data.phaseChanges).toMatchObject([
      { act: 'phase_removed', phaseName: { el: 'Απαντήσεις του δήμου' } },
      { act: 'phase_added', phaseName: { el: 'Ιδέες και στήριξη' } },
      { act: 'process_changed', phaseName: null, items: [{ field: 'title', before: 'Η πλατεία που θέλουμε / The square that we want', after: 'Η πλατεία / The square' }] },
      { act: 'process_published', byName: 'Ελένη Διαχειρίστρια', phaseName: null, items: [] },
    ]);
    const names = await eventually('all of it stands in the ledger', async () => {
      const { ledgerActs } = (await city.graph<{ ledgerActs: { items: { act: string; subject: { id: string } }[] } }>('{ ledgerActs(first: 100) { items { act subject { id } } } }')).data;
      return ledgerActs.items.length >= 4 && ledgerActs.items.filter(({ subject }) => subject.id === id).map((one) => one.act);
    });
    expect(names.sort()).toEqual(['phase.added', 'phase.removed', 'process.changed', 'process.published']);
  });

  it('that weighs decisions does not last together with the one that the city has', async () => {
    for (const en of ['Again', 'Once more']) await act('create', { input: { ...square, kind: 'evaluations', title: { el: 'Ξανά', en } } });
    expect(await act('add', await phase('again', 'evaluations', 'weighing', 10, 300))).toMatchObject({ __typename: 'PhasesOverlap', name: { el: 'Οι πολίτες αξιολογούν' } });
    for (const id of ['again', 'once-more']) expect(await act('add', await phase(id, 'evaluations', 'weighing', 200, 300))).toMatchObject({ phases: [{ settings: { evaluation: { requestsToOpen: 25 } } }] });
    expect(await act('publish', await at('again'))).toMatchObject({ isDraft: false });
    expect(await act('publish', await at('once-more'))).toMatchObject({ __typename: 'PhasesOverlap', name: { el: 'Οι πολίτες αξιολογούν' } });
  });

  it('of decisions is published alone also where two administrators publish two in the same instant', async () => {
    const create = async (title: string) => {
      const { id } = await act('create', { input: { ...square, kind: 'evaluations', title: { el: title, en: title } } });
      await act('add', await phase(id, 'evaluations', 'weighing', 900, 950));
      return id;
    };
    const [one, other] = [await create('Left'), await create('Right')];
    const pressed = [await at(one), await at(other)];
    const answers = await Promise.all(pressed.map((press) => act('publish', press)));
    expect(answers.map(({ __typename }) => String(__typename)).sort()).toEqual(['PhasesOverlap', 'Process']);
  });

  it('is for districts that the city has: one that was retired stays where it stands, and comes in nowhere', async () => {
    const { id } = await act('create', { input: { ...square, title: { el: 'Γειτονιά', en: 'Neighbourhood' } } });
    const of = async (districts: string[]) => {
      const { input } = await phase(id, 'proposals', 'collection', 1, 30);
      return { input: { ...input, settings: { ...input.settings, districts } } };
    };
    expect(await act('add', await of(['nowhere']))).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'settings.districts' }] });
    const made = await act('add', await of(['pefka']));
    expect(made).toMatchObject({ phases: [{ id: 'collection' }] });
    await administrator.graph('mutation { retireCityPart(part: district, id: "pefka") { __typename } }');
    const { input: { pattern: _pattern, ...input } } = await of(['pefka']);
    const change = 'mutation ($input: PhaseInput!) { done: updatePhase(input: $input) { __typename ... on Invalid { problems { field } } } }';
    const changed = async (districts: string[]) => (await administrator.graph<{ done: object }>(change, { input: { ...input, ...(await at(id)), phaseId: 'collection', settings: { ...input.settings, districts } } })).data.done;
    expect(await changed(['pefka', 'ormos'])).toEqual({ __typename: 'Process' });
    expect(await act('add', await of(['pefka']))).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'settings.districts' }] });
  });

  it('is made and changed by nobody else', async () => {
    const moderator = await signedIn(city, { roles: ['moderator', 'council', 'official'] });
    const input = { ...(await at('the-square-we-want')), title: square.title, summary: square.summary };
    const presses = [
      [acts.create, { input: square }], [acts.update, { input }], [acts.publish, await at('again')], [acts.remove, await at('again')],
      [acts.add, await phase('again', 'evaluations', 'report', 400, 410)], [acts.takeOut, { ...(await at('again')), phaseId: 'weighing' }],
    ] as const;
    for (const who of [moderator, city]) {
      for (const [query, variables] of presses) expect((await who.graph(query, variables)).errors?.[0]?.extensions?.['code'], query).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }
  });
});

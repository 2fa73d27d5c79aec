import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { Events, eventually, startCity, Subjects, type TestCity, Unheard } from '@isegoria/kernel/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import type { PhaseChange, PhaseChanged, Process } from '@isegoria/processes/contracts';
import { ProcessesModule } from './processes.module';
import { Processes } from './processes.service';
import { ProcessesSeed } from './seed';

const update = `mutation Update($input: PhaseInput!) { updatePhase(input: $input) { __typename
  ... on Process { id phases { id opensAt closesAt settings { contributions districts } } currentPhaseId }
  ... on Invalid { problems { field code limit } } ... on PhasesOverlap { name { el } } ... on NotAllowed { reason } ... on NotFound { reason } } }`;
const days = (count: number) => new Date(Date.now() + count * 86_400_000);
const ideas = {
  processId: 'ideas',
  phaseId: 'collection',
  name: { el: 'Ιδέες και στήριξη', en: 'Ideas and support' },
  summary: { el: 'Γράφεις, στηρίζεις.', en: 'You write and support.' },
  opensAt: days(-10),
  closesAt: days(20),
  settings: { contributions: 'wait', comments: 'public', supports: true, criteria: [], districts: ['ormos'], answerWithinDays: 30 },
};

describe('the processes of the city', () => {
  let city: TestCity;
  let administrator: SignedIn;
  const heard: PhaseChanged[] = [];
  beforeAll(async () => {
    city = await startCity([IdentityModule, RealtimeModule, OrganisationModule, NotificationsModule, ProcessesModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    await city.get(ProcessesSeed).open(new Date());
    city.get(Events).on('phase.changed', 'test', (change) => void heard.push(change));
    administrator = await signedIn(city, { roles: ['administrator'], name: 'Ελένη Διαχειρίστρια' });
  });
  afterAll(() => city.stop());

  const revisionOf = async (id: string) => (await city.get(Processes).find(id))?.revision;
  /** What an administrator sends who has just read the process. */
  const asRead = async (wanted: object = {}) => ({ input: { ...ideas, revision: await revisionOf('ideas'), ...wanted } });

  it('are read by a visitor, what closes soonest first', async () => {
    const { data } = await city.graph<{ processes: Process[] }>('{ processes { id kind title { el } currentPhaseId phases { id opensAt settings { contributions criteria { id question { el } } } } } }');
    expect(data.processes.map(({ id }) => id)).toEqual(['budget', 'harbour', 'schools', 'ideas', 'decisions', 'debates', 'playgrounds', 'budget-last']);
    expect(data.processes.map(({ currentPhaseId }) => currentPhaseId)).toEqual(['voting', 'collection', 'voting', 'collection', 'weighing', 'talk', null, null]);
  });

  it('tell the slices above what may be done now', async () => {
    const processes = city.get(Processes);
    expect((await processes.current('proposals'))?.process.id).toBe('ideas');
    expect((await processes.open('proposals')).map(({ process }) => process.id)).toEqual(['ideas', 'harbour']);
    expect((await processes.settingsFor('harbour'))?.contributions).toBe('wait');
    expect((await processes.settingsFor('decisions'))?.criteria.map(({ id }) => id)).toEqual(['necessary', 'fair', 'well_explained', 'well_carried_out']);
    expect(await processes.settingsFor('playgrounds')).toBeNull();
    expect(await processes.current('evaluations', days(1000))).toBeNull();
  });

  it('are found by any form of their words in either language, in reading order, in a city that is older than the search too', async () => {
    const found = async (words: string, most = 10) => (await city.get(Subjects).findOf('process', words, most)).map(({ id }) => id);
    expect(await found('')).toEqual(['budget', 'harbour', 'schools', 'ideas', 'decisions', 'debates', 'playgrounds', 'budget-last']);
    expect(await found('', 2)).toEqual(['budget', 'harbour']);
    for (const words of ['λιμάνι', 'ΛΙΜΆΝΙΑ', 'του λιμανιού', 'Harbours', 'λιμα', 'harb']) expect(await found(words), words).toEqual(['harbour']);
    expect(await found('προϋπολογισμούς')).toEqual(expect.arrayContaining(['budget', 'budget-last']));
    for (const words of ['λιμάνι παιδικές', 'το', '.*', '{"$ne":null}']) expect(await found(words), words).toEqual([]);
    await city.get<Connection>(getConnectionToken()).collection('processes').updateMany({}, { $unset: { terms: 1 } });
    expect(await found('λιμάνι')).toEqual([]);
    await city.get(Processes).onModuleInit();
    expect(await found('λιμάνι')).toEqual(['harbour']);
  });

  it('are changed by an administrator, and everybody reads who changed what', async () => {
    const { data } = await administrator.graph<{ updatePhase: Process }>(update, await asRead());
    expect(data.updatePhase).toMatchObject({ __typename: 'Process', phases: [{ id: 'collection', settings: { contributions: 'wait', districts: ['ormos'] } }, { id: 'answering' }] });
    expect((await city.get(Processes).settingsFor('ideas'))?.districts).toEqual(['ormos']);
    expect(heard).toMatchObject([{ processId: 'ideas', phaseId: 'collection', by: administrator.citizen.id }]);
    const history = await city.graph<{ phaseChanges: PhaseChange[] }>('{ phaseChanges(processId: "ideas") { byName phaseName { el } items { field before after } } }');
    expect(history.data.phaseChanges).toMatchObject([{ byName: 'Ελένη Διαχειρίστρια' }]);
    expect(history.data.phaseChanges[0]?.items).toContainEqual({ field: 'contributions', before: 'public', after: 'wait' });
  });

  it('have each change of their rules in the public ledger, and never by whom', async () => {
    const ask = async () => (await city.graph<{ ledgerActs: { items: object[] } }>('{ ledgerActs(first: 100) { items { act rule role outcome subject { kind id } } } }')).data.ledgerActs.items;
    const acts = await eventually('the change stands in the ledger', async () => {
      const items = await ask();
      return items.length > 0 && items;
    });
    expect(acts).toEqual([{ act: 'phase.changed', rule: null, role: 'administrator', outcome: null, subject: { kind: 'process', id: 'ideas' } }]);
    expect(JSON.stringify(acts)).not.toContain(administrator.citizen.id);
  });

  it('take the same change twice as one', async () => {
    const settings = { ...ideas.settings, contributions: 'public' };
    const press = await asRead({ settings });
    for (let time = 0; time < 2; time++) expect((await administrator.graph<{ updatePhase: object }>(update, press)).data.updatePhase).toMatchObject({ __typename: 'Process' });
    expect(heard).toHaveLength(2);
  });

  it('are told of to the others though the process died that made the change', async () => {
    const dies = vi.spyOn(city.get(Events), 'publish').mockRejectedValueOnce(new Error('killed'));
    await administrator.graph(update, await asRead({ settings: { ...ideas.settings, contributions: 'public', answerWithinDays: 45 } }));
    dies.mockRestore();
    expect((await city.get(Processes).settingsFor('ideas'))?.answerWithinDays).toBe(45);
    expect(heard).toHaveLength(2);
    for (let time = 0; time < 2; time++) await city.get(Unheard).tellLeft(new Date(Date.now() + 20_000));
    expect(heard).toHaveLength(3);
    expect(heard[2]).toMatchObject({ processId: 'ideas', phaseId: 'collection', revision: (heard[1]?.revision ?? 0) + 1, at: expect.any(Date) as Date, items: [{ field: 'answerWithinDays', after: '45' }] });
  });

  it('are not put back unseen by an administrator who read them before a colleague changed them', async () => {
    const colleague = await signedIn(city, { roles: ['administrator'], name: 'Πέτρος Διαχειριστής' });
    const send = async (who: SignedIn, press: object) => (await who.graph<{ updatePhase: object }>(update, { ...press })).data.updatePhase;
    const settings = { ...ideas.settings, contributions: 'public', answerWithinDays: 45 };
    const [hers, his] = [await asRead({ settings: { ...settings, comments: 'wait' } }), await asRead({ settings: { ...settings, answerWithinDays: 50 } })];
    expect(await send(administrator, hers)).toMatchObject({ __typename: 'Process' });
    expect(await send(colleague, his)).toEqual({ __typename: 'NotAllowed', reason: 'changed_meanwhile' });
    expect(await city.get(Processes).settingsFor('ideas')).toMatchObject({ comments: 'wait', answerWithinDays: 45 });
  });

  it('keep the criteria that people have answered, however the opening is moved', async () => {
    const read = async () => (await city.graph<{ process: Process }>('{ process(id: "decisions") { revision phases { id hasBegun } } }')).data.process;
    const weighing = (await city.get(Processes).find('decisions'))?.phases[0];
    expect((await read()).phases).toEqual([{ id: 'weighing', hasBegun: true }, { id: 'report', hasBegun: false }]);
    const { criteria = [], contributions, comments, supports, answerWithinDays } = weighing?.settings ?? {};
    const settings = { contributions, comments, supports, answerWithinDays, criteria: criteria.map(({ id, label, question }) => ({ id, label, question })) };
    const send = async (wanted: object) => {
      const input = { processId: 'decisions', phaseId: 'weighing', revision: (await read()).revision, name: ideas.name, summary: ideas.summary, opensAt: weighing?.opensAt, closesAt: weighing?.closesAt, settings, ...wanted };
      return (await administrator.graph<{ updatePhase: object }>(update, { input })).data.updatePhase;
    };
    expect(await send({ opensAt: days(5) })).toMatchObject({ __typename: 'Process' });
    expect((await read()).phases[0]).toEqual({ id: 'weighing', hasBegun: true });
    expect(await send({ opensAt: days(5), settings: { ...settings, criteria: settings.criteria.slice(1) } })).toEqual({ __typename: 'NotAllowed', reason: 'criteria_fixed' });
    expect(await send({})).toMatchObject({ __typename: 'Process' });
  });

  it('refuse what does not fit, and say which field or which phase', async () => {
    const send = async (wanted: object) => (await administrator.graph<{ updatePhase: object }>(update, await asRead(wanted))).data.updatePhase;
    expect(await send({ closesAt: days(-11) })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'closesAt', code: 'invalid' }] });
    expect(await send({ name: { el: ' ', en: 'Ideas' } })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'name.el', code: 'required' }] });
    expect(await send({ settings: { ...ideas.settings, answerWithinDays: 0 } })).toMatchObject({ problems: [{ field: 'settings.answerWithinDays', code: 'too_small', limit: 1 }] });
    expect(await send({ closesAt: days(70) })).toMatchObject({ __typename: 'PhasesOverlap', name: { el: 'Απαντήσεις του δήμου' } });
    expect(await send({ processId: 'nothing' })).toEqual({ __typename: 'NotFound', reason: 'gone' });
  });

  it('are not changed by a citizen or a moderator', async () => {
    const moderator = await signedIn(city, { roles: ['moderator', 'council', 'official'] });
    for (const graph of [moderator.graph, (query: string, variables?: Record<string, unknown>) => city.graph(query, variables)]) {
      expect((await graph(update, await asRead())).errors?.[0]?.extensions?.['code']).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }
  });
});

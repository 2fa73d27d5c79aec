import { IdentityModule, sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import type { Sitting, SittingSection, SittingView } from '@isegoria/insights/contracts';
import { Briefings, CityTexts, Datasets, Documents, Events, eventually, Figures, startCity, Subjects, type CityText, type SubjectCard, type TestCity } from '@isegoria/kernel/api';
import type { DataRow } from '@isegoria/kernel/contracts';
import { listen, RealtimeModule } from '@isegoria/realtime/api';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InsightsModule } from '../index';
import { Trends } from './trends.service';

const SITTING = 'id revision status openedAt mayManage items { id title { el } subjects { kind id title { el en } isPublic } }';
const SAVE = `mutation ($input: SittingInput!) { saveSitting(input: $input) { __typename ... on SittingSaved { sitting { ${SITTING} } } ... on SittingChanged { sitting { ${SITTING} } } ... on Invalid { problems { field code } } ... on NotFound { reason } } }`;
const MOVE = `mutation ($id: ID!, $to: SittingStatus!) { moveSitting(id: $id, to: $to) { __typename ... on SittingSaved { sitting { ${SITTING} } } ... on NotAllowed { reason } ... on NotFound { reason } } }`;
const SECTION = 'id at title { el } parts { id measures { id value atOpening atClosing } tables { id rows { text { el } number date } } lines { text { el } path tone } }';
const VIEW = `query ($id: ID!) { view: sittingView(id: $id) { sections { ${SECTION} } } }`;
const ONE = `query ($id: ID!, $sectionId: ID!) { section: sittingSection(id: $id, sectionId: $sectionId) { ${SECTION} } }`;
const READ = `query ($id: ID!) { sitting(id: $id) { ${SITTING} } }`;

interface Saved {
  __typename: string;
  sitting: Sitting;
  reason?: string;
  problems?: { field: string; code: string }[];
}

/** A slice as any other, for the tests: benches on which people agree. */
function benches() {
  const hidden = new Set<string>();
  const people = new Map([['sun', 40], ['shade', 7]]);
  const card = (id: string): SubjectCard => ({ kind: 'bench', id, title: `Παγκάκι <script> ${id}`, path: `/benches/${id}`, excerpt: id === 'shade' ? 'Στη σκιά' : '', ...(id === 'shade' && { english: { title: 'The bench in the shade', excerpt: 'Under the plane tree' } }), authorId: null, isPublic: !hidden.has(id), acceptsComments: false, createdAt: new Date('2026-01-05T10:00:00Z') });
  const texts = ['Σκιά και νερό στο παγκάκι', 'Το παγκάκι θέλει σκιά, λέει η γιαγιά', 'Σκιά! Παγκάκι με σκιά', 'Παγκάκι σε σκιά δέντρου', ...['Μουσική', 'Βιβλία', 'Θέατρο', 'Χορός', 'Κολύμπι', 'Σκάκι', 'Ποδήλατο', 'Κήπος', 'Φεστιβάλ', 'Μουσείο', 'Αγορά', 'Γήπεδο']];
  const written = texts.map((text, at): CityText => ({ id: `w${at}`, text, path: `/benches/sun#w${at}`, about: 'bench:sun', weight: 100 - at }));
  return { hidden, people, card, written, hiddenTexts: new Set<string>() };
}

describe('a sitting of the council', () => {
  let city: TestCity;
  let clerk: SignedIn;
  const bench = benches();
  const input = (more: object = {}) => ({
    revision: 0, title: { el: 'Τακτική <script>', en: '' }, place: 'Δημαρχείο', startsAt: '2026-12-09T16:30:00.000Z',
    items: [{ title: { el: 'Παγκάκια', en: 'Benches' }, subjects: [{ kind: 'bench', id: 'sun' }, { kind: 'bench', id: 'shade' }] }, { title: { el: 'Λοιπά', en: '' }, subjects: [] }],
    ...more,
  });
  const save = async (more: object = {}, who = clerk) => (await who.graph<{ saveSitting: Saved }>(SAVE, { input: input(more) })).data.saveSitting;
  const move = async (id: string, to: string) => (await clerk.graph<{ moveSitting: Saved }>(MOVE, { id, to })).data.moveSitting;
  const view = async (id: string, who: Pick<SignedIn, 'graph'> | TestCity = city) => (await who.graph<{ view: SittingView }>(VIEW, { id })).data.view;
  const section = async (id: string, sectionId: string) => (await city.graph<{ section: SittingSection | null }>(ONE, { id, sectionId })).data.section;
  const people = (shown: SittingSection | undefined | null) => shown?.parts.find(({ id }) => id === 'benches.people')?.measures[0];

  beforeAll(async () => {
    process.env['COUNCIL_ONLY_FIGURES'] = 'benches.kept';
    city = await startCity([IdentityModule, RealtimeModule, InsightsModule], { doors: [sessionDoor] });
    city.get(Subjects).register('bench', { cards: (ids) => Promise.resolve(ids.filter((id) => bench.people.has(id)).map(bench.card)), find: (words) => Promise.resolve([...bench.people.keys()].filter((id) => id.includes(words))) });
    const label = { el: 'Άνθρωποι', en: 'People' };
    const columns = [{ key: 'name', label, type: 'text' as const }, { key: 'people', label, type: 'number' as const }];
    city.get(Briefings).register({
      name: 'benches', order: 1,
      parts: (cards) => {
        const of = (id: string) => bench.people.get(id) ?? 0;
        const rows = cards.map(({ id, title }) => ({ name: title, people: of(id) }));
        const part = { title: label, lead: null, lines: [], measures: [{ id: 'people', label, value: rows.reduce((sum, row) => sum + row.people, 0) }], tables: [{ id: 'benches', title: label, note: null, chart: 'bars' as const, columns, rows }] };
        return Promise.resolve([{ id: 'benches.people', ...part }, { id: 'benches.kept', ...part, tables: [{ id: 'kept', title: label, note: null, chart: 'none' as const, columns, rows }] }]);
      },
    });
    city.get(Briefings).register({ name: 'broken', order: 2, parts: () => Promise.reject(new Error('the store is away')) });
    const open = () => bench.written.filter(({ id }) => !bench.hiddenTexts.has(id));
    city.get(CityTexts).register({
      kind: 'bench',
      async *read() {
        await Promise.resolve();
        yield open();
      },
      byIds: (ids) => Promise.resolve(open().filter(({ id }) => ids.includes(id))),
    });
    city.get(Figures).register({ id: 'benches.waiting', chapter: 'waiting', order: 1, title: label, chart: 'stacked', columns: [{ key: 'name', label, type: 'text' }, { key: 'overdue', label, type: 'number' }], rows: () => Promise.resolve([{ name: 'Τεχνική', overdue: 3 }]) });
    clerk = await signedIn(city, { name: 'Γραμματεία', roles: ['clerk'] });
  }, 60_000);
  afterAll(async () => {
    delete process.env['COUNCIL_ONLY_FIGURES'];
    await city.stop();
  });

  it('is made by a clerk or an administrator, by nobody else', async () => {
    expect((await save()).sitting).toMatchObject({ status: 'planned', revision: 1, mayManage: true });
    expect((await save({}, await signedIn(city, { roles: ['administrator'] }))).__typename).toBe('SittingSaved');
    for (const role of ['council', 'official', 'moderator'] as const) {
      const { errors } = await (await signedIn(city, { roles: [role] })).graph(SAVE, { input: input() });
      expect(errors?.[0]?.extensions?.['code'], role).toBe('FORBIDDEN');
    }
    expect((await city.graph(SAVE, { input: input() })).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('is told what is missing, by the form’s own names', async () => {
    const refused = await save({ place: ' ', title: { el: '', en: 'x' }, items: [{ title: { el: '', en: '' }, subjects: [] }] });
    expect(refused.problems).toEqual([{ field: 'title.el', code: 'required' }, { field: 'place', code: 'required' }, { field: 'items.0.title.el', code: 'required' }]);
    expect((await save({ id: 'nothing' })).__typename).toBe('NotFound');
  });

  it('is not overwritten by a clerk who saw an older agenda', async () => {
    const { sitting } = await save();
    const [one, other] = await Promise.all([save({ id: sitting.id, revision: 1, place: 'Πρώτη' }), save({ id: sitting.id, revision: 1, place: 'Δεύτερη' })]);
    expect([one.__typename, other.__typename].sort()).toEqual(['SittingChanged', 'SittingSaved']);
    expect((await city.graph<{ sitting: Sitting }>(READ, { id: sitting.id })).data.sitting).toMatchObject({ revision: 2, mayManage: false });
  });

  it('shows everybody what the slices say of each item; a slice that fails takes nothing with it, and what is kept for the council is kept', async () => {
    const { sitting } = await save();
    const shown = await view(sitting.id);
    expect(shown.sections.map(({ title }) => title.el)).toEqual(['Παγκάκια', 'Λοιπά', 'Τι περιμένει απάντηση']);
    expect(shown.sections[0]?.parts.map(({ id }) => id)).toEqual(['benches.people', 'insights.themes']);
    expect(people(shown.sections[0])?.value).toBe(47);
    expect(shown.sections[1]?.parts).toEqual([]);
    expect(shown.sections[2]?.parts[0]?.tables[0]?.rows[0]?.[1]?.number).toBe(3);
    const council = await view(sitting.id, await signedIn(city, { roles: ['council'] }));
    expect(council.sections[0]?.parts.map(({ id }) => id)).toContain('benches.kept');
    expect((await city.graph<{ view: null }>(VIEW, { id: 'nothing' })).data.view).toBeNull();
  });

  it('gives each table as a file, by the same rule as the page', async () => {
    const { sitting } = await save();
    const file = (name: string, cookie = '') => fetch(`${city.url}/insights/sittings/${sitting.id}/${sitting.items[0]?.id ?? ''}/${name}`, { headers: { cookie } });
    expect(await (await file('benches.csv')).text()).toContain('Παγκάκι <script> sun,40');
    expect((await file('kept.csv')).status).toBe(404);
    expect((await file('kept.csv', (await signedIn(city, { roles: ['official'] })).cookie)).status).toBe(200);
    expect((await file('nothing.csv')).status).toBe(404);
  });

  it('does not name what is not public any more, not even to its clerk', async () => {
    const { sitting } = await save();
    const read = async (who: Pick<SignedIn, 'graph'> | TestCity) => (await who.graph<{ sitting: Sitting }>(READ, { id: sitting.id })).data.sitting.items[0]?.subjects;
    expect(await read(city), 'a title in the language of the reader').toContainEqual({ kind: 'bench', id: 'shade', title: { el: 'Παγκάκι <script> shade', en: 'The bench in the shade' }, isPublic: true });
    bench.hidden.add('shade');
    expect((await read(city))?.map(({ id }) => id)).toEqual(['sun']);
    expect(await read(clerk)).toContainEqual({ kind: 'bench', id: 'shade', title: { el: '', en: '' }, isPublic: false });
    const asData: DataRow[] = [];
    for await (const { row } of city.get(Datasets).named('sittings')?.rows?.(null) ?? []) if (row['sitting'] === sitting.id) asData.push(row);
    expect(asData).toMatchObject([{ position: 1, itemEl: 'Παγκάκια', subjects: 'bench:sun', url: expect.stringContaining(`/council/sittings/${sitting.id}`) as string }, { position: 2, subjects: '' }]);
    await eventually('the count is without it', async () => people((await view(sitting.id)).sections[0])?.value === 40);
    bench.hidden.delete('shade');
  });

  it('quotes no text that is hidden, from the moment on which it is', async () => {
    const { sitting } = await save();
    const itemId = sitting.items[0]?.id ?? '';
    const quoted = async () => (await section(sitting.id, itemId))?.parts.find(({ id }) => id === 'insights.themes')?.lines.map(({ text }) => text.el) ?? [];
    const before = await quoted();
    expect(before.length).toBeGreaterThan(0);
    bench.hiddenTexts.add(bench.written.find(({ text }) => text.includes(before[0] ?? '—'))?.id ?? '');
    await city.get(Events).publish('moderation.decided', { item: { kind: 'bench', id: 'sun' }, decision: 'hidden', rule: 1, reason: 'x', caseId: 'c', at: new Date() });
    await eventually('it is gone', async () => !(await quoted()).includes(before[0] ?? ''), 3_000);
    bench.hiddenTexts.clear();
  });

  it('while it goes on tells the page which item has news, and shows what changed since it began', async () => {
    const { sitting } = await save();
    const itemId = sitting.items[0]?.id ?? '';
    const screen = await listen(city.url);
    await screen.watch({ kind: 'sitting', id: sitting.id });
    expect((await move(sitting.id, 'open')).sitting.status).toBe('open');
    await eventually('the page hears that it opened', () => screen.heard.some(({ payload }) => JSON.stringify(payload).includes('"sections":[]')));
    await new Promise((wake) => setTimeout(wake, 2_100));
    bench.people.set('sun', 41);
    for (let seq = 1; seq <= 50; seq++) await city.get(Events).publish('ballot.counted', { ballotId: 'bench:sun', subject: { kind: 'bench', id: 'sun' }, kind: 'support', voters: 41, counts: [], seq, joined: [], left: [] });
    const delta = await eventually('the page hears of the item', () => screen.heard.find(({ payload }) => JSON.stringify(payload).includes(itemId)));
    expect(delta.name).toBe('changed');
    expect((delta.payload as { sections: string[] }).sections).toEqual([itemId]);
    expect(people(await section(sitting.id, itemId))).toMatchObject({ value: 48, atOpening: 47, atClosing: null });
    expect(screen.heard.filter(({ payload }) => JSON.stringify(payload).includes(itemId)).length, 'fifty votes are no fifty lines').toBeLessThan(4);
    expect((await move(sitting.id, 'open')).__typename, 'a second press changes nothing').toBe('SittingSaved');
    expect((await move(sitting.id, 'closed')).sitting.status).toBe('closed');
    expect((await save({ id: sitting.id, revision: 3, items: [] })).__typename, 'what it met about stays').toBe('NotAllowed');
    bench.people.set('sun', 50);
    await eventually('the counts of its end are kept', async () => people(await section(sitting.id, itemId))?.value === 57);
    expect(people(await section(sitting.id, itemId))).toMatchObject({ value: 57, atOpening: 47, atClosing: 48 });
    expect(await move(sitting.id, 'open')).toMatchObject({ __typename: 'NotAllowed', reason: 'not_planned' });
    bench.people.set('sun', 40);
    screen.close();
  });

  it('is cancelled by its clerk: everybody reads so, no report announces it, and its agenda is not written any more', async () => {
    const { sitting } = await save({ startsAt: new Date(Date.now() + 86_400_000).toISOString() });
    const announced = async () => (await city.get(Documents).occasions(new Date(), new Date(Date.now() + 2 * 86_400_000))).some(({ id }) => id === sitting.id);
    expect(await announced()).toBe(true);
    expect((await move(sitting.id, 'cancelled')).sitting).toMatchObject({ status: 'cancelled', openedAt: null });
    expect((await city.graph<{ sitting: Sitting }>(READ, { id: sitting.id })).data.sitting.status).toBe('cancelled');
    expect(await announced()).toBe(false);
    expect((await save({ id: sitting.id, revision: 2 })).__typename).toBe('NotAllowed');
    expect(await move(sitting.id, 'open')).toMatchObject({ reason: 'not_planned' });
  });

  it('has its minutes linked once it has met, on a safe address, and the link taken away again', async () => {
    const { sitting } = await save();
    const minutes = async (url: string, who = clerk) => (await who.graph<{ setMinutes: Saved } | null>('mutation ($id: ID!, $url: String!) { setMinutes(id: $id, url: $url) { __typename ... on SittingSaved { sitting { minutesUrl } } ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }', { id: sitting.id, url })).data?.setMinutes;
    expect(await minutes('https://city.example/minutes.pdf')).toMatchObject({ reason: 'not_met' });
    for (const to of ['open', 'closed']) await move(sitting.id, to);
    expect(await minutes('javascript:alert(1)')).toMatchObject({ problems: [{ field: 'url' }] });
    expect(await minutes('https://city.example/minutes.pdf')).toMatchObject({ sitting: { minutesUrl: 'https://city.example/minutes.pdf' } });
    expect(await minutes('https://city.example/other.pdf', await signedIn(city, { roles: ['council'] }))).toBeUndefined();
    expect(await minutes('')).toMatchObject({ sitting: { minutesUrl: null } });
  });

  it('publishes how its counts stood when it opened and closed, by the rule of its page', async () => {
    const { sitting } = await save();
    const asData = async () => {
      const rows: DataRow[] = [];
      for await (const { row } of city.get(Datasets).named('sitting-figures')?.rows?.(null) ?? []) if (row['sitting'] === sitting.id) rows.push(row);
      return rows;
    };
    expect(await asData(), 'nothing was counted before it opened').toEqual([]);
    await move(sitting.id, 'open');
    bench.people.set('sun', 60);
    const row = { item: sitting.items[0]?.id, itemEl: 'Παγκάκια', itemEn: 'Benches', part: 'benches.people', partEl: 'Άνθρωποι', measure: 'people', measureEn: 'People', atOpening: 47, url: expect.stringContaining(`/council/sittings/${sitting.id}`) as string };
    expect(await asData(), 'not what is kept for the council').toMatchObject([{ ...row, openedAt: expect.any(Date) as Date, closedAt: null, atClosing: null }]);
    await move(sitting.id, 'closed');
    bench.people.set('sun', 40);
    expect(await asData()).toMatchObject([{ ...row, closedAt: expect.any(Date) as Date, atClosing: 67 }]);
    for (const id of ['sun', 'shade']) bench.hidden.add(id);
    await eventually('the page shows nothing of it, nor does the data', async () => (await asData()).length === 0);
    bench.hidden.clear();
  });

  it('knows the trend from what was counted at the end of each day', async () => {
    const { sitting } = await save();
    await city.get(Trends).write();
    const before = (await view(sitting.id)).sections[0]?.parts.map(({ id }) => id);
    expect(before, 'one week says nothing yet').not.toContain('insights.trend');
  });

  it('keeps of a day what was counted last, also when an older count comes late', async () => {
    const days = city.get<Connection>(getConnectionToken()).collection<{ _id: string; people: number; seq: number }>('subject_days');
    const counted = async (seq: number, voters: number) => {
      await city.get(Events).publish('ballot.counted', { ballotId: 'bench:late', subject: { kind: 'bench', id: 'late' }, kind: 'support', voters, counts: [], seq, joined: [], left: [] });
      await city.get(Trends).write();
    };
    await counted(8, 40);
    await counted(9, 39);
    await counted(7, 12);
    expect(await days.find({ subject: 'bench:late' }).toArray()).toMatchObject([{ people: 39, seq: 9, day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string }]);
  });

  it('is a document for whoever makes files of it', async () => {
    const { sitting } = await save();
    const made = await city.get(Documents).one('sitting', sitting.id, null);
    expect(made).toMatchObject({ id: sitting.id, path: `/council/sittings/${sitting.id}`, sections: [{ title: { el: 'Παγκάκια' } }, { title: { el: 'Λοιπά' } }, { id: 'waiting' }] });
    expect(made?.sections[0]?.parts.map(({ id }) => id)).not.toContain('benches.kept');
    expect(await city.get(Documents).one('sitting', 'nothing', null)).toBeNull();
  });

  it('gives whatever may stand on an agenda as a document of its own, by the same rule', async () => {
    const made = (roles: string[]) => city.get(Documents).one('bench', 'sun', { id: 'x', roles });
    expect((await made([]))?.sections[0]?.parts.map(({ id }) => id)).toEqual(['benches.people', 'insights.themes']);
    expect(await made([]), 'what a citizen wrote stands in one language').toMatchObject({ title: { el: 'Παγκάκι <script> sun', en: 'Παγκάκι <script> sun' }, lead: null });
    expect(await city.get(Documents).one('bench', 'shade', null), 'what the municipality keeps, in both').toMatchObject({ title: { el: 'Παγκάκι <script> shade', en: 'The bench in the shade' }, lead: { el: 'Στη σκιά', en: 'Under the plane tree' } });
    expect((await made(['council']))?.sections[0]?.parts.map(({ id }) => id)).toContain('benches.kept');
    bench.hidden.add('sun');
    expect(await made(['council'])).toBeNull();
    bench.hidden.delete('sun');
    expect(await city.get(Documents).one('bench', 'nothing', null)).toBeNull();
  });

  it('tells when it begins and when it ended, for the reports that go by it', async () => {
    const { sitting } = await save();
    const [from, to] = [new Date('2026-12-08T00:00:00Z'), new Date('2026-12-10T00:00:00Z')];
    expect(await city.get(Documents).occasions(from, to)).toContainEqual({ id: sitting.id, at: new Date('2026-12-09T16:30:00Z'), what: 'begins' });
    await move(sitting.id, 'open');
    await move(sitting.id, 'closed');
    const now = Date.now();
    expect(await city.get(Documents).occasions(new Date(now - 60_000), new Date(now + 60_000))).toContainEqual({ id: sitting.id, at: expect.any(Date) as Date, what: 'ended' });
  });

  it('is found for an agenda by its words, by clerks alone', async () => {
    const FIND = 'query ($words: String!) { findSubjects(words: $words) { id title { el } } }';
    expect((await clerk.graph<{ findSubjects: { id: string }[] }>(FIND, { words: 'sha' })).data.findSubjects.map(({ id }) => id)).toEqual(['shade']);
    expect((await clerk.graph<{ findSubjects: { id: string }[] }>(FIND, { words: ' ' })).data.findSubjects).toEqual([]);
    expect((await (await signedIn(city)).graph(FIND, { words: 'sha' })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

import { IdentityModule, sessionDoor, signedIn } from '@isegoria/identity/api';
import { Documents, eventually, Events, Figures, startCity, type TestCity } from '@isegoria/kernel/api';
import { listen, RealtimeModule } from '@isegoria/realtime/api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { InsightsModule } from './index';

const VIEW = 'figures { id headline { el } columns { key } rows { text { el en } number date } }';

interface View {
  figures: { id: string; headline: { el: string } | null; rows: { text: { el: string } | null; number: number | null; date: string | null }[][] }[];
}

describe('the council and its city', () => {
  let city: TestCity;
  let asked = 10;

  beforeAll(async () => {
    process.env['COUNCIL_ONLY_FIGURES'] = 'test.kept, test.other';
    city = await startCity([IdentityModule, RealtimeModule, InsightsModule], { doors: [sessionDoor] });
    const columns = [
      { key: 'name', label: { el: 'Κατηγορία', en: 'Category' }, type: 'text' as const },
      { key: 'proposals', label: { el: 'Προτάσεις', en: 'Proposals' }, type: 'number' as const },
      { key: 'since', label: { el: 'Από', en: 'Since' }, type: 'date' as const },
    ];
    const rows = () => Promise.resolve([{ name: { el: '=1+1 <script>', en: 'Green' }, proposals: asked, since: new Date('2026-03-01T00:00:00Z') }, { name: 'Άλλο', proposals: 1, since: null }]);
    for (const id of ['test.open', 'test.kept']) city.get(Figures).register({ id, chapter: 'together', order: 1, title: { el: 'Τίτλος', en: 'Title' }, chart: 'bars', columns, rows });
    const failing = () => Promise.reject(new Error('the store is away'));
    city.get(Figures).register({ id: 'test.failing', chapter: 'asks', order: 2, title: { el: 'Χ', en: 'X' }, chart: 'none', columns, rows: failing });
  }, 30_000);
  afterEach(() => (asked = 10));
  afterAll(async () => {
    delete process.env['COUNCIL_ONLY_FIGURES'];
    await city.stop();
  });

  it('see the same figures, but for those that the municipality keeps for its council', async () => {
    const council = await signedIn(city, { roles: ['council'] });
    const everything = await council.graph<{ councilFigures: View }>(`{ councilFigures { ${VIEW} } }`);
    expect(everything.data.councilFigures.figures.map(({ id }) => id)).toEqual(['test.open', 'test.kept']);
    const open = await city.graph<{ cityFigures: View }>(`{ cityFigures { ${VIEW} } }`);
    expect(open.data.cityFigures.figures.map(({ id }) => id)).toEqual(['test.open']);
    expect(open.data.cityFigures.figures[0]).toMatchObject({ headline: { el: 'Ξεχωρίζει: =1+1 <script>, 91%' } });
    expect(open.data.cityFigures.figures[0]?.rows[0]).toEqual([
      { text: { el: '=1+1 <script>', en: 'Green' }, number: null, date: null },
      { text: null, number: 10, date: null },
      { text: null, number: null, date: '2026-03-01T00:00:00.000Z' },
    ]);
  });

  it('are told apart: a citizen is not let into the council’s view', async () => {
    const maria = await signedIn(city);
    const { errors } = await maria.graph(`{ councilFigures { ${VIEW} } }`);
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('take each figure with them as a CSV file, by the same rule', async () => {
    const get = (id: string, cookie = '') => fetch(`${city.url}/insights/figures/${id}`, { headers: { cookie } });
    const file = await get('test.open.csv');
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(await file.text()).toBe("Κατηγορία,Προτάσεις,Από\r\n'=1+1 <script>,10,2026-03-01\r\nΆλλο,1,\r\n");
    expect(await (await get('test.open.csv?lang=en')).text()).toContain('Category,Proposals,Since\r\nGreen,10');
    expect((await get('test.kept.csv')).status).toBe(404);
    expect((await get('test.kept.csv', (await signedIn(city, { roles: ['official'] })).cookie)).status).toBe(200);
    expect((await get('nothing.csv')).status).toBe(404);
  });

  it('take the whole page as a document, chapter by chapter, by the same rule, an opinion a table', async () => {
    const steps = ['1', '2', '3', '4', '5'].map((key) => ({ key, label: { el: key, en: key }, type: 'number' as const }));
    const name = { key: 'decision', label: { el: 'Απόφαση', en: 'Decision' }, type: 'text' as const };
    const opinion = (ada: string) => ({ ada, decision: { el: `Απόφαση ${ada}`, en: ada }, 1: 0, 2: 0, 3: 1, 4: 1, 5: 1 });
    city.get(Figures).register({ id: 'test.opinion', chapter: 'decisions', order: 3, title: { el: 'Γνώμες', en: 'Opinions' }, chart: 'stacked', columns: [name, ...steps], rows: () => Promise.resolve([opinion('A'), opinion('B'), opinion('B')]) });
    const of = (id: string, roles: string[] | null) => city.get(Documents).one('figures', id, roles && { id: 'x', roles });
    const ids = async (id: string, roles: string[] | null) => (await of(id, roles))?.sections.map((chapter) => [chapter.id, ...chapter.parts.map((part) => part.id)]);
    expect(await of('council', null)).toBeNull();
    expect(await of('council', ['citizen'])).toBeNull();
    expect(await of('nothing', ['council'])).toBeNull();
    expect(await ids('council', ['council'])).toEqual([['decisions', 'test.opinion'], ['together', 'test.open', 'test.kept']]);
    expect(await ids('city', ['council'])).toEqual([['decisions', 'test.opinion'], ['together', 'test.open']]);
    const opinions = (await of('city', null))?.sections[0]?.parts[0]?.tables;
    expect(opinions?.map(({ title, rows, columns }) => [title.el, rows.length, columns.length])).toEqual([['Απόφαση A', 1, 5], ['Απόφαση B', 2, 5]]);
  });

  it('hear of changes at most once a second, and of the last one always', async () => {
    const visitor = await listen(city.url);
    expect(await visitor.watch({ kind: 'insights', id: 'council' })).toHaveProperty('refused');
    await visitor.watch({ kind: 'insights', id: 'city' });
    const decided = { item: { kind: 'comment', id: 'x' }, decision: 'approved' as const, rule: null, reason: '', caseId: 'x', at: new Date() };
    for (let act = 0; act < 200; act++) await city.get(Events).publish('moderation.decided', decided);
    asked = 77;
    await eventually('the page is told', () => visitor.heard.length > 0);
    const { data } = await city.graph<{ cityFigures: View }>(`{ cityFigures { ${VIEW} } }`);
    expect(data.cityFigures.figures.find(({ id }) => id === 'test.open')?.rows[0]?.[1]?.number).toBe(77);
    expect(visitor.heard.length).toBeLessThan(3);
    visitor.close();
  });
});

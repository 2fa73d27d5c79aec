import { getConnectionToken } from '@nestjs/mongoose';
import { IdentityModule, sessionDoor, signedIn } from '@isegoria/identity/api';
import type { InsightsView } from '@isegoria/insights/contracts';
import { eventually, Participation, startCity, Subjects, type TestCity } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InsightsModule } from '../index';
import { Visits } from './visits.service';

const COUNT = 'mutation ($input: VisitInput!) { countVisit(input: $input) }';
const PAGE = '{ participation { figures { id rows { text { el } number } } } }';
const visit = (more: object = {}) => ({ page: 'proposals', processId: null, device: 'phone', locale: 'el', origin: 'direct', signedIn: false, ...more });

describe('participation', () => {
  let city: TestCity;
  const rowsOf = async (id: string) => (await city.graph<{ participation: InsightsView }>(PAGE)).data.participation.figures.find((figure) => figure.id === id)?.rows.map((row) => row.map(({ text, number }) => text?.el ?? number)) ?? [];
  const count = async (more: object = {}) => (await city.graph<{ countVisit: boolean }>(COUNT, { input: visit(more) })).data.countVisit;
  const lines = () => city.get<Connection>(getConnectionToken()).collection('visit_days').find().toArray();

  beforeAll(async () => {
    city = await startCity([IdentityModule, RealtimeModule, OrganisationModule, InsightsModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    const card = (id: string) => ({ kind: 'process', id, title: 'Ιδέες', path: `/processes/${id}`, excerpt: '', authorId: null, isPublic: true, acceptsComments: false, createdAt: new Date() });
    city.get(Subjects).register('process', { cards: (ids) => Promise.resolve(ids.filter((id) => id === 'ideas').map(card)), find: () => Promise.resolve(['ideas']) });
  }, 60_000);
  afterAll(() => city.stop());

  it('counts openings by classes, and keeps nothing that could tell one visitor from another', async () => {
    for (const more of [{}, {}, { device: 'computer', origin: 'search' }, { page: 'processes', processId: 'ideas' }, { page: 'processes', processId: 'ideas', signedIn: true }, { page: 'processes', processId: 'made-up' }]) expect(await count(more)).toBe(true);
    await city.get(Visits).write();
    const kept = await lines();
    expect(kept.reduce((sum, line) => sum + Number(line['times']), 0)).toBe(6);
    expect(new Set(kept.flatMap((line) => Object.keys(line)))).toEqual(new Set(['_id', 'day', 'page', 'processId', 'device', 'locale', 'origin', 'signedIn', 'times']));
    expect(kept.filter((line) => line['processId'] === 'made-up')).toEqual([]);
    expect(await rowsOf('participation.devices')).toEqual([['Κινητό', 5], ['Υπολογιστής', 1]]);
    expect((await rowsOf('participation.processes'))[0]?.slice(0, 3)).toEqual(['Ιδέες', 2, 1]);
  });

  it('does not let made-up kinds of pages fill the store', async () => {
    for (let at = 0; at < 150; at++) await count({ page: `x${'abcdefghij'[at % 10] ?? ''}${'abcdefghijklmno'[Math.floor(at / 10)] ?? ''}` });
    await city.get(Visits).write();
    expect(new Set((await lines()).map((line): unknown => line['page'])).size).toBeLessThan(90);
    expect((await city.graph(COUNT, { input: visit({ device: 'fridge' }) })).errors).toBeDefined();
  });

  it('says how far people came in a process, and which district is silent, without telling of few', async () => {
    const writers = await Promise.all(Array.from({ length: 30 }, (_, at) => signedIn(city, { districtId: at < 25 ? 'kentro' : 'pefka' })));
    city.get(Participation).register({ name: 'test', turnouts: () => Promise.resolve(new Map([['ideas', { began: 9, finished: 4, what: { el: 'άρχισαν', en: 'began' } }]])), authors: () => Promise.resolve([...writers, ...writers].map(({ citizen }) => citizen.id)) });
    const ideas = await eventually('the page was made anew', async () => (await rowsOf('participation.processes')).find((row) => row.includes(9)));
    expect(ideas[0]).toBe('Ιδέες');
    expect(ideas.slice(-3)).toEqual([9, 4, 'άρχισαν']);
    const districts = new Map((await rowsOf('participation.districts')).map(([name, ...rest]) => [name, rest]));
    expect([...districts.values()].find(([, people]) => people === 25), 'one who wrote twice is one').toBeDefined();
    expect([...districts.values()].filter(([, people]) => people === null).length).toBe(districts.size - 1);
  });
});

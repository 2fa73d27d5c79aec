import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Citizens } from '@isegoria/identity/api';
import { Briefings, Datasets, Documents, Figures, startCity, Subjects, type TestCity, Threads } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import type { VolunteerCall } from '@isegoria/volunteering/contracts';
import { VolunteeringModule } from '../volunteering.module';
import { demoCalls } from './demo-calls';
import { VolunteeringSeed } from './volunteering.seed';

const read = '{ volunteerCalls(first: 50) { items { id stage registered placesLeft named report { people minutes } shifts { registered waiting came } } } }';

describe('the demo city’s calls for volunteers', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startCity([VolunteeringModule, OrganisationModule]);
    await city.get(OrganisationSeed).found();
    await city.get(Citizens).createMany(Array.from({ length: 60 }, (_, at) => ({ name: `Κάτοικος ${at}`, made: true, confirmed: true, birthYear: 1970, districtId: 'kentro' })));
    const context = { random: () => 0.4, now: new Date(), scale: 0.1, progress: () => undefined, tell: () => undefined };
    await city.get(VolunteeringSeed).run(context);
    await city.get(VolunteeringSeed).run({ ...context, now: new Date() });
  }, 90_000);
  afterAll(() => city.stop());

  it('are some to come, one of them full with people who wait, and some that were told of; also when they are founded twice', async () => {
    const { data, errors } = await city.graph<{ volunteerCalls: { items: VolunteerCall[] } }>(read);
    expect(errors).toBeUndefined();
    const { items } = data.volunteerCalls;
    expect(items).toHaveLength(demoCalls.length - 1);
    expect(items.find(({ id }) => id === 'demo-beach')?.shifts).toMatchObject([{ registered: 19, waiting: 0 }, { registered: 6, waiting: 3 }]);
    const told = items.find(({ id }) => id === 'demo-school-yard');
    expect(told).toMatchObject({ stage: 'reported', report: { people: 38 }, shifts: [{ came: 14 }, { came: 21 }] });
    expect(told?.named.length).toBeGreaterThan(0);
  });

  it('are in the figures, the briefing, the thread and the open data, without a name', async () => {
    const districts = (await city.get(Figures).named('volunteering.districts')?.rows()) ?? [];
    expect(districts).toHaveLength(2);
    expect(districts.reduce((sum, { people }) => sum + Number(people), 0)).toBe(38 + 51);
    const waiting = (await city.get(Figures).named('volunteering.waiting')?.rows()) ?? [];
    expect(waiting.map(({ onTime, overdue }) => [onTime, overdue])).toEqual([[1, 0], [1, 0]]);
    const card = await city.get(Subjects).card({ kind: 'volunteer-call', id: 'demo-library' });
    const parts = (await Promise.all(city.get(Briefings).inOrder().map(({ parts: of }) => of(card ? [card] : [], new Date())))).flat();
    expect(parts.find(({ id }) => id === 'volunteering.demo-library')?.measures).toContainEqual(expect.objectContaining({ id: 'people', value: 51 }));
    const moments = (await Promise.all(city.get(Threads).all().map((source) => source.moments([{ kind: 'volunteer-call', id: 'demo-library' }])))).flat();
    expect(moments.map(({ id }) => id)).toContain('volunteer-call:demo-library:reported');
    const rows: object[] = [];
    for (const id of ['volunteering', 'volunteer-shifts']) for await (const row of city.get(Datasets).named(id)?.rows?.(null) ?? []) rows.push(row);
    expect(rows).toHaveLength(9 + demoCalls.filter(({ stage }) => stage !== 'proposed').flatMap(({ shifts }) => shifts).length);
    expect(JSON.stringify(rows)).not.toMatch(/Κάτοικος|27410/);
  });

  it('give each who came a certificate of their own, and nobody another’s', async () => {
    const people = await city.get(Citizens).sample();
    const documents = await Promise.all(people.map((person) => city.get(Documents).one('volunteering', 'mine', person)));
    const own = documents.flatMap((document, at) => (document ? [{ document, name: people[at]?.name ?? '' }] : []));
    expect(own.length).toBeGreaterThan(20);
    expect(own.length).toBeLessThan(people.length + 1);
    for (const { document, name } of own) expect(document.lead?.el).toContain(name);
    expect(await city.get(Documents).one('volunteering', 'mine', null)).toBeNull();
    expect(await city.get(Documents).one('volunteering', people[0]?.id ?? '', people[1] ?? null)).toBeNull();
  });

  it('are calendar files, in which what was cancelled says so', async () => {
    const file = await (await fetch(`${city.url}/volunteer-files/all.ics`)).text();
    expect(file.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(10);
    expect(file).toContain('STATUS:CANCELLED');
    expect(file).not.toContain('27410');
    expect((await fetch(`${city.url}/volunteer-files/one/demo-beach.ics`)).status).toBe(200);
    expect((await fetch(`${city.url}/volunteer-files/one/demo-lesson.ics`)).status).toBe(404);
    expect((await fetch(`${city.url}/volunteer-files/mine.ics`)).status).toBe(401);
  });
});

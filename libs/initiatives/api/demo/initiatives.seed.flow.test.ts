import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Citizens } from '@isegoria/identity/api';
import type { Initiative } from '@isegoria/initiatives/contracts';
import { Briefings, CityTexts, Datasets, eventually, Figures, Subjects, startCity, type TestCity } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { InitiativesModule } from '../initiatives.module';
import { InitiativesSeed } from './initiatives.seed';

const read = '{ initiatives(sort: NEWEST) { items { id stage signatures { online paper total } check { valid of } answer { outcome } } } initiativeKinds { id terms { needed } } initiative(id: "demo-marina-referendum") { id } }';

describe('the demo city’s initiatives', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startCity([InitiativesModule, OrganisationModule]);
    await city.get(OrganisationSeed).found();
    await city.get(Citizens).createMany(Array.from({ length: 60 }, (_, at) => ({ name: `Κάτοικος ${at}`, made: true, confirmed: true, birthYear: 1970, districtId: 'kentro' })));
  }, 90_000);
  afterAll(() => city.stop());

  it('are one that collects, one that was answered, one that came to nothing and one that nobody but its promoters and the clerk reads; also when they are founded twice', async () => {
    const context = { random: () => 0.4, now: new Date(), scale: 0.1, progress: () => undefined, tell: () => undefined };
    await city.get(InitiativesSeed).run(context);
    await city.get(InitiativesSeed).run({ ...context, now: new Date() });
    const { data, errors } = await city.graph<{ initiatives: { items: Initiative[] }; initiativeKinds: object[]; initiative: object | null }>(read);
    expect(errors).toBeUndefined();
    expect(data.initiativeKinds).toEqual([{ id: 'debate', terms: { needed: 1000 } }, { id: 'referendum', terms: { needed: 4860 } }]);
    expect(data.initiative).toBeNull();
    expect(data.initiatives.items).toMatchObject([
      { id: 'demo-shaded-playgrounds', stage: 'collecting', signatures: { online: 54, paper: 658, total: 712 } },
      { id: 'demo-harbour-cable-car', stage: 'short', signatures: { online: 19, total: 220 } },
      { id: 'demo-beach-access', stage: 'answered', signatures: { total: 1107 }, check: { valid: 1063, of: 1107 }, answer: { outcome: 'partly' } },
    ]);
    await eventually('the count is told', async () => (await city.graph<{ initiatives: { items: Initiative[] } }>(read)).data.initiatives.items[0]?.signatures.online === 54);
    expect((await city.get(Figures).named('initiatives.waiting')?.rows())?.[0]).toMatchObject({ onTime: 1, overdue: 0 });
    expect(await city.get(Figures).named('initiatives.all')?.rows()).toHaveLength(3);
    const texts = [];
    for await (const batch of city.get(CityTexts).named('initiative')?.read(null) ?? []) texts.push(...batch);
    expect(texts.map(({ id }) => id)).toEqual(['demo-beach-access', 'demo-harbour-cable-car', 'demo-shaded-playgrounds']);
    const card = await city.get(Subjects).card({ kind: 'initiative', id: 'demo-beach-access' });
    const parts = await Promise.all(city.get(Briefings).inOrder().map(({ parts: of }) => of(card ? [card] : [], new Date())));
    expect(parts.flat().find(({ id }) => id === 'initiatives.demo-beach-access')?.measures).toContainEqual(expect.objectContaining({ id: 'valid', value: 1063 }));
    const rows = [];
    for (const id of ['initiatives', 'initiative-days']) for await (const row of city.get(Datasets).named(id)?.rows?.(null) ?? []) rows.push(row);
    expect(rows.length).toBeGreaterThan(3);
    expect(JSON.stringify(rows)).not.toContain('Κάτοικος');
  });
});

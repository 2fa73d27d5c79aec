import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Debate } from '@isegoria/debates/contracts';
import { Citizens } from '@isegoria/identity/api';
import { Briefings, CityTexts, Figures, startCity, Subjects, type TestCity } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { DebatesModule } from '../debates.module';
import { demoDebates } from './demo-debates';
import { DebatesSeed } from './debates.seed';

const read = '{ debates(sort: PEOPLE, first: 50) { total items { id stage people opener { name department { id } } conclusion { text } fairness { people yes } } } debate(id: "demo-debate-plane-trees") { conclusion { heard { alignment text } } answer { department { id } } } }';

describe('the demo city’s debates', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startCity([DebatesModule, OrganisationModule]);
    await city.get(OrganisationSeed).found();
    await city.get(Citizens).createMany(Array.from({ length: 60 }, (_, at) => ({ name: `Κάτοικος ${at}`, made: true, confirmed: true, birthYear: 1970, districtId: 'kentro' })));
  }, 90_000);
  afterAll(() => city.stop());

  it('go on, ended, or are concluded and judged by those who took part; the one that waits is nobody’s reading; also when they are founded twice', async () => {
    const context = { random: () => 0.4, now: new Date(), scale: 0.1, progress: () => undefined, tell: () => undefined };
    await city.get(DebatesSeed).run(context);
    await city.get(DebatesSeed).run({ ...context, now: new Date() });
    const { data, errors } = await city.graph<{ debates: { total: number; items: Debate[] }; debate: Debate }>(read);
    expect(errors).toBeUndefined();
    expect(data.debates.total).toBe(demoDebates.length - 1);
    const byId = new Map(data.debates.items.map((one) => [one.id, one]));
    expect(byId.get('demo-debate-plane-trees')).toMatchObject({ stage: 'concluded', people: 14, fairness: { people: 10, yes: 7 } });
    expect(byId.get('demo-debate-bins-hours')).toMatchObject({ stage: 'concluded', opener: { name: '', department: { id: 'cleaning' } }, fairness: { people: 12, yes: 5 } });
    expect(byId.get('demo-debate-e-scooters')).toMatchObject({ stage: 'ended', conclusion: null, people: 5 });
    expect(byId.get('demo-debate-seafront-sundays')).toMatchObject({ stage: 'open', people: 8 });
    expect(data.debate.conclusion?.heard.map(({ alignment }) => alignment)).toEqual(['FOR', 'FOR', 'FOR', 'AGAINST', 'AGAINST']);
    expect(data.debate.answer?.department?.id).toBe('environment');
  });

  it('are told to those who decide, and found by their words', async () => {
    expect(await city.get(Figures).named('debates.all')?.rows()).toHaveLength(demoDebates.length - 1);
    const found = await city.get(Subjects).findOf('debate', 'πλατάνια', 5);
    expect(found.map(({ id }) => id)).toEqual(['demo-debate-plane-trees']);
    const [part] = (await city.get(Briefings).inOrder().find(({ name }) => name === 'debates')?.parts(found, new Date())) ?? [];
    expect(part).toMatchObject({ measures: [{ id: 'people', value: 14 }, { id: 'fair', value: 7 }] });
    const texts = [];
    for await (const portion of city.get(CityTexts).named('debate')?.read(null) ?? []) texts.push(...portion);
    expect(texts).toHaveLength(demoDebates.length - 1);
  });
});

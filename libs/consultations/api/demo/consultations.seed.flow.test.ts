import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Consultation, ConsultationReport, ConsultationVersion } from '@isegoria/consultations/contracts';
import { Citizens } from '@isegoria/identity/api';
import { eventually, startCity, type TestCity } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { ConsultationsModule } from '../consultations.module';
import { ConsultationsSeed } from './consultations.seed';

const read = `{ consultations { items { id status articleCount stanceCount argumentCount amendmentCount answer { kept changed removed adopted partly notAdopted added { id } } } }
  consultationVersions(consultationId: "demo-harbour-music") { number articles { label title } } consultationReport(id: "demo-outdoor-tables") { amendments } }`;

describe('the demo city’s consultations', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startCity([ConsultationsModule, OrganisationModule]);
    await city.get(OrganisationSeed).found();
    await city.get(Citizens).createMany(Array.from({ length: 40 }, (_, at) => ({ name: `Κάτοικος ${at}`, made: true, confirmed: true })));
  }, 90_000);
  afterAll(() => city.stop());

  it('are one announced, one open, one that waits for its answer and one adopted, with the life around them, also when they are founded twice', async () => {
    let state = 7;
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const context = { random, now: new Date(), scale: 0.1, progress: () => undefined, tell: () => undefined };
    await city.get(ConsultationsSeed).run(context);
    await city.get(ConsultationsSeed).run({ ...context, now: new Date() });
    await eventually('the votes are told', async () => (await city.graph<{ consultations: { items: Consultation[] } }>(read)).data.consultations.items.every(({ id, stanceCount }) => id === 'demo-resident-parking' || stanceCount > 20), 30_000);
    const { data, errors } = await city.graph<{ consultations: { items: Consultation[] }; consultationVersions: ConsultationVersion[]; consultationReport: ConsultationReport }>(read);
    expect(errors).toBeUndefined();
    const [announced, open, closed, adopted] = data.consultations.items;
    expect(announced).toMatchObject({ id: 'demo-resident-parking', status: 'announced', articleCount: 5, stanceCount: 0 });
    expect(open).toMatchObject({ id: 'demo-outdoor-tables', status: 'open', articleCount: 12, argumentCount: 18, amendmentCount: 7, answer: null });
    expect(closed).toMatchObject({ id: 'demo-squares', status: 'closed', articleCount: 3, argumentCount: 3, amendmentCount: 2, answer: null });
    expect(adopted).toMatchObject({ id: 'demo-harbour-music', status: 'adopted', amendmentCount: 5, answer: { kept: 3, changed: 2, removed: 1, adopted: 2, partly: 1, notAdopted: 2, added: [{ id: 'a7' }] } });
    expect(data.consultationVersions[1]?.articles.map(({ label, title }) => `${label} ${title}`.trim())).toEqual(['', 'Άρθρο 1 Σκοπός', 'Άρθρο 2 Ώρες', 'Άρθρο 3 Ένταση και μέτρηση', 'Άρθρο 4 Κυρώσεις', 'Άρθρο 5 Απολογισμός']);
    expect(data.consultationReport).toMatchObject({ amendments: 7 });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Citizens, sessionDoor, signedIn } from '@isegoria/identity/api';
import { startCity, type TestCity } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import type { Survey, SurveyResults } from '@isegoria/surveys/contracts';
import { SurveysModule } from '../surveys.module';
import { SurveysSeed } from './surveys.seed';

const read = `{ surveys { items { id status people report { does } } } open: surveyResults(id: "demo-buses") { counted isFinal questions { questionId answered } }
  over: surveyResults(id: "demo-library") { counted isFinal channels { channel people } questions { questionId answered } } }`;

describe('the demo city’s surveys', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startCity([SurveysModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    await Promise.all([1, 2].map(() => signedIn(city, { roles: ['official'] })));
    await city.get(Citizens).createMany(Array.from({ length: 60 }, (_, at) => ({ name: `Κάτοικος ${at}`, made: true, confirmed: true })));
  }, 90_000);
  afterAll(() => city.stop());

  it('are one announced, one open and one reported, with their figures, also when they are founded twice', async () => {
    let state = 7;
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const context = { random, now: new Date(), scale: 0.1, progress: () => undefined, tell: () => undefined };
    await city.get(SurveysSeed).run(context);
    await city.get(SurveysSeed).run({ ...context, now: new Date() });
    const { data, errors } = await city.graph<{ surveys: { items: Survey[] }; open: SurveyResults; over: SurveyResults }>(read);
    expect(errors).toBeUndefined();
    expect(data.surveys.items.map(({ id, status }) => [id, status])).toEqual([['demo-playgrounds', 'announced'], ['demo-buses', 'open'], ['demo-library', 'reported']]);
    expect(data.open).toMatchObject({ isFinal: false, counted: 35 });
    expect(data.over).toMatchObject({ isFinal: true, counted: 43, channels: [{ channel: 'online', people: 29 }, { channel: 'paper', people: 14 }] });
    expect(data.over.questions.find(({ questionId }) => questionId === 'q1')).toMatchObject({ answered: 43 });
  });
});

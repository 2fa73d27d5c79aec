import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Citizens } from '@isegoria/identity/api';
import { Briefings, Datasets, Figures, startCity, Subjects, type TestCity } from '@isegoria/kernel/api';
import type { Meeting, MeetingPoll, MeetingQuestion } from '@isegoria/meetings/contracts';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { MeetingsModule } from '../meetings.module';
import { MeetingsSeed } from './meetings.seed';

const read = `{ meetings { items { id stage registered report { outcomes { doneAt } } } } meetingQuestions(meetingId: "demo-open-seafront") { items { id supports isFromHall } }
  meetingPolls(meetingId: "demo-assembly-harbour") { isOpen people present options { people } } }`;

describe('the demo city’s meetings', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startCity([MeetingsModule, OrganisationModule]);
    await city.get(OrganisationSeed).found();
    await city.get(Citizens).createMany(Array.from({ length: 60 }, (_, at) => ({ name: `Κάτοικος ${at}`, made: true, confirmed: true, birthYear: 1970, districtId: 'kentro' })));
  }, 90_000);
  afterAll(() => city.stop());

  it('are one that meets, one to come, and two that were reported on; also when they are founded twice', async () => {
    const context = { random: () => 0.4, now: new Date(), scale: 0.1, progress: () => undefined, tell: () => undefined };
    await city.get(MeetingsSeed).run(context);
    await city.get(MeetingsSeed).run({ ...context, now: new Date() });
    const { data, errors } = await city.graph<{ meetings: { items: Meeting[] }; meetingQuestions: { items: MeetingQuestion[] }; meetingPolls: MeetingPoll[] }>(read);
    expect(errors).toBeUndefined();
    expect(data.meetings.items.map(({ id, stage, registered }) => ({ id, stage, registered }))).toEqual([
      { id: 'demo-information-schools', stage: 'announced', registered: 41 }, { id: 'demo-open-seafront', stage: 'open', registered: 24 }, { id: 'demo-workshop-playground', stage: 'reported', registered: 40 }, { id: 'demo-assembly-harbour', stage: 'reported', registered: 58 },
    ]);
    expect(data.meetingQuestions.items[0]).toMatchObject({ id: 'demo-open-seafront-q2', supports: 19 });
    const [poll] = data.meetingPolls;
    expect(poll).toMatchObject({ isOpen: false, people: 60, present: 112 });
    expect(poll?.options.reduce((sum, { people }) => sum + (people ?? 0), 0)).toBe(60);

    expect(await city.get(Figures).named('meetings.all')?.rows()).toHaveLength(4);
    const waiting = (await city.get(Figures).named('meetings.waiting')?.rows()) ?? [];
    expect(waiting.reduce((sum, { onTime, overdue }) => sum + Number(onTime) + Number(overdue), 0), 'two promises and a question').toBe(3);
    const card = await city.get(Subjects).card({ kind: 'meeting', id: 'demo-assembly-harbour' });
    const parts = (await Promise.all(city.get(Briefings).inOrder().map(({ parts: of }) => of(card ? [card] : [], new Date())))).flat();
    expect(parts.find(({ id }) => id === 'meetings.demo-assembly-harbour')?.measures).toContainEqual(expect.objectContaining({ id: 'came', value: 112 }));
    const rows: object[] = [];
    for (const id of ['meetings', 'meeting-questions', 'meeting-polls']) for await (const row of city.get(Datasets).named(id)?.rows?.(null) ?? []) rows.push(row);
    expect(rows).toHaveLength(4 + 10 + 6);
    expect(JSON.stringify(rows)).not.toMatch(/Κάτοικος|meet\.example/);
  });
});

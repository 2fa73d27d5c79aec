import { CommentsModule } from '@isegoria/comments/api';
import { Citizens, IdentityModule, sessionDoor, signedIn } from '@isegoria/identity/api';
import { Datasets, eventually, Figures, Importers, startCity, type TestCity } from '@isegoria/kernel/api';
import type { DataRow } from '@isegoria/kernel/contracts';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { ProcessesModule, ProcessesSeed } from '@isegoria/processes/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { Populations, StatisticsModule, StatisticsSeed } from '@isegoria/statistics/api';
import { heldBy, QUESTIONS, studyCity, type WhoAnswered } from '@isegoria/statistics/contracts';
import { Tallies, Votes, VotesModule } from '@isegoria/votes/api';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Breakdown } from './breakdown.schema';
import { Breakdowns } from './breakdowns.service';
import { Evaluation } from '../evaluation.schema';
import { EvaluationsRecount } from './evaluations-recount';
import { Evaluations } from '../evaluations.service';
import { aRecord } from '../evaluations.builders';
import { EvaluationsModule } from '../index';
import { ballotOf } from './weighing.rules';
import { Weighing } from './weighing.service';

const WHO = '{ whoAnswered(decisionId: "ck70wdi-ln9") { people smallest population { id source } tables { dimension rows { values isRest people share cityShare } } weighed { effect { people effective designEffect } opinions { questionId raw { favourable { low high } } weighted { favourable { value low high } median { value low high } } } } } }';
const SAVE = 'mutation S($input: PopulationInput!) { savePopulation(input: $input) { __typename ... on Invalid { problems { field code } } } }';
const IMPORT = 'mutation I($csv: String!) { importPopulation(csv: $csv) { __typename ... on UnreadableLine { line } } }';

interface WhoAnswer {
  whoAnswered: (Pick<WhoAnswered, 'people' | 'tables' | 'weighed'> & { smallest: number; population: { id: string; source: string } }) | null;
}

describe('who evaluated a decision', () => {
  let city: TestCity;
  const who = async () => (await city.graph<WhoAnswer>(WHO)).data.whoAnswered;
  const study = studyCity(3, 3000, 600, 'traits');
  const evaluate = async (from: number, to: number) => {
    const weighed = await city.get(Weighing).find('ck70wdi-ln9');
    if (!weighed) throw new Error('no decision');
    const some = study.answered.slice(from, to);
    const born = { '15-24': 20, '25-39': 30, '40-54': 45, '55-64': 60, '65+': 70 };
    const people = await city.get(Citizens).createMany(some.map(({ group }) => ({ name: 'x', districtId: group.districtId, gender: group.gender, birthYear: group.ageBand && new Date().getFullYear() - born[group.ageBand], saidBy: 'self' as const })));
    await city.get(Evaluations).seedMany(some.flatMap(({ answers }, at) => {
      const citizen = people[at];
      const given = QUESTIONS.map((questionId) => ({ questionId, optionId: answers[questionId] ?? 'cant_say' }));
      return citizen ? [{ citizen, weighed, round: 1 as const, ballotId: ballotOf(weighed.subject), nonce: `study-${from + at}`, answers: given, concern: { concerns: 'unsaid' as const, how: [] }, change: null, at: new Date() }] : [];
    }));
  };

  beforeAll(async () => {
    city = await startCity([IdentityModule, RealtimeModule, OrganisationModule, NotificationsModule, LedgerModule, StatisticsModule, ProcessesModule, VotesModule, CommentsModule, EvaluationsModule], { doors: [sessionDoor] });
    await city.get(ProcessesSeed).open(new Date());
    const report = { total: () => undefined, added: () => undefined, unchanged: () => undefined, changed: () => undefined, refused: () => undefined };
    await city.get(Importers).named('diavgeia')?.run(JSON.stringify({ decisions: [aRecord()] }), report);
  }, 120_000);
  afterAll(() => city.stop());

  it('is held against a table that an administrator enters, or brings as a file', async () => {
    const admin = await signedIn(city, { roles: ['administrator'] });
    const { source, asOf, ages, districts } = study.population;
    expect((await admin.graph(SAVE, { input: { source: ' ', asOf, ages, districts } })).data).toEqual({ savePopulation: { __typename: 'Invalid', problems: [{ field: 'source', code: 'required' }] } });
    expect((await admin.graph(SAVE, { input: { source, asOf, ages, districts } })).data).toEqual({ savePopulation: { __typename: 'PopulationSaved' } });
    const csv = await (await fetch(`${city.url}/statistics/population.csv`)).text();
    expect((await admin.graph(IMPORT, { csv })).data).toEqual({ importPopulation: { __typename: 'PopulationSaved' } });
    expect((await admin.graph(IMPORT, { csv: '<html>' })).data).toEqual({ importPopulation: { __typename: 'UnreadableLine', line: 1 } });
    expect((await city.graph<{ populations: object[] }>('{ populations { id } }')).data.populations).toHaveLength(2);
    expect((await city.graph(IMPORT, { csv })).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    await city.get(StatisticsSeed).run();
    expect((await city.graph<{ population: { source: string } }>('{ population { source } }')).data.population.source).toBe('the study');
  });

  it('is told with the weighed figures, which hold what is true of the whole city', async () => {
    expect(await who()).toBeNull();
    // On a busy machine a publication would come between the first answer and the last, and tell of those who had come.
    const held = vi.spyOn(city.get(Breakdowns), 'publishDue').mockResolvedValue();
    await evaluate(0, 500);
    held.mockRestore();
    const told = await eventually('it is published', async () => (await who()) ?? false, 40_000);
    expect(told.people).toBe(500);
    expect(told.tables.map(({ dimension }) => dimension)).toEqual(['ageBand', 'gender', 'districtId']);
    for (const { rows } of told.tables) for (const { people } of rows) expect(people).toBeGreaterThanOrEqual(told.smallest);
    expect(told.population.source).toBe('the study');
    expect(heldBy(told as never, study.everybody).weighted).toEqual([true, true, true, true]);
    const figure = await city.get(Figures).named('evaluations.weighed')?.rows();
    expect(figure).toHaveLength(4);
    expect(figure?.[0]?.['weighed']).toBe(told.weighed?.opinions[0]?.weighted.favourable.value);
  });

  it('is told in files as on the page, and no more', async () => {
    const rows = async (name: string) => {
      const all: DataRow[] = [];
      for await (const { row } of city.get(Datasets).named(name)?.rows?.(null) ?? []) all.push(row);
      return all;
    };
    const told = await who();
    const groups = await rows('evaluation-groups');
    const onPage = told?.tables.flatMap(({ dimension, rows: own }) => own.map(({ people }) => [dimension, people]));
    expect(groups.filter(({ criterion }) => criterion === '*').map(({ dimension, people }) => [dimension, people])).toEqual(onPage);
    for (const { people, answered } of groups) for (const count of [people, answered]) if (count !== null) expect(count).toBeGreaterThanOrEqual(told?.smallest ?? Infinity);
    expect(new Set(groups.map(({ dimension, group, criterion }) => [dimension, group, criterion].join())).size).toBe(groups.length);
    const weighed = await rows('evaluation-weighed');
    expect(weighed.map(({ subjectKind, round, criterion, weighedFavourable }) => [subjectKind, round, criterion, weighedFavourable])).toEqual(told?.weighed?.opinions.map(({ questionId, weighted }) => ['decision', 1, questionId, weighted.favourable.value]));
    const columns = new Set([...groups, ...weighed].flatMap((row) => Object.keys(row)));
    for (const kept of ['cells', 'partitions', 'weights']) expect(columns).not.toContain(kept);
  });

  it('stays as it is after one more answer', async () => {
    await evaluate(500, 501);
    await eventually('the tally has moved', async () => (await city.graph<{ decision: { opinion: { people: number } } }>('{ decision(id: "ck70wdi-ln9") { opinion { people } } }')).data.decision.opinion.people === 501, 40_000);
    // It is looked at once more after the answer has come, and put aside again.
    await city.get(Breakdowns).due('ck70wdi-ln9', 1);
    const breakdowns = city.get<Model<Breakdown>>(getModelToken(Breakdown.name));
    await eventually('it was looked at', async () => (await breakdowns.findById('ck70wdi-ln9/1').lean<Breakdown>().exec())?.dueAt === null, 40_000);
    expect((await who())?.people).toBe(500);
  });

  /** Looks at it as if it had been due for so long, and nobody else looks meanwhile. */
  const lookAfter = async (ms: number, meanwhile?: () => Promise<void>) => {
    const breakdowns = city.get(Breakdowns);
    const publishDue = breakdowns.publishDue.bind(breakdowns);
    const held = vi.spyOn(breakdowns, 'publishDue').mockResolvedValue();
    const due = () => records().updateOne({ _id: 'ck70wdi-ln9/1' }, { $set: { dueAt: new Date(Date.now() - ms) } });
    await due();
    if (meanwhile) vi.spyOn(city.get(Populations), 'current').mockImplementationOnce(async () => {
      await meanwhile();
      await due();
      await publishDue();
      return city.get(Populations).current();
    });
    await publishDue();
    held.mockRestore();
  };
  const records = () => city.get<Model<Breakdown>>(getModelToken(Breakdown.name));
  const kept = (more: object = {}) => city.get<Model<Evaluation>>(getModelToken(Evaluation.name)).countDocuments({ decisionId: 'ck70wdi-ln9', ...more });

  it('holds a vote that was cut off from what stands beside it too, without the person, until that person evaluates again', async () => {
    const weighed = await city.get(Weighing).find('ck70wdi-ln9');
    if (!weighed) throw new Error('no decision');
    const citizen = await city.get(Citizens).create({ name: 'x', districtId: 'kentro', gender: 'female' });
    const vote = { citizen, ballotId: ballotOf(weighed.subject), answers: QUESTIONS.map((questionId) => ({ questionId, optionId: 'cant_say' })), nonce: 'cut-off' };
    await city.get(Votes).castMany([vote]);
    await city.get(Tallies).fresh([vote.ballotId]);
    await lookAfter(30_000);
    expect([await kept(), await kept({ isCutOff: true })]).toEqual([501, 0]);
    for (let time = 0; time < 2; time++) await lookAfter(90_000);
    expect([await kept(), await kept({ isCutOff: true, 'group.districtId': null, 'answers.fair': 'cant_say' })]).toEqual([502, 1]);
    expect(await city.get(EvaluationsRecount).disagreements()).toEqual([]);
    await city.get(Evaluations).seedMany([{ ...vote, weighed, round: 1, nonce: 'again', concern: { concerns: 'unsaid', how: [] }, change: null, at: new Date() }]);
    await lookAfter(90_000);
    expect([await kept(), await kept({ isCutOff: true })]).toEqual([502, 0]);
  });

  it('is published by one of two processes that look at once: the other compared it with what stands no more', async () => {
    const never = { at: null, seq: null, people: 0, told: null, partitions: null, cells: null };
    await records().updateOne({ _id: 'ck70wdi-ln9/1' }, { $set: never });
    const publishedBy = async () => (await records().findById('ck70wdi-ln9/1').lean<Breakdown>().exec())?.people;
    await lookAfter(5_000, () => evaluate(501, 520));
    expect(await publishedBy()).toBe(521);
  });
});

import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommentsModule } from '@isegoria/comments/api';
import { EvaluationsModule } from '@isegoria/evaluations/api';
import { IdentityModule, sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { eventually, Importers, startCity, type TestCity } from '@isegoria/kernel/api';
import { Ledger, LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { ProcessesModule, ProcessesSeed } from '@isegoria/processes/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { StatisticsModule } from '@isegoria/statistics/api';
import { VotesModule } from '@isegoria/votes/api';
import { cityAt } from './verify/city-files';
import { verify } from './verify/verify';

const SAVE = 'mutation ($input: ChoiceInput!) { saveChoice(input: $input) { ... on ChoiceSaved { choice { id } } } }';
const WEIGHING = 'query ($subject: SubjectInput!) { weighing(subject: $subject) { versionId openRound rounds { ballotId opinion { people criteria { id } } } } }';
const EVALUATE = 'mutation ($id: ID!, $version: String!, $answers: [EvaluationAnswerInput!]!, $nonce: String!, $round: Int) { evaluate(decisionId: $id, versionId: $version, answers: $answers, nonce: $nonce, round: $round) { __typename } }';
const DELIVER = 'mutation ($subject: SubjectInput!) { declareDelivered(subject: $subject) { __typename } }';

interface Weighing {
  versionId: string;
  openRound: number;
  rounds: { ballotId: string; opinion: { people: number; criteria: { id: string }[] } }[];
}

describe('who verifies a city that weighs choices', () => {
  let city: TestCity;
  let subject = { kind: 'choice', id: '' };
  let people: SignedIn[];
  const weighing = async () => (await city.graph<{ weighing: Weighing }>(WEIGHING, { subject })).data.weighing;
  const look = async () => (await verify(cityAt(city.url), null, () => undefined, { tries: 3, pauseMs: 200 })).report;

  async function evaluateAll(round: number) {
    const { versionId, rounds } = await weighing();
    const answers = (rounds[0]?.opinion.criteria ?? []).map(({ id }, at) => ({ criterionId: id, optionId: String(at + 1) }));
    for (const [at, { graph }] of people.entries()) expect((await graph(EVALUATE, { id: subject.id, version: versionId, answers, nonce: `press-${round}-${at}-0000`, round })).data).toEqual({ evaluate: { __typename: 'Evaluated' } });
    await eventually('they are counted', async () => (await weighing()).rounds[round - 1]?.opinion.people === people.length);
  }

  beforeAll(async () => {
    city = await startCity([IdentityModule, RealtimeModule, OrganisationModule, NotificationsModule, LedgerModule, StatisticsModule, ProcessesModule, VotesModule, CommentsModule, EvaluationsModule], { doors: [sessionDoor] });
    await city.get(ProcessesSeed).open(new Date());
    const csv = 'number,subject,type,issued\n1/2026,Μονόδρομος στην οδό Ερμού,Α.2,2026-03-02\n2/2026,Πινακίδες στην οδό Ερμού,Α.2,2026-03-03\n';
    const report = { total: () => undefined, added: () => undefined, unchanged: () => undefined, changed: () => undefined, refused: (record: string, why: string) => { throw new Error(`${record}: ${why}`); } };
    await city.get(Importers).named('decisions')?.run(csv, report);
    const { data } = await city.graph<{ decisions: { items: { id: string }[] } }>('{ decisions(first: 5) { items { id } } }');
    const official = await signedIn(city, { roles: ['administrator'] });
    const saved = await official.graph<{ saveChoice: { choice: { id: string } } }>(SAVE, { input: { title: { el: 'Η Ερμού μονόδρομος', en: '' }, text: { el: 'Μία κατεύθυνση.', en: '' }, actIds: data.decisions.items.map(({ id }) => id), links: [] } });
    subject = { kind: 'choice', id: saved.data.saveChoice.choice.id };
    people = await Promise.all([1, 2, 3].map(() => signedIn(city)));
    await evaluateAll(1);
    expect((await official.graph(DELIVER, { subject })).data).toEqual({ declareDelivered: { __typename: 'Delivered' } });
    await evaluateAll(2);
    await city.get(Ledger).catchUp();
  }, 120_000);
  afterAll(() => city.stop());

  it('finds the ballots of both rounds, each with its voters, and nothing wrong', async () => {
    const { problems, ballots, leaves } = await look();
    expect(problems).toEqual([]);
    expect(ballots.secret).toBe(2);
    expect(leaves.votes).toBe(6);
  });

  it('sees a voter too many in the second round', async () => {
    const { rounds } = await weighing();
    const { db } = city.get<Connection>(getConnectionToken());
    const shown = (await db?.listCollections().toArray())?.find(({ name }) => name.startsWith('tallies_'))?.name ?? '';
    const edited = await db?.collection<{ _id: string }>(shown).updateOne({ _id: rounds[1]?.ballotId ?? '' }, { $inc: { voters: 1 } });
    expect(edited?.modifiedCount).toBe(1);
    // What the site shows may be a second old.
    const { problems } = await eventually('the site shows it', async () => {
      const report = await look();
      return report.problems.length > 0 && report;
    });
    expect(problems.map(({ kind, says }) => [kind, says.includes(rounds[1]?.ballotId ?? '…')])).toEqual([['voters', true]]);
  });
});

import { getConnectionToken, getModelToken } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PersonalData, personIdOf, sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { eventually, startCity, type TestCity } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { entryDays, type MySurveyAnswers, type Survey as Shown, type SurveyInput, type SurveyResults, type SurveyWordsPage } from '@isegoria/surveys/contracts';
import { Ballots } from '@isegoria/votes/api';
import { taxNumberOf } from '@isegoria/votes/contracts';
import { SurveyCounting } from '../answers/counting.service';
import { SurveyAnswers } from '../answers/survey-answers.schema';
import { Survey } from '../survey.schema';
import { SurveyWordsRecord } from '../answers/survey-words.schema';
import { SurveysModule } from '../surveys.module';
import { aForm, anId, inDays } from '../surveys.builders';

// What is closed here has nothing on its way.
process.env['LAST_VOTES_SECONDS'] = '1';

const dayMs = 86_400_000;
const saved = '__typename ... on Invalid { problems { field } } ... on NotAllowed { reason }';
const save = `mutation ($id: ID!, $input: SurveyInput!) { saveSurvey(id: $id, input: $input) { ${saved} } }`;
const publish = `mutation ($id: ID!) { publishSurvey(id: $id, revision: 1) { ${saved} } }`;
const report = `mutation ($id: ID!, $input: SurveyReportInput!) { reportSurvey(id: $id, input: $input) { ${saved} } }`;
const withdraw = `mutation ($id: ID!, $reason: String!) { withdrawSurvey(id: $id, reason: $reason) { ${saved} } }`;
const enter = 'mutation ($input: EnterSurveyInput!) { enterSurvey(input: $input) { __typename ... on EntryKept { state entry { id readings { isMine answers { questionId optionId } } } } ... on NotAllowed { reason } ... on Invalid { problems { field code } } ... on NotFound { reason } ... on VotedElsewhere { channel } } }';
const enterBallot = 'mutation ($input: EnterBallotInput!) { enterBallot(input: $input) { __typename } }';
const answer = 'mutation ($input: AnswerSurveyInput!) { answerSurvey(input: $input) { __typename ... on VotedElsewhere { channel } } }';
const mine = 'query ($id: ID!) { mySurveyAnswers(surveyId: $id) { answers { questionId optionId } words { questionId text } } }';
const read = 'query ($id: ID!) { survey(id: $id) { status people canEnter canReport channels handIn { el en } entryUntil } }';
const results = 'query ($id: ID!) { surveyResults(id: $id) { isFinal counted channels { channel people } questions { questionId options { optionId people } } who { people } } }';
const words = 'query ($id: ID!) { surveyWords(surveyId: $id, questionId: "q6") { items { text } } }';
const desk = '{ deskBallots { ballotId path } deskEntries { id ballotId state } }';

interface Fate {
  __typename: string;
  state?: string;
  reason?: string;
  channel?: string;
  entry?: { id: string; readings: { isMine: boolean; answers: { questionId: string; optionId: string }[] }[] };
  problems?: { field: string; code: string }[];
}

const numbers = Array.from({ length: 9000 }, (_, at) => String(300_000_000 + at)).filter(taxNumberOf);
const full = { q1: ['bus'], q2: ['4'], q3: ['a', 'b'], q4: ['z', 'x'], q5: ['2'] };

describe('a survey that is answered on paper too', { timeout: 60_000 }, () => {
  let city: TestCity;
  let first: SignedIn;
  let second: SignedIn;
  let owner: SignedIn;
  let surveys: Model<Survey>;
  let mongo: Connection;
  const number = (): string => numbers.pop() ?? '';

  beforeAll(async () => {
    city = await startCity([SurveysModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    [first, second, owner] = await Promise.all([signedIn(city, { roles: ['official'], departmentId: 'social' }), signedIn(city, { roles: ['official'], departmentId: 'social' }), signedIn(city, { roles: ['official'], departmentId: 'technical' })]);
    surveys = city.get<Model<Survey>>(getModelToken(Survey.name));
    mongo = city.get<Connection>(getConnectionToken());
  }, 120_000);
  afterAll(() => city.stop());

  const asked = async <T>(who: SignedIn | TestCity, query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const { data, errors } = await who.graph<T>(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const opened = async (wanted: Partial<SurveyInput> = {}): Promise<string> => {
    const id = anId();
    const input = { ...(aForm({ closesAt: inDays(10), channels: ['paper', 'desk'], handIn: { el: 'Στο ΚΕΠ του δημαρχείου. <script>', en: '' } }) as SurveyInput), ...wanted };
    expect(await asked(owner, save, { id, input })).toMatchObject({ saveSurvey: { __typename: 'SurveySaved' } });
    expect(await asked(owner, publish, { id })).toMatchObject({ publishSurvey: { __typename: 'SurveySaved' } });
    return id;
  };
  const listed = (chosen: Record<string, string[]>, written: Record<string, string>) => ({
    answers: Object.entries(chosen).flatMap(([questionId, options]) => options.map((optionId) => ({ questionId, optionId }))),
    words: Object.entries(written).map(([questionId, text]) => ({ questionId, text })),
  });
  const entered = async (official: SignedIn, surveyId: string, who: object, chosen: Record<string, string[]> = full, written: Record<string, string> = {}, more: object = {}) =>
    (await asked<{ enterSurvey: Fate }>(official, enter, { input: { surveyId, channel: 'paper', slip: '17', ...who, ...listed(chosen, written), ...more } })).enterSurvey;
  const sent = async (who: SignedIn, surveyId: string, chosen: Record<string, string[]> = full, written: Record<string, string> = {}) =>
    (await asked<{ answerSurvey: Fate }>(who, answer, { input: { surveyId, nonce: anId(), ...listed(chosen, written) } })).answerSurvey;
  const surveyOf = async (who: SignedIn | TestCity, id: string) => (await asked<{ survey: Shown | null }>(who, read, { id })).survey;
  const toldOf = async (id: string) => (await asked<{ surveyResults: SurveyResults | null }>(city, results, { id })).surveyResults;
  const mineOf = async (who: SignedIn, id: string) => (await asked<{ mySurveyAnswers: MySurveyAnswers | null }>(who, mine, { id })).mySurveyAnswers;
  const wordsOf = async (id: string) => (await asked<{ surveyWords: SurveyWordsPage }>(owner, words, { id })).surveyWords.items.map(({ text }) => text);
  const people = (id: string, count: number) => eventually(`${count} are counted`, async () => (await surveyOf(city, id))?.people === count, 20_000);
  const answersKept = (id: string) => city.get<Model<SurveyAnswers>>(getModelToken(SurveyAnswers.name)).find({ surveyId: id }).lean<SurveyAnswers[]>().exec();
  const wordsKept = (id: string) => city.get<Model<SurveyWordsRecord>>(getModelToken(SurveyWordsRecord.name)).find({ surveyId: id }).lean<SurveyWordsRecord[]>().exec();
  /** As if it had closed so many days ago, with its ballot as it would be then. */
  const closed = async (id: string, days: number): Promise<void> => {
    const closesAt = new Date(Date.now() - days * dayMs);
    await surveys.updateOne({ _id: id }, { $set: { closesAt } });
    await city.get(Ballots).reopen(`survey:${id}`, new Date(closesAt.getTime() + entryDays * dayMs));
  };

  it('says so to everybody, and has any official enter forms, on its own page', async () => {
    const id = await opened();
    expect(await surveyOf(city, id)).toMatchObject({ channels: ['paper', 'desk'], handIn: { el: expect.stringContaining('ΚΕΠ') }, entryUntil: expect.any(String), canEnter: false });
    expect(await surveyOf(first, id)).toMatchObject({ canEnter: true });
    const ends = async () => [(await city.get(Ballots).find(`survey:${id}`))?.closesAt?.toISOString(), (await surveyOf(city, id))?.entryUntil];
    const [ballot, told] = await ends();
    expect(ballot, 'what is entered counts until then').toBe(told);
    const later = 'mutation ($id: ID!, $closesAt: DateTime!) { extendSurvey(id: $id, closesAt: $closesAt, reason: "Για να προλάβουν όλοι να απαντήσουν.") { __typename } }';
    expect(await asked(owner, later, { id, closesAt: inDays(15) })).toEqual({ extendSurvey: { __typename: 'SurveySaved' } });
    await eventually('more time to answer is more time to enter', async () => {
      const [extended, until] = await ends();
      return extended === until && extended !== ballot;
    });
    const { deskBallots } = await asked<{ deskBallots: object[] }>(first, desk);
    expect(deskBallots).toContainEqual({ ballotId: `survey:${id}`, path: `/surveys/${id}/desk` });
    const input = { ballotId: `survey:${id}`, channel: 'paper', slip: '1', document: number(), answers: [{ questionId: 'taken', optionId: 'yes' }] };
    expect(await asked(first, enterBallot, { input }), 'not by the door of ballots, which knows no rules of a survey').toEqual({ enterBallot: { __typename: 'BallotUnknown' } });
    expect((await (await signedIn(city)).graph(enter, { input: { surveyId: id, channel: 'paper', slip: '1', document: number(), answers: [], words: [] } })).errors).toBeDefined();
  });

  it('counts a form when two officials have read the same, and keeps own words then, apart, as the second typed them', async () => {
    const id = await opened();
    const document = number();
    expect(await entered(first, id, { document }, full, { q6: 'Πιο πολλά <b>λεωφορεία</b>' })).toMatchObject({ __typename: 'EntryKept', state: 'waits' });
    expect(await wordsKept(id), 'nothing is kept of words beside a reading').toEqual([]);
    expect(JSON.stringify(await mongo.collection('desk_entries').find({ ballotId: `survey:${id}` }).toArray())).not.toMatch(/λεωφορεία/);
    expect(await entered(second, id, { document }, { ...full, q3: ['b', 'a'] }, { q6: 'Πιο πολλά λεωφορεία!' })).toMatchObject({ state: 'counted' });
    await people(id, 1);
    const [kept] = await answersKept(id);
    expect(kept).toMatchObject({ chosen: full, group: { ageBand: null, gender: null, districtId: null } });
    expect(await wordsKept(id)).toMatchObject([{ text: 'Πιο πολλά λεωφορεία!', state: 'waiting' }]);
    const stands = await mongo.collection('desk_entries').find({ ballotId: `survey:${id}` }).toArray();
    expect(stands).toMatchObject([{ readings: [], countedBy: [first.citizen.id, second.citizen.id] }]);
    expect(JSON.stringify([stands, await answersKept(id), await wordsKept(id)])).not.toContain(document);
    expect(await entered(await signedIn(city, { roles: ['official'] }), id, { document })).toMatchObject({ __typename: 'VotedElsewhere', channel: 'paper' });
  });

  it('counts once, whoever of two officials is quicker', async () => {
    const id = await opened();
    const document = number();
    const fates = await Promise.all([first, second, first, second].map((official) => entered(official, id, { document })));
    const states = fates.map(({ __typename, state }) => state ?? __typename);
    if (!states.includes('counted')) expect(await entered(first, id, { document })).toMatchObject({ state: 'counted' });
    expect(states.every((state) => ['waits', 'counted', 'VotedElsewhere'].includes(state))).toBe(true);
    await people(id, 1);
    expect(await answersKept(id)).toHaveLength(1);
  });

  it('shows two officials what they read differently, and counts nothing until they agree', async () => {
    const id = await opened();
    const document = number();
    await entered(first, id, { document });
    expect(await entered(second, id, { document }, { ...full, q5: ['3'] })).toMatchObject({ state: 'conflict', entry: { readings: [{ isMine: false }, { isMine: true }] } });
    expect(await answersKept(id)).toEqual([]);
    expect(await entered(await signedIn(city, { roles: ['official'] }), id, { document })).toMatchObject({ reason: 'third' });
    expect(await entered(first, id, { document }, { ...full, q5: ['3'] })).toMatchObject({ state: 'counted' });
    expect((await answersKept(id))[0]?.chosen).toMatchObject({ q5: ['3'] });
  });

  it('takes one answer of a person over all ways: the form takes the place of what they sent here, words too, and stays', async () => {
    const id = await opened();
    const document = number();
    const maria = await signedIn(city, { personId: personIdOf('afm', document), birthYear: 1980, districtId: 'kentro' });
    expect(await sent(maria, id, { ...full, q5: ['5'] }, { q6: 'Από το κινητό μου' })).toMatchObject({ __typename: 'SurveyAnswered' });
    for (const official of [first, second]) await entered(official, id, { document }, full, { q6: 'Από το έντυπο' });
    await people(id, 1);
    expect((await mineOf(maria, id))?.words).toEqual([{ questionId: 'q6', text: 'Από το έντυπο' }]);
    expect((await mineOf(maria, id))?.answers).toContainEqual({ questionId: 'q5', optionId: '2' });
    expect(await sent(maria, id, { ...full, q5: ['1'] }, { q6: 'Ξανά από εδώ' })).toMatchObject({ __typename: 'VotedElsewhere', channel: 'paper' });
    expect((await answersKept(id)).map(({ chosen }) => chosen['q5'])).toEqual([['2']]);
    expect((await wordsKept(id)).map(({ text }) => text)).toEqual(['Από το έντυπο']);
    const part = city.get(PersonalData).all().find(({ name }) => name === 'surveyAnswers');
    const entries: object[] = [];
    for await (const entry of part?.entries(maria.citizen) ?? []) entries.push(entry);
    expect(entries).toMatchObject([{ path: `/surveys/${id}`, chosen: { q5: ['2'] } }]);
  });

  it('counts one person once who answers here at the very moment at which two officials enter their form', async () => {
    const id = await opened();
    const document = number();
    const maria = await signedIn(city, { personId: personIdOf('afm', document) });
    await entered(first, id, { document }, full);
    await Promise.all([entered(second, id, { document }, full), sent(maria, id, { ...full, q5: ['5'] }, { q6: 'Την ίδια στιγμή' })]);
    await people(id, 1);
    await eventually('what stands beside the log is the form', async () => (await answersKept(id)).map(({ chosen }) => chosen['q5']?.[0]).join() === '2');
    expect(await wordsKept(id)).toEqual([]);
  });

  it('knows the group of whoever has an account, and refuses an official their own form', async () => {
    const id = await opened();
    const email = `nikos-${anId()}@example.org`;
    await signedIn(city, { email, birthYear: 1950, districtId: 'kentro' });
    for (const official of [first, second]) await entered(official, id, { email });
    expect((await answersKept(id))[0]?.group).toMatchObject({ ageBand: expect.any(String), districtId: 'kentro' });
    const own = `own-${anId()}@example.org`;
    const official = await signedIn(city, { email: own, roles: ['official'] });
    expect(await entered(official, id, { email: own })).toMatchObject({ reason: 'own_vote' });
  });

  it('is entered by the rules of the page: what is missed, unknown, too much, or of nobody, is said', async () => {
    const id = await opened();
    const problems = async (...more: Parameters<typeof entered> extends [unknown, unknown, ...infer Rest] ? Rest : never) => (await entered(first, id, ...more)).problems;
    expect(await problems({ document: number() }, { q1: ['plane'] })).toEqual([{ field: 'q.q1', code: 'invalid' }, { field: 'q.q3', code: 'required' }]);
    expect(await problems({ document: '123456789' })).toMatchObject([{ field: 'document' }]);
    expect(await problems({ document: number(), channel: 'phone' })).toMatchObject([{ field: 'channel' }]);
    expect(await problems({ document: number(), slip: ' ' })).toMatchObject([{ field: 'slip' }]);
    expect(await problems({ document: number() }, full, { q6: 'α'.repeat(1001) })).toMatchObject([{ code: 'too_long' }]);
    expect(await answersKept(id)).toEqual([]);
    // What an answer takes away from the page is not asked on paper either.
    const document = number();
    for (const official of [first, second]) await entered(official, id, { document }, { ...full, q1: ['car'] });
    expect((await answersKept(id))[0]?.chosen).not.toHaveProperty('q2');
  });

  it('is whole after a crash between the vote and what stands beside it: whoever sends the form again finishes it, and it counts once', async () => {
    const id = await opened();
    const document = number();
    const { entry } = await entered(first, id, { document });
    const readings = (await mongo.collection('desk_entries').findOne({ ballotId: `survey:${id}` }))?.['readings'] as object[];
    await entered(second, id, { document }, full, { q6: 'Δυο λόγια' });
    await people(id, 1);
    // As it stood when the vote was in the log and nothing else.
    await mongo.collection<{ _id: string }>('desk_entries').updateOne({ _id: entry?.id ?? '' }, { $set: { readings: [...readings, { ...readings[0], by: second.citizen.id }], countedBy: [] } });
    await city.get<Model<SurveyAnswers>>(getModelToken(SurveyAnswers.name)).deleteMany({ surveyId: id });
    await city.get<Model<SurveyWordsRecord>>(getModelToken(SurveyWordsRecord.name)).deleteMany({ surveyId: id });
    expect(await entered(second, id, { document }, full, { q6: 'Δυο λόγια' })).toMatchObject({ state: 'counted' });
    expect(await answersKept(id)).toMatchObject([{ chosen: full }]);
    expect(await wordsKept(id)).toMatchObject([{ text: 'Δυο λόγια' }]);
    await people(id, 1);
  });

  it('forgets a reading that its official takes back', async () => {
    const id = await opened();
    const document = number();
    const { entry } = await entered(first, id, { document });
    expect(await asked(first, 'mutation ($id: ID!) { withdrawEntry(id: $id) { __typename } }', { id: entry?.id ?? '' })).toEqual({ withdrawEntry: { __typename: 'EntryWithdrawn' } });
    expect(await mongo.collection('desk_entries').countDocuments({ ballotId: `survey:${id}` })).toBe(0);
    expect(await entered(second, id, { document })).toMatchObject({ state: 'waits' });
  });

  it('has what was handed in before the end entered for some days after it, while nobody answers here; then it is counted, and what one alone has read is gone', async () => {
    const id = await opened();
    const online = await Promise.all(Array.from({ length: 10 }, () => signedIn(city)));
    for (const one of online) expect(await sent(one, id)).toMatchObject({ __typename: 'SurveyAnswered' });
    await closed(id, 1);
    expect(await sent(online[0] as SignedIn, id)).toMatchObject({ __typename: 'BallotClosed' });
    for (let at = 0; at < 10; at++) {
      const document = number();
      for (const official of [first, second]) expect(await entered(official, id, { document }, { ...full, q5: ['3'] }, { q6: `Λόγια ${at}` })).toMatchObject({ __typename: 'EntryKept' });
    }
    await entered(first, id, { document: number() });
    expect(await surveyOf(owner, id)).toMatchObject({ status: 'closed', canEnter: true, canReport: false });
    expect(await asked(owner, report, { id, input: { learned: 'Μάθαμε ότι λείπουν δρομολόγια.', does: 'Προσθέτουμε δύο δρομολόγια.' } })).toEqual({ reportSurvey: { __typename: 'NotAllowed', reason: 'entry' } });
    expect(await wordsOf(id), 'nobody reads words while they come in').toEqual([]);
    await city.get(SurveyCounting).countDue();
    expect(await toldOf(id)).toMatchObject({ isFinal: false, channels: [] });

    await closed(id, entryDays + 1);
    expect(await entered(first, id, { document: number() })).toMatchObject({ __typename: 'BallotClosed' });
    await eventually('it is counted', async () => {
      await city.get(SurveyCounting).countDue();
      return (await toldOf(id))?.isFinal === true;
    }, 30_000);
    const told = await toldOf(id);
    expect(told).toMatchObject({ counted: 20, channels: [{ channel: 'online', people: 10 }, { channel: 'paper', people: 10 }], who: { people: 20 } });
    expect(told?.questions.find(({ questionId }) => questionId === 'q5')?.options).toEqual(expect.arrayContaining([{ optionId: '2', people: 10 }, { optionId: '3', people: 10 }]));
    expect((await wordsOf(id)).sort()).toEqual(Array.from({ length: 10 }, (_, at) => `Λόγια ${at}`));
    expect(await mongo.collection('desk_entries').find({ ballotId: `survey:${id}`, countedBy: [] }).toArray()).toEqual([]);
    expect(await mongo.collection('desk_entries').countDocuments({ ballotId: `survey:${id}` })).toBe(10);
    expect(await surveyOf(owner, id)).toMatchObject({ canEnter: false, canReport: true });
  });

  it('is unknown to the desk where it is answered here alone, is a draft, or was taken back', async () => {
    const none = { __typename: 'NotFound', reason: 'survey' };
    expect(await entered(first, await opened({ channels: [] }), { document: number() })).toEqual(none);
    expect(await entered(first, anId(), { document: number() })).toEqual(none);
    const id = await opened();
    expect(await asked(owner, withdraw, { id, reason: 'Άλλαξε ο νόμος και δεν χρειάζεται.' })).toMatchObject({ withdrawSurvey: { __typename: 'SurveySaved' } });
    expect(await entered(first, id, { document: number() })).toEqual(none);
    const early = await opened({ opensAt: inDays(2) });
    expect(await entered(first, early, { document: number() })).toMatchObject({ __typename: 'NotOpenYet' });
  });
});

import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PersonalData, sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { Events, eventually, startCity, Subjects, type TestCity, Threads } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { listen } from '@isegoria/realtime/api';
import type { AnswerSurveyResult, MySurveyAnswers, SurveyInput, SurveyResults, Survey as Shown, SurveySection, SurveyWordsPage } from '@isegoria/surveys/contracts';
import { Ballots, Tallies } from '@isegoria/votes/api';
import { SurveyCounting } from './answers/counting.service';
import { Opening } from './opening';
import { SurveyAnswers } from './answers/survey-answers.schema';
import { Survey } from './survey.schema';
import { SurveyWordsRecord } from './answers/survey-words.schema';
import { SurveysModule } from './surveys.module';
import { aForm, anId, inDays } from './surveys.builders';

const refused = '... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason }';
const whole = 'id status revision title { el en } opensAt closesAt people isLive questionCount takesAnswers showsResults canEdit canPublish canExtend canWithdraw canReport reportDueAt department { id } electorate { entitled } extensions { reason } withdrawal { reason } report { learned does promise { text doneAt isOverdue } }';
const kept = `__typename ... on SurveySaved { survey { ${whole} } } ${refused}`;
const save = `mutation ($id: ID!, $revision: Int, $input: SurveyInput!) { saveSurvey(id: $id, revision: $revision, input: $input) { ${kept} } }`;
const publish = `mutation ($id: ID!, $revision: Int!) { publishSurvey(id: $id, revision: $revision) { ${kept} } }`;
const extend = `mutation ($id: ID!, $closesAt: DateTime!, $reason: String!) { extendSurvey(id: $id, closesAt: $closesAt, reason: $reason) { ${kept} } }`;
const withdraw = `mutation ($id: ID!, $reason: String!) { withdrawSurvey(id: $id, reason: $reason) { ${kept} } }`;
const report = `mutation ($id: ID!, $input: SurveyReportInput!) { reportSurvey(id: $id, input: $input) { ${kept} } }`;
const keepPromise = 'mutation ($id: ID!) { keepSurveyPromise(id: $id) { __typename ... on SurveySaved { survey { report { promise { doneAt } } } } } }';
const discard = 'mutation ($id: ID!) { discardSurvey(id: $id) { __typename ... on NotAllowed { reason } } }';
const read = `query ($id: ID!) { survey(id: $id) { ${whole} } surveySections(surveyId: $id) { id title { el } questions { id form text { el en } options { id } most showIf { questionId optionIds } } } }`;
const list = 'query ($filter: SurveyFilter, $sort: SurveySort) { surveys(filter: $filter, sort: $sort) { total items { id status } } }';
const desk = '{ surveyDesk { items { id status } } }';
const answer = `mutation ($input: AnswerSurveyInput!) { answerSurvey(input: $input) { __typename ... on SurveyAnswered { changed ballotId leaf } ... on BallotClosed { closedAt } ... on NotOpenYet { opensAt } ... on NotInElectorate { districts } ... on NotEntitled { reason } ... on Invalid { problems { field code limit } } ... on NotFound { reason } } }`;
const mine = 'query ($id: ID!) { mySurveyAnswers(surveyId: $id) { answers { questionId optionId } words { questionId text state reason } } }';
const results = 'query ($id: ID!) { surveyResults(id: $id) { people counted entitled at isFinal questions { questionId answered isHidden writers options { optionId people share { value } first meanPlace } median { value } favourable { value } } who { people tables { dimension rows { people } } } files { name path } } }';
const words = 'query ($id: ID!, $question: ID!) { surveyWords(surveyId: $id, questionId: $question) { total items { id text } } }';
const castVote = 'mutation ($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!) { castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce) { __typename } }';

type Result = { __typename: string; survey?: Shown; reason?: string; problems?: object[] };

describe('a survey, from the draft to the report', () => {
  let city: TestCity;
  let maria: SignedIn;
  let official: SignedIn;
  let stranger: SignedIn;
  let people: SignedIn[];
  let surveys: Model<Survey>;

  beforeAll(async () => {
    city = await startCity([SurveysModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    [maria, official, stranger] = await Promise.all([
      signedIn(city), signedIn(city, { name: 'Υπηρεσία', roles: ['official'], departmentId: 'technical' }), signedIn(city, { name: 'Άλλη υπηρεσία', roles: ['official'], departmentId: 'environment' }),
    ]);
    people = await Promise.all(Array.from({ length: 24 }, (_, at) => signedIn(city, { name: `Πολίτης ${at}` })));
    surveys = city.get<Model<Survey>>(getModelToken(Survey.name));
  }, 120_000);
  afterAll(() => city.stop());

  const asked = async <T>(who: SignedIn | TestCity, query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const { data, errors } = await who.graph<T>(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const act = async (who: SignedIn, mutation: string, variables: Record<string, unknown>): Promise<Result> => Object.values(await asked<Record<string, Result>>(who, mutation, variables))[0] ?? { __typename: '' };
  const form = (wanted: Partial<SurveyInput> = {}): SurveyInput => ({ ...(aForm({ closesAt: inDays(10) }) as SurveyInput), ...wanted });
  const drafted = async (input = form()): Promise<string> => {
    const id = anId();
    expect(await act(official, save, { id, input })).toMatchObject({ __typename: 'SurveySaved' });
    return id;
  };
  const opened = async (input = form()): Promise<string> => {
    const id = await drafted(input);
    expect(await act(official, publish, { id, revision: 1 })).toMatchObject({ __typename: 'SurveySaved' });
    return id;
  };
  const readBy = (who: SignedIn | TestCity, id: string) => asked<{ survey: Shown | null; surveySections: SurveySection[] }>(who, read, { id });
  const sent = async (who: SignedIn, id: string, chosen: Record<string, string[]>, written: Record<string, string> = {}, more: object = {}) => {
    const answers = Object.entries(chosen).flatMap(([questionId, options]) => options.map((optionId) => ({ questionId, optionId })));
    const input = { surveyId: id, answers, words: Object.entries(written).map(([questionId, text]) => ({ questionId, text })), nonce: anId(), ...more };
    return (await asked<{ answerSurvey: AnswerSurveyResult }>(who, answer, { input })).answerSurvey;
  };
  const full = { q1: ['bus'], q2: ['4'], q3: ['b', 'a'], q4: ['z', 'x'], q5: ['2'] };
  const mineOf = async (who: SignedIn, id: string) => (await asked<{ mySurveyAnswers: MySurveyAnswers | null }>(who, mine, { id })).mySurveyAnswers;
  const toldOf = async (who: SignedIn | TestCity, id: string) => (await asked<{ surveyResults: SurveyResults | null }>(who, results, { id })).surveyResults;
  const wordsOf = async (who: SignedIn | TestCity, id: string, question = 'q6') => (await asked<{ surveyWords: SurveyWordsPage }>(who, words, { id, question })).surveyWords;
  /** As if its time had come: votes may be on their way for a moment after an end. */
  const over = async (id: string): Promise<void> => {
    const closesAt = new Date(Date.now() - 120_000);
    await surveys.updateOne({ _id: id }, { $set: { closesAt } });
    await city.get(Ballots).reopen(`survey:${id}`, closesAt);
  };
  const counted = async (id: string): Promise<void> => {
    await eventually('it is counted', async () => {
      await city.get(SurveyCounting).countDue();
      return (await surveys.findById(id).lean().exec())?.countedAt !== null;
    }, 30_000);
  };

  describe('as its department writes it', () => {
    it('is seen by nobody else, and sending it twice makes one', async () => {
      const id = anId();
      for (const result of await Promise.all([1, 2].map(() => act(official, save, { id, input: form() })))) expect(result.__typename).toBe('SurveySaved');
      expect((await readBy(official, id)).survey).toMatchObject({ status: 'draft', canEdit: true, canPublish: true, questionCount: 6, title: { en: form().title.el } });
      for (const who of [maria, stranger, city]) expect(await readBy(who, id)).toEqual({ survey: null, surveySections: [] });
      expect((await asked<{ surveys: { items: object[] } }>(official, list)).surveys.items).not.toContainEqual(expect.objectContaining({ id }));
      expect((await asked<{ surveyDesk: { items: object[] } }>(official, desk)).surveyDesk.items).toContainEqual({ id, status: 'draft' });
      expect((await asked<{ surveyDesk: { items: object[] } }>(stranger, desk)).surveyDesk.items).not.toContainEqual(expect.objectContaining({ id }));
    });

    it('is not written by another department or a citizen, nor over what a colleague wrote', async () => {
      const id = await drafted();
      expect(await act(stranger, save, { id, revision: 1, input: form({ departmentId: 'environment' }) })).toEqual({ __typename: 'NotFound', reason: 'survey' });
      expect(await act(stranger, save, { id: anId(), input: form() })).toEqual({ __typename: 'NotAllowed', reason: 'department' });
      expect((await maria.graph(save, { id: anId(), input: form() })).errors).toBeDefined();
      await act(official, save, { id, revision: 1, input: form() });
      expect(await act(official, save, { id, revision: 1, input: form() })).toEqual({ __typename: 'NotAllowed', reason: 'changed' });
    });

    it('says what it lacks before it is made public', async () => {
      const id = await drafted(form({ use: { el: '', en: '' }, closesAt: inDays(1), sections: [] }));
      expect((await act(official, publish, { id, revision: 1 })).problems).toEqual(expect.arrayContaining([
        { field: 'use.el', code: 'required', limit: null }, { field: 'sections', code: 'required', limit: null }, { field: 'closesAt', code: 'too_short', limit: 3 },
      ]));
      expect(await act(official, discard, { id })).toMatchObject({ __typename: 'SurveyDiscarded' });
    });

    it('changes until it opens, and no more; only its end is moved, and later', async () => {
      const id = await drafted(form({ opensAt: inDays(2) }));
      expect((await act(official, publish, { id, revision: 1 })).survey).toMatchObject({ status: 'announced', canEdit: true, takesAnswers: false });
      expect(await sent(maria, id, full)).toMatchObject({ __typename: 'NotOpenYet' });
      expect(await act(official, save, { id, revision: 2, input: form({ opensAt: inDays(3) }) })).toMatchObject({ __typename: 'SurveySaved' });
      expect((await act(official, save, { id, revision: 3, input: form({ opensAt: null }) })).survey).toMatchObject({ status: 'open', canEdit: false, canExtend: true });
      expect(await act(official, save, { id, revision: 4, input: form() })).toEqual({ __typename: 'NotAllowed', reason: 'frozen' });
      expect((await act(official, extend, { id, closesAt: inDays(5), reason: 'Για να προλάβουν όλοι να απαντήσουν.' })).problems).toEqual([{ field: 'closesAt', code: 'too_small', limit: null }]);
      expect((await act(stranger, extend, { id, closesAt: inDays(15), reason: 'Για να προλάβουν όλοι να απαντήσουν.' })).reason).toBe('department');
      expect((await act(official, extend, { id, closesAt: inDays(15), reason: 'Για να προλάβουν όλοι να απαντήσουν.' })).survey).toMatchObject({ extensions: [{ reason: 'Για να προλάβουν όλοι να απαντήσουν.' }] });
      await eventually('its ballot ends later too', async () => ((await city.get(Ballots).find(`survey:${id}`))?.closesAt?.getTime() ?? 0) > inDays(14).getTime());
    });

    it('opens when its time has come, with its ballot and those entitled counted', async () => {
      const id = await drafted(form({ opensAt: inDays(2) }));
      await act(official, publish, { id, revision: 1 });
      await surveys.updateOne({ _id: id }, { $set: { opensAt: new Date(Date.now() - 1000) } });
      await city.get(Opening).openDue();
      expect((await readBy(maria, id)).survey).toMatchObject({ status: 'open', takesAnswers: true, electorate: { entitled: expect.any(Number) } });
      expect(await city.get(Ballots).find(`survey:${id}`)).toMatchObject({ kind: 'survey', secrecy: 'secret' });
    });
  });

  describe('a citizen who answers', () => {
    it('answers once, may answer anew, and reads what they answered', async () => {
      const id = await opened();
      expect(await mineOf(maria, id)).toBeNull();
      expect(await sent(maria, id, full, { q6: 'Περισσότερα λεωφορεία το βράδυ. <script>alert(1)</script>' })).toMatchObject({ __typename: 'SurveyAnswered', changed: false, ballotId: `survey:${id}` });
      expect((await mineOf(maria, id))?.words).toEqual([{ questionId: 'q6', text: expect.stringContaining('Περισσότερα λεωφορεία'), state: 'waiting', reason: null }]);
      expect(await sent(maria, id, { ...full, q1: ['car'] })).toMatchObject({ __typename: 'SurveyAnswered', changed: true });
      const now = await mineOf(maria, id);
      expect(now?.words, 'words that are not sent any more are erased').toEqual([]);
      expect(now?.answers, 'and so is the answer to a question that is not asked any more').toEqual([{ questionId: 'q1', optionId: 'car' }, { questionId: 'q3', optionId: 'a' }, { questionId: 'q3', optionId: 'b' }, { questionId: 'q4', optionId: 'z' }, { questionId: 'q4', optionId: 'x' }, { questionId: 'q5', optionId: '2' }]);
      await eventually('one person is counted', async () => (await readBy(maria, id)).survey?.people === 1);
    });

    it('counts once where two presses come together, and where one press comes twice', async () => {
      const id = await opened();
      const nonce = anId();
      await Promise.all([sent(maria, id, full), sent(maria, id, { ...full, q5: ['5'] }), sent(maria, id, full, {}, { nonce }), sent(maria, id, full, {}, { nonce })]);
      await eventually('one person is counted', async () => ((await city.get(Tallies).fresh([`survey:${id}`])).get(`survey:${id}`)?.voters ?? 0) === 1);
      expect(await city.get<Model<SurveyAnswers>>(getModelToken(SurveyAnswers.name)).countDocuments({ surveyId: id })).toBe(1);
    });

    it('is told what they missed', async () => {
      const id = await opened();
      expect(await sent(maria, id, { q1: ['plane'], q3: ['a', 'b', 'c'] })).toEqual({ __typename: 'Invalid', problems: [{ field: 'q.q1', code: 'invalid', limit: null }, { field: 'q.q3', code: 'too_big', limit: 2 }] });
    });

    it('may pass over all that is not asked for, and still has taken part', async () => {
      const sections = aForm().sections.map((section) => ({ ...section, questions: section.questions.map((question) => ({ ...question, isRequired: false })) })) as SurveyInput['sections'];
      const id = await opened(form({ sections }));
      expect(await sent(maria, id, {}, { q6: 'Μόνο αυτό θέλω να πω.' })).toMatchObject({ __typename: 'SurveyAnswered' });
      await eventually('they are counted', async () => (await readBy(maria, id)).survey?.people === 1);
    });

    it('is one of those who are asked, and is not let in by another door', async () => {
      const id = await opened(form({ verified: true }));
      expect(await sent(maria, id, full)).toEqual({ __typename: 'NotEntitled', reason: 'verified' });
      expect((await asked<{ castVote: { __typename: string } }>(maria, castVote, { ballotId: `survey:${id}`, answers: [{ questionId: 'taken', optionId: 'yes' }], nonce: anId() })).castVote.__typename).toBe('BallotUnknown');
    });

    it('leaves nothing that leads to them: their answers and words stand under keys that tell nothing', async () => {
      const id = await opened();
      await sent(maria, id, full, { q6: 'Κάτι δικό μου.' });
      const stored = JSON.stringify([await city.get<Model<SurveyAnswers>>(getModelToken(SurveyAnswers.name)).find({ surveyId: id }).lean(), await city.get<Model<SurveyWordsRecord>>(getModelToken(SurveyWordsRecord.name)).find({ surveyId: id }).lean()]);
      expect(stored).not.toContain(maria.citizen.id);
      const [[answers], [own]] = JSON.parse(stored) as [[SurveyAnswers], [SurveyWordsRecord]];
      expect(Object.keys(own).sort()).toEqual(['_id', 'item', 'questionId', 'reason', 'state', 'surveyId', 'text']);
      expect([own._id, own.item]).not.toContain(answers._id);
      expect(new Date(answers.at).getTime() % 86_400_000, 'a day, no hour').toBe(0);
    });
  });

  describe('what was answered', () => {
    it('is told to nobody before twenty have answered, then without the last ten, and goes on by tens', async () => {
      const id = await opened();
      const room = await listen(city.url);
      await room.watch({ kind: 'survey', id });
      for (const one of people.slice(0, 19)) await sent(one, id, full);
      const settle = async (voters: number) => eventually(`${voters} are counted`, async () => {
        await city.get(SurveyCounting).renewDue();
        return (await toldOf(city, id))?.people === voters;
      });
      await settle(19);
      expect(await toldOf(official, id), 'not even to the department').toMatchObject({ at: null, questions: [], counted: 0 });
      await sent(people[19] as SignedIn, id, { ...full, q5: ['5'] });
      await eventually('ten are told of', async () => {
        await city.get(SurveyCounting).renewDue();
        return (await toldOf(city, id))?.counted === 10;
      });
      const told = await toldOf(city, id);
      expect(told).toMatchObject({ isFinal: false, who: null });
      expect(told?.questions.find(({ questionId }) => questionId === 'q5')).toMatchObject({ answered: 10, median: { value: 2 }, options: expect.arrayContaining([expect.objectContaining({ optionId: '5', people: 0 })]) });
      await sent(people[20] as SignedIn, id, full);
      await settle(21);
      expect((await toldOf(city, id))?.counted).toBe(10);
      expect((await city.get(Tallies).fresh([`survey:${id}`])).get(`survey:${id}`), 'the votes tell no sums').toMatchObject({ voters: 21, counts: [] });
      expect(room.heard.filter(({ name }) => name === 'tally').every(({ payload }) => (payload as { counts: unknown[] }).counts.length === 0)).toBe(true);
      room.close();
    });

    it('is told when it is over alone, where the survey says so', async () => {
      const id = await opened(form({ isLive: false }));
      for (const one of people.slice(0, 21)) await sent(one, id, full);
      expect(await toldOf(official, id)).toBeNull();
      await over(id);
      await counted(id);
      expect(await toldOf(city, id)).toMatchObject({ isFinal: true, counted: 21, people: 21 });
    });

    it('is final after the end: everybody, what few were asked hidden, and own words without anybody', async () => {
      const id = await opened(form({ publishesWords: false }));
      for (const [at, one] of people.entries()) await sent(one, id, at < 9 ? full : { q1: ['car'], q3: ['a'] }, at < 3 ? { q6: `Λόγια ${at}` } : {});
      expect(await wordsOf(official, id), 'nothing is read before').toEqual({ total: 0, items: [] });
      await over(id);
      await counted(id);
      const told = await toldOf(city, id);
      expect(told).toMatchObject({ isFinal: true, counted: 24, files: [{ name: 'questions' }, { name: 'groups' }] });
      const of = (question: string) => told?.questions.find(({ questionId }) => questionId === question);
      expect(of('q1')).toMatchObject({ answered: 24, options: [{ optionId: 'bus', people: 9 }, { optionId: 'car', people: 15 }, { optionId: 'other', people: 0 }] });
      expect(of('q2'), 'nine were asked').toMatchObject({ isHidden: true, answered: 0, options: [] });
      expect(of('q6')).toMatchObject({ writers: 3 });
      expect((await wordsOf(official, id)).items.map(({ text }) => text).sort()).toEqual(['Λόγια 0', 'Λόγια 1', 'Λόγια 2']);
      for (const who of [city, maria, stranger]) expect(await wordsOf(who, id)).toMatchObject({ items: [] });
      expect(await sent(maria, id, full)).toMatchObject({ __typename: 'BallotClosed' });
    });
  });

  describe('own words that are published', () => {
    it('are read by everybody when a moderator let them pass and it is over, and never hidden ones', async () => {
      const id = await opened();
      await sent(maria, id, full, { q6: 'Αυτό να το διαβάσουν όλοι.' });
      await sent(people[0] as SignedIn, id, full, { q6: 'Κάτι άσχημο.' });
      const records = await city.get<Model<SurveyWordsRecord>>(getModelToken(SurveyWordsRecord.name)).find({ surveyId: id }).lean<SurveyWordsRecord[]>().exec();
      const [good, bad] = ['Αυτό', 'Κάτι'].map((start) => records.find(({ text }) => text.startsWith(start))?.item ?? '');
      expect((await city.get(Subjects).cards([{ kind: 'survey-words', id: good ?? '' }])).get(`survey-words:${good}`)).toMatchObject({ authorId: null, isPublic: false, about: { kind: 'survey', id } });
      for (const [item, decision] of [[good, 'approved'], [bad, 'hidden']] as const) {
        await city.get(Events).publish('moderation.decided', { item: { kind: 'survey-words', id: item ?? '' }, decision, reason: 'Κανόνας 2', rule: 2, caseId: 'x', by: 'm', at: new Date() } as never);
      }
      await eventually('both are decided', async () => (await mineOf(people[0] as SignedIn, id))?.words[0]?.state === 'hidden' && (await mineOf(maria, id))?.words[0]?.state === 'public');
      expect((await wordsOf(city, id)).items).toEqual([]);
      await over(id);
      for (const who of [city, official]) expect((await wordsOf(who, id)).items.map(({ text }) => text)).toEqual(['Αυτό να το διαβάσουν όλοι.']);
    });
  });

  describe('the report', () => {
    it('comes after the end, once, with a promise that is kept; and what is reported is not taken back', async () => {
      const id = await opened();
      await sent(maria, id, full);
      const input = { learned: 'Μάθαμε ότι το βράδυ λείπουν δρομολόγια.', does: 'Προσθέτουμε δύο δρομολόγια μετά τις δέκα.', promise: 'Νέο πρόγραμμα στις στάσεις', dueAt: inDays(30) };
      expect(await act(official, report, { id, input })).toEqual({ __typename: 'NotAllowed', reason: 'not_closed' });
      await over(id);
      expect((await readBy(official, id)).survey).toMatchObject({ status: 'closed', canReport: true, reportDueAt: expect.any(String) });
      expect((await act(official, report, { id, input: { ...input, dueAt: null } })).problems).toEqual([{ field: 'dueAt', code: 'required', limit: null }]);
      expect(await act(stranger, report, { id, input })).toMatchObject({ reason: 'department' });
      expect((await act(official, report, { id, input })).survey).toMatchObject({ status: 'reported', reportDueAt: null, canReport: false, report: { does: input.does, promise: { text: input.promise, doneAt: null, isOverdue: false } } });
      expect((await act(official, report, { id, input: { ...input, does: 'Κάτι εντελώς διαφορετικό από πριν.' } })).survey?.report?.does).toBe(input.does);
      expect((await act(official, keepPromise, { id })).survey).toMatchObject({ report: { promise: { doneAt: expect.any(String) } } });
      expect(await act(official, withdraw, { id, reason: 'Δεν χρειάζεται πια.' })).toEqual({ __typename: 'NotAllowed', reason: 'reported' });
      const names = (await city.get(Threads).all()[0]?.moments([{ kind: 'survey', id }]))?.map((moment) => moment.id.split(':').at(-1));
      // It is counted within the minute, before or after this.
      expect(names?.filter((name) => name !== 'counted')).toEqual(['opened', 'closed', 'reported', 'kept']);
    });

    it('of a survey that was taken back nobody asks, and nobody answers it', async () => {
      const id = await opened();
      expect((await act(official, withdraw, { id, reason: 'Άλλαξε ο νόμος και δεν χρειάζεται.' })).survey).toMatchObject({ status: 'withdrawn', reportDueAt: null, takesAnswers: false });
      expect(await sent(maria, id, full)).toEqual({ __typename: 'NotFound', reason: 'survey' });
    });
  });

  describe('a person who leaves', () => {
    it('takes along what they answered and wrote; then the words are gone, and who they were beside the answers', async () => {
      const leaver = await signedIn(city, { name: 'Φεύγει', birthYear: 1980, districtId: 'kentro' });
      const id = await opened();
      await sent(leaver, id, full, { q6: 'Δικά μου λόγια.' });
      const parts = city.get(PersonalData).all();
      const entriesOf = async (name: string) => {
        const entries: object[] = [];
        for await (const entry of parts.find((part) => part.name === name)?.entries(leaver.citizen) ?? []) entries.push(entry);
        return entries;
      };
      expect(await entriesOf('surveyAnswers')).toMatchObject([{ path: `/surveys/${id}`, chosen: { q1: ['bus'] }, group: { districtId: 'kentro' } }]);
      expect(await entriesOf('surveyWords')).toMatchObject([{ text: 'Δικά μου λόγια.', question: { el: expect.any(String) } }]);
      for (const name of ['surveyAnswers', 'surveyWords']) await parts.find((part) => part.name === name)?.forget(leaver.citizen);
      expect(await entriesOf('surveyWords')).toEqual([]);
      expect(await entriesOf('surveyAnswers')).toMatchObject([{ chosen: { q1: ['bus'] }, group: { ageBand: null, districtId: null, gender: null } }]);
    });
  });
});

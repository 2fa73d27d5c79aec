import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PersonalData, sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { Clock, Events, eventually, newId, startCity, type SubjectCard, Subjects, type TestCity, Threads } from '@isegoria/kernel/api';
import type { Meeting as Shown, MeetingGuestListResult, MeetingInput, MeetingPoll, MeetingQuestion, MeetingQuestionResult, MeetingResult, RegisterResult } from '@isegoria/meetings/contracts';
import type { Notice } from '@isegoria/notifications/contracts';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { Tallies } from '@isegoria/votes/api';
import { MeetingGuestRecord } from './guests/guest.schema';
import { Places } from './guests/places.service';
import { Meeting } from './meeting.schema';
import { aMeetingInput, aPoll, aQuestion, inHours } from './meetings.builders';
import { MeetingsModule } from './meetings.module';
import { News } from './news';
import { Organising } from './organising.service';
import { MeetingPollRecord } from './room/poll.schema';
import { Polls } from './room/polls.service';
import { QuestionStanding } from './room/question-standing';
import { MeetingQuestionRecord } from './room/question.schema';

const refused = '... on Invalid { problems { field code } } ... on NotAllowed { reason } ... on NotFound { reason }';
const whole = `id stage revision title { el } startsAt registered waiting places came currentItemId currentQuestionId isRemote postponements { from reason } cancellation { reason } reportDueAt items { id subjects { kind id } }
  report { outcomes { id text dueAt doneAt isOverdue department { id } } } mine { place queue needs joinUrl mayRegister organises canAnnounce canEdit canOpen canClose canCancel canReport }`;
const saved = `__typename ... on MeetingSaved { meeting { ${whole} } } ${refused}`;
const question = 'id text author isFromHall stage supports isPublic isMine dueAt answer { text isInWriting } verdict { reason }';
const asked = `__typename ... on MeetingQuestionSaved { question { ${question} } } ${refused} ... on TooMany { retryAfterSeconds }`;
const poll = 'id isOpen isLive people present options { id people }';
const q = {
  save: `mutation ($id: ID!, $revision: Int, $input: MeetingInput!) { saveMeeting(id: $id, revision: $revision, input: $input) { ${saved} } }`,
  announce: `mutation ($id: ID!, $revision: Int!) { announceMeeting(id: $id, revision: $revision) { ${saved} } }`,
  postpone: `mutation ($id: ID!, $startsAt: DateTime!, $endsAt: DateTime!, $reason: String!) { postponeMeeting(id: $id, startsAt: $startsAt, endsAt: $endsAt, reason: $reason) { ${saved} } }`,
  cancel: `mutation ($id: ID!, $reason: String!) { cancelMeeting(id: $id, reason: $reason) { ${saved} } }`,
  open: `mutation ($id: ID!) { openMeeting(id: $id) { ${saved} } }`,
  close: `mutation ($id: ID!) { closeMeeting(id: $id) { ${saved} } }`,
  item: `mutation ($id: ID!, $itemId: ID) { setMeetingItem(id: $id, itemId: $itemId) { ${saved} } }`,
  takeUp: `mutation ($id: ID!, $questionId: ID) { takeUpMeetingQuestion(id: $id, questionId: $questionId) { ${saved} } }`,
  count: `mutation ($id: ID!, $came: Int!) { countMeeting(id: $id, came: $came) { ${saved} } }`,
  report: `mutation ($id: ID!, $input: MeetingReportInput!) { reportMeeting(id: $id, input: $input) { ${saved} } }`,
  keep: `mutation ($id: ID!, $outcomeId: ID!) { keepMeetingOutcome(id: $id, outcomeId: $outcomeId) { ${saved} } }`,
  register: `mutation ($id: ID!, $needs: String!) { registerForMeeting(id: $id, needs: $needs) { ${saved} ... on TooMany { retryAfterSeconds } } }`,
  leave: `mutation ($id: ID!) { leaveMeeting(id: $id) { ${saved} } }`,
  ask: `mutation ($input: AskAtMeetingInput!) { askAtMeeting(input: $input) { ${asked} } }`,
  withdraw: `mutation ($id: ID!) { withdrawMeetingQuestion(id: $id) { ${asked} } }`,
  defer: `mutation ($id: ID!) { deferMeetingQuestion(id: $id) { ${asked} } }`,
  answer: `mutation ($id: ID!, $text: String!) { answerMeetingQuestion(id: $id, text: $text) { ${asked} } }`,
  poll: `mutation ($input: MeetingPollInput!) { askMeetingPoll(input: $input) { __typename ... on MeetingPollSaved { poll { ${poll} } } ${refused} } }`,
  closePoll: `mutation ($id: ID!) { closeMeetingPoll(id: $id) { __typename ... on MeetingPollSaved { poll { ${poll} } } ${refused} } }`,
  list: 'mutation ($id: ID!) { openMeetingGuestList(id: $id) { __typename ... on MeetingGuestList { guests { name isWaiting needs } } ... on NotAllowed { reason } ... on NotFound { reason } } }',
  one: `query ($id: ID!) { meeting(id: $id) { ${whole} } }`,
  all: 'query ($filter: MeetingFilter) { meetings(filter: $filter) { items { id stage } } }',
  questions: `query ($id: ID!) { meetingQuestions(meetingId: $id) { items { ${question} } } }`,
  polls: `query ($id: ID!) { meetingPolls(meetingId: $id) { ${poll} } }`,
  guests: 'query ($id: ID!) { meetingGuests(meetingId: $id) { total items { name needs } } }',
  desk: '{ meetingDesk { drafts { id } toReport { id } toAnswer { question { id } isLate } } }',
  cast: 'mutation ($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!) { castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce) { __typename } }',
  acts: 'query { ledgerActs(first: 100) { items { act subject { id } } } }',
  notices: '{ inbox(first: 100) { items { name about { id } } } }',
};
const yes = [{ questionId: 'support', optionId: 'yes' }];

describe('a meeting, from the draft to what was agreed', () => {
  let city: TestCity;
  let maria: SignedIn;
  let nikos: SignedIn;
  let eleni: SignedIn;
  let unconfirmed: SignedIn;
  let olga: SignedIn;
  let stranger: SignedIn;
  let clerk: SignedIn;
  let meetings: Model<Meeting>;
  let guests: Model<MeetingGuestRecord>;
  let questions: Model<MeetingQuestionRecord>;

  beforeAll(async () => {
    process.env['RATE_LIMITS'] = 'off';
    city = await startCity([MeetingsModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    const official = { roles: ['citizen', 'official'] as const };
    [maria, nikos, eleni, unconfirmed, olga, stranger, clerk] = await Promise.all([
      signedIn(city, { name: 'Μαρία' }), signedIn(city, { name: 'Νίκος' }), signedIn(city, { name: 'Ελένη' }), signedIn(city, { name: 'Χωρίς', confirmed: false }),
      signedIn(city, { name: 'Όλγα', roles: [...official.roles], departmentId: 'technical' }), signedIn(city, { name: 'Ξένος', roles: [...official.roles], departmentId: 'culture' }), signedIn(city, { name: 'Γραμματεία', roles: ['citizen', 'clerk'] }),
    ]);
    meetings = city.get<Model<Meeting>>(getModelToken(Meeting.name));
    guests = city.get<Model<MeetingGuestRecord>>(getModelToken(MeetingGuestRecord.name));
    questions = city.get<Model<MeetingQuestionRecord>>(getModelToken(MeetingQuestionRecord.name));
    const square: SubjectCard = { kind: 'square', id: 'one', title: 'Η πλατεία', path: '/squares/one', excerpt: '', authorId: null, isPublic: true, acceptsComments: false, createdAt: new Date() };
    city.get(Subjects).register('square', { cards: (ids) => Promise.resolve(ids.map((id) => ({ ...square, id, isPublic: id !== 'secret' }))), find: () => Promise.resolve(['one', 'secret']) });
  }, 120_000);
  afterAll(async () => {
    await city.stop();
    delete process.env['RATE_LIMITS'];
  });

  const answerOf = async <T = Record<string, never>>(who: SignedIn | TestCity, query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const { data, errors } = await who.graph<T>(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const act = async <T = MeetingResult>(who: SignedIn, query: string, variables: Record<string, unknown>): Promise<T> => Object.values(await answerOf<Record<string, T>>(who, query, variables))[0] as T;
  const done = async (who: SignedIn, query: string, variables: Record<string, unknown>): Promise<Shown> => {
    const result = await act<MeetingResult | RegisterResult>(who, query, variables);
    if (result.__typename !== 'MeetingSaved') throw new Error(JSON.stringify(result));
    return result.meeting;
  };
  const drafted = async (wanted: Partial<MeetingInput> = {}): Promise<string> => {
    const id = newId();
    await done(olga, q.save, { id, input: aMeetingInput(wanted) });
    return id;
  };
  const announced = async (wanted: Partial<MeetingInput> = {}): Promise<string> => {
    const id = await drafted(wanted);
    await done(olga, q.announce, { id, revision: 1 });
    return id;
  };
  const opened = async (wanted: Partial<MeetingInput> = {}): Promise<string> => {
    const id = await announced(wanted);
    await done(olga, q.open, { id });
    return id;
  };
  const read = async (who: SignedIn | TestCity, id: string) => (await answerOf<{ meeting: Shown | null }>(who, q.one, { id })).meeting;
  const ask = (who: SignedIn, id: string, wanted = {}) => act<MeetingQuestionResult>(who, q.ask, { input: aQuestion(id, wanted) });
  const asks = async (who: SignedIn, id: string, wanted = {}): Promise<MeetingQuestion> => {
    const result = await ask(who, id, wanted);
    if (result.__typename !== 'MeetingQuestionSaved') throw new Error(JSON.stringify(result));
    return result.question;
  };
  const questionsOf = async (who: SignedIn | TestCity, id: string) => (await answerOf<{ meetingQuestions: { items: MeetingQuestion[] } }>(who, q.questions, { id })).meetingQuestions.items;
  const support = (who: SignedIn, id: string) => act<{ __typename: string }>(who, q.cast, { ballotId: `meeting-question:${id}`, answers: yes, nonce: newId() });
  const actsOn = async (id: string) => (await answerOf<{ ledgerActs: { items: { act: string; subject: { id: string } }[] } }>(city, q.acts)).ledgerActs.items.filter(({ subject }) => subject.id === id).map(({ act: name }) => name);
  const toldOf = async (who: SignedIn, name: string, id: string) => (await answerOf<{ inbox: { items: Notice[] } }>(who, q.notices)).inbox.items.filter((notice) => notice.name === name && notice.about.id === id);

  describe('as it is written', () => {
    it('is nobody’s but its organisers’ until it is announced, and a stranger is told nothing of it', async () => {
      const id = await drafted();
      expect(await read(city, id)).toBeNull();
      expect(await read(stranger, id)).toBeNull();
      expect(await read(clerk, id)).toMatchObject({ stage: 'draft', mine: { canAnnounce: true } });
      expect(await act(stranger, q.save, { id, revision: 1, input: aMeetingInput() })).toEqual({ __typename: 'NotFound', reason: 'meeting' });
      expect(await act<RegisterResult>(maria, q.register, { id, needs: '' })).toEqual({ __typename: 'NotFound', reason: 'meeting' });
      expect((await maria.graph(q.save, { id: newId(), input: aMeetingInput() })).errors, 'a citizen makes none').toBeDefined();
      await done(olga, q.announce, { id, revision: 1 });
      expect(await read(city, id)).toMatchObject({ stage: 'announced', isRemote: true, mine: { joinUrl: null, mayRegister: true, organises: false } });
      expect(await act(stranger, q.cancel, { id, reason: 'Δεν θέλω.' })).toEqual({ __typename: 'NotAllowed', reason: 'department' });
      await eventually('the ledger knows', async () => (await actsOn(id)).includes('meeting.announced'));
    });

    it('is saved once by a double press, and of two who change it the second is told', async () => {
      const id = newId();
      const input = aMeetingInput();
      const [one, two] = await Promise.all([act(olga, q.save, { id, input }), act(olga, q.save, { id, input })]);
      expect([one.__typename, two.__typename]).toContain('MeetingSaved');
      expect(await meetings.countDocuments({ _id: id })).toBe(1);
      await done(clerk, q.save, { id, revision: 1, input: aMeetingInput({ places: 10 }) });
      expect(await act(olga, q.save, { id, revision: 1, input })).toEqual({ __typename: 'NotAllowed', reason: 'changed' });
    });

    it('is not announced with a gap, nor about what is hidden, nor in the past; its day is moved with a reason alone', async () => {
      const id = await drafted({ startsAt: null, text: { el: '', en: '' } });
      expect(await act(olga, q.announce, { id, revision: 1 })).toMatchObject({ __typename: 'Invalid', problems: expect.arrayContaining([expect.objectContaining({ field: 'startsAt' }), expect.objectContaining({ field: 'text.el' })]) });
      const hidden = aMeetingInput({ items: [{ id: 'i1', title: { el: 'Κάτι', en: '' }, subjects: [{ kind: 'square', id: 'secret' }] }] });
      expect(await act(olga, q.save, { id: newId(), input: hidden })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'items.0.subjects' }] });
      const late = await drafted({ startsAt: inHours(-3), endsAt: inHours(-1) });
      expect(await act(olga, q.announce, { id: late, revision: 1 })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'startsAt', code: 'too_small' }] });
      const out = await announced();
      expect(await act(olga, q.save, { id: out, revision: 2, input: aMeetingInput({ startsAt: inHours(30), endsAt: inHours(32) }) })).toEqual({ __typename: 'NotAllowed', reason: 'other_day' });
    });
  });

  describe('until it meets', () => {
    it('gives exactly three places to the two hundred who press at once, and one to a double press', async () => {
      const id = await announced({ places: 3 });
      const places = city.get(Places);
      const crowd = Array.from({ length: 200 }, (_, at) => ({ ...maria.citizen, id: `crowd-${at}` }));
      await Promise.all([...crowd, ...crowd.slice(0, 20)].map((citizen) => places.register(citizen, id, '')));
      expect(await guests.countDocuments({ meetingId: id, isWaiting: false })).toBe(3);
      expect(await guests.countDocuments({ meetingId: id })).toBe(200);
      expect(await read(city, id)).toMatchObject({ registered: 3, waiting: 197 });
    }, 60_000);

    it('moves up whoever waits longest when somebody leaves, tells them once, and finds what a killed process left', async () => {
      const id = await announced({ places: 1 });
      await done(maria, q.register, { id, needs: 'Αμαξίδιο' });
      expect((await done(nikos, q.register, { id, needs: '' })).mine).toMatchObject({ place: 'waiting', queue: 1, joinUrl: null });
      expect((await done(eleni, q.register, { id, needs: '' })).mine).toMatchObject({ place: 'waiting', queue: 2 });
      expect((await done(maria, q.leave, { id })).mine).toMatchObject({ place: 'none' });
      expect((await read(nikos, id))?.mine).toMatchObject({ place: 'registered', joinUrl: 'https://meet.example/secret-room' });
      await eventually('he is told', async () => (await toldOf(nikos, 'meetings.place', id)).length === 1);
      // Killed after the place was given back and before anybody moved up; then after the move and before the telling.
      await guests.deleteOne({ _id: `${id}.${nikos.citizen.id}` });
      await meetings.updateOne({ _id: id }, { $inc: { registered: -1 } });
      await city.get(Places).fillAll();
      expect((await read(eleni, id))?.mine.place).toBe('registered');
      await city.get(Places).fillAll();
      await eventually('she is told', async () => (await toldOf(eleni, 'meetings.place', id)).length === 1);
      expect(await read(city, id)).toMatchObject({ registered: 1, waiting: 0 });
    });

    it('shows who comes and what they need to its organisers alone, and the printed list stands in the ledger first', async () => {
      const id = await announced();
      await done(maria, q.register, { id, needs: 'Διερμηνεία στη νοηματική' });
      expect((await done(maria, q.register, { id, needs: 'Διερμηνεία' })).mine).toMatchObject({ place: 'registered', needs: 'Διερμηνεία' });
      expect((await read(nikos, id))?.mine).toMatchObject({ needs: '', joinUrl: null });
      expect(await answerOf(stranger, q.guests, { id })).toEqual({ meetingGuests: { total: 0, items: [] } });
      expect((await nikos.graph(q.guests, { id })).errors).toBeDefined();
      expect(await answerOf(olga, q.guests, { id })).toEqual({ meetingGuests: { total: 1, items: [{ name: 'Μαρία', needs: 'Διερμηνεία' }] } });
      expect(await act<MeetingGuestListResult>(stranger, q.list, { id })).toEqual({ __typename: 'NotAllowed', reason: 'department' });
      expect(await act<MeetingGuestListResult>(olga, q.list, { id })).toMatchObject({ guests: [{ name: 'Μαρία', isWaiting: false, needs: 'Διερμηνεία' }] });
      await eventually('the opening is on record', async () => (await actsOn(id)).includes('meeting.listOpened'));
      expect(await act<RegisterResult>(unconfirmed, q.register, { id, needs: '' })).toEqual({ __typename: 'NotAllowed', reason: 'unconfirmed' });
    });

    it('is put on another day with the old one in view, once; and who registered is told, and reminded a day before', async () => {
      const id = await announced({ startsAt: inHours(200), endsAt: inHours(202) });
      await done(maria, q.register, { id, needs: '' });
      const other = { id, startsAt: inHours(20), endsAt: inHours(22), reason: 'Δεν βρέθηκε αίθουσα.' };
      const [one, two] = await Promise.all([done(olga, q.postpone, other), done(clerk, q.postpone, other)]);
      expect([one.postponements, two.postponements]).toEqual([[expect.objectContaining({ reason: 'Δεν βρέθηκε αίθουσα.' })], [expect.objectContaining({ reason: 'Δεν βρέθηκε αίθουσα.' })]]);
      await eventually('she is told', async () => (await toldOf(maria, 'meetings.postponed', id)).length === 1);
      await city.get(News).remind();
      await city.get(News).remind();
      await eventually('she is reminded', async () => (await toldOf(maria, 'meetings.soon', id)).length === 1);
      expect(await act(olga, q.cancel, { id, reason: '' })).toMatchObject({ __typename: 'Invalid' });
      expect(await done(olga, q.cancel, { id, reason: 'Κακοκαιρία.' })).toMatchObject({ stage: 'cancelled', cancellation: { reason: 'Κακοκαιρία.' } });
      await eventually('she is told that too', async () => (await toldOf(maria, 'meetings.cancelled', id)).length === 1);
      expect(await act<RegisterResult>(nikos, q.register, { id, needs: '' })).toEqual({ __typename: 'NotAllowed', reason: 'closed' });
    });

    it('stands in the thread of what it is about, and in calendars without the way in', async () => {
      const id = await announced({ items: [{ id: 'i1', title: { el: 'Η πλατεία', en: '' }, subjects: [{ kind: 'square', id: 'one' }] }] });
      expect((await read(city, id))?.items).toEqual([{ id: 'i1', subjects: [{ kind: 'square', id: 'one' }] }]);
      const links = (await Promise.all(city.get(Threads).all().map((source) => source.links([{ kind: 'square', id: 'one' }])))).flat();
      expect(links).toContainEqual([{ kind: 'square', id: 'one' }, { kind: 'meeting', id }]);
      const file = await (await fetch(`${city.url}/meeting-files/one/${id}.ics`)).text();
      expect(file).toContain(`UID:meeting-${id}@`);
      expect(file).not.toContain('secret-room');
      expect((await fetch(`${city.url}/meeting-files/one/${await drafted()}.ics`)).status).toBe(404);
      expect(await (await fetch(`${city.url}/meeting-files/all.ics`)).text()).toContain('BEGIN:VCALENDAR');
    });

    it('is opened once by two who press at once, two hours before its time at the earliest', async () => {
      const id = await announced();
      const [one, two] = await Promise.all([done(olga, q.open, { id }), done(clerk, q.open, { id })]);
      expect([one.stage, two.stage]).toEqual(['open', 'open']);
      expect((await read(city, id))?.revision).toBe(3);
      const early = await announced({ startsAt: inHours(9), endsAt: inHours(10) });
      expect(await act(olga, q.open, { id: early })).toEqual({ __typename: 'NotAllowed', reason: 'early' });
    });
  });

  describe('while it meets', () => {
    it('takes questions of whoever is signed in, as many as it allows, each press once; and others support them', async () => {
      const id = await opened();
      const nonce = newId();
      const [one, two] = await Promise.all([asks(maria, id, { nonce }), asks(maria, id, { nonce })]);
      expect(one.id).toBe(two.id);
      expect(one.text).toBe('Ποιος ποτίζει τα δέντρα; <script>alert(1)</script>');
      const more = await Promise.all(Array.from({ length: 4 }, () => ask(maria, id)));
      expect(more.map((result) => ('reason' in result ? result.reason : 'asked')).sort()).toEqual(['asked', 'enough', 'enough', 'enough']);
      expect(await ask(unconfirmed, id)).toMatchObject({ reason: 'unconfirmed' });
      expect(await support(nikos, one.id)).toEqual({ __typename: 'VoteCast' });
      expect(await support(eleni, one.id)).toEqual({ __typename: 'VoteCast' });
      await eventually('two support it, and it is first', async () => (await questionsOf(city, id))[0]?.supports === 2);
      expect((await questionsOf(city, id))[0]).toMatchObject({ id: one.id, isMine: false, author: 'Μαρία' });
      expect((await questionsOf(maria, id))[0]?.isMine).toBe(true);
    });

    it('has one item and one question before the hall, set by its organisers; and what the hall says is written down', async () => {
      const id = await opened();
      expect((await read(city, id))?.currentItemId).toBe('i1');
      expect(await done(olga, q.item, { id, itemId: 'i2' })).toMatchObject({ currentItemId: 'i2' });
      expect(await act(olga, q.item, { id, itemId: 'nowhere' })).toMatchObject({ __typename: 'NotFound' });
      expect(await ask(maria, id, { isFromHall: true })).toEqual({ __typename: 'NotAllowed', reason: 'department' });
      const said = await asks(olga, id, { isFromHall: true });
      expect(said).toMatchObject({ isFromHall: true, author: '', isMine: false });
      expect(await done(olga, q.takeUp, { id, questionId: said.id })).toMatchObject({ currentQuestionId: said.id });
      const elsewhere = await asks(maria, await opened());
      expect(await act(olga, q.takeUp, { id, questionId: elsewhere.id })).toMatchObject({ __typename: 'NotFound' });
      expect(await act(stranger, q.takeUp, { id, questionId: said.id })).toEqual({ __typename: 'NotAllowed', reason: 'department' });
      expect(await act(maria, q.withdraw, { id: said.id })).toMatchObject({ __typename: 'NotFound' });
    });

    it('has a question wait for a moderator where it says so, and hides one that a moderator took off', async () => {
      const id = await opened({ room: { questions: 'wait', perPerson: 3, answerDays: 20, hasOpinions: false } });
      const waiting = await asks(maria, id);
      expect(waiting).toMatchObject({ isPublic: false, isMine: true });
      expect(await questionsOf(city, id)).toEqual([]);
      expect(await questionsOf(nikos, id)).toEqual([]);
      expect(await questionsOf(olga, id)).toHaveLength(1);
      expect(await support(nikos, waiting.id), 'it has no ballot yet').toEqual({ __typename: 'BallotUnknown' });
      expect(await act<MeetingQuestionResult>(olga, q.answer, { id: waiting.id, text: 'Ο δήμος.' })).toEqual({ __typename: 'NotAllowed', reason: 'not_public' });
      const decided = (decision: 'approved' | 'hidden', at: Date) => city.get(Events).publish('moderation.decided', { item: { kind: 'meeting-question', id: waiting.id }, decision, rule: decision === 'hidden' ? 2 : null, reason: 'Προσβλητική.', caseId: 'c1', at });
      const now = Date.now();
      await decided('approved', new Date(now));
      expect(await questionsOf(city, id)).toHaveLength(1);
      await done(olga, q.takeUp, { id, questionId: waiting.id });
      await decided('hidden', new Date(now + 10));
      await decided('approved', new Date(now + 5));
      expect(await questionsOf(city, id), 'an older word that comes late changes nothing').toEqual([]);
      expect((await read(city, id))?.currentQuestionId).toBeNull();
      expect((await questionsOf(maria, id))[0]).toMatchObject({ isPublic: false, verdict: { reason: 'Προσβλητική.' } });
      expect(await questionsOf(olga, id)).toEqual([]);
    });

    it('takes nothing that comes after it was closed, and leaves what is open to be answered in writing', async () => {
      const id = await opened({ room: { questions: 'public', perPerson: 20, answerDays: 20, hasOpinions: false } });
      const before = await asks(maria, id);
      const [, ...tries] = await Promise.all([done(olga, q.close, { id }), ...Array.from({ length: 12 }, () => ask(nikos, id))]);
      const kept = tries.filter(({ __typename }) => __typename === 'MeetingQuestionSaved').length;
      await eventually('all are left for writing', async () => (await questionsOf(city, id)).every(({ stage }) => stage === 'later'));
      expect((await questionsOf(city, id)).length).toBe(kept + 1);
      expect(await ask(eleni, id)).toEqual({ __typename: 'NotAllowed', reason: 'not_open' });
      expect((await questionsOf(city, id)).find((one) => one.id === before.id)?.dueAt).not.toBeNull();
      expect(await done(clerk, q.close, { id }), 'pressed again').toMatchObject({ stage: 'closed' });
    });

    it('finds a question whose process died before anything followed', async () => {
      const id = await opened();
      const { id: question } = await asks(maria, id);
      await city.get<Model<object>>(getModelToken('Ballot')).deleteOne({ _id: `meeting-question:${question}` });
      await questions.updateOne({ _id: question }, { $set: { entered: false, at: inHours(-1) } });
      await city.get(QuestionStanding).enterTheForgotten();
      expect(await questions.findById(question).lean()).toMatchObject({ entered: true });
      expect(await city.get<Model<object>>(getModelToken('Ballot')).countDocuments({ _id: `meeting-question:${question}` })).toBe(1);
    });

    it('asks one straw poll at a time, whose counts come at its end', async () => {
      const id = await opened();
      const one = aPoll(id);
      const both = await Promise.all([act<{ __typename: string; reason?: string }>(olga, q.poll, { input: one }), act<{ __typename: string; reason?: string }>(clerk, q.poll, { input: aPoll(id) })]);
      expect(both.map(({ __typename, reason }) => reason ?? __typename).sort()).toEqual(['MeetingPollSaved', 'other']);
      const standing = await city.get<Model<MeetingPollRecord>>(getModelToken(MeetingPollRecord.name)).findOne({ meetingId: id, isOpen: true }).lean();
      const ballotId = `meeting-poll:${standing?._id}`;
      expect(await act<{ __typename: string }>(maria, q.cast, { ballotId, answers: [{ questionId: 'poll', optionId: 'o1' }], nonce: newId() })).toEqual({ __typename: 'VoteCast' });
      const shown = async () => (await answerOf<{ meetingPolls: MeetingPoll[] }>(city, q.polls, { id })).meetingPolls[0];
      await eventually('one answered', async () => (await shown())?.people === 1);
      expect((await shown())?.options.map(({ people }) => people), 'who watches learns nothing').toEqual([null, null]);
      expect((await city.get(Tallies).fresh([ballotId])).get(ballotId)?.counts).toEqual([]);
      await act(olga, q.closePoll, { id: standing?._id });
      await eventually('it is over, and told', async () => (await shown())?.options[0]?.people === 1);
      await city.get(Polls).endDue();
      expect(await act(olga, q.poll, { input: aPoll(id) })).toMatchObject({ __typename: 'MeetingPollSaved' });
      expect(await act(maria, q.closePoll, { id: one.id }).catch(() => 'refused')).toBe('refused');
    }, 30_000);
  });

  describe('afterwards', () => {
    it('is reported on once, with promises that are kept; what was left is answered one by one, and who asked and supported is told', async () => {
      const id = await opened();
      const { id: question } = await asks(maria, id);
      await support(nikos, question);
      await eventually('he follows it', async () => (await questionsOf(city, id))[0]?.supports === 1);
      await done(eleni, q.register, { id, needs: '' });
      await done(olga, q.count, { id, came: 31 });
      await done(olga, q.close, { id });
      await eventually('it is left for writing', async () => (await questionsOf(city, id))[0]?.stage === 'later');
      expect((await answerOf<{ meetingDesk: { toAnswer: { question: { id: string } }[]; toReport: { id: string }[] } }>(olga, q.desk)).meetingDesk).toMatchObject({ toAnswer: expect.arrayContaining([{ question: { id: question }, isLate: false }]), toReport: expect.arrayContaining([{ id }]) });
      const input = { text: { el: 'Ήρθαν 31 άτομα και μίλησαν οι μισοί.', en: '' }, minutesUrl: '', outcomes: [{ text: 'Φύτευση ως τον Μάρτιο', departmentId: 'technical', dueAt: inHours(500) }] };
      expect(await act(olga, q.report, { id, input: { ...input, minutesUrl: 'javascript:alert(1)' } })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'minutesUrl' }] });
      const [reported, again] = await Promise.all([done(olga, q.report, { id, input }), done(clerk, q.report, { id, input })]);
      expect([reported.report?.outcomes.length, again.report?.outcomes.length]).toEqual([1, 1]);
      const outcomeId = reported.report?.outcomes[0]?.id;
      await done(olga, q.keep, { id, outcomeId });
      expect((await done(olga, q.keep, { id, outcomeId })).report?.outcomes[0]).toMatchObject({ doneAt: expect.any(String), isOverdue: false });
      await eventually('she is told', async () => (await toldOf(eleni, 'meetings.reported', id)).length === 1 && (await toldOf(eleni, 'meetings.kept', id)).length === 1);

      const [first, second] = await Promise.all([act<MeetingQuestionResult>(olga, q.answer, { id: question, text: 'Ο εργολάβος.' }), act<MeetingQuestionResult>(clerk, q.answer, { id: question, text: 'Ο δήμος.' })]);
      expect([first, second].filter(({ __typename }) => __typename === 'MeetingQuestionSaved')).toHaveLength(1);
      await eventually('both are told', async () => (await toldOf(maria, 'meetings.answered', question)).length === 1 && (await toldOf(nikos, 'meetings.answered', question)).length === 1);
      expect((await questionsOf(city, id))[0]).toMatchObject({ stage: 'answered', answer: { isInWriting: true } });
      await eventually('all of it is in the ledger', async () => (await actsOn(id)).filter((name) => name === 'meeting.kept' || name === 'meeting.answered').length === 2);
      expect(await actsOn(id)).toEqual(expect.arrayContaining(['meeting.announced', 'meeting.opened', 'meeting.closed', 'meeting.reported', 'meeting.answered']));
    });

    it('is closed by the city where nobody closed it', async () => {
      const id = await opened();
      await meetings.updateOne({ _id: id }, { $set: { endsAt: inHours(-20) } });
      await city.get(Organising).endForgotten();
      expect(await read(city, id)).toMatchObject({ stage: 'closed', reportDueAt: expect.any(String) });
    });

    it('forgets what people needed thirty days later, and lets whoever leaves the city go', async () => {
      const id = await opened({ places: 1 });
      await done(maria, q.register, { id, needs: 'Αμαξίδιο' });
      await done(nikos, q.register, { id, needs: 'Φύλαξη παιδιού' });
      const { id: question } = await asks(maria, id);
      const parts = city.get(PersonalData).all().filter(({ name }) => name.startsWith('meeting'));
      const person = { id: maria.citizen.id, personId: maria.citizen.personId };
      for (const part of parts) await part.forget(person);
      expect(await questionsOf(city, id)).toMatchObject([{ id: question, author: '' }]);
      expect(await guests.countDocuments({ citizenId: maria.citizen.id })).toBe(0);
      expect((await read(nikos, id))?.mine.place).toBe('registered');
      await done(olga, q.close, { id });
      await meetings.updateOne({ _id: id }, { $set: { endsAt: new Date(city.get(Clock).now().getTime() - 31 * 86_400_000) } });
      await city.get(Places).forgetNeeds();
      expect(await guests.countDocuments({ meetingId: id, needs: { $ne: '' } })).toBe(0);
    });
  });
});

import { CommentsModule } from '@isegoria/comments/api';
import { IdentityModule, PersonalData, sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { Clock, Datasets, eventually, Events, Figures, Importers, startCity, type PlacedRow, type TestCity, Unheard } from '@isegoria/kernel/api';
import type { DataRow } from '@isegoria/kernel/contracts';
import { LedgerModule } from '@isegoria/ledger/api';
import { ModerationModule } from '@isegoria/moderation/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { ProcessesModule, ProcessesSeed } from '@isegoria/processes/api';
import type { PhaseSettings } from '@isegoria/processes/contracts';
import { RealtimeModule } from '@isegoria/realtime/api';
import { VotesModule } from '@isegoria/votes/api';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Changes } from '../decisions/changes.service';
import { Evaluation } from '../evaluation.schema';
import { aRecord } from '../evaluations.builders';
import { EvaluationsModule, EvaluationsRecount, Weighing } from '../index';
import { Settling } from '../settling.service';

const EVALUATE = `mutation E($id: ID!, $version: String!, $answers: [EvaluationAnswerInput!]!, $nonce: String!, $round: Int, $concern: ConcernInput, $change: String, $follow: Boolean) {
  evaluate(decisionId: $id, versionId: $version, answers: $answers, nonce: $nonce, round: $round, concern: $concern, change: $change, follow: $follow) {
    __typename ... on Evaluated { changed ballotId leaf promise { leafHash } } ... on Invalid { problems { field code } } ... on DecisionChanged { versionId }
  }
}`;
const SAVE = 'mutation S($input: ChoiceInput!) { saveChoice(input: $input) { __typename ... on ChoiceSaved { choice { id revision acts { id } } } ... on ActsTaken { ids } ... on NotAllowed { reason } ... on Invalid { problems { field } } } }';
const REQUEST = 'mutation R($id: ID!) { requestEvaluation(decisionId: $id) { __typename ... on EvaluationRequested { requests isOpen } ... on NotAllowed { reason } } }';
const REPLY = 'mutation R($input: ReplyInput!) { reply(input: $input) { __typename ... on ReplySaved { reply { id promise { isOverdue doneAt } } } ... on NotAllowed { reason } ... on Invalid { problems { field } } } }';
const DELIVER = 'mutation D($subject: SubjectInput!) { declareDelivered(subject: $subject) { __typename ... on Delivered { weighing { openRound } } ... on NotAllowed { reason } } }';
const WEIGHING = 'query W($subject: SubjectInput!) { weighing(subject: $subject) { versionId openRound requests requestsNeeded deliveredAt rounds { round isOpen opinion { people criteria { id counts } } } } }';
const NOTICES = '{ inbox { items { name path params { name text localized { el } } } } }';

const criteria = ['necessary', 'fair', 'well_explained', 'well_carried_out'];
const all = (option: string) => criteria.map((criterionId) => ({ criterionId, optionId: option }));
const silent = { total: () => undefined, added: () => undefined, unchanged: () => undefined, changed: () => undefined, refused: (record: string, why: string) => { throw new Error(`${record}: ${why}`); } };
let presses = 0;
const nonce = () => `press-${String(++presses).padStart(6, '0')}`;
const dayMs = 86_400_000;

interface WeighingAnswer {
  weighing: { versionId: string; openRound: number | null; requests: number; requestsNeeded: number; deliveredAt: string | null; rounds: { round: number; isOpen: boolean; opinion: { people: number; criteria: { counts: number[] }[] } }[] };
}

describe('from a stack of acts to what matters', () => {
  let city: TestCity;
  let official: SignedIn;
  const acts = { road: 'roadwdi-aaa', signs: 'signwdi-bbb', parking: 'parkwdi-ccc', other: 'otewdi-ddd', routine: 'rtnwdi-eee' };
  const choiceSubject = (id: string) => ({ kind: 'choice', id });
  const weighing = async (subject: { kind: string; id: string }) => (await city.graph<WeighingAnswer>(WEIGHING, { subject })).data.weighing;
  const evaluate = async (who: SignedIn, id: string, version: string, option: string, more: Record<string, unknown> = {}) =>
    (await who.graph<{ evaluate: Record<string, unknown> }>(EVALUATE, { id, version, answers: all(option), nonce: nonce(), ...more })).data.evaluate;
  const choiceInput = (more: Record<string, unknown> = {}) => ({ title: { el: 'Μονοδρομήσεις στο κέντρο', en: '' }, text: { el: 'Μία κατεύθυνση, πλατύτερα πεζοδρόμια.', en: '' }, actIds: [acts.road, acts.signs], links: [], ...more });
  const save = async (who: SignedIn, input: Record<string, unknown>) => (await who.graph<{ saveChoice: { __typename: string; choice: { id: string; revision: number; acts: { id: string }[] } } & Record<string, unknown> }>(SAVE, { input })).data.saveChoice;
  const phaseSays = async (more: Partial<PhaseSettings>) => {
    const settings = await city.get(Weighing).settings();
    vi.spyOn(city.get(Weighing), 'settings').mockResolvedValue(settings && { ...settings, ...more });
  };
  const addsUp = () => eventually('what is kept adds up to the ballots', async () => (await city.get(EvaluationsRecount).disagreements()).length === 0);
  const kept = () => city.get<Model<Evaluation>>(getModelToken(Evaluation.name));

  beforeAll(async () => {
    const slices = [IdentityModule, RealtimeModule, OrganisationModule, NotificationsModule, LedgerModule, ProcessesModule, VotesModule, CommentsModule, ModerationModule, EvaluationsModule];
    city = await startCity(slices, { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    await city.get(ProcessesSeed).open(new Date());
    const numbers = [['ΡΟΑΔΩΔΙ-ΑΑΑ', 'Α.2'], ['ΣΙΓΝΩΔΙ-ΒΒΒ', 'Β.2.1'], ['ΠΑΡΚΩΔΙ-ΓΓΓ', 'Α.2'], ['ΟΤΕΩΔΙ-ΔΔΔ', 'Β.2.2'], ['ΡΤΝΩΔΙ-ΕΕΕ', 'Β.2.2']];
    const ids = ['road', 'signs', 'parking', 'other', 'routine'] as const;
    const records = numbers.map(([ada, decisionTypeId], at) => aRecord({ ada, decisionTypeId, versionId: `v-${at}`, subject: `Πράξη ${at} για τις μονοδρομήσεις` }));
    await city.get(Importers).named('diavgeia')?.run(JSON.stringify({ decisions: records }), silent);
    const { data } = await city.graph<{ decisions: { items: { id: string; subject: string }[] } }>('{ decisions(first: 10) { items { id subject } } }');
    for (const [at, name] of ids.entries()) acts[name] = data.decisions.items.find(({ subject }) => subject.startsWith(`Πράξη ${at}`))?.id ?? '';
    official = await signedIn(city, { roles: ['official'], departmentId: 'technical' });
  }, 60_000);
  afterAll(() => city.stop());

  describe('a request', () => {
    it('is needed for a routine act, counts once a person, and opens it when enough have asked', async () => {
      const subject = { kind: 'decision', id: acts.other };
      const before = await weighing(subject);
      expect(before).toMatchObject({ openRound: null, requests: 0, requestsNeeded: 25, rounds: [] });
      const maria = await signedIn(city);
      expect(await evaluate(maria, acts.other, before.versionId, '4')).toMatchObject({ __typename: 'NotFound' });
      const ask = async (who: SignedIn) => (await who.graph<{ requestEvaluation: unknown }>(REQUEST, { id: acts.other })).data.requestEvaluation;
      expect(await ask(maria)).toEqual({ __typename: 'EvaluationRequested', requests: 1, isOpen: false });
      expect(await ask(maria)).toMatchObject({ requests: 1 });
      expect((await maria.graph('query H($id: ID!) { hasRequestedEvaluation(decisionId: $id) }', { id: acts.other })).data).toEqual({ hasRequestedEvaluation: true });
      const others = await Promise.all(Array.from({ length: 24 }, () => signedIn(city)));
      const answers = await Promise.all(others.map(ask));
      expect(answers.some((answer) => (answer as { isOpen: boolean }).isOpen)).toBe(true);
      expect(await weighing(subject)).toMatchObject({ openRound: 1, requests: 25 });
      expect(await ask(await signedIn(city))).toMatchObject({ __typename: 'NotAllowed', reason: 'open' });
      expect(await evaluate(maria, acts.other, before.versionId, '4')).toMatchObject({ __typename: 'Evaluated' });
      await eventually('who asked is told that it opened', async () => JSON.stringify((await maria.graph(NOTICES)).data).includes('evaluations.opened'));
    }, 60_000);

    it('of an official opens at once; nobody without a confirmed address asks', async () => {
      const newcomer = await signedIn(city, { confirmed: false });
      expect((await newcomer.graph<{ requestEvaluation: unknown }>(REQUEST, { id: acts.signs })).data.requestEvaluation).toMatchObject({ reason: 'unconfirmed' });
      expect((await official.graph<{ requestEvaluation: unknown }>(REQUEST, { id: acts.signs })).data.requestEvaluation).toMatchObject({ isOpen: true });
    });
  });

  describe('what is kept of an evaluation', () => {
    it('says who answered in coarse bands and never who it was, and adds up to the ballot', async () => {
      const { versionId } = await weighing({ kind: 'decision', id: acts.parking });
      const year = new Date().getFullYear();
      const nikos = await signedIn(city, { districtId: 'kentro', birthYear: year - 44, gender: 'male' });
      const concern = { concerns: 'yes', how: ['lives', 'lives', 'works'] };
      const done = await evaluate(nikos, acts.parking, versionId, '2', { concern });
      expect(done).toMatchObject({ __typename: 'Evaluated', changed: false, ballotId: `decision:${acts.parking}`, leaf: expect.stringContaining('commitment'), promise: { leafHash: expect.any(String) } });
      expect(await evaluate(nikos, acts.parking, versionId, '5', { concern })).toMatchObject({ changed: true });
      const [document] = await kept().find({ decisionId: acts.parking }).lean<Evaluation[]>().exec();
      expect(document).toMatchObject({ round: 1, answers: Object.fromEntries(criteria.map((id) => [id, '5'])), concern: { concerns: 'yes', how: ['lives', 'works'] }, group: { ageBand: '40-54', districtId: 'kentro', gender: 'male' } });
      expect((document?.at.getTime() ?? 1) % dayMs).toBe(0);
      const { citizen } = nikos;
      for (const name of [citizen.id, citizen.personId, citizen.name]) expect(JSON.stringify(document)).not.toContain(name);
      await eventually('the ballot is counted', async () => (await weighing({ kind: 'decision', id: acts.parking })).rounds[0]?.opinion.people === 1);
      await addsUp();
    });

    it('comes through the evaluation alone: a bare vote on its ballot is refused', async () => {
      const { graph } = await signedIn(city);
      const { data } = await graph<{ castVote: unknown }>('mutation C($id: ID!, $nonce: ID!) { castVote(ballotId: $id, answers: [], nonce: $nonce) { __typename } }', { id: `decision:${acts.parking}`, nonce: nonce() });
      expect(data.castVote).toEqual({ __typename: 'BallotUnknown' });
    });

    it('is found out where it does not add up', async () => {
      await kept().updateOne({ decisionId: acts.parking }, { $set: { 'answers.fair': '1' } });
      expect(await city.get(EvaluationsRecount).disagreements()).toMatchObject([{ ballotId: `decision:${acts.parking}` }]);
      await kept().updateOne({ decisionId: acts.parking }, { $set: { 'answers.fair': '5' } });
    });

    it('refuses what nobody may say, field by field', async () => {
      const { versionId } = await weighing({ kind: 'decision', id: acts.parking });
      const who = await signedIn(city);
      const concern = { concerns: 'perhaps', how: ['health'] };
      expect(await evaluate(who, acts.parking, versionId, '3', { concern, change: 'α'.repeat(501) })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'concern.concerns', code: 'invalid' }, { field: 'change', code: 'too_long' }] });
    });

    it('goes with whoever leaves, and the count stays', async () => {
      const { versionId } = await weighing({ kind: 'decision', id: acts.parking });
      const anna = await signedIn(city, { districtId: 'limani', gender: 'female' });
      await evaluate(anna, acts.parking, versionId, '3', { change: 'Λιγότερες θέσεις.', concern: { concerns: 'yes', how: ['lives'] } });
      await city.get(Events).publish('citizen.left', { citizenId: anna.citizen.id, personId: anna.citizen.personId, at: new Date() });
      await eventually('who she was and what she wrote is gone', async () => !JSON.stringify(await kept().find({ decisionId: acts.parking }).lean().exec()).match(/limani|θέσεις/));
      await eventually('her answers stay counted', async () => (await weighing({ kind: 'decision', id: acts.parking })).rounds[0]?.opinion.people === 2);
      await addsUp();
    });
  });

  describe('what should change', () => {
    it('waits for a moderator where the phase says so, without an author, and stands without a name', async () => {
      await phaseSays({ comments: 'wait' });
      const { versionId } = await weighing({ kind: 'decision', id: acts.signs });
      const who = await signedIn(city);
      await evaluate(who, acts.signs, versionId, '2', { change: 'Πιο <b>μεγάλες</b> πινακίδες.' });
      vi.restoreAllMocks();
      const mine = async () => (await who.graph<{ myEvaluation: Record<string, unknown> }>('query M($id: ID!) { myEvaluation(decisionId: $id) { change changeState changeReason } }', { id: acts.signs })).data.myEvaluation;
      expect(await mine()).toEqual({ change: 'Πιο μεγάλες πινακίδες.', changeState: 'waiting', changeReason: null });
      const shown = async () => (await city.graph<{ changes: { total: number; items: { id: string; text: string }[] } }>('query C($subject: SubjectInput!) { changes(subject: $subject) { total items { id text } } }', { subject: { kind: 'decision', id: acts.signs } })).data.changes;
      expect(await shown()).toEqual({ total: 0, items: [] });

      const moderator = await signedIn(city, { roles: ['moderator'] });
      const queue = await eventually('the moderators have it', async () => {
        const { data } = await moderator.graph<{ moderationQueue: { items: { id: string; version: number; item: { kind: string; id: string } }[] } }>('{ moderationQueue { items { id version item { kind id } } } }');
        return data.moderationQueue.items.find(({ item }) => item.kind === 'evaluation-change');
      });
      expect(JSON.stringify(await city.get<Model<unknown>>(getModelToken('Case')).find().lean().exec())).not.toContain(who.citizen.id);
      expect(JSON.stringify(await kept().find({ decisionId: acts.signs }, { _id: 1 }).lean().exec())).not.toContain(queue.item.id);
      await moderator.graph('mutation C($id: ID!) { claimCase(id: $id) { __typename } }', { id: queue.id });
      await moderator.graph('mutation D($id: ID!, $version: Int!) { decideCase(input: { id: $id, version: $version, decision: approved }) { __typename } }', { id: queue.id, version: queue.version });
      await eventually('it stands', async () => (await shown()).items[0]?.text === 'Πιο μεγάλες πινακίδες.');
      expect(await mine()).toMatchObject({ changeState: 'public' });
    });

    it('of an older press that comes after a newer one reaches no moderator', async () => {
      const { versionId } = await weighing({ kind: 'decision', id: acts.signs });
      const who = await signedIn(city);
      const said: string[] = [];
      city.get(Events).on('contribution.submitted', 'test', ({ text }) => void said.push(text));
      const changes = city.get(Changes);
      const next = changes.next.bind(changes);
      const held = vi.spyOn(changes, 'next').mockImplementationOnce(async (before, change) => {
        await evaluate(who, acts.signs, versionId, '4', { change: 'Το νεότερο.' });
        return next(before, change);
      });
      expect(await evaluate(who, acts.signs, versionId, '2', { change: 'Το παλιότερο.' })).toMatchObject({ __typename: 'Evaluated' });
      held.mockRestore();
      expect(said).toEqual(['Το νεότερο.']);
      await addsUp();
    });
  });

  describe('a choice', () => {
    let id = '';
    let maria: SignedIn;

    it('is put together by officials alone, of acts of their own department that no other choice holds', async () => {
      maria = await signedIn(city, { districtId: 'kentro' });
      expect(await save(maria, choiceInput())).toMatchObject({ __typename: 'NotAllowed', reason: 'role' });
      expect(await save(official, choiceInput({ actIds: [] }))).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'actIds' }] });
      expect(await save(official, choiceInput({ links: [{ kind: 'proposal', id: 'nothing' }] }))).toMatchObject({ reason: 'link' });
      expect(await save(official, choiceInput({ actIds: ['nothing'] }))).toMatchObject({ __typename: 'NotFound' });
      const saved = await save(official, choiceInput());
      expect(saved).toMatchObject({ __typename: 'ChoiceSaved', choice: { revision: 1 } });
      id = saved.choice.id;
      const found = async (search: string) => (await city.graph<{ choices: { items: { id: string }[] } }>('query C($search: String) { choices(search: $search) { items { id } } }', { search })).data.choices.items;
      for (const words of ['κέντρου', 'κατεύθυνση μονοδρ', '']) expect(await found(words), words).toEqual([{ id }]);
      for (const words of ['μονοδρ κατεύθυνση', 'λιμ', 'και']) expect(await found(words), words).toEqual([]);
      expect(await save(official, choiceInput({ actIds: [acts.signs, acts.parking] }))).toEqual({ __typename: 'ActsTaken', ids: [acts.signs] });
    });

    it('lets two officials who group the same act at once end in one choice, with nothing half done', async () => {
      const [a, b] = await Promise.all([save(official, choiceInput({ actIds: [acts.other] })), save(official, choiceInput({ actIds: [acts.other, acts.parking] }))]);
      expect([a.__typename, b.__typename].sort()).toEqual(['ActsTaken', 'ChoiceSaved']);
      const won = a.__typename === 'ChoiceSaved' ? a : b;
      const { data } = await city.graph<{ choices: { items: { id: string; acts: unknown[] }[] } }>('{ choices { items { id acts { id } } } }');
      expect(data.choices.items).toHaveLength(2);
      expect(await save(official, choiceInput({ id: won.choice.id, revision: 1, actIds: [] }))).toMatchObject({ __typename: 'ChoiceSaved', choice: { acts: [] } });
    });

    it('is weighed in place of its acts, and shown anew to whom its acts changed under the eyes', async () => {
      expect(await weighing({ kind: 'decision', id: acts.road })).toBeNull();
      const { versionId } = await weighing(choiceSubject(id));
      expect(await evaluate(maria, acts.road, 'v-0', '4')).toMatchObject({ __typename: 'NotFound' });
      expect(await evaluate(maria, id, versionId, '2', { change: 'Να μας ρωτάτε πριν.' })).toMatchObject({ __typename: 'Evaluated', ballotId: `choice:${id}` });
      expect(await save(official, choiceInput({ id, revision: 1, actIds: [acts.road, acts.signs, acts.parking] }))).toMatchObject({ __typename: 'ChoiceSaved' });
      expect(await save(official, choiceInput({ id, revision: 1, actIds: [acts.road] }))).toMatchObject({ reason: 'changed' });
      expect(await evaluate(maria, id, versionId, '3')).toMatchObject({ __typename: 'DecisionChanged' });
      const { data } = await city.graph('query D($id: ID!) { decision(id: $id) { isOpen choice { id title { el en } } } }', { id: acts.road });
      expect(data).toEqual({ decision: { isOpen: false, choice: { id, title: { el: 'Μονοδρομήσεις στο κέντρο', en: 'Μονοδρομήσεις στο κέντρο' } } } });
    });

    it('gives an act back its own ballot when it is split', async () => {
      expect(await save(official, choiceInput({ id, revision: 2, actIds: [acts.road, acts.signs] }))).toMatchObject({ __typename: 'ChoiceSaved', choice: { revision: 3 } });
      const alone = await weighing({ kind: 'decision', id: acts.parking });
      expect(alone).toMatchObject({ openRound: 1, rounds: [{ opinion: { people: 2 } }] });
      expect(await evaluate(maria, acts.parking, alone.versionId, '4')).toMatchObject({ __typename: 'Evaluated' });
    });

    it('is asked about again when it is delivered, by a ballot of its own; what was said before stays', async () => {
      const stranger = await signedIn(city, { roles: ['official'], departmentId: 'cleaning' });
      expect((await maria.graph<{ declareDelivered: unknown }>(DELIVER, { subject: choiceSubject(id) })).data.declareDelivered).toMatchObject({ reason: 'role' });
      const delivered = (who: SignedIn) => who.graph<{ declareDelivered: unknown }>(DELIVER, { subject: choiceSubject(id) }).then(({ data }) => data.declareDelivered);
      expect(await delivered(stranger)).toMatchObject({ __typename: 'Delivered', weighing: { openRound: 2 } });
      expect(await delivered(official)).toMatchObject({ reason: 'delivered' });
      const { versionId } = await weighing(choiceSubject(id));
      expect(await evaluate(maria, id, versionId, '5', { round: 2 })).toMatchObject({ __typename: 'Evaluated', changed: false, ballotId: `choice:${id}.2` });
      const shown = await eventually('both rounds are counted', async () => {
        const { rounds } = await weighing(choiceSubject(id));
        return rounds.length === 2 && rounds.every(({ opinion }) => opinion.people === 1) && rounds;
      });
      expect(shown.map(({ isOpen, opinion }) => [isOpen, opinion.criteria[0]?.counts])).toEqual([[false, [0, 1, 0, 0, 0]], [true, [0, 0, 0, 0, 1]]]);
      await eventually('the first ballot has closed', async () => (await evaluate(maria, id, versionId, '1'))['__typename'] === 'BallotClosed');
      await addsUp();
      await eventually('who evaluated is told', async () => JSON.stringify((await maria.graph(NOTICES)).data).includes('evaluations.secondRound'));
    });

    it('opens its second round by itself when the phase’s days have passed', async () => {
      const saved = await save(official, choiceInput({ actIds: [acts.other] }));
      await phaseSays({ evaluation: { requestsToOpen: 25, openTypes: [], secondRoundAfterDays: 30 } });
      await city.get(Weighing).openDueRounds();
      expect((await weighing(choiceSubject(saved.choice.id))).rounds).toHaveLength(1);
      vi.spyOn(city.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 31 * dayMs));
      await city.get(Weighing).openDueRounds();
      vi.restoreAllMocks();
      expect((await weighing(choiceSubject(saved.choice.id))).rounds).toHaveLength(2);
    });

    it('is answered by the service: the pattern, in public, told to each who evaluated, written in the ledger', async () => {
      const input = { subject: choiceSubject(id), round: 1, criterionId: 'well_explained', said: 'Το μάθατε από τις πινακίδες.', did: 'Ανακοινώνεται έναν μήνα πριν.', promise: 'Χάρτης σε κάθε είσοδο', dueAt: new Date(Date.now() + dayMs).toISOString(), nonce: nonce() };
      const reply = async (who: SignedIn, more: Record<string, unknown> = {}) => (await who.graph<{ reply: { __typename: string; reply: { id: string; promise: { isOverdue: boolean } } } }>(REPLY, { input: { ...input, ...more } })).data.reply;
      expect(await reply(maria)).toMatchObject({ __typename: 'NotAllowed', reason: 'role' });
      expect(await reply(official, { said: '' })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'said' }] });
      expect(await reply(official, { round: 3 })).toMatchObject({ reason: 'round' });
      expect(await reply(official, { dueAt: new Date(Date.now() - 2 * dayMs).toISOString() })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'dueAt' }] });
      const saved = await reply(official);
      expect(saved).toMatchObject({ __typename: 'ReplySaved', reply: { promise: { isOverdue: false } } });
      expect((await reply(official)).reply.id).toBe(saved.reply.id);
      const { data } = await city.graph<{ serviceReplies: unknown[] }>('query R($subject: SubjectInput!) { serviceReplies(subject: $subject) { said criterion { el } } }', { subject: choiceSubject(id) });
      expect(data.serviceReplies).toEqual([{ said: 'Το μάθατε από τις πινακίδες.', criterion: { el: 'Καλά εξηγημένη' } }]);
      await eventually('Maria is told, once', async () => (await maria.graph<{ inbox: { items: { name: string; path: string }[] } }>(NOTICES)).data.inbox.items.filter(({ name, path }) => name === 'evaluations.replied' && path === `/choices/${id}`).length === 1);
      expect(await city.get(Figures).named('evaluations.replies')?.rows()).toMatchObject([{ overdue: 0, onTime: 1 }]);
      vi.spyOn(city.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 3 * dayMs));
      expect(await city.get(Figures).named('evaluations.replies')?.rows()).toMatchObject([{ overdue: 1, onTime: 0, kept: 0, replies: 1 }]);
      vi.restoreAllMocks();

      const administrator = await signedIn(city, { roles: ['administrator'] });
      const organisation = async (act: string) => expect(JSON.stringify((await administrator.graph(act)).data)).toContain('"City"');
      const categories = ['mobility', 'public-space', 'accessibility'];
      for (const category of categories) await organisation(`mutation { retireCityPart(part: category, id: "${category}") { __typename } }`);
      await organisation('mutation { retireCityPart(part: department, id: "technical") { __typename } }');
      const gardener = await signedIn(city, { roles: ['official'], departmentId: 'environment' });
      expect(await reply(gardener, { nonce: nonce(), promise: null, dueAt: null }), 'what belonged to a retired department any other may answer').toMatchObject({ __typename: 'ReplySaved' });
      const spoke = await city.get<Model<{ departmentId: string | null }>>(getModelToken('Reply')).distinct('departmentId');
      expect(spoke.sort()).toEqual(['environment', 'technical']);
      await organisation('mutation { restoreCityPart(part: department, id: "technical") { __typename } }');
      for (const category of categories) await organisation(`mutation { restoreCityPart(part: category, id: "${category}") { __typename } }`);
      await city.get<Model<{ departmentId: string | null }>>(getModelToken('Reply')).deleteMany({ departmentId: 'environment' });

      const keep = await official.graph<{ keepPromise: { reply: { promise: { doneAt: string } } } }>('mutation K($id: ID!) { keepPromise(replyId: $id) { ... on ReplySaved { reply { promise { doneAt } } } } }', { id: saved.reply.id });
      expect(keep.data.keepPromise.reply.promise.doneAt).toEqual(expect.any(String));
      expect(await city.get(Figures).named('evaluations.replies')?.rows()).toMatchObject([{ overdue: 0, kept: 1 }]);
      await eventually('the ledger holds the acts', async () => {
        const { data: ledger } = await city.graph('{ ledgerActs(first: 50) { items { act } } }');
        return ['choice.saved', 'evaluation.opened', 'decision.replied', 'promise.kept'].every((act) => JSON.stringify(ledger).includes(act));
      });
    });

    it('is public as data: its rounds beside those of acts that stand alone, the replies without the official, and no few spelled out', async () => {
      const rows = async (name: string) => {
        const all: DataRow[] = [];
        for await (const { row } of city.get(Datasets).named(name)?.rows?.(null) ?? []) all.push(row);
        return all;
      };
      const evaluations = await rows('evaluations');
      const ofChoice = evaluations.filter(({ subject }) => subject === id);
      expect(ofChoice.map(({ subjectKind, round, isOpen, people, isSuppressed, step5 }) => [subjectKind, round, isOpen, people, isSuppressed, step5].join())).toEqual([...Array(4).fill('choice,1,false,1,true,'), ...Array(4).fill('choice,2,true,1,true,')]);
      expect(evaluations.filter(({ subject }) => subject === acts.road || subject === acts.signs)).toEqual([]);
      expect(evaluations.find(({ subject, criterion }) => subject === acts.parking && criterion === 'fair')).toMatchObject({ subjectKind: 'decision', round: 1, people: 3, isSuppressed: true, step5: null });
      expect(new Set(evaluations.map(({ subjectKind, subject, round, criterion }) => [subjectKind, subject, round, criterion].join())).size).toBe(evaluations.length);
      expect((await rows('choices')).find((row) => row['id'] === id)).toMatchObject({ titleEl: 'Μονοδρομήσεις στο κέντρο', acts: 2, people: 1, peopleAfter: 1, deliveredAt: expect.any(Date), dissolvedAt: null });
      expect((await rows('decisions')).find((row) => row['id'] === acts.other)).toMatchObject({ requests: 25 });
      const replies = await rows('replies');
      expect(replies).toMatchObject([{ subjectKind: 'choice', subject: id, round: 1, criterion: 'well_explained', promise: 'Χάρτης σε κάθε είσοδο', promiseKeptAt: expect.any(Date) }]);
      expect(JSON.stringify([replies, await rows('choices')])).not.toContain(official.citizen.id);
      const { data } = await city.graph('{ latestReplies(first: 5) { title { el } path reply { did } } }');
      expect(data).toEqual({ latestReplies: [{ title: { el: 'Μονοδρομήσεις στο κέντρο' }, path: `/choices/${id}`, reply: { did: 'Ανακοινώνεται έναν μήνα πριν.' } }] });
    });

    it('is told in its file as over where none of its acts stands', async () => {
      const decisions = city.get<Model<{ _id: string; status: string }>>(getModelToken('Decision'));
      const isOpen = async () => {
        const told = new Set<unknown>();
        for await (const { row } of city.get(Datasets).named('evaluations')?.rows?.(null) ?? []) if (row['subject'] === id && row['round'] === 2) told.add(row['isOpen']);
        return [...told];
      };
      expect(await isOpen()).toEqual([true]);
      await decisions.updateMany({ _id: { $in: [acts.road, acts.signs] } }, { $set: { status: 'REVOKED' } });
      expect(await isOpen()).toEqual([false]);
      await decisions.updateMany({ _id: { $in: [acts.road, acts.signs] } }, { $set: { status: 'PUBLISHED' } });
    });

    it('is read on from any row of its file', async () => {
      const dataset = city.get(Datasets).named('evaluations');
      const all: PlacedRow[] = [];
      for await (const placed of dataset?.rows?.(null) ?? []) all.push(placed);
      for (const at of [0, Math.floor(all.length / 2), all.length - 1]) {
        const rest: DataRow[] = [];
        for await (const { row } of dataset?.rows?.(all[at]?.place ?? null) ?? []) rest.push(row);
        expect(rest).toEqual(all.slice(at + 1).map(({ row }) => row));
      }
    });

    it('tells those who follow it, once, that an act of it was corrected or revoked, and stops when none of its acts stands', async () => {
      const [ada, anna] = await Promise.all([signedIn(city), signedIn(city)]);
      const subject = choiceSubject(id);
      await ada.graph('mutation F($subject: SubjectInput!) { follow(subject: $subject) { __typename } }', { subject });
      for (const about of [subject, { kind: 'decision', id: acts.road }]) await anna.graph('mutation F($subject: SubjectInput!) { follow(subject: $subject) { __typename } }', { subject: about });
      const told = async (who: SignedIn, name: string) => (await who.graph<{ inbox: { items: { name: string; path: string; params: { name: string; text: string | null }[] }[] } }>(NOTICES)).data.inbox.items.filter((notice) => notice.name === name);
      const says = (...records: Record<string, unknown>[]) => city.get(Importers).named('diavgeia')?.run(JSON.stringify({ decisions: records.map((record) => aRecord({ submissionTimestamp: new Date().toISOString(), ...record })) }), silent);
      const [road, signs] = [{ ada: 'ΡΟΑΔΩΔΙ-ΑΑΑ', decisionTypeId: 'Α.2' }, { ada: 'ΣΙΓΝΩΔΙ-ΒΒΒ', decisionTypeId: 'Β.2.1' }];
      const before = await weighing(subject);

      await says({ ...road, versionId: 'v-0+', correctedVersionId: 'v-0', subject: 'Πράξη 0, διορθωμένη' });
      for (const who of [ada, anna]) await eventually('the correction is told', async () => (await told(who, 'evaluations.correctedInChoice')).length === 1);
      expect(await evaluate(ada, id, before.versionId, '4', { round: 2 })).toMatchObject({ __typename: 'DecisionChanged' });

      await says({ ...road, versionId: 'v-0+', subject: 'Πράξη 0, διορθωμένη', status: 'REVOKED' });
      for (const who of [ada, anna]) await eventually('the revocation is told', async () => (await told(who, 'evaluations.revokedInChoice')).length === 1);
      expect((await told(ada, 'evaluations.revokedInChoice'))[0]).toMatchObject({ path: `/choices/${id}`, params: expect.arrayContaining([{ name: 'act', text: 'Πράξη 0, διορθωμένη', localized: null }]) });
      expect(await told(anna, 'evaluations.revoked')).toEqual([]);
      const half = await weighing(subject);
      expect(half.openRound).toBe(2);
      expect(await evaluate(ada, id, half.versionId, '4', { round: 2 })).toMatchObject({ __typename: 'Evaluated' });

      await says({ ...signs, versionId: 'v-1', subject: 'Πράξη 1 για τις μονοδρομήσεις', status: 'REVOKED' });
      await eventually('nothing of it stands', async () => (await weighing(subject)).openRound === null);
      expect(await evaluate(ada, id, half.versionId, '1', { round: 2 })).toMatchObject({ __typename: 'NotFound' });
      expect((await weighing(subject)).rounds.every(({ isOpen }) => !isOpen)).toBe(true);
      expect((await weighing(subject)).rounds.at(-1)?.opinion.people).toBeGreaterThan(0);

      await says({ ...road, versionId: 'v-0++', correctedVersionId: 'v-0+', subject: 'Πράξη 0, ξανά' });
      const again = await eventually('it is open again', async () => {
        const now = await weighing(subject);
        return now.openRound === 2 && now;
      });
      await eventually('and takes evaluations', async () => (await evaluate(ada, id, again.versionId, '3', { round: 2 }))['__typename'] === 'Evaluated');
    }, 60_000);

    it('tells nobody who does not want to hear', async () => {
      const quiet = await signedIn(city);
      const { versionId } = await weighing(choiceSubject(id));
      await evaluate(quiet, id, versionId, '4', { round: 2, follow: false });
      const { data } = await quiet.graph('query F($subject: SubjectInput!) { isFollowing(subject: $subject) }', { subject: choiceSubject(id) });
      expect(data).toEqual({ isFollowing: false });
    });

    it('is in its citizens’ own files, both rounds and what they asked for, and goes with them while the counts stay', async () => {
      const { citizen, graph } = maria;
      expect((await graph<{ requestEvaluation: unknown }>(REQUEST, { id: acts.routine })).data.requestEvaluation).toMatchObject({ requests: 1 });
      expect(await evaluate(maria, id, (await weighing(choiceSubject(id))).versionId, '4', { round: 2, change: 'Τώρα είναι καλύτερα.' })).toMatchObject({ __typename: 'Evaluated', changed: true });
      const part = async <T>(name: string): Promise<T[]> => {
        const entries: T[] = [];
        for await (const entry of city.get(PersonalData).all().find((one) => one.name === name)?.entries(citizen) ?? []) entries.push(entry as T);
        return entries;
      };
      expect((await part<Evaluation>('evaluations')).filter(({ decisionId }) => decisionId === id).map(({ round, change }) => [round, round === 2 ? change : '…']).sort()).toEqual([[1, '…'], [2, 'Τώρα είναι καλύτερα.']]);
      expect(await part('evaluationRequests')).toMatchObject([{ decisionId: acts.routine, path: `/decisions/${acts.routine}` }]);
      await addsUp();
      const before = (await weighing(choiceSubject(id))).rounds.map(({ opinion }) => opinion.people);
      await city.get(Events).publish('citizen.left', { citizenId: citizen.id, personId: citizen.personId, at: new Date() });
      await eventually('her words, her district and her request are gone', async () => {
        const [asked, kept] = [await part('evaluationRequests'), await part<Evaluation>('evaluations')];
        return asked.length === 0 && kept.every(({ change, group }) => change === null && group.districtId === null);
      });
      expect((await weighing(choiceSubject(id))).rounds.map(({ opinion }) => opinion.people)).toEqual(before);
      await addsUp();
    });
  });

  describe('an act of power whose process died before it was told', () => {
    const isInLedger = async (id: string) => (await city.get<Model<object>>(getModelToken('LedgerActRecord')).exists({ id }).exec()) !== null;
    /** The state is written and nothing else, until the worker looks. */
    const killedIn = async (act: () => Promise<unknown>) => {
      const dies = [vi.spyOn(city.get(Settling), 'settle'), vi.spyOn(city.get(Events), 'publish')].map((spy) => spy.mockRejectedValue(new Error('killed')));
      await act().catch(() => undefined);
      for (const spy of dies) spy.mockRestore();
    };
    /** The worker looks, twice: the ballots follow, and each act is told of once. */
    const toldLater = async (ledgerId: string, event: object) => {
      expect(await isInLedger(ledgerId)).toBe(false);
      const told = vi.spyOn(city.get(Events), 'publish');
      for (let time = 0; time < 2; time++) {
        await city.get(Weighing).openDueRounds();
        await city.get(Unheard).tellLeft(new Date(Date.now() + 20_000));
      }
      expect(told.mock.calls.filter(([name]) => /^(evaluation.opened|choice.saved|decision.replied)$/.test(name)).map(([, payload]) => payload)).toMatchObject([event]);
      told.mockRestore();
      await eventually('it stands in the ledger', () => isInLedger(ledgerId));
    };

    it('is told all the same, and stands in the ledger: an opened evaluation, a saved choice, a second round, a reply, a kept promise', async () => {
      await killedIn(() => official.graph(REQUEST, { id: acts.routine }));
      const decision = { kind: 'decision', id: acts.routine };
      await toldLater(`evaluation:decision:${acts.routine}:1`, { subject: decision, round: 1, by: 'official', at: expect.any(Date) as Date });

      await killedIn(() => save(official, choiceInput({ actIds: [acts.routine] })));
      const choiceId = await city.get<Model<{ _id: string; choiceId: string }>>(getModelToken('Decision')).findById(acts.routine).lean().exec().then((act) => act?.choiceId ?? '');
      const subject = choiceSubject(choiceId);
      await toldLater(`choice:${choiceId}:1`, { id: choiceId, acts: [acts.routine], revision: 1 });

      await killedIn(() => official.graph(DELIVER, { subject }));
      await toldLater(`evaluation:choice:${choiceId}:2`, { subject, round: 2, by: 'official' });
      expect(await weighing(subject)).toMatchObject({ openRound: 2, deliveredAt: expect.any(String) as string });

      const input = { subject, round: 2, criterionId: 'fair', said: 'Το είπατε.', did: 'Το κάναμε.', promise: 'Και κάτι ακόμη', dueAt: new Date(Date.now() + dayMs).toISOString(), nonce: nonce() };
      await killedIn(() => official.graph(REPLY, { input }));
      const replies = city.get<Model<{ _id: string; subject: { id: string } }>>(getModelToken('Reply'));
      const replyId = (await replies.findOne({ 'subject.id': choiceId }).lean().exec())?._id ?? '';
      await toldLater(`reply:${replyId}`, { replyId, subject, isKept: false });
      await killedIn(() => official.graph('mutation K($id: ID!) { keepPromise(replyId: $id) { __typename } }', { id: replyId }));
      await toldLater(`promise:${replyId}`, { replyId, subject, isKept: true });
    });
  });
});

import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { Clock, eventually, Events, startCity, Subjects, type TestCity } from '@isegoria/kernel/api';
import { Follows } from '@isegoria/notifications/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { type CorrectRequestResult, dueAfter, type SayWhetherFixedResult, type ServiceRequest, type ServiceRequestInput, type SubmitRequestResult, type WithdrawRequestResult } from '@isegoria/requests/contracts';
import { Votes, VotesModule } from '@isegoria/votes/api';
import { Catalogue } from './catalogue';
import { change, moment, standing, toldOf } from './change';
import { CatalogueSeed } from './demo/catalogue.seed';
import { FollowThrough } from './follow-through';
import { Contacts } from './links/contacts';
import { titleOf } from './request-labels';
import { type ClosingRecord, RequestRecord } from './request.schema';
import { aNonce, aReport } from './requests.builders';
import { RequestsModule } from './requests.module';

const submit = 'mutation ($input: ServiceRequestInput!, $nonce: ID!) { submitRequest(input: $input, nonce: $nonce) { __typename ... on RequestSubmitted { request { id } } } }';
const withdraw = `mutation ($id: ID!, $text: String!) { withdrawRequest(id: $id, text: $text) {
  __typename ... on RequestChanged { request { status history { kind text } } } ... on NotAllowed { reason } ... on NotFound { reason } ... on Invalid { problems { field code } } } }`;
const say = `mutation ($id: ID!, $isFixed: Boolean!, $text: String!) { sayWhetherFixed(id: $id, isFixed: $isFixed, text: $text, pictures: []) {
  __typename ... on RequestChanged { request { status reopened word { fixed notFixed mine until } } } ... on NotAllowed { reason } ... on NotFound { reason } ... on Invalid { problems { field code } } } }`;
const read = `query ($id: ID!) { request(id: $id) { status affected reopened isOverdue dueAt endedAt comments closing { reason duplicateOf { id } } duplicates { id } word { fixed notFixed until } history { id kind text held mine remark { reason } department { id } } remark { reason } } }`;
const correct = `mutation ($id: ID!, $text: String!, $pictures: [ID!]!) { correctRequest(id: $id, text: $text, pictures: $pictures) {
  __typename ... on RequestChanged { request { status text } } ... on NotAllowed { reason } ... on NotFound { reason } ... on Invalid { problems { field code } } } }`;
const correctWord = 'mutation ($id: ID!, $momentId: ID!, $text: String!) { correctRequestWord(id: $id, momentId: $momentId, text: $text, pictures: []) { __typename ... on NotAllowed { reason } ... on NotFound { reason } } }';
const vote = 'mutation ($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!) { castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce) { __typename } }';
const inbox = '{ inbox(first: 100) { items { name about { id } params { name text localized { el } } } } }';
const still = 'Η λακκούβα είναι ακόμη εκεί, πιο βαθιά.';

interface InboxAnswer {
  inbox: { items: { name: string; about: { id: string }; params: { name: string; text: string | null }[] }[] };
}

describe('the last word on a request', () => {
  let city: TestCity;
  let maria: SignedIn;
  let others: SignedIn[];
  const told: string[] = [];
  const requests = () => city.get<Model<RequestRecord>>(getModelToken(RequestRecord.name));

  beforeAll(async () => {
    city = await startCity([RequestsModule, OrganisationModule, VotesModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    await city.get(CatalogueSeed).found();
    city.get(Events).on('request.changed', 'a test', ({ id, status }) => Promise.resolve(void told.push(`${id} ${status}`)));
    maria = await signedIn(city);
    others = await Promise.all(['Άννα', 'Βίκυ', 'Γιώργος', 'Δανάη', 'Ελένη'].map((name) => signedIn(city, { name })));
  }, 90_000);
  afterAll(() => city.stop());

  const other = (at: number): SignedIn => {
    const one = others[at];
    if (!one) throw new Error('five others are there');
    return one;
  };
  const reported = async (input: Partial<ServiceRequestInput> = {}): Promise<string> => {
    const { data } = await maria.graph<{ submitRequest: SubmitRequestResult }>(submit, { input: aReport(input), nonce: aNonce() });
    if (data.submitRequest.__typename !== 'RequestSubmitted') throw new Error(JSON.stringify(data));
    return data.submitRequest.request.id;
  };
  const record = (id: string) => requests().findById(id).lean<RequestRecord>().orFail().exec();
  const readBy = async (who: SignedIn | null, id: string) => (await (who ?? city).graph<{ request: ServiceRequest | null }>(read, { id })).data.request;
  const says = async (who: SignedIn, id: string, isFixed: boolean, text = isFixed ? '' : still) => (await who.graph<{ sayWhetherFixed: SayWhetherFixedResult }>(say, { id, isFixed, text })).data.sayWhetherFixed;
  /** What a department's step does, without its desk. */
  const ended = async (id: string, closing: ClosingRecord | null = null, at = new Date()) => {
    const seen = await record(id);
    const status = closing ? 'closed' : 'fixed';
    const said = moment({ kind: status, at, text: 'Το συνεργείο πέρασε και το διόρθωσε.', departmentId: seen.departmentId, closing, byId: 'official' });
    const set = { ...standing(status, seen.isPrivate), closing, endedAt: at, changedAt: at, firstFixedAt: at, unfinished: true };
    const service = await city.get(Catalogue).service(seen.serviceId);
    const changed = await change(requests(), seen, set, { moments: [said], told: toldOf({ ...seen, ...set }, titleOf(service, seen.place), said) });
    if (!changed) throw new Error('nobody else changes it');
    await city.get(FollowThrough).changed(changed);
  };
  const affects = async (id: string, who: SignedIn, yes = true) => {
    const { data } = await who.graph<{ castVote: { __typename: string } }>(vote, { ballotId: `request:${id}`, answers: yes ? [{ questionId: 'support', optionId: 'yes' }] : [], nonce: aNonce() });
    expect(data.castVote.__typename).toBe('VoteCast');
    await eventually('it is counted', async () => {
      const [own] = await city.get(Votes).of(who.citizen, [`request:${id}`]);
      return (own?.answers.length ?? 0) > 0 === yes;
    });
  };
  const noticesOf = async (who: SignedIn, id: string) => (await who.graph<InboxAnswer>(inbox)).data.inbox.items.filter(({ about }) => about.id === id).map(({ name }) => name);

  it('counts those whom it concerns too, without the one who reported it', async () => {
    const id = await reported();
    await affects(id, maria);
    for (const who of [other(0), other(1)]) await affects(id, who);
    await eventually('two are counted', async () => (await readBy(null, id))?.affected === 2);
    await affects(id, other(1), false);
    await eventually('one is left', async () => (await readBy(null, id))?.affected === 1);
  });

  it('is theirs who reported it or are affected, for thirty days, and needs words where it is a no', async () => {
    const id = await reported();
    expect(await says(maria, id, false)).toEqual({ __typename: 'NotAllowed', reason: 'word_closed' });
    await ended(id);
    expect(await says(other(0), id, false)).toEqual({ __typename: 'NotAllowed', reason: 'word_stranger' });
    expect(await says(maria, id, false, '  ')).toEqual({ __typename: 'Invalid', problems: [{ field: 'text', code: 'required' }] });
    expect(await says(maria, id, false, 'όχι')).toEqual({ __typename: 'Invalid', problems: [{ field: 'text', code: 'too_short' }] });
    expect(await says(maria, 'nowhere', false)).toEqual({ __typename: 'NotFound', reason: 'request' });
    expect(await says(maria, id, true)).toMatchObject({ request: { status: 'fixed', word: { fixed: 1, notFixed: 0, mine: true } } });
    const old = await reported();
    await ended(old, null, dueAfter(new Date(), -31));
    expect(await says(maria, old, false)).toEqual({ __typename: 'NotAllowed', reason: 'word_closed' });
  });

  it('opens it again at once where the reporter says no, with a new day, and everybody hears', async () => {
    const id = await reported();
    await affects(id, other(0));
    await ended(id);
    const said = await Promise.all(Array.from({ length: 4 }, () => says(maria, id, false)));
    for (const one of said) expect(one).toMatchObject({ __typename: 'RequestChanged', request: { status: 'received', reopened: 1, word: { fixed: 0, notFixed: 0, mine: null, until: null } } });
    const after = await readBy(null, id);
    expect(after?.history.map(({ kind }) => kind)).toEqual(['submitted', 'fixed', 'contested', 'reopened']);
    expect(after).toMatchObject({ endedAt: null, closing: null, isOverdue: false });
    expect(new Date(after?.dueAt ?? 0).getTime()).toBeGreaterThan(Date.now() + 9.9 * 86_400_000);
    await eventually('who is affected hears of both', async () => (await noticesOf(other(0), id)).includes('requests.reopened'));
    expect((await noticesOf(other(0), id)).sort()).toEqual(['requests.contested', 'requests.fixed', 'requests.reopened']);
    expect(await noticesOf(maria, id), 'nobody is told what they said themselves').not.toContain('requests.contested');
  });

  it('needs three others; the third and the reporter at once open it once, and no word is lost', async () => {
    const id = await reported();
    for (const who of others.slice(0, 4)) await affects(id, who);
    await ended(id);
    expect(await says(other(0), id, false)).toMatchObject({ request: { status: 'fixed', word: { notFixed: 1, mine: false } } });
    expect(await says(other(0), id, false), 'said twice is said once').toMatchObject({ request: { word: { notFixed: 1 } } });
    expect(await says(other(1), id, true)).toMatchObject({ request: { word: { fixed: 1, notFixed: 1 } } });
    expect(await says(other(1), id, false), 'who changes their mind').toMatchObject({ request: { status: 'fixed', word: { fixed: 0, notFixed: 2 } } });
    const atOnce = await Promise.all([says(other(2), id, false, 'Η τρίτη φωνή: δεν διορθώθηκε.'), says(maria, id, false, 'Το ανέφερα και είναι ακόμη εκεί.'), says(other(3), id, false, 'Και η τέταρτη το ίδιο λέει.')]);
    for (const one of atOnce) expect(one).toMatchObject({ __typename: 'RequestChanged', request: { status: 'received', reopened: 1 } });
    const { history, reopened } = await record(id);
    expect(reopened).toBe(1);
    expect(history.filter(({ kind }) => kind === 'reopened')).toHaveLength(1);
    const words = history.filter(({ kind }) => kind === 'contested').map(({ text }) => text);
    expect(words).toHaveLength(5);
    expect(words).toEqual(expect.arrayContaining(['Η τρίτη φωνή: δεν διορθώθηκε.', 'Το ανέφερα και είναι ακόμη εκεί.', 'Και η τέταρτη το ίδιο λέει.']));
    await ended(id);
    expect(await says(other(2), id, false), 'a new end is spoken of anew').toMatchObject({ request: { status: 'fixed', word: { notFixed: 1 } } });
  });

  it('is no more where the reporter took it back, once however often pressed, and those who follow hear why', async () => {
    const id = await reported();
    await affects(id, other(0));
    const back = async (who: SignedIn) => (await who.graph<{ withdrawRequest: WithdrawRequestResult }>(withdraw, { id, text: 'Το έφτιαξε ο γείτονας.' })).data.withdrawRequest;
    expect(await back(other(0))).toEqual({ __typename: 'NotFound', reason: 'request' });
    const all = await Promise.all(Array.from({ length: 3 }, () => back(maria)));
    for (const one of all) expect(one).toMatchObject({ request: { status: 'withdrawn', history: [{ kind: 'submitted' }, { kind: 'withdrawn', text: 'Το έφτιαξε ο γείτονας.' }] } });
    await eventually('who is affected hears', async () => (await noticesOf(other(0), id)).includes('requests.withdrawn'));
    expect(told.filter((one) => one === `${id} withdrawn`).length).toBeGreaterThan(0);
    const fixed = await reported();
    await ended(fixed);
    expect((await maria.graph<{ withdrawRequest: WithdrawRequestResult }>(withdraw, { id: fixed, text: '' })).data.withdrawRequest).toEqual({ __typename: 'NotAllowed', reason: 'withdraw_ended' });
  });

  it('of a private one is the reporter’s, who hears of each step', async () => {
    const id = await reported({ serviceId: 'vehicle', answers: [{ questionId: 'make', values: ['Μπλε'] }] });
    await ended(id);
    await eventually('she hears', async () => (await noticesOf(maria, id)).includes('requests.fixed'));
    expect(await says(other(0), id, false)).toEqual({ __typename: 'NotFound', reason: 'request' });
    expect(await says(maria, id, false)).toMatchObject({ request: { status: 'received', reopened: 1 } });
    expect(told.some((one) => one.startsWith(`${id} `))).toBe(false);
  });

  it('of one that was ended as the same: its reporter follows the other, and hears when that ends', async () => {
    const [original, double] = [await reported(), await reported()];
    await affects(double, other(4));
    await ended(double, { reason: 'duplicate', duplicateOf: original });
    expect(await readBy(null, double)).toMatchObject({ closing: { reason: 'duplicate', duplicateOf: { id: original } } });
    expect(await readBy(null, original)).toMatchObject({ duplicates: [{ id: double }] });
    await eventually('she follows', () => city.get(Follows).isFollowing(maria.citizen.id, { kind: 'request', id: original }));
    await ended(original);
    await eventually('who followed the double hears', async () => (await noticesOf(other(4), original)).includes('requests.fixed'));
  });

  it('moderators hide one, and it stands as it stood when they let it be', async () => {
    const id = await reported();
    await ended(id);
    const decide = (decision: 'approved' | 'hidden' | 'returned', caseId: string) => city.get(Events).publish('moderation.decided', { item: { kind: 'request', id }, decision, rule: 1, reason: 'Δείχνει πρόσωπο.', caseId, at: new Date() });
    await decide('hidden', 'c1');
    await eventually('it is hidden', async () => (await readBy(null, id)) === null);
    await decide('hidden', 'c1');
    expect(await readBy(maria, id)).toMatchObject({ status: 'hidden', remark: { reason: 'Δείχνει πρόσωπο.' } });
    await decide('approved', 'c2');
    await eventually('it is back', async () => (await readBy(null, id))?.status === 'fixed');
    expect((await record(id)).remark).toBeNull();
  });

  it('of somebody’s «no» moderators decide like of every text; the opening again waits for nobody', async () => {
    const heard: { mode: string; text: string; authorId: string; id: string }[] = [];
    city.get(Events).on('contribution.submitted', 'words', ({ item, mode, text, authorId }) => Promise.resolve(void (item.kind === 'request-moment' && heard.push({ id: item.id, mode, text, authorId }))));
    const wordsOf = async (who: SignedIn | null, id: string) => (await readBy(who, id))?.history.find(({ kind }) => kind === 'contested');
    const decide = (item: { kind: string; id: string }, decision: 'approved' | 'returned' | 'hidden', minute: number) =>
      city.get(Events).publish('moderation.decided', { item, decision, rule: 1, reason: 'Βρίζει το συνεργείο.', caseId: `c${minute}`, at: new Date(Date.now() + minute * 60_000) });
    const put = (who: SignedIn, id: string, momentId: string, text: string) => who.graph<{ correctRequestWord: CorrectRequestResult }>(correctWord, { id, momentId, text }).then(({ data }) => data.correctRequestWord);

    const id = await reported();
    await ended(id);
    await says(maria, id, false, 'Άσχετο συνεργείο <b>.');
    const momentId = (await wordsOf(null, id))?.id ?? '';
    const item = { kind: 'request-moment', id: `${id}.${momentId}` };
    await eventually('moderators hear', () => heard.some((one) => one.id === item.id));
    expect(heard.filter((one) => one.id === item.id)).toEqual([{ id: item.id, mode: 'public', text: 'Άσχετο συνεργείο <b>.', authorId: maria.citizen.id }]);
    expect(await city.get(Subjects).card(item)).toMatchObject({ excerpt: 'Άσχετο συνεργείο <b>.', authorId: maria.citizen.id, isPublic: true, path: `/requests/${id}#moment-${momentId}` });
    expect(await put(maria, id, momentId, 'Χωρίς βρισιές πια.')).toEqual({ __typename: 'NotAllowed', reason: 'correct_closed' });
    await decide(item, 'returned', 2);
    await eventually('it is sent back', async () => (await wordsOf(maria, id))?.held === 'returned');
    await decide(item, 'approved', 1);
    expect(await readBy(null, id), 'it is open all the same').toMatchObject({ status: 'received', reopened: 1 });
    expect(await wordsOf(null, id)).toMatchObject({ text: '', held: 'returned', remark: null, mine: false });
    expect(await wordsOf(maria, id)).toMatchObject({ text: 'Άσχετο συνεργείο <b>.', remark: { reason: 'Βρίζει το συνεργείο.' }, mine: true });
    expect((await city.get(Subjects).card(item))?.isPublic).toBe(false);
    expect(await put(other(0), id, momentId, 'Όχι δικά μου.')).toEqual({ __typename: 'NotFound', reason: 'request' });
    for (const one of await Promise.all([put(maria, id, momentId, 'Η τρύπα μένει εκεί.'), put(maria, id, momentId, 'Η τρύπα μένει εκεί.')])) expect(one).toMatchObject({ __typename: 'RequestChanged' });
    expect(heard.at(-1)).toMatchObject({ mode: 'wait', text: 'Η τρύπα μένει εκεί.' });
    expect(await wordsOf(null, id)).toMatchObject({ text: '', held: 'waiting' });
    await decide(item, 'approved', 3);
    await eventually('everybody reads it', async () => (await wordsOf(null, id))?.text === 'Η τρύπα μένει εκεί.');

    const first = await reported({ serviceId: 'graffiti', answers: [] });
    await city.get(Events).publish('moderation.decided', { item: { kind: 'request', id: first }, decision: 'approved', rule: null, reason: '', caseId: 'c', at: new Date() });
    await eventually('it is public', async () => (await readBy(null, first))?.status === 'received');
    await ended(first);
    expect(await says(maria, first, false, 'Το σύνθημα φαίνεται ακόμη.'), 'where moderators read first, the words wait and the opening does not').toMatchObject({ request: { status: 'received', reopened: 1 } });
    expect(await wordsOf(null, first)).toMatchObject({ text: '', held: 'waiting' });
    expect(heard.at(-1)).toMatchObject({ mode: 'wait', text: 'Το σύνθημα φαίνεται ακόμη.' });
  });

  it('what moderators sent back is put right by its reporter alone, once, read again, and stands then as it stood', async () => {
    const id = await reported();
    await ended(id);
    const decide = (decision: 'approved' | 'returned', caseId: string) => city.get(Events).publish('moderation.decided', { item: { kind: 'request', id }, decision, rule: 3, reason: 'Γράφεις το όνομα του γείτονα.', caseId, at: new Date() });
    const put = (who: SignedIn, text: string, pictures: string[] = []) => who.graph<{ correctRequest: CorrectRequestResult }>(correct, { id, text, pictures }).then(({ data }) => data.correctRequest);
    expect(await put(maria, 'Χωρίς όνομα.')).toEqual({ __typename: 'NotAllowed', reason: 'correct_closed' });
    await decide('returned', 'c1');
    await eventually('it is sent back', async () => (await readBy(maria, id))?.status === 'returned');
    expect(await put(other(0), 'Όχι δικό μου.')).toMatchObject({ __typename: 'NotFound' });
    expect(await put(maria, 'Χωρίς όνομα.', ['nobodys'])).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'pictures' }] });
    expect((await record(id)).status).toBe('returned');

    const heard: string[] = [];
    city.get(Events).on('contribution.submitted', 'the correction', ({ item, text, mode }) => Promise.resolve(void (item.id === id && heard.push(`${mode} ${text}`))));
    const [first, second] = await Promise.all([put(maria, 'Χωρίς όνομα.'), put(maria, 'Χωρίς όνομα.')]);
    for (const answer of [first, second]) expect(answer).toMatchObject({ __typename: 'RequestChanged', request: { status: 'waiting', text: 'Χωρίς όνομα.' } });
    expect(new Set(heard)).toEqual(new Set(['wait Χωρίς όνομα.']));
    expect(await readBy(null, id)).toBeNull();
    await decide('approved', 'c2');
    await eventually('it stands as it stood', async () => (await readBy(null, id))?.status === 'fixed');
  });

  it('one that waited reaches the department with its own day when a moderator lets it pass; taken back before, nobody reads it', async () => {
    const [id, other_] = [await reported({ serviceId: 'graffiti', answers: [] }), await reported({ serviceId: 'graffiti', answers: [] })];
    await maria.graph(withdraw, { id: other_, text: '' });
    for (const one of [id, other_]) await city.get(Events).publish('moderation.decided', { item: { kind: 'request', id: one }, decision: 'approved', rule: null, reason: '', caseId: 'c', at: new Date() });
    await eventually('it is public', async () => (await readBy(null, id))?.status === 'received');
    expect((await record(id)).publishedAt).not.toBeNull();
    expect(await readBy(null, other_)).toBeNull();
  });

  it('what a caller left is erased ninety days after the end, and not before', async () => {
    const [id, fresh, open] = [await reported(), await reported(), await reported()];
    const contact = { name: 'Κυρία Όλγα', phone: '2101234567', email: '' };
    await requests().updateMany({ _id: { $in: [id, fresh, open] } }, { $set: { contact } });
    await ended(id, null, dueAfter(new Date(), -91));
    await ended(fresh, null, dueAfter(new Date(), -89));
    await city.get(Contacts).forgetOld(city.get(Clock).now());
    expect(await Promise.all([id, fresh, open].map(async (one) => (await record(one)).contact))).toEqual([null, contact, contact]);
  });

  it('whose process died in between is told all the same', async () => {
    const id = await reported();
    const seen = await record(id);
    await requests().updateOne({ _id: id }, { $set: { ...standing('acknowledged', false), unfinished: true, changedAt: new Date(0), unheard: toldOf(seen, titleOf(null, seen.place), moment({ kind: 'acknowledged', at: new Date(0) })) } });
    await city.get(FollowThrough).finishOld();
    expect(told.filter((one) => one.startsWith(`${id} `))).toHaveLength(1);
    expect((await record(id)).unfinished).toBeUndefined();
  });
});

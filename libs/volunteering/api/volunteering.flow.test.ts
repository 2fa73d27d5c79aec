import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PersonalData, sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { Events, eventually, newId, startCity, type SubjectCard, Subjects, type TestCity } from '@isegoria/kernel/api';
import type { Notice } from '@isegoria/notifications/contracts';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import type { MyVolunteerOffer, OfferVolunteeringResult, VolunteerCall as Shown, VolunteerCallInput, VolunteerCallResult, VolunteerDesk, VolunteerOffer as ShownOffer } from '@isegoria/volunteering/contracts';
import { News } from './news';
import { Offers } from './offers.service';
import { VolunteerCall } from './volunteer-call.schema';
import { VolunteerOffer } from './volunteer-offer.schema';
import { VolunteerShift } from './volunteer-shift.schema';
import { aCallInput, aShiftInput, inHours } from './volunteering.builders';
import { VolunteeringModule } from './volunteering.module';

const refused = '... on Invalid { problems { field code } } ... on NotAllowed { reason } ... on NotFound { reason }';
const whole = `id stage revision title { el } author isByCitizen places registered placesLeft isHidden decline { reason } cancellation { reason } reportDueAt report { people minutes } named origin { kind id }
  shifts { id task minutes registered waiting came isOver isShort cancellation { reason } mine { place queue confirmBy isNamed mayOffer came } } mine { leads isAuthor responsible canEdit canCorrect canPublish canDecide canCancel canReport canDiscard }`;
const saved = `__typename ... on VolunteerCallSaved { call { ${whole} } } ${refused}`;
const took = `__typename ... on VolunteerCallSaved { call { ${whole} } } ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds }`;
const q = {
  save: `mutation ($id: ID!, $revision: Int, $input: VolunteerCallInput!) { saveVolunteerCall(id: $id, revision: $revision, input: $input) { ${saved} } }`,
  propose: `mutation ($id: ID!, $revision: Int, $input: VolunteerCallInput!) { proposeVolunteerCall(id: $id, revision: $revision, input: $input) { ${saved} } }`,
  discard: 'mutation ($id: ID!) { discardVolunteerCall(id: $id) { __typename ... on NotAllowed { reason } ... on NotFound { reason } } }',
  publish: `mutation ($id: ID!, $revision: Int!) { publishVolunteerCall(id: $id, revision: $revision) { ${saved} } }`,
  accept: `mutation ($id: ID!, $revision: Int!, $responsible: String!) { acceptVolunteerCall(id: $id, revision: $revision, responsible: $responsible) { ${saved} } }`,
  decline: `mutation ($id: ID!, $revision: Int!, $reason: String!) { declineVolunteerCall(id: $id, revision: $revision, reason: $reason) { ${saved} } }`,
  cancel: `mutation ($id: ID!, $reason: String!) { cancelVolunteerCall(id: $id, reason: $reason) { ${saved} } }`,
  cancelShift: `mutation ($shiftId: ID!, $reason: String!) { cancelVolunteerShift(shiftId: $shiftId, reason: $reason) { ${saved} } }`,
  report: `mutation ($id: ID!, $input: VolunteerReportInput!) { reportVolunteerCall(id: $id, input: $input) { ${saved} } }`,
  offer: `mutation ($shiftId: ID!, $isNamed: Boolean!) { offerVolunteering(shiftId: $shiftId, isNamed: $isNamed) { ${took} } }`,
  confirm: `mutation ($shiftId: ID!) { confirmVolunteering(shiftId: $shiftId) { ${took} } }`,
  leave: `mutation ($shiftId: ID!) { leaveVolunteering(shiftId: $shiftId) { ${took} } }`,
  mark: 'mutation ($offerId: ID!, $came: Boolean, $minutes: Int) { markVolunteer(offerId: $offerId, came: $came, minutes: $minutes) { __typename ... on VolunteerOfferSaved { offer { came minutes } } ... on NotAllowed { reason } ... on NotFound { reason } ... on Invalid { problems { field } } } }',
  one: `query ($id: ID!) { volunteerCall(id: $id) { ${whole} } }`,
  all: 'query ($filter: VolunteerFilter) { volunteerCalls(filter: $filter) { total items { id } } }',
  of: 'query ($subject: SubjectInput!) { volunteerCallsOf(subject: $subject) { id } }',
  offers: 'query ($shiftId: ID!) { volunteerOffers(shiftId: $shiftId) { total items { id name isWaiting came } } }',
  mine: 'query ($time: VolunteerTime!) { myVolunteerOffers(time: $time) { total items { callId minutes shift { id cancellation { reason } mine { place came } } } } }',
  sum: '{ myVolunteerSum { shifts minutes } }',
  proposed: '{ myVolunteerCalls { items { id stage } } }',
  desk: '{ volunteerDesk { drafts { id } proposed { id author } short { id } toReport { id } } }',
  origin: 'query ($subject: SubjectInput!) { volunteerOrigin(subject: $subject) { id title { el } } }',
  acts: 'query { ledgerActs(first: 100) { items { act subject { id } } } }',
  notices: '{ inbox(first: 100) { items { name about { id } title { el } } } }',
};

describe('a call for volunteers, from the draft to what was done', () => {
  let city: TestCity;
  let maria: SignedIn;
  let nikos: SignedIn;
  let eleni: SignedIn;
  let unconfirmed: SignedIn;
  let olga: SignedIn;
  let stranger: SignedIn;
  let calls: Model<VolunteerCall>;
  let shifts: Model<VolunteerShift>;
  let offers: Model<VolunteerOffer>;

  beforeAll(async () => {
    process.env['RATE_LIMITS'] = 'off';
    city = await startCity([VolunteeringModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    [maria, nikos, eleni, unconfirmed, olga, stranger] = await Promise.all([
      signedIn(city, { name: 'Μαρία' }), signedIn(city, { name: 'Νίκος' }), signedIn(city, { name: 'Ελένη' }), signedIn(city, { name: 'Χωρίς', confirmed: false }),
      signedIn(city, { name: 'Όλγα', roles: ['citizen', 'official'], departmentId: 'technical' }), signedIn(city, { name: 'Ξένος', roles: ['citizen', 'official'], departmentId: 'culture' }),
    ]);
    calls = city.get<Model<VolunteerCall>>(getModelToken(VolunteerCall.name));
    shifts = city.get<Model<VolunteerShift>>(getModelToken(VolunteerShift.name));
    offers = city.get<Model<VolunteerOffer>>(getModelToken(VolunteerOffer.name));
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
  const act = async <T = VolunteerCallResult>(who: SignedIn, query: string, variables: Record<string, unknown>): Promise<T> => Object.values(await answerOf<Record<string, T>>(who, query, variables))[0] as T;
  const done = async (who: SignedIn, query: string, variables: Record<string, unknown>): Promise<Shown> => {
    const result = await act<VolunteerCallResult | OfferVolunteeringResult>(who, query, variables);
    if (result.__typename !== 'VolunteerCallSaved') throw new Error(JSON.stringify(result));
    return result.call;
  };
  const published = async (wanted: Partial<VolunteerCallInput> = {}): Promise<Shown> => {
    const id = newId();
    await done(olga, q.save, { id, input: aCallInput(wanted) });
    return done(olga, q.publish, { id, revision: 1 });
  };
  const firstOf = ({ shifts: [shift] }: Shown) => {
    if (!shift) throw new Error('a call has a shift');
    return shift;
  };
  /** A call of one shift, and that shift's id. */
  const oneShift = async (wanted: Parameters<typeof aShiftInput>[0] = {}, more: Partial<VolunteerCallInput> = {}) => {
    const call = await published({ ...more, shifts: [aShiftInput(wanted)] });
    return { id: call.id, shiftId: firstOf(call).id };
  };
  const offer = (who: SignedIn, shiftId: string, isNamed = false) => done(who, q.offer, { shiftId, isNamed });
  const standing = async (who: SignedIn | TestCity, id: string) => {
    const call = (await answerOf<{ volunteerCall: Shown | null }>(who, q.one, { id })).volunteerCall;
    if (!call) throw new Error('the call is there');
    return { call, shift: firstOf(call) };
  };
  const placeOf = async (who: SignedIn, id: string) => (await standing(who, id)).shift.mine;
  const noticesOf = async (who: SignedIn, id: string) => (await answerOf<{ inbox: { items: Notice[] } }>(who, q.notices)).inbox.items.filter(({ about }) => about.id === id).map(({ name }) => name);
  const told = (who: SignedIn, id: string, name: string) => eventually(`${name} is told`, async () => (await noticesOf(who, id)).includes(name));
  const offersOf = async (who: SignedIn, shiftId: string) => (await answerOf<{ volunteerOffers: { items: ShownOffer[] } }>(who, q.offers, { shiftId })).volunteerOffers.items;
  /** As if the shift had been in the past hours. */
  const passed = async (id: string) => {
    await shifts.updateMany({ callId: id }, { $set: { startsAt: inHours(-5), endsAt: inHours(-2) } }).exec();
    await offers.updateMany({ callId: id }, { $set: { endsAt: inHours(-2) } }).exec();
    await calls.updateOne({ _id: id }, { $set: { startsAt: inHours(-5), endsAt: inHours(-2) } }).exec();
  };

  it('is a draft that nobody else reads, and then public, once, with a line of the ledger', async () => {
    const id = newId();
    const draft = await done(olga, q.save, { id, input: aCallInput() });
    expect(draft).toMatchObject({ stage: 'draft', mine: { canPublish: true } });
    expect(await done(olga, q.save, { id, input: aCallInput() }), 'sent twice it is one').toMatchObject({ revision: 1 });
    expect((await answerOf<{ volunteerCall: Shown | null }>(maria, q.one, { id })).volunteerCall).toBeNull();
    expect(await act(stranger, q.publish, { id, revision: 1 })).toEqual({ __typename: 'NotFound', reason: 'volunteer-call' });
    expect(await act(olga, q.publish, { id, revision: 7 })).toEqual({ __typename: 'NotAllowed', reason: 'changed' });
    await Promise.all([done(olga, q.publish, { id, revision: 1 }), done(olga, q.publish, { id, revision: 1 })]);
    expect(await standing(city, id)).toMatchObject({ call: { stage: 'published', places: 3, placesLeft: 3, revision: 2 }, shift: { minutes: 180 } });
    await eventually('the act is in the ledger', async () => (await answerOf<{ ledgerActs: { items: { act: string; subject: { id: string } }[] } }>(city, q.acts)).ledgerActs.items.filter(({ subject, act: name }) => subject?.id === id && name === 'volunteer-call.published').length === 1);
    expect(await act(stranger, q.cancel, { id, reason: 'Δεν γίνεται' })).toEqual({ __typename: 'NotAllowed', reason: 'department' });
  });

  it('is not published before it says who, where and when', async () => {
    const id = newId();
    await done(olga, q.save, { id, input: aCallInput({ responsible: '', shifts: [aShiftInput({ startsAt: inHours(9), endsAt: inHours(8), minimum: 5, places: 2 })] }) });
    const result = await act(olga, q.publish, { id, revision: 1 });
    expect(result).toMatchObject({ __typename: 'Invalid' });
    expect(result.__typename === 'Invalid' && result.problems.map(({ field }) => field).sort()).toEqual(['responsible', 'shifts.0.endsAt', 'shifts.0.minimum']);
  });

  it('gives the last place to exactly one of fifty who press at once, and the others wait in a fair order', async () => {
    const { id, shiftId } = await oneShift({ places: 1 });
    const many = await Promise.all(Array.from({ length: 50 }, (_, at) => signedIn(city, { name: `Εθελοντής ${at}` })));
    await Promise.all(many.flatMap((who) => [offer(who, shiftId), offer(who, shiftId)]));
    const { shift } = await standing(city, id);
    expect(shift).toMatchObject({ registered: 1, waiting: 49 });
    const places = await Promise.all(many.map((who) => placeOf(who, id)));
    expect(places.filter(({ place }) => place === 'registered')).toHaveLength(1);
    expect(places.flatMap(({ queue }) => queue ?? []).sort((a, b) => a - b)).toEqual(Array.from({ length: 49 }, (_, at) => at + 1));
  }, 60_000);

  it('holds a place that became free for the first who waits, tells them, and passes it on where nobody answers', async () => {
    const { id, shiftId } = await oneShift({ places: 1 });
    for (const who of [maria, nikos, eleni]) await offer(who, shiftId);
    await done(maria, q.leave, { shiftId });
    const held = await placeOf(nikos, id);
    expect(held).toMatchObject({ place: 'registered' });
    expect(held.confirmBy).not.toBeNull();
    await told(nikos, id, 'volunteering.held');
    expect(await placeOf(eleni, id)).toMatchObject({ place: 'waiting', queue: 1 });

    await offers.updateOne({ shiftId, citizenId: nikos.citizen.id }, { $set: { confirmBy: inHours(-1) } }).exec();
    await Promise.all([city.get(Offers).goOn(), city.get(Offers).goOn()]);
    expect(await placeOf(nikos, id)).toMatchObject({ place: 'none', mayOffer: true });
    await told(nikos, id, 'volunteering.lapsed');
    await done(eleni, q.confirm, { shiftId });
    expect(await placeOf(eleni, id)).toMatchObject({ place: 'registered', confirmBy: null });
    expect(await act(nikos, q.confirm, { shiftId })).toEqual({ __typename: 'NotAllowed', reason: 'lapsed' });
    expect((await standing(city, id)).shift).toMatchObject({ registered: 1, waiting: 0 });
  });

  it('takes nobody who is not confirmed, nor for what is hidden, over or cancelled', async () => {
    const { id, shiftId } = await oneShift();
    expect(await act(unconfirmed, q.offer, { shiftId, isNamed: false })).toEqual({ __typename: 'NotAllowed', reason: 'unconfirmed' });
    expect(await act(maria, q.offer, { shiftId: `${id}.nothing`, isNamed: false })).toEqual({ __typename: 'NotFound', reason: 'shift' });
    const draft = newId();
    const own = firstOf(await done(olga, q.save, { id: draft, input: aCallInput() })).id;
    expect(await act(maria, q.offer, { shiftId: own, isNamed: false })).toEqual({ __typename: 'NotFound', reason: 'shift' });
    await shifts.updateOne({ _id: shiftId }, { $set: { startsAt: inHours(-1) } }).exec();
    expect(await act(maria, q.offer, { shiftId, isNamed: false })).toEqual({ __typename: 'NotAllowed', reason: 'over' });
    await done(olga, q.cancel, { id, reason: 'Έρχεται καταιγίδα.' });
    expect(await act(maria, q.offer, { shiftId, isNamed: false })).toEqual({ __typename: 'NotAllowed', reason: 'closed' });
  });

  it('shows names to its department alone; to everybody numbers', async () => {
    const { id, shiftId } = await oneShift();
    await offer(maria, shiftId);
    const opened = async () => (await answerOf<{ ledgerActs: { items: { act: string; subject: { id: string } | null }[] } }>(city, q.acts)).ledgerActs.items.filter(({ subject, act: name }) => subject?.id === id && name === 'volunteer-call.listOpened').length;
    expect(await offersOf(stranger, shiftId)).toEqual([]);
    expect(await opened(), 'who may not read it opened nothing').toBe(0);
    expect(await offersOf(olga, shiftId)).toMatchObject([{ name: 'Μαρία', isWaiting: false }]);
    await offersOf(olga, shiftId);
    await eventually('that the names were read is in the ledger', async () => (await opened()) > 0);
    expect(await opened(), 'once a day').toBe(1);
    const { errors } = await maria.graph(q.offers, { shiftId });
    expect(errors).toBeDefined();
    const { call } = await standing(city, id);
    expect(call.mine.responsible).toBe('');
    expect((await standing(maria, id)).call.mine.responsible).toContain('Όλγα');
    expect(JSON.stringify(await standing(nikos, id))).not.toContain('Μαρία');
  });

  it('keeps the times of what is public; a shift is cancelled with a reason, and who offered is told', async () => {
    const [first, second] = [aShiftInput(), aShiftInput({ startsAt: inHours(72), endsAt: inHours(74) })];
    const call = await published({ shifts: [first, second] });
    const { id } = call;
    const shiftId = firstOf(call).id;
    await offer(maria, shiftId);
    const change = (input: Partial<VolunteerCallInput>, revision: number) => act(olga, q.save, { id, revision, input: aCallInput(input) });
    expect(await change({ shifts: [{ ...first, startsAt: inHours(50) }, second] }, 2)).toEqual({ __typename: 'NotAllowed', reason: 'shift_fixed' });
    expect(await change({ shifts: [second] }, 2)).toEqual({ __typename: 'NotAllowed', reason: 'shift_fixed' });
    expect(await change({ shifts: [{ ...first, places: 9 }, second] }, 2)).toMatchObject({ __typename: 'VolunteerCallSaved', call: { places: 12, registered: 1 } });

    const after = await done(olga, q.cancelShift, { shiftId, reason: 'Θα βρέχει όλη μέρα.' });
    expect(after).toMatchObject({ stage: 'published', places: 3, registered: 0 });
    await told(maria, id, 'volunteering.shiftCancelled');
    expect(await act(olga, q.cancelShift, { shiftId: after.shifts[1]?.id ?? '', reason: 'Και αυτή δεν γίνεται.' })).toEqual({ __typename: 'NotAllowed', reason: 'last_shift' });
    const mine = (await answerOf<{ myVolunteerOffers: { items: MyVolunteerOffer[] } }>(maria, q.mine, { time: 'coming' })).myVolunteerOffers.items.find(({ callId }) => callId === id);
    expect(mine?.shift.cancellation?.reason).toBe('Θα βρέχει όλη μέρα.');
  });

  it('moves up who waits when there are more places', async () => {
    const shift = aShiftInput({ places: 1 });
    const call = await published({ shifts: [shift] });
    for (const who of [maria, nikos]) await offer(who, firstOf(call).id);
    await done(olga, q.save, { id: call.id, revision: 2, input: aCallInput({ shifts: [{ ...shift, places: 2 }] }) });
    expect(await placeOf(nikos, call.id)).toMatchObject({ place: 'registered' });
    expect((await standing(city, call.id)).shift).toMatchObject({ registered: 2, waiting: 0 });
  });

  it('reminds who has a place, once, and nobody of what does not take place', async () => {
    const { id, shiftId } = await oneShift({ startsAt: inHours(20), endsAt: inHours(22), places: 1 });
    const gone = await oneShift({ startsAt: inHours(20), endsAt: inHours(22) });
    for (const who of [maria, nikos]) await offer(who, shiftId);
    await offer(maria, gone.shiftId);
    await done(olga, q.cancel, { id: gone.id, reason: 'Δεν έχουμε εργαλεία.' });
    await city.get(News).remind();
    await city.get(News).remind();
    await told(maria, id, 'volunteering.soon');
    await told(maria, gone.id, 'volunteering.cancelled');
    expect((await noticesOf(maria, id)).filter((name) => name === 'volunteering.soon')).toHaveLength(1);
    expect(await noticesOf(nikos, id)).not.toContain('volunteering.soon');
    expect(await noticesOf(maria, gone.id)).not.toContain('volunteering.soon');
  });

  it('that is near and lacks people is told to its department, once; cancelled, who has a place and who waits hear why, and calendars too', async () => {
    const [few, enough] = [aShiftInput({ startsAt: inHours(40), endsAt: inHours(43), minimum: 2, places: 2 }), aShiftInput({ startsAt: inHours(42), endsAt: inHours(44), minimum: 1, places: 1 })];
    const call = await published({ shifts: [few, enough] });
    const { id } = call;
    const [shiftId, other] = [`${id}.${few.id}`, `${id}.${enough.id}`];
    const far = await oneShift({ startsAt: inHours(90), endsAt: inHours(92), minimum: 2 });
    for (const who of [maria, nikos]) await offer(who, shiftId);
    await offer(eleni, shiftId);
    await offer(maria, other);
    await city.get(News).warn();
    expect((await standing(olga, id)).shift.isShort, 'two have a place').toBe(false);
    expect(await noticesOf(olga, id)).not.toContain('volunteering.short');
    await shifts.updateOne({ _id: shiftId }, { $set: { minimum: 3 } }).exec();
    await Promise.all([city.get(News).warn(), city.get(News).warn()]);
    await city.get(News).warn();
    await told(olga, id, 'volunteering.short');
    expect((await noticesOf(olga, id)).filter((name) => name === 'volunteering.short')).toHaveLength(1);
    for (const who of [stranger, maria]) expect(await noticesOf(who, id)).not.toContain('volunteering.short');
    expect(await noticesOf(olga, far.id)).not.toContain('volunteering.short');
    expect((await standing(olga, id)).shift.isShort).toBe(true);
    const shortOf = async (who: SignedIn) => (await answerOf<{ volunteerDesk: VolunteerDesk }>(who, q.desk)).volunteerDesk.short.map((one) => one.id);
    expect(await shortOf(olga)).toContain(id);
    expect(await shortOf(stranger)).toEqual([]);

    await Promise.all([done(olga, q.cancelShift, { shiftId, reason: 'Δεν μαζευτήκαμε αρκετοί.' }), done(olga, q.cancelShift, { shiftId, reason: 'Δεν μαζευτήκαμε αρκετοί.' })]);
    for (const who of [maria, nikos, eleni]) await told(who, id, 'volunteering.shiftCancelled');
    expect((await noticesOf(eleni, id)).filter((name) => name === 'volunteering.shiftCancelled'), 'who waited hears it once').toHaveLength(1);
    expect(await shortOf(olga)).not.toContain(id);
    const entries = (await (await fetch(`${city.url}/volunteer-files/one/${id}.ics`)).text()).split('BEGIN:VEVENT').slice(1);
    const statusOf = (uid: string) => /STATUS:(\w+)/.exec(entries.find((entry) => entry.replaceAll('\r\n ', '').includes(`UID:${uid}@`)) ?? '')?.[1];
    expect([statusOf(shiftId), statusOf(other)]).toEqual(['CANCELLED', 'CONFIRMED']);
  });

  it('tells what was done: who came and for how long, the names of those alone who chose it', async () => {
    const { id, shiftId } = await oneShift();
    await offer(maria, shiftId, true);
    await offer(nikos, shiftId);
    await offer(eleni, shiftId, true);
    expect(await act(olga, q.report, { id, input: { text: { el: 'Μαζέψαμε σαράντα σακούλες.', en: '' }, people: 2, minutes: 300, pictures: [] } })).toEqual({ __typename: 'NotAllowed', reason: 'not_over' });
    const [hers, his, third] = await offersOf(olga, shiftId);
    const mark = (who: SignedIn, offerId: string | undefined, came: boolean | null, minutes: number | null = null) => act<{ __typename: string }>(who, q.mark, { offerId, came, minutes });
    expect(await mark(olga, hers?.id, true)).toEqual({ __typename: 'NotAllowed', reason: 'early' });
    await passed(id);
    expect(await mark(stranger, hers?.id, true)).toEqual({ __typename: 'NotAllowed', reason: 'department' });
    await Promise.all([mark(olga, hers?.id, true), mark(olga, hers?.id, true), mark(olga, his?.id, true, 60), mark(olga, third?.id, false)]);
    expect((await standing(city, id)).shift.came).toBe(2);
    expect(await shifts.findById(shiftId).lean()).toMatchObject({ came: 2, given: 240 });

    const input = { text: { el: 'Μαζέψαμε σαράντα σακούλες πλαστικά.', en: '' }, people: 2, minutes: 240, pictures: [] };
    await Promise.all([done(olga, q.report, { id, input }), done(olga, q.report, { id, input: { ...input, people: 9 } })]);
    const { call } = await standing(city, id);
    expect(call).toMatchObject({ stage: 'reported', named: ['Μαρία'], report: { minutes: 240 } });
    for (const who of [maria, nikos, eleni]) await told(who, id, 'volunteering.reported');
    expect((await answerOf<{ myVolunteerSum: object }>(nikos, q.sum)).myVolunteerSum).toEqual({ shifts: 1, minutes: 60 });
    expect(await act(maria, q.leave, { shiftId })).toEqual({ __typename: 'NotAllowed', reason: 'over' });
  });

  it('is proposed by a citizen, waits for the department it names, and is taken on', async () => {
    const id = newId();
    const input = aCallInput({ origin: { kind: 'square', id: 'one' }, responsible: 'εγώ' });
    expect(await act(unconfirmed, q.propose, { id: newId(), input })).toEqual({ __typename: 'NotAllowed', reason: 'unconfirmed' });
    expect(await act(maria, q.propose, { id: newId(), input: aCallInput({ origin: { kind: 'square', id: 'secret' } }) })).toMatchObject({ problems: [{ field: 'origin' }] });
    await Promise.all([act(maria, q.propose, { id, input }), act(maria, q.propose, { id, input })]);
    expect(await standing(maria, id)).toMatchObject({ call: { stage: 'proposed', author: '', mine: { isAuthor: true, canDiscard: true } } });
    expect((await answerOf<{ volunteerCall: Shown | null }>(nikos, q.one, { id })).volunteerCall).toBeNull();
    expect((await answerOf<{ volunteerDesk: VolunteerDesk }>(olga, q.desk)).volunteerDesk.proposed).toContainEqual({ id, author: 'Μαρία' });
    expect((await answerOf<{ volunteerDesk: VolunteerDesk }>(stranger, q.desk)).volunteerDesk.proposed).toEqual([]);
    await eventually('the department can read what it is about', async () => (await answerOf<{ inbox: { items: Notice[] } }>(olga, q.notices)).inbox.items.some(({ about, title }) => about.id === id && title !== null));
    expect(await act(stranger, q.accept, { id, revision: 1, responsible: 'Ξένος' })).toEqual({ __typename: 'NotFound', reason: 'volunteer-call' });
    const heard: string[] = [];
    city.get(Events).on('contribution.submitted', 'test.volunteering', ({ item }) => Promise.resolve(void heard.push(item.id)));
    await Promise.all([done(olga, q.accept, { id, revision: 1, responsible: 'Όλγα, 27410 00000' }), done(olga, q.accept, { id, revision: 1, responsible: 'Όλγα, 27410 00000' })]);
    await told(maria, id, 'volunteering.accepted');
    await eventually('moderators hear of it', () => Promise.resolve(heard.includes(id)));
    expect((await standing(nikos, id)).call).toMatchObject({ stage: 'published', isByCitizen: true, origin: { id: 'one' } });
    expect((await answerOf<{ volunteerCallsOf: object[] }>(city, q.of, { subject: { kind: 'square', id: 'one' } })).volunteerCallsOf).toEqual([{ id }]);

    await city.get(Events).publish('moderation.decided', { item: { kind: 'volunteer-call', id }, decision: 'hidden', rule: 3, reason: 'Διαφήμιση', caseId: 'c1', at: new Date() });
    expect((await answerOf<{ volunteerCall: Shown | null }>(nikos, q.one, { id })).volunteerCall).toBeNull();
    expect(await act(nikos, q.offer, { shiftId: firstOf((await standing(maria, id)).call).id, isNamed: false })).toEqual({ __typename: 'NotFound', reason: 'shift' });
  });

  it('is written from what is public, and tells nothing of what is not', async () => {
    const originOf = async (id: string, kind = 'square') => (await answerOf<{ volunteerOrigin: object | null }>(maria, q.origin, { subject: { kind, id } })).volunteerOrigin;
    expect(await originOf('one')).toEqual({ id: 'one', title: { el: 'Η πλατεία' } });
    expect(await originOf('secret')).toBeNull();
    expect(await originOf('one', 'no-such-kind')).toBeNull();
    expect(await originOf((await published()).id, 'volunteer-call')).toBeNull();
  });

  it('is corrected by its author while it waits, once; the department answers only what it read', async () => {
    const id = newId();
    const [input, first] = [aCallInput(), aShiftInput()];
    await done(maria, q.propose, { id, input: { ...input, shifts: [first] } });
    const corrected = { ...input, title: { el: 'Καθαρίζουμε και τη δεύτερη παραλία', en: '' }, shifts: [{ ...first, places: 9 }, aShiftInput({ startsAt: inHours(72), endsAt: inHours(74) })] };
    const correct = (who: SignedIn, revision: number, more: Partial<VolunteerCallInput> = {}) => act(who, q.propose, { id, revision, input: { ...corrected, ...more } });
    expect(await correct(nikos, 1), 'to others there is none').toEqual({ __typename: 'NotFound', reason: 'volunteer-call' });
    expect(await correct(maria, 1, { shifts: [] })).toMatchObject({ __typename: 'Invalid' });
    expect(await correct(maria, 1, { shifts: [aShiftInput({ startsAt: inHours(-3), endsAt: inHours(-1) })] })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'shifts.0.endsAt' }] });
    const twice = await Promise.all([correct(maria, 1), correct(maria, 1)]);
    expect(twice.map((one) => one.__typename === 'VolunteerCallSaved' && one.call.revision), 'pressed twice it is one correction').toEqual([2, 2]);
    expect(await correct(maria, 1, { title: { el: 'Από άλλη καρτέλα', en: '' } })).toEqual({ __typename: 'NotAllowed', reason: 'changed' });
    expect((await standing(olga, id)).call).toMatchObject({ revision: 2, title: { el: 'Καθαρίζουμε και τη δεύτερη παραλία' }, shifts: [{ registered: 0 }, { registered: 0 }], mine: { canCorrect: false } });

    expect(await act(olga, q.accept, { id, revision: 1, responsible: 'Όλγα, 27410 00000' })).toEqual({ __typename: 'NotAllowed', reason: 'rewritten' });
    expect(await act(olga, q.decline, { id, revision: 1, reason: 'Ο χώρος είναι ιδιωτικός.' })).toEqual({ __typename: 'NotAllowed', reason: 'rewritten' });
    expect((await standing(olga, id)).call.stage).toBe('proposed');
    expect(await done(olga, q.accept, { id, revision: 2, responsible: 'Όλγα, 27410 00000' })).toMatchObject({ stage: 'published', places: 12 });
    expect(await correct(maria, 3, { title: { el: 'Αργά για αυτό πια', en: '' } })).toEqual({ __typename: 'NotAllowed', reason: 'fixed' });
  });

  it('is corrected or taken on, of two at once, never both unread', async () => {
    const writer = await signedIn(city, { name: 'Σοφία' });
    for (const id of [newId(), newId(), newId(), newId()]) {
      const input = aCallInput();
      await done(writer, q.propose, { id, input });
      const [corrected, accepted] = await Promise.all([act(writer, q.propose, { id, revision: 1, input: { ...input, title: { el: 'Κάτι εντελώς άλλο από πριν', en: '' } } }), act(olga, q.accept, { id, revision: 1, responsible: 'Όλγα, 27410 00000' })]);
      expect([corrected, accepted].filter(({ __typename }) => __typename === 'VolunteerCallSaved')).toHaveLength(1);
      expect((await standing(olga, id)).call.stage).toBe(accepted.__typename === 'VolunteerCallSaved' ? 'published' : 'proposed');
    }
  });

  it('goes on to the department that its author names instead, which is told; the other reads it no more', async () => {
    const [id, writer] = [newId(), await signedIn(city, { name: 'Θάνος' })];
    const input = aCallInput();
    await done(writer, q.propose, { id, input });
    await calls.updateOne({ _id: id }, { $set: { proposedAt: inHours(-200) } }).exec();
    await done(writer, q.propose, { id, revision: 1, input: { ...input, departmentId: 'culture' } });
    await told(stranger, id, 'volunteering.proposed');
    expect((await answerOf<{ volunteerCall: Shown | null }>(olga, q.one, { id })).volunteerCall).toBeNull();
    expect(await act(olga, q.accept, { id, revision: 2, responsible: 'Όλγα' })).toEqual({ __typename: 'NotFound', reason: 'volunteer-call' });
    expect((await calls.findById(id).lean())?.proposedAt?.getTime()).toBeGreaterThan(inHours(-1).getTime());
  });

  it('is declined with a reason that its author alone is told; or taken back', async () => {
    const [id, other] = [newId(), newId()];
    for (const one of [id, other]) await done(nikos, q.propose, { id: one, input: aCallInput() });
    await done(olga, q.decline, { id, revision: 1, reason: 'Ο χώρος είναι ιδιωτικός και δεν μπορούμε να μπούμε.' });
    await told(nikos, id, 'volunteering.declined');
    expect((await standing(nikos, id)).call).toMatchObject({ stage: 'declined', decline: { reason: 'Ο χώρος είναι ιδιωτικός και δεν μπορούμε να μπούμε.' } });
    expect((await answerOf<{ volunteerCall: Shown | null }>(maria, q.one, { id })).volunteerCall).toBeNull();
    expect(await act(olga, q.accept, { id, revision: 1, responsible: 'Όλγα' })).toEqual({ __typename: 'NotAllowed', reason: 'fixed' });
    expect(await act(maria, q.discard, { id: other })).toEqual({ __typename: 'NotFound', reason: 'volunteer-call' });
    expect(await act(nikos, q.discard, { id: other })).toEqual({ __typename: 'VolunteerCallDiscarded' });
    expect(await shifts.countDocuments({ callId: other })).toBe(0);
    expect((await answerOf<{ myVolunteerCalls: { items: object[] } }>(nikos, q.proposed)).myVolunteerCalls.items).toEqual([{ id, stage: 'declined' }]);
  });

  it('is found by its words, its neighbourhood and whether places are left', async () => {
    const { id, shiftId } = await oneShift({ places: 1 }, { title: { el: 'Φυτεύουμε κουτσουπιές στο Κάστρο', en: '' }, districtId: 'kentro' });
    const found = async (filter: object) => (await answerOf<{ volunteerCalls: { items: { id: string }[] } }>(city, q.all, { filter })).volunteerCalls.items.map((one) => one.id);
    expect(await found({ text: 'κουτσουπιες' })).toEqual([id]);
    expect(await found({ text: 'κουτσουπιές', districtId: 'limani' })).toEqual([]);
    expect(await found({ text: 'κουτσουπιές', time: 'coming', hasPlaces: true })).toEqual([id]);
    await offer(maria, shiftId);
    expect(await found({ text: 'κουτσουπιές', time: 'coming', hasPlaces: true })).toEqual([]);
    expect(await found({ text: 'κουτσουπιές', time: 'past' })).toEqual([]);
  });

  it('forgets who leaves the city: places go on, and of what was done the numbers stay', async () => {
    const [coming, over] = [await oneShift({ places: 1 }), await oneShift()];
    const anna = await signedIn(city, { name: 'Άννα' });
    for (const who of [anna, maria]) await offer(who, coming.shiftId);
    await offer(anna, over.shiftId, true);
    await passed(over.id);
    const [own] = await offersOf(olga, over.shiftId);
    await act(olga, q.mark, { offerId: own?.id, came: true, minutes: null });
    const idea = newId();
    await done(anna, q.propose, { id: idea, input: aCallInput() });
    const person = { id: anna.citizen.id, personId: anna.citizen.personId, email: null, name: 'Άννα' };
    for (const part of city.get(PersonalData).all().filter(({ name }) => name.startsWith('volunteer'))) await part.forget(person as never);
    expect(await placeOf(maria, coming.id)).toMatchObject({ place: 'registered' });
    expect(await offers.countDocuments({ citizenId: anna.citizen.id })).toBe(0);
    expect(await shifts.findById(over.shiftId).lean()).toMatchObject({ registered: 1, came: 1, given: 180 });
    expect(await calls.findById(idea).lean()).toBeNull();
  });
});

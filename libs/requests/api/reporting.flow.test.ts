import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Files } from '@isegoria/files/api';
import type { Picture } from '@isegoria/files/contracts';
import { sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { Events, startCity, type TestCity } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import type { NearRequest, RequestPage, RequestPins, RequestService, RequestTotals, ServiceRequest, ServiceRequestInput, SubmitRequestResult } from '@isegoria/requests/contracts';
import { CatalogueSeed } from './demo/catalogue.seed';
import { RequestRecord } from './request.schema';
import { aNonce, aReport } from './requests.builders';
import { RequestsModule } from './requests.module';

const submit = `mutation ($input: ServiceRequestInput!, $nonce: ID!) { submitRequest(input: $input, nonce: $nonce) {
  __typename ... on RequestSubmitted { waits request { id title { el en } status mine pictures { id } } } ... on Invalid { problems { field code } } ... on NotAllowed { reason } ... on TooMany { retryAfterSeconds } } }`;
const read = `query ($id: ID!) { request(id: $id) { id text lang status mine canWithdraw isPrivate isOverdue affected channel place { label lat } district { id } department { id name { el } } service { id days }
  reporter { name } answers { question { el } answer { el en } } history { kind text } word { fixed mine until } desk { steps notes { text } contact { name } } } }`;
const list = `query ($filter: RequestFilter, $sort: RequestSort, $first: Int, $after: String) { requests(filter: $filter, sort: $sort, first: $first, after: $after) { total next items { id service { id } } } }`;
const pins = 'query ($filter: RequestFilter) { requestPins(filter: $filter) { total items { id lat title { el } status } } }';
const near = 'query ($serviceId: ID!, $lat: Float!, $lng: Float!) { requestsNear(serviceId: $serviceId, lat: $lat, lng: $lng) { metres request { id } } }';

describe('a request, from the street to the department', () => {
  let city: TestCity;
  let maria: SignedIn;
  let nikos: SignedIn;
  let official: SignedIn;
  let moderator: SignedIn;
  const told: string[] = [];

  beforeAll(async () => {
    city = await startCity([RequestsModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    await city.get(CatalogueSeed).found();
    city.get(Events).on('request.published', 'a test', ({ id }) => Promise.resolve(void told.push(id)));
    [maria, nikos, official, moderator] = await Promise.all([
      signedIn(city), signedIn(city, { name: 'Νίκος' }), signedIn(city, { name: 'Υπηρεσία', roles: ['official'], departmentId: 'technical' }), signedIn(city, { name: 'Εποπτεία', roles: ['moderator'] }),
    ]);
  }, 90_000);
  afterAll(() => city.stop());

  const send = async (who: SignedIn, input: ServiceRequestInput = aReport(), nonce = aNonce()) => (await who.graph<{ submitRequest: SubmitRequestResult }>(submit, { input, nonce })).data.submitRequest;
  const reported = async (who: SignedIn, input?: Partial<ServiceRequestInput>): Promise<string> => {
    const sent = await send(who, aReport(input));
    if (sent.__typename !== 'RequestSubmitted') throw new Error(JSON.stringify(sent));
    return sent.request.id;
  };
  const readBy = async (who: SignedIn | null, id: string) => (await (who ?? city).graph<{ request: ServiceRequest | null }>(read, { id })).data.request;
  const listed = async (variables: object = {}) => (await city.graph<{ requests: RequestPage }>(list, { ...variables })).data.requests;
  const aPicture = async (of: SignedIn): Promise<string> => {
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } }).png().toBuffer();
    return ((await city.get(Files).keep(bytes, of.citizen.id)) as Picture).id;
  };

  it('can be for everything in the catalogue, under a few headings', async () => {
    const { data } = await city.graph<{ requestServices: RequestService[] }>('{ requestServices { id name { el en } group { el } department { id name { el } } questions { id choices { name { en } } } isPrivate } }');
    expect(data.requestServices.length).toBeGreaterThan(17);
    expect(new Set(data.requestServices.map(({ group }) => group.el)).size).toBe(6);
    expect(data.requestServices.find(({ id }) => id === 'lamp')).toMatchObject({ department: { id: 'technical' }, questions: [{ id: 'pole' }, { id: 'many' }] });
  });

  it('is numbered from 1001, called by its service and place, and is the department’s whose district the pin lies in', async () => {
    const sent = await send(maria);
    expect(sent).toMatchObject({ __typename: 'RequestSubmitted', waits: false, request: { title: { el: 'Λακκούβα στο οδόστρωμα, Σαλαμίνος 12 <b>', en: 'Pothole, Σαλαμίνος 12 <b>' }, status: 'received', mine: true } });
    const id = sent.__typename === 'RequestSubmitted' ? sent.request.id : '';
    expect(Number(id)).toBeGreaterThan(1000);
    expect(await readBy(null, id)).toMatchObject({
      ...{ id, lang: 'el', mine: false, canWithdraw: false, isOverdue: false, channel: 'online', district: { id: 'kentro' }, department: { id: 'technical' }, service: { id: 'pothole', days: 10 } },
      ...{ reporter: null, desk: null, answers: [{ question: { el: 'Πόσο μεγάλη είναι;' }, answer: { el: 'Μεγαλύτερη', en: 'Larger' } }], history: [{ kind: 'submitted', text: '' }], word: { fixed: 0, mine: null, until: null } },
    });
    expect(told).toContain(id);
  });

  it('pressed ten times at once is one, with its pictures', async () => {
    const input = aReport({ pictures: [await aPicture(maria)] });
    const nonce = aNonce();
    const sent = await Promise.all(Array.from({ length: 10 }, () => send(maria, input, nonce)));
    const ids = new Set(sent.map((one) => (one.__typename === 'RequestSubmitted' ? one.request.id : JSON.stringify(one))));
    expect(ids.size).toBe(1);
    expect(sent[0]).toMatchObject({ request: { pictures: [{}] } });
    expect(await city.get<Model<RequestRecord>>(getModelToken(RequestRecord.name)).countDocuments({ pictures: input.pictures })).toBe(1);
  });

  it('of two people under one nonce is two', async () => {
    const nonce = aNonce();
    const [hers, his] = [await send(maria, aReport(), nonce), await send(nikos, aReport(), nonce)];
    expect(hers).toMatchObject({ __typename: 'RequestSubmitted' });
    expect(his).toMatchObject({ __typename: 'RequestSubmitted', request: { mine: true } });
  });

  it('is told what is wrong before it is written, and that it lies outside the municipality', async () => {
    expect(await send(maria, aReport({ answers: [] }))).toEqual({ __typename: 'Invalid', problems: [{ field: 'answers.size', code: 'required' }] });
    expect(await send(maria, aReport({ place: { label: ' ' } }))).toMatchObject({ problems: [{ field: 'place.label', code: 'required' }] });
    expect(await send(maria, aReport({ serviceId: 'unknown' }))).toMatchObject({ problems: [{ field: 'serviceId', code: 'required' }] });
    expect(await send(maria, aReport({ place: { label: 'Πλατεία' } }))).toMatchObject({ problems: [{ field: 'districtId', code: 'required' }] });
    expect(await send(maria, aReport({ place: { label: 'Ακρόπολη', lat: 37.97, lng: 23.72 } }))).toEqual({ __typename: 'NotAllowed', reason: 'outside' });
    expect(await send(maria, aReport(), 'x')).toMatchObject({ problems: [{ field: 'nonce' }] });
    expect(await send(maria, aReport({ pictures: [await aPicture(nikos)] })), 'a picture of somebody else').toMatchObject({ problems: [{ field: 'pictures' }] });
    expect(await send(await signedIn(city, { confirmed: false }))).toEqual({ __typename: 'NotAllowed', reason: 'unconfirmed' });
    expect((await city.graph(submit, { input: aReport(), nonce: aNonce() })).errors).toBeDefined();
  });

  it('without a pin stands in the district that was named, and names the reporter who wishes it', async () => {
    const id = await reported(nikos, { place: { label: 'Πλατεία', lat: 37.9, lng: null }, districtId: 'ormos', isNamed: true });
    expect(await readBy(null, id)).toMatchObject({ place: { lat: null }, district: { id: 'ormos' }, reporter: { name: 'Νίκος' } });
  });

  it('that names a neighbour is read by its reporter and the department alone', async () => {
    const picture = await aPicture(maria);
    const id = await reported(maria, { serviceId: 'vehicle', answers: [{ questionId: 'make', values: ['Μπλε'] }], pictures: [picture] });
    expect([await readBy(null, id), await readBy(nikos, id), await readBy(moderator, id)]).toEqual([null, null, null]);
    expect(await readBy(maria, id)).toMatchObject({ isPrivate: true, status: 'received', canWithdraw: true, desk: null });
    const theirs = await signedIn(city, { roles: ['official'], departmentId: 'cleaning' });
    expect(await readBy(theirs, id)).toMatchObject({ desk: { steps: ['acknowledged', 'planned', 'inProgress', 'fixed', 'closed', 'update'] } });
    expect(await readBy(official, id)).toBeNull();
    const sees = async (who: SignedIn | null) => (await fetch(`${city.url}/files/${picture}`, { headers: { cookie: who?.cookie ?? '' } })).ok;
    expect(await Promise.all([null, nikos, moderator, official].map(sees)), 'nor do others see its picture').toEqual([false, false, false, false]);
    expect(await Promise.all([maria, theirs].map(sees))).toEqual([true, true]);
    expect((await listed({ filter: { serviceId: 'vehicle' } })).total).toBe(0);
    expect(told).not.toContain(id);
  });

  it('of a service that a moderator sees first waits, and the reporter is told so', async () => {
    const sent = await send(maria, aReport({ serviceId: 'graffiti', answers: [] }));
    expect(sent).toMatchObject({ waits: true, request: { status: 'waiting' } });
    const id = sent.__typename === 'RequestSubmitted' ? sent.request.id : '';
    expect([await readBy(null, id), await readBy(official, id)]).toEqual([null, null]);
    expect(await readBy(moderator, id)).toMatchObject({ status: 'waiting' });
  });

  it('is found by any form of its words, by its number, and by page, none twice', async () => {
    const id = await reported(nikos, { serviceId: 'lamp', text: 'Σκοτεινά πεζοδρόμια', answers: [{ questionId: 'pole', values: ['ΦΣ417'] }] });
    for (const text of ['λάμπας', 'πεζοδρόμιο', id, 'φσ417', 'lamps']) expect((await listed({ filter: { text } })).items.map((one) => one.id), text).toContain(id);
    expect((await listed({ filter: { status: 'hidden' } })).total).toBe(0);
    expect((await listed({ filter: { isOpen: false } })).total).toBe(0);
    expect((await listed({ filter: { districtId: 'ormos', isOpen: true, departmentId: 'technical' } })).total).toBe(1);
    const all = (await listed({ first: 100 })).items.map((one) => one.id);
    const first = await listed({ first: 2 });
    const second = await listed({ first: 2, after: first.next });
    expect([...first.items, ...second.items].map((one) => one.id)).toEqual(all.slice(0, 4));
    for (const sort of ['CHANGED', 'AFFECTED']) expect((await listed({ sort, first: 100 })).items).toHaveLength(all.length);
  });

  it('stands on the map where it has a pin, and near another one of its service', async () => {
    const id = await reported(nikos, { serviceId: 'leak', place: { label: 'Ερμού 3', lat: 37.9518, lng: 23.0244 }, answers: [{ questionId: 'flow', values: ['drops'] }] });
    const shown = (await city.graph<{ requestPins: RequestPins }>(pins, { filter: { serviceId: 'leak' } })).data.requestPins;
    expect(shown).toEqual({ total: 1, items: [{ id, lat: 37.9518, title: { el: 'Διαρροή νερού στον δρόμο, Ερμού 3' }, status: 'received' }] });
    const nearby = async (serviceId: string, lat: number) => (await maria.graph<{ requestsNear: NearRequest[] }>(near, { serviceId, lat, lng: 23.0244 })).data.requestsNear;
    expect(await nearby('leak', 37.9522)).toEqual([{ metres: 44, request: { id } }]);
    expect(await nearby('leak', 37.953)).toEqual([]);
    expect(await nearby('pothole', 37.9522)).toEqual([]);
  });

  it('is counted in the city’s numbers, and stands among the reporter’s own', async () => {
    const { data } = await city.graph<{ requestTotals: RequestTotals }>('{ requestTotals { open overdue submitted fixed medianDays } }');
    expect(data.requestTotals).toMatchObject({ overdue: 0, fixed: 0, medianDays: null });
    expect(data.requestTotals.open).toBeGreaterThan(4);
    const mine = (await maria.graph<{ myRequests: RequestPage }>('{ myRequests(first: 100) { total items { mine status } } }')).data.myRequests;
    expect(mine.items.every((one) => one.mine)).toBe(true);
    expect(mine.items.map(({ status }) => status)).toEqual(expect.arrayContaining(['waiting', 'received']));
  });

  it('comes twenty times a day from one person, and the twentieth sent twice is no twenty-first', async () => {
    const eager = await signedIn(city);
    const nonces = Array.from({ length: 20 }, aNonce);
    for (const nonce of nonces) expect(await send(eager, aReport(), nonce)).toMatchObject({ __typename: 'RequestSubmitted' });
    const more = await send(eager);
    expect(more).toMatchObject({ __typename: 'TooMany' });
    expect(await send(eager, aReport(), nonces.at(-1))).toMatchObject({ __typename: 'RequestSubmitted' });
  });
});

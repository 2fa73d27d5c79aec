import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { Briefings, eventually, Events, startCity, type SubjectCard, Subjects, type TestCity, Threads } from '@isegoria/kernel/api';
import { Follows } from '@isegoria/notifications/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import type { RequestLink, ServiceRequest, ServiceRequestInput, SubmitRequestResult } from '@isegoria/requests/contracts';
import { standing } from '../change';
import { CatalogueSeed } from '../demo/catalogue.seed';
import { RequestRecord } from '../request.schema';
import { aNonce, aReport } from '../requests.builders';
import { RequestsModule } from '../requests.module';

const submit = 'mutation ($input: ServiceRequestInput!, $nonce: ID!) { submitRequest(input: $input, nonce: $nonce) { __typename ... on RequestSubmitted { request { id district { id } } } } }';
const alike = 'query ($serviceId: ID!, $districtId: ID!) { requestsAlike(serviceId: $serviceId, districtId: $districtId) { id status path } }';
const read = 'query ($id: ID!) { request(id: $id) { proposals { id title path } } }';
const ofProposal = 'query ($proposalId: ID!) { requestsOfProposal(proposalId: $proposalId) { id desk { steps } } }';
const inbox = '{ inbox(first: 100) { items { name about { kind id } } } }';

describe('from many requests to one idea', () => {
  let city: TestCity;
  let maria: SignedIn;
  let nikos: SignedIn;
  let requests: Model<RequestRecord>;

  beforeAll(async () => {
    city = await startCity([RequestsModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    await city.get(CatalogueSeed).found();
    [maria, nikos] = await Promise.all([signedIn(city), signedIn(city, { name: 'Νίκος' })]);
    requests = city.get<Model<RequestRecord>>(getModelToken(RequestRecord.name));
    const card = (id: string): SubjectCard => ({ kind: 'proposal', id, title: 'Νέα άσφαλτος <b>', path: `/proposals/${id}`, excerpt: '', authorId: 'author', isPublic: id !== 'hidden', acceptsComments: true, createdAt: new Date() });
    city.get(Subjects).register('proposal', { cards: (ids) => Promise.resolve(ids.map(card)) });
  }, 90_000);
  afterAll(() => city.stop());

  const reported = async (who: SignedIn, said: Partial<ServiceRequestInput> = {}): Promise<string> => {
    const { submitRequest } = (await who.graph<{ submitRequest: SubmitRequestResult }>(submit, { input: aReport(said), nonce: aNonce() })).data;
    if (submitRequest.__typename !== 'RequestSubmitted') throw new Error(JSON.stringify(submitRequest));
    return submitRequest.request.id;
  };
  const published = (id: string, requestIds: string[]) =>
    city.get(Events).publish('proposal.published', { id, authorId: 'author', title: 'Νέα άσφαλτος <b>', category: 'roads', district: 'kentro', departmentId: null, answerDueAt: new Date(), requestIds, at: new Date() });
  const proposalsOf = async (id: string) => (await city.graph<{ request: ServiceRequest }>(read, { id })).data.request.proposals;
  const toldTo = async (who: SignedIn, id: string) => (await who.graph<{ inbox: { items: { name: string; about: { id: string } }[] } }>(inbox)).data.inbox.items.filter(({ name, about }) => name === 'requests.grew' && about.id === id);

  it('offers what is open or came back, of one service in one neighbourhood within a year', async () => {
    await reported(maria);
    const [open, returned, over, old, other] = await Promise.all([reported(maria), reported(maria), reported(maria), reported(maria), reported(maria, { serviceId: 'vehicle', answers: [{ questionId: 'make', values: ['Μπλε'] }] })]);
    await requests.updateOne({ _id: returned }, { $set: { ...standing('fixed', false), reopened: 1 } });
    await requests.updateOne({ _id: over }, { $set: standing('fixed', false) });
    await requests.updateOne({ _id: old }, { $set: { publishedAt: new Date(Date.now() - 366 * 86_400_000) } });
    const { data } = await city.graph<{ requestsAlike: RequestLink[] }>(alike, { serviceId: 'pothole', districtId: 'kentro' });
    const ids = data.requestsAlike.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([open, returned]));
    for (const id of [over, old, other]) expect(ids).not.toContain(id);
  });

  it('ties the proposal to those of one service that everybody reads, and tells each follower once', async () => {
    const [one, two, foreign] = [await reported(maria), await reported(maria), await reported(nikos, { serviceId: 'graffiti', answers: [] })];
    await city.get(Follows).follow(nikos.citizen.id, { kind: 'request', id: two }, 'comment');
    await published('p1', [one, two, foreign, 'nowhere']);
    await eventually('they show it', async () => (await proposalsOf(two)).length > 0);
    await published('p1', [one, two, foreign, 'nowhere']);
    await published('hidden', [one]);
    await eventually('it is tied too', async () => (await requests.findById(one).lean<RequestRecord>().exec())?.proposalIds?.includes('hidden'));
    expect(await proposalsOf(one), 'what not everybody reads is not shown').toEqual([{ id: 'p1', title: 'Νέα άσφαλτος <b>', path: '/proposals/p1' }]);
    expect((await requests.findById(foreign).lean<RequestRecord>().exec())?.proposalIds ?? []).toEqual([]);
    for (const who of [maria, nikos]) await eventually('they hear', async () => (await toldTo(who, 'p1')).length > 0);
    for (const who of [maria, nikos]) expect(await toldTo(who, 'p1')).toHaveLength(1);
  });

  it('begins the proposal’s thread with one line that says how many, from the day of the first', async () => {
    const [first, second] = [await reported(maria), await reported(nikos)];
    await published('p3', [first, second]);
    await eventually('both are tied', async () => (await requests.countDocuments({ proposalIds: 'p3' })) === 2);
    const source = city.get(Threads).all()[0];
    const of = async (id: string) => (await source?.moments([{ kind: 'proposal', id }])) ?? [];
    const at = (await requests.findById(first).lean<RequestRecord>().orFail().exec()).publishedAt;
    expect(await of('p3')).toEqual([{ id: 'request:grew:p3', at, title: { el: 'Ξεκίνησε από 2 αιτήματα κατοίκων', en: 'It began with 2 requests of residents' }, about: { kind: 'proposal', id: 'p3' } }]);
    expect(await of('another')).toEqual([]);
  });

  it('asks the officials of the requests, and nobody else, whether each is done with it', async () => {
    const id = await reported(maria);
    await published('p2', [id]);
    const official = await signedIn(city, { roles: ['official'], departmentId: 'technical' });
    const seenBy = async (who: SignedIn | TestCity) => (await who.graph<{ requestsOfProposal: ServiceRequest[] }>(ofProposal, { proposalId: 'p2' })).data.requestsOfProposal;
    await eventually('it is tied', async () => (await seenBy(city)).length === 1);
    expect(await seenBy(city)).toEqual([{ id, desk: null }]);
    expect((await seenBy(official))[0]?.desk?.steps).toContain('fixed');
    const cards = [...(await city.get(Subjects).cards([{ kind: 'proposal', id: 'p2' }])).values()];
    const [briefed] = (await city.get(Briefings).inOrder().find(({ name }) => name === 'requests')?.parts(cards, new Date())) ?? [];
    expect(briefed, 'who decides on the proposal reads them too').toMatchObject({ id: 'requests.asked', measures: [{ value: 1 }, { value: 1 }, { value: 0 }], tables: [{ rows: [{ path: `/requests/${id}`, status: { en: 'Received' } }] }] });
  });
});

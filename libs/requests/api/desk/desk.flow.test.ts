import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Files } from '@isegoria/files/api';
import type { Picture } from '@isegoria/files/contracts';
import { sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { Events, eventually, Figures, startCity, type TestCity } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { listen } from '@isegoria/realtime/api';
import { everyDesk } from '@isegoria/requests/contracts';
import type {
  NoteOnRequestResult, PassRequestResult, RequestQueue, RequestService, RequestTemplate, SaveRequestServiceResult, SaveRequestTemplateResult, ServiceRequest, StepRequestResult, StepRequestsResult, SubmitRequestResult, TakeRequestResult,
} from '@isegoria/requests/contracts';
import { Ballots } from '@isegoria/votes/api';
import { CatalogueSeed } from '../demo/catalogue.seed';
import { RequestRecord } from '../request.schema';
import { aNonce, aReport } from '../requests.builders';
import { RequestsModule } from '../requests.module';

const refused = '... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason }';
const whole = 'id status revision title { el } department { id } service { id } isPrivate isOverdue expectedAt dueAt endedAt closing { reason duplicateOf { id } } answers { questionId question { el } answer { el } } history { kind text pictures { id } department { id } expectedAt closing { reason } } desk { notes { text by } contact { name phone } takenBy isMine steps } duplicates { id }';
const changed = `__typename ... on RequestChanged { request { ${whole} } } ... on RequestOvertaken { request { ${whole} } } ${refused}`;
const submit = `mutation ($input: ServiceRequestInput!, $nonce: ID!) { submitRequest(input: $input, nonce: $nonce) { __typename ... on RequestSubmitted { request { ${whole} } } ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }`;
const enter = `mutation ($input: ServiceRequestInput!, $channel: RequestChannel!, $contact: RequestContactInput!, $nonce: ID!) { enterRequest(input: $input, channel: $channel, contact: $contact, nonce: $nonce) { __typename ... on RequestSubmitted { request { channel ${whole} } } ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }`;
const step = `mutation ($seen: RequestSeenInput!, $input: RequestStepInput!) { stepRequest(seen: $seen, input: $input) { ${changed} } }`;
const stepAll = 'mutation ($seen: [RequestSeenInput!]!, $input: RequestStepInput!) { stepRequests(seen: $seen, input: $input) { __typename ... on RequestsChanged { changed left { id reason } } ... on Invalid { problems { field code limit } } } }';
const pass = `mutation ($seen: RequestSeenInput!, $serviceId: ID!, $text: String!) { passRequest(seen: $seen, serviceId: $serviceId, text: $text) { ${changed} } }`;
const withdraw = 'mutation ($id: ID!, $text: String!) { withdrawRequest(id: $id, text: $text) { __typename } }';
const note = `mutation ($id: ID!, $text: String!) { noteOnRequest(id: $id, text: $text) { __typename ... on RequestChanged { request { ${whole} } } ... on Invalid { problems { field code } } ... on NotFound { reason } } }`;
const take = `mutation ($id: ID!, $take: Boolean!) { takeRequest(id: $id, take: $take) { __typename ... on RequestChanged { request { ${whole} } } ... on NotAllowed { reason } ... on NotFound { reason } } }`;
const read = `query ($id: ID!) { request(id: $id) { ${whole} } }`;
const queue = 'query ($view: RequestQueueView!, $serviceId: ID, $mine: Boolean, $first: Int, $after: String) { requestQueue(view: $view, serviceId: $serviceId, mine: $mine, first: $first, after: $after) { items { id status } next total counts { new underWay overdue contested } } }';
const services = '{ requestServices { id name { el } isRetired department { id } questions { id choices { id } } } }';
const saveService = `mutation ($input: RequestServiceInput!) { saveRequestService(input: $input) { __typename ... on RequestServiceSaved { service { id revision days department { id } questions { id choices { id } } isRetired } } ${refused} } }`;
const retire = `mutation ($id: ID!, $isRetired: Boolean!) { retireRequestService(id: $id, isRetired: $isRetired) { __typename ... on RequestServiceSaved { service { id isRetired } } ${refused} } }`;
const templates = '{ requestTemplates { id name text step departmentId } }';
const saveTemplate = `mutation ($input: RequestTemplateInput!) { saveRequestTemplate(input: $input) { __typename ... on RequestTemplateSaved { template { id name } } ${refused} } }`;
const removeTemplate = 'mutation ($id: ID!) { removeRequestTemplate(id: $id) { __typename ... on NotFound { reason } } }';

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs);
const words = 'Το συνεργείο πέρασε σήμερα το πρωί. <script>alert(1)</script>';
const both = (el: string) => ({ el, en: '' });
const privateService = 'noise';
const elsewhere = 'tree';

describe('a request at the desk of its department', () => {
  let city: TestCity;
  let maria: SignedIn;
  let official: SignedIn;
  let colleague: SignedIn;
  let stranger: SignedIn;
  let admin: SignedIn;
  let requests: Model<RequestRecord>;

  beforeAll(async () => {
    city = await startCity([RequestsModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    await city.get(CatalogueSeed).found();
    [maria, official, colleague, stranger, admin] = await Promise.all([
      signedIn(city), signedIn(city, { name: 'Πέτρος', roles: ['official'], departmentId: 'technical' }), signedIn(city, { name: 'Σοφία', roles: ['official'], departmentId: 'technical' }),
      signedIn(city, { name: 'Άλλη υπηρεσία', roles: ['official'], departmentId: 'environment' }), signedIn(city, { name: 'Διαχείριση', roles: ['administrator'] }),
    ]);
    requests = city.get<Model<RequestRecord>>(getModelToken(RequestRecord.name));
  }, 90_000);
  afterAll(() => city.stop());

  const asked = async <T>(who: SignedIn | TestCity, query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const { data, errors } = await who.graph<T>(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const reported = async (said = {}): Promise<ServiceRequest> => {
    const { submitRequest } = await asked<{ submitRequest: SubmitRequestResult }>(await signedIn(city), submit, { input: aReport(said), nonce: aNonce() });
    if (submitRequest.__typename !== 'RequestSubmitted') throw new Error(JSON.stringify(submitRequest));
    return submitRequest.request;
  };
  const stepped = async (who: SignedIn, { id, revision }: { id: string; revision: number }, input: object) =>
    (await asked<{ stepRequest: StepRequestResult }>(who, step, { seen: { id, revision }, input: { text: '', pictures: [], ...input } })).stepRequest;
  const done = async (who: SignedIn, seen: { id: string; revision: number }, input: object): Promise<ServiceRequest> => {
    const result = await stepped(who, seen, input);
    if (result.__typename !== 'RequestChanged') throw new Error(JSON.stringify(result));
    return result.request;
  };
  const passed = async (who: SignedIn, { id, revision }: ServiceRequest, serviceId: string, text = 'Είναι θέμα της άλλης υπηρεσίας.') =>
    (await asked<{ passRequest: PassRequestResult }>(who, pass, { seen: { id, revision }, serviceId, text })).passRequest;
  const readBy = async (who: SignedIn | TestCity, id: string) => (await asked<{ request: ServiceRequest | null }>(who, read, { id })).request;
  const queueOf = async (who: SignedIn, view: string, more = {}) => (await asked<{ requestQueue: RequestQueue }>(who, queue, { view, ...more })).requestQueue;
  const idsIn = async (who: SignedIn, view: string, more = {}) => (await queueOf(who, view, { first: 100, ...more })).items.map(({ id }) => id);

  describe('when the department acts', () => {
    it('goes from its report to its repair, everybody reads each step, and who acted stays within the house', async () => {
      const heard: { status: string }[] = [];
      city.get(Events).on('request.changed', 'test', async (event) => void heard.push(event));
      let request = await reported();
      request = await done(official, request, { step: 'acknowledged' });
      request = await done(official, request, { step: 'planned', expectedAt: inDays(3) });
      request = await done(colleague, request, { step: 'inProgress' });
      request = await done(colleague, request, { step: 'fixed', text: words });
      expect(request).toMatchObject({ status: 'fixed', closing: null, desk: { steps: ['update'] } });
      const seen = await readBy(city, request.id);
      expect(seen).toMatchObject({ status: 'fixed', desk: null });
      expect(seen?.history.map(({ kind, department }) => [kind, department?.id ?? null])).toEqual([['submitted', null], ['acknowledged', 'technical'], ['planned', 'technical'], ['inProgress', 'technical'], ['fixed', 'technical']]);
      expect(seen?.history.at(-1)?.text).toBe(words);
      expect(JSON.stringify(seen)).not.toContain('Σοφία');
      expect(heard.map(({ status }) => status)).toEqual(['acknowledged', 'planned', 'inProgress', 'fixed']);
      expect(await stepped(official, request, { step: 'inProgress' })).toEqual({ __typename: 'NotAllowed', reason: 'ended' });
    });

    it('is heard of at once by colleagues who have the queue open, and by nobody else', async () => {
      const room = { kind: 'request-desk', id: 'technical' };
      const [screen, outsider] = await Promise.all([listen(city.url, { cookie: colleague.cookie }), listen(city.url, { cookie: stranger.cookie })]);
      const overview = await listen(city.url, { cookie: admin.cookie });
      const every = { kind: 'request-desk', id: everyDesk };
      expect(await overview.watch(every)).toHaveProperty('version');
      expect(await screen.watch(every)).toEqual({ refused: 'unknown' });
      const [mine, theirs] = await Promise.all([screen.watch(room), outsider.watch(room)]);
      expect(mine).toHaveProperty('version');
      expect(theirs).toEqual({ refused: 'unknown' });
      await done(official, await reported(), { step: 'acknowledged' });
      await eventually('the queue was told', () => screen.heard.find(({ name }) => name === 'queue'));
      expect(outsider.heard).toEqual([]);
      await eventually('the administrator’s queue was told', () => overview.heard.find(({ name }) => name === 'queue'));
      for (const one of [screen, outsider, overview]) one.close();
    });

    it('is acted on once where two officials press at once: the second is shown what the first did', async () => {
      const request = await reported();
      const both = await Promise.all([stepped(official, request, { step: 'planned', expectedAt: inDays(2) }), stepped(colleague, request, { step: 'inProgress' })]);
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['RequestChanged', 'RequestOvertaken']);
      expect((await readBy(city, request.id))?.history).toHaveLength(2);
    });

    it('takes the same form sent twice as one step', async () => {
      const request = await reported();
      const first = await done(official, request, { step: 'update', text: words });
      expect(await stepped(official, request, { step: 'update', text: words })).toMatchObject({ __typename: 'RequestChanged', request: { revision: first.revision } });
      expect(await stepped(colleague, request, { step: 'update', text: words })).toMatchObject({ __typename: 'RequestOvertaken' });
    });

    it('shows the pictures of its work; a process that dies before the step is written leaves them free for the next', async () => {
      const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } }).png().toBuffer();
      const { id } = (await city.get(Files).keep(bytes, official.citizen.id)) as Picture;
      const [one, other] = [await reported(), await reported()];
      const dies = vi.spyOn(requests, 'findOneAndUpdate').mockImplementationOnce(() => { throw new Error('killed'); });
      expect((await official.graph(step, { seen: { id: one.id, revision: one.revision }, input: { step: 'inProgress', text: words, pictures: [id] } })).errors).toBeDefined();
      expect(dies).toHaveBeenCalledOnce();
      dies.mockRestore();
      expect(await done(official, other, { step: 'inProgress', text: words, pictures: [id] })).toMatchObject({ history: [{}, { kind: 'inProgress', pictures: [{ id }] }] });
      expect(await stepped(official, one, { step: 'inProgress', text: words, pictures: [id] }), 'it shows another place already').toMatchObject({ __typename: 'Invalid', problems: [{ field: 'pictures' }] });
      expect((await readBy(city, one.id))?.history).toHaveLength(1);
    });

    it('is told what the step lacks', async () => {
      const request = await reported();
      expect(await stepped(official, request, { step: 'planned' })).toEqual({ __typename: 'Invalid', problems: [{ field: 'expectedAt', code: 'required', limit: null }] });
      expect(await stepped(official, request, { step: 'closed', text: words, reason: 'duplicate', duplicateOf: '1' })).toEqual({ __typename: 'Invalid', problems: [{ field: 'duplicateOf', code: 'invalid', limit: null }] });
      expect(await stepped(official, request, { step: 'update', text: words, pictures: ['nobodys'] })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'pictures' }] });
      expect((await readBy(city, request.id))?.history).toHaveLength(1);
    });

    it('is no other department’s, and no citizen’s', async () => {
      const request = await reported();
      expect(await stepped(stranger, request, { step: 'acknowledged' })).toEqual({ __typename: 'NotAllowed', reason: 'department' });
      expect((await maria.graph(step, { seen: { id: request.id, revision: 0 }, input: { step: 'acknowledged', text: '', pictures: [] } })).errors).toBeDefined();
      const quiet = await reported({ serviceId: privateService, answers: [{ questionId: 'when', values: ['Κάθε βράδυ'] }] });
      expect(quiet.isPrivate).toBe(true);
      const outsider = quiet.department.id === 'environment' ? official : stranger;
      expect(await stepped(outsider, quiet, { step: 'acknowledged' })).toEqual({ __typename: 'NotFound', reason: 'request' });
      expect((await readBy(outsider, quiet.id))).toBeNull();
    });

    it('never has what was taken back before a moderator let it pass: not in its queue, and not by its number', async () => {
      const nikos = await signedIn(city);
      const { submitRequest } = await asked<{ submitRequest: SubmitRequestResult }>(nikos, submit, { input: aReport({ serviceId: 'graffiti', answers: [] }), nonce: aNonce() });
      if (submitRequest.__typename !== 'RequestSubmitted') throw new Error(JSON.stringify(submitRequest));
      const { id } = submitRequest.request;
      await asked(nikos, withdraw, { id, text: '' });
      const { departmentId, revision } = await requests.findById(id).lean<RequestRecord>().orFail().exec();
      const its = await signedIn(city, { roles: ['official'], departmentId });
      const none = { __typename: 'NotFound', reason: 'request' };
      expect(await stepped(its, { id, revision }, { step: 'update', text: words })).toEqual(none);
      expect(await asked(its, note, { id, text: 'Το είδα.' })).toEqual({ noteOnRequest: none });
      expect(await asked(its, take, { id, take: true })).toEqual({ takeRequest: none });
      expect(await idsIn(its, 'ended')).not.toContain(id);
    });

    it('ends as a double, and two are never doubles of each other', async () => {
      const [one, other] = await Promise.all([reported(), reported()]);
      const close = (what: ServiceRequest, duplicateOf: string) => stepped(official, what, { step: 'closed', text: words, reason: 'duplicate', duplicateOf });
      const results = await Promise.all([close(one, other.id), close(other, one.id)]);
      expect(results.map(({ __typename }) => __typename).sort()).toEqual(['Invalid', 'RequestChanged']);
      const [double, original] = (await readBy(city, one.id))?.status === 'closed' ? [one, other] : [other, one];
      expect(await readBy(city, double.id)).toMatchObject({ closing: { reason: 'duplicate', duplicateOf: { id: original.id } } });
      expect((await readBy(city, original.id))?.duplicates).toEqual([{ id: double.id }]);
    });

    it('takes one step with many, fills each one’s place in, and leaves what was changed meanwhile', async () => {
      const [one, two, three] = await Promise.all([reported(), reported({ place: { label: 'Πλατεία Ηρώων', lat: 37.944, lng: 23.03 } }), reported()]);
      await done(official, three, { step: 'acknowledged' });
      const seen = [one, two, three, { id: '7', revision: 0 }].map(({ id, revision }) => ({ id, revision }));
      const { stepRequests } = await asked<{ stepRequests: StepRequestsResult }>(official, stepAll, { seen, input: { step: 'inProgress', text: 'Ξεκινάμε: {{place}} ({{number}}).', pictures: [] } });
      expect(stepRequests).toEqual({ __typename: 'RequestsChanged', changed: [one.id, two.id], left: [{ id: three.id, reason: 'overtaken' }, { id: '7', reason: 'request' }] });
      expect((await readBy(city, two.id))?.history.at(-1)?.text).toBe(`Ξεκινάμε: Πλατεία Ηρώων (${two.id}).`);
      const many = Array.from({ length: 51 }, (_, at) => ({ id: String(at), revision: 0 }));
      expect(await asked(official, stepAll, { seen: many, input: { step: 'acknowledged', text: '', pictures: [] } })).toMatchObject({ stepRequests: { __typename: 'Invalid', problems: [{ field: 'seen', limit: 50 }] } });
    });

    it('is passed to another department, which finds it among what is new, with the day and the answers that it had', async () => {
      const planned = await done(official, await reported(), { step: 'planned', expectedAt: inDays(3) });
      expect(await passed(official, planned, planned.service.id)).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'serviceId' }] });
      const result = await passed(official, planned, elsewhere);
      expect(result).toMatchObject({ __typename: 'RequestChanged', request: { status: 'received', department: { id: 'environment' }, desk: null } });
      const seen = await readBy(stranger, planned.id);
      expect(seen?.answers).toEqual(planned.answers);
      expect(planned.answers.length).toBeGreaterThan(0);
      expect(seen).toMatchObject({ expectedAt: planned.expectedAt, dueAt: planned.dueAt, service: { id: elsewhere } });
      expect(seen?.history.at(-1)).toMatchObject({ kind: 'passed', department: { id: 'environment' } });
      expect(await idsIn(stranger, 'new')).toContain(planned.id);
      expect(await idsIn(official, 'underWay')).not.toContain(planned.id);
    });

    it('that came to a private service is nobody’s to read but the department’s and the reporter’s', async () => {
      const request = await reported();
      await passed(official, request, privateService);
      expect(await readBy(city, request.id)).toBeNull();
      expect(await readBy(admin, request.id)).toMatchObject({ isPrivate: true });
      const ballot = await city.get(Ballots).find(`request:${request.id}`);
      expect(ballot?.closesAt?.getTime(), 'nobody says any more that it concerns them too').toBeLessThan(Date.now() + 5000);
    });
  });

  describe('among colleagues', () => {
    it('is taken by the first of two, who alone gives it back', async () => {
      const { id } = await reported();
      const takes = (who: SignedIn, wish: boolean) => asked<{ takeRequest: TakeRequestResult }>(who, take, { id, take: wish });
      const both = await Promise.all([takes(official, true), takes(colleague, true)]);
      expect(both.map(({ takeRequest }) => takeRequest.__typename).sort()).toEqual(['NotAllowed', 'RequestChanged']);
      const [winner, loser] = both[0]?.takeRequest.__typename === 'RequestChanged' ? [official, colleague] : [colleague, official];
      expect((await readBy(loser, id))?.desk).toMatchObject({ takenBy: winner.citizen.name, isMine: false });
      expect(await idsIn(winner, 'new', { mine: true })).toContain(id);
      expect(await takes(loser, false)).toEqual({ takeRequest: { __typename: 'NotAllowed', reason: 'taken' } });
      expect(await takes(admin, false)).toMatchObject({ takeRequest: { __typename: 'RequestChanged', request: { desk: { takenBy: null } } } });
    });

    it('carries notes that nobody else reads and that hold up no step', async () => {
      const request = await reported();
      for (const text of ['Θέλει δύο άτομα. <b>', 'Θέλει δύο άτομα. <b>']) expect(await asked<{ noteOnRequest: NoteOnRequestResult }>(official, note, { id: request.id, text })).toMatchObject({ noteOnRequest: { __typename: 'RequestChanged' } });
      expect((await readBy(colleague, request.id))?.desk?.notes).toEqual([{ text: 'Θέλει δύο άτομα. <b>', by: 'Πέτρος' }]);
      expect(await asked(stranger, note, { id: request.id, text: 'Κι εγώ;' })).toEqual({ noteOnRequest: { __typename: 'NotFound', reason: 'request' } });
      expect(await done(colleague, request, { step: 'acknowledged' })).toMatchObject({ status: 'acknowledged' });
    });

    it('is written down for who calls, once, and only the department sees how to reach them', async () => {
      const nonce = aNonce();
      const contact = { name: 'Ελένη', phone: '27410 12345', email: '' };
      const entered = () => asked<{ enterRequest: SubmitRequestResult }>(stranger, enter, { input: aReport(), channel: 'phone', contact, nonce });
      const [one, two] = await Promise.all([entered(), entered()]);
      if (one.enterRequest.__typename !== 'RequestSubmitted' || two.enterRequest.__typename !== 'RequestSubmitted') throw new Error(JSON.stringify([one, two]));
      const { id } = one.enterRequest.request;
      expect(two.enterRequest.request.id).toBe(id);
      expect(await readBy(official, id)).toMatchObject({ desk: { contact: { name: 'Ελένη', phone: '27410 12345' } } });
      expect(JSON.stringify(await readBy(city, id))).not.toContain('Ελένη');
      expect(await asked(official, enter, { input: aReport(), channel: 'online', contact, nonce: aNonce() })).toMatchObject({ enterRequest: { __typename: 'Invalid', problems: [{ field: 'channel' }] } });
      expect(await asked(official, enter, { input: aReport(), channel: 'desk', contact: { ...contact, phone: 'άγνωστο' }, nonce: aNonce() })).toMatchObject({ enterRequest: { __typename: 'Invalid', problems: [{ field: 'contact.phone' }] } });
    });

    it('is said with words that the department keeps', async () => {
      const input = { name: 'Προγραμματίστηκε', text: 'Θα έρθουμε στο {{place}}.', step: 'planned', departmentId: 'technical' };
      const saved = (await asked<{ saveRequestTemplate: SaveRequestTemplateResult }>(official, saveTemplate, { input })).saveRequestTemplate;
      if (saved.__typename !== 'RequestTemplateSaved') throw new Error(JSON.stringify(saved));
      expect((await asked<{ requestTemplates: RequestTemplate[] }>(colleague, templates)).requestTemplates).toContainEqual({ id: saved.template.id, ...input });
      expect((await asked<{ requestTemplates: RequestTemplate[] }>(stranger, templates)).requestTemplates).toEqual([]);
      expect(await asked(stranger, saveTemplate, { input })).toMatchObject({ saveRequestTemplate: { reason: 'department' } });
      expect(await asked(stranger, saveTemplate, { input: { ...input, departmentId: 'environment', id: saved.template.id } })).toMatchObject({ saveRequestTemplate: { __typename: 'NotFound' } });
      expect(await asked(stranger, removeTemplate, { id: saved.template.id })).toMatchObject({ removeRequestTemplate: { __typename: 'NotFound' } });
      expect(await asked(official, removeTemplate, { id: saved.template.id })).toEqual({ removeRequestTemplate: { __typename: 'RequestTemplateRemoved' } });
    });
  });

  describe('in the queue', () => {
    it('stands where it is looked for, what is promised first on top, page by page', async () => {
      const [late, soon, over] = await Promise.all([reported(), reported(), reported()]);
      await done(official, soon, { step: 'planned', expectedAt: inDays(1) });
      await done(official, over, { step: 'closed', reason: 'notFound', text: words });
      await requests.updateOne({ _id: late.id }, { $set: { promisedAt: inDays(-2), dueAt: inDays(-2) } });
      await requests.updateOne({ _id: over.id }, { $set: { saidNotFixed: 1 } });
      expect((await idsIn(official, 'new'))[0]).toBe(late.id);
      expect((await idsIn(official, 'underWay'))[0]).toBe(soon.id);
      expect(await idsIn(official, 'overdue')).toEqual([late.id]);
      expect(await idsIn(official, 'contested')).toEqual([over.id]);
      expect((await idsIn(official, 'ended'))[0]).toBe(over.id);
      expect((await queueOf(official, 'overdue')).counts).toMatchObject({ overdue: 1, contested: 1 });
      expect(await idsIn(stranger, 'overdue')).toEqual([]);
      expect(await idsIn(admin, 'overdue')).toEqual([late.id]);
      const first = await queueOf(official, 'new', { first: 1 });
      const second = await queueOf(official, 'new', { first: 1, after: first.next });
      expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
    });

    it('is no queue of a citizen', async () => {
      expect((await maria.graph(queue, { view: 'new' })).errors).toBeDefined();
    });
  });

  describe('the catalogue', () => {
    const fields = (wanted = {}) => ({
      name: { el: 'Σιντριβάνια', en: 'Fountains' }, description: both('Χαλασμένο σιντριβάνι.'), group: both('Πλατείες'), keywords: ['συντριβάνι'], departmentId: 'technical', days: 5, notice: both(''), nearMetres: 50, isPrivate: false, waits: false,
      questions: [{ id: 'what', text: both('Τι συμβαίνει;'), hint: both(''), type: 'choice', isRequired: false, choices: [{ id: 'dry', name: both('Δεν έχει νερό') }, { id: 'dirty', name: both('Είναι βρόμικο') }] }],
      ...wanted,
    });
    const saved = async (input: object): Promise<SaveRequestServiceResult> => (await asked<{ saveRequestService: SaveRequestServiceResult }>(admin, saveService, { input })).saveRequestService;

    it('keeps what was answered to a question that is asked no more, and never gives a code twice', async () => {
      expect(await saved(fields())).toMatchObject({ service: { id: 'fountains' } });
      const again = await saved(fields());
      expect(again).toMatchObject({ __typename: 'RequestServiceSaved' });
      expect(again).not.toMatchObject({ service: { id: 'fountains' } });
      const request = await reported({ serviceId: 'fountains', answers: [{ questionId: 'what', values: ['dirty'] }] });
      expect(await saved(fields({ id: 'fountains', revision: 0, questions: [] }))).toMatchObject({ service: { questions: [] } });
      expect((await readBy(city, request.id))?.answers).toEqual([{ questionId: 'what', question: { el: 'Τι συμβαίνει;' }, answer: { el: 'Είναι βρόμικο' } }]);
      expect(await asked(admin, retire, { id: 'fountains', isRetired: true })).toMatchObject({ retireRequestService: { service: { isRetired: true } } });
      expect((await asked<{ requestServices: RequestService[] }>(maria, services)).requestServices.map(({ id }) => id)).not.toContain('fountains');
      expect((await asked<{ requestServices: RequestService[] }>(admin, services)).requestServices).toContainEqual(expect.objectContaining({ id: 'fountains', isRetired: true }));
    });

    it('is changed by one of two administrators who read the same; the other is told, and writes over nothing', async () => {
      const made = await saved(fields({ name: { el: 'Παγκάκια', en: 'Benches' } }));
      expect(made).toMatchObject({ service: { id: 'benches', revision: 0 } });
      const both = await Promise.all([saved(fields({ id: 'benches', revision: 0, days: 7 })), saved(fields({ id: 'benches', revision: 0, days: 9 }))]);
      expect(both).toContainEqual({ __typename: 'NotAllowed', reason: 'service_changed' });
      const days = both.flatMap((one) => (one.__typename === 'RequestServiceSaved' ? [one.service.days] : []));
      expect(days).toHaveLength(1);
      expect(await saved(fields({ id: 'benches', days: 11 }))).toEqual({ __typename: 'NotAllowed', reason: 'service_changed' });
      expect(await saved(fields({ id: 'benches', revision: 1, days: 11 }))).toMatchObject({ service: { days: 11, revision: 2 } });
    });

    it('takes what is open along when a service goes to another department', async () => {
      const made = await saved(fields({ name: { el: 'Βρύσες', en: 'Taps' } }));
      if (made.__typename !== 'RequestServiceSaved') throw new Error(JSON.stringify(made));
      const { id } = made.service;
      const request = await reported({ serviceId: id, answers: [] });
      await saved(fields({ id, revision: 0, departmentId: 'environment' }));
      expect(await readBy(stranger, request.id)).toMatchObject({ department: { id: 'environment' }, desk: {} });
      expect(await stepped(official, request, { step: 'acknowledged' })).toMatchObject({ reason: 'department' });
    });

    it('is changed by administrators alone, and knows no department that is not there', async () => {
      expect((await official.graph(saveService, { input: fields() })).errors).toBeDefined();
      expect(await saved(fields({ departmentId: 'nowhere' }))).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'departmentId' }] });
      expect(await saved(fields({ id: 'nothing' }))).toMatchObject({ __typename: 'NotFound' });
      expect(await saved(fields({ name: both(''), days: 0 }))).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'name.el' }, { field: 'days' }] });
    });
  });

  it('counts for the council, by department and by service, and never by district', async () => {
    const figures = city.get(Figures).inOrder().filter(({ id }) => id.startsWith('requests.'));
    expect(figures.map(({ id, chapter }) => [chapter, id])).toEqual([['asks', 'requests.by-service'], ['waiting', 'requests.by-department']]);
    const rows = (await city.get(Figures).named('requests.by-department')?.rows()) ?? [];
    const technical = rows.find(({ open }) => Number(open) > 3);
    expect(technical).toMatchObject({ overdue: 1, fixed: 1 });
    expect(Number(technical?.['median'])).toBeGreaterThanOrEqual(0);
  });
});

import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Files } from '@isegoria/files/api';
import type { Picture } from '@isegoria/files/contracts';
import { sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { publicUrl, startCity, type TestCity } from '@isegoria/kernel/api';
import { Organisation, OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import type { MakeRequestSourceResult, RequestSource, RevokeRequestSourceResult, ServiceRequestInput, SubmitRequestResult } from '@isegoria/requests/contracts';
import { moment, standing } from '../change';
import { CatalogueSeed } from '../demo/catalogue.seed';
import { ServiceRecord } from '../request-service.schema';
import { RequestRecord } from '../request.schema';
import { aNonce, aReport } from '../requests.builders';
import { RequestsModule } from '../requests.module';
import { asTexts, told, type Told } from './open311.builders';

const submit = 'mutation ($input: ServiceRequestInput!, $nonce: ID!) { submitRequest(input: $input, nonce: $nonce) { __typename ... on RequestSubmitted { request { id } } } }';
const makeSource = 'mutation ($name: String!) { makeRequestSource(name: $name) { __typename ... on RequestSourceMade { key source { id name requests isRevoked lastUsedAt } } ... on Invalid { problems { field code } } } }';
const revokeSource = 'mutation ($id: ID!) { revokeRequestSource(id: $id) { __typename ... on RequestSourceRevoked { source { id isRevoked requests } } ... on NotFound { reason } } }';
const sourcesList = '{ requestSources { id name requests isRevoked lastUsedAt } }';
const readAtDesk = 'query ($id: ID!) { request(id: $id) { id channel isPrivate reporter { id } text place { label lat lng } district { id } answers { questionId answer { el } } desk { contact { name phone email link } } } }';

const dayMs = 86_400_000;
const w3c = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

type Check = (value: unknown) => boolean;
const text: Check = (value) => typeof value === 'string' && value !== '';
const date: Check = (value) => typeof value === 'string' && w3c.test(value);
const flag: Check = (value) => typeof value === 'boolean';
const number: Check = (value) => typeof value === 'number';
const several: Check = (value) => Array.isArray(value) && value.length > 0;
const one = (...of: unknown[]): Check => (value) => of.includes(value);
const maybe = (check: Check): Check => (value) => value === null || check(value);

/** The tables of GeoReport v2 and of Service Discovery, row by row: what each field must hold. Nothing else may be there: foreign tags are at one's own risk. */
const tables: Record<string, Record<string, Check>> = {
  'Service Discovery': { changeset: date, contact: text, key_service: text, endpoints: several },
  'Service Discovery: endpoint': { specification: one('http://wiki.open311.org/GeoReport_v2'), url: text, changeset: date, type: one('production', 'test'), formats: several },
  'GET Service List': { service_code: text, service_name: text, description: maybe(text), metadata: flag, type: one('realtime', 'batch', 'blackbox'), keywords: maybe(text), group: maybe(text) },
  'GET Service Definition': { service_code: text, attributes: several },
  'GET Service Definition: attribute': {
    variable: flag, code: text, datatype: one('string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'), required: flag, datatype_description: maybe(text), order: number, description: text, values: several,
  },
  'GET Service Definition: value': { key: text, name: text },
  'POST Service Request': { service_request_id: text, service_notice: maybe(text), account_id: maybe(text) },
  'GET Service Requests': {
    service_request_id: text, status: one('open', 'closed'), status_notes: maybe(text), service_name: text, service_code: text, description: maybe(text), agency_responsible: maybe(text), service_notice: maybe(text),
    requested_datetime: date, updated_datetime: date, expected_datetime: maybe(date), address: text, address_id: maybe(text), zipcode: maybe(text), lat: maybe(number), long: maybe(number), media_url: maybe(text),
  },
  Errors: { code: number, description: text },
  'FixMyStreet: servicerequestupdates': {
    update_id: text, service_request_id: text, status: one('open', 'closed', 'fixed', 'in_progress', 'action_scheduled', 'investigating', 'duplicate', 'not_councils_responsibility', 'no_further_action', 'internal_referral'),
    description: maybe(text), updated_datetime: date, media_url: maybe(text),
  },
};

/** Fields that a row of the table may go without. */
const optional = ['values'];

function fits(table: string, row: unknown): void {
  const fields = tables[table] ?? {};
  const given = row as Record<string, unknown>;
  expect(Object.keys(fields).filter((name) => !(name in given) && !optional.includes(name)), `${table}: what is missing`).toEqual([]);
  expect(Object.entries(given).filter(([name, value]) => !fields[name]?.(value)), `${table}: what does not belong`).toEqual([]);
}

describe('other programs, by Open311 GeoReport v2', () => {
  let city: TestCity;
  let maria: SignedIn;
  let admin: SignedIn;
  let official: SignedIn;
  let requests: Model<RequestRecord>;
  let key = '';
  let root = '';

  beforeAll(async () => {
    vi.stubEnv('OPEN311_PER_MINUTE', '40');
    vi.stubEnv('OPEN311_READS_PER_MINUTE', '1000');
    city = await startCity([RequestsModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    await city.get(CatalogueSeed).found();
    root = `${city.url}/open311/v2`;
    requests = city.get<Model<RequestRecord>>(getModelToken(RequestRecord.name));
    [maria, admin, official] = await Promise.all([signedIn(city), signedIn(city, { name: 'Διαχείριση', roles: ['administrator'] }), signedIn(city, { name: 'Υπηρεσία', roles: ['official'], departmentId: 'technical' })]);
    key = (await made('Η εφαρμογή <script>alert(1)</script>')).key;
  }, 90_000);
  afterAll(async () => {
    await city.stop();
    vi.unstubAllEnvs();
  });

  const made = async (name: string) => {
    const { makeRequestSource } = (await admin.graph<{ makeRequestSource: MakeRequestSourceResult }>(makeSource, { name })).data;
    if (makeRequestSource.__typename !== 'RequestSourceMade') throw new Error(JSON.stringify(makeRequestSource));
    return makeRequestSource;
  };
  const sourceNamed = async (id: string) => (await admin.graph<{ requestSources: RequestSource[] }>(sourcesList)).data.requestSources.find((source) => source.id === id);
  const reported = async (input: Partial<ServiceRequestInput> = {}): Promise<string> => {
    const { submitRequest } = (await maria.graph<{ submitRequest: SubmitRequestResult }>(submit, { input: aReport(input), nonce: aNonce() })).data;
    if (submitRequest.__typename !== 'RequestSubmitted') throw new Error(JSON.stringify(submitRequest));
    return submitRequest.request.id;
  };
  const get = (path: string) => told(`${root}/${path}`);
  const rows = ({ content }: Told) => content as Record<string, unknown>[];
  /** The same question in both formats: the answers say the same, each by its own type. */
  const both = async (name: string, query = ''): Promise<Told> => {
    const [json, xml] = await Promise.all([get(`${name}.json${query}`), get(`${name}.xml${query}`)]);
    expect([json.type, xml.type]).toEqual(['application/json; charset=utf-8', 'text/xml; charset=utf-8']);
    expect(xml.status).toBe(json.status);
    expect(xml.content).toEqual(asTexts(json.content));
    return json;
  };
  const form = (fields: Record<string, string> = {}) => ({ api_key: key, service_code: 'pothole', lat: '37.944', long: '23.03', address_string: 'Σαλαμίνος 12', 'attribute[size]': 'large', ...fields });
  const post = (fields: Record<string, string> | URLSearchParams, format = 'json', headers: Record<string, string> = {}) =>
    told(`${root}/requests.${format}`, { method: 'POST', body: new URLSearchParams(fields), headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers } });

  it('find the endpoint, what it writes and whom to ask, and see when the services changed', async () => {
    const { content } = await both('discovery');
    fits('Service Discovery', content);
    const { endpoints: [endpoint], changeset } = content as { endpoints: Record<string, unknown>[]; changeset: string };
    fits('Service Discovery: endpoint', endpoint);
    expect(endpoint).toMatchObject({ url: `${publicUrl()}/open311/v2`, formats: ['text/xml', 'application/json'] });
    expect(Math.abs(Date.now() - Date.parse(changeset))).toBeLessThan(5 * 60_000);
  });

  it('list the services, and what each asks, with all that the standard says of a field', async () => {
    const services = rows(await both('services'));
    for (const service of services) fits('GET Service List', service);
    const pothole = services.find(({ service_code: code }) => code === 'pothole');
    expect(pothole).toMatchObject({ service_name: 'Λακκούβα στο οδόστρωμα', metadata: true, group: 'Δρόμοι και πεζοδρόμια' });
    expect(services.find(({ service_code: code }) => code === 'pavement')).toMatchObject({ metadata: false });
    expect(rows(await get('services.json?lang=en')).find(({ service_code: code }) => code === 'pothole')).toMatchObject({ service_name: 'Pothole', group: 'Roads and pavements' });
    for (const { service_code: code, metadata } of services) {
      const { content } = await both(`services/${String(code)}`);
      const { attributes } = content as { attributes: Record<string, unknown>[] };
      expect(attributes.length > 0, String(code)).toBe(metadata);
      if (attributes.length > 0) fits('GET Service Definition', content);
      expect(attributes.map(({ order }) => order)).toEqual(attributes.map((_, at) => at + 1));
      for (const attribute of attributes) {
        fits('GET Service Definition: attribute', attribute);
        expect('values' in attribute).toBe(String(attribute['datatype']).endsWith('list'));
        for (const value of (attribute['values'] ?? []) as unknown[]) fits('GET Service Definition: value', value);
      }
    }
    expect(await both('services/no-such')).toMatchObject({ status: 404, content: [{ code: 404 }] });
  });

  it('read the requests of the city, as the table of the standard has them', async () => {
    const picture = (await city.get(Files).keep(await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } }).png().toBuffer(), maria.citizen.id)) as Picture;
    const id = await reported({ pictures: [picture.id] });
    const { content, status } = await both('requests');
    expect(status).toBe(200);
    for (const request of content as unknown[]) fits('GET Service Requests', request);
    const mine = (content as Record<string, unknown>[]).find((request) => request['service_request_id'] === id);
    expect(mine).toMatchObject({
      status: 'open', status_notes: 'Υποβλήθηκε', service_code: 'pothole', description: aReport().text, agency_responsible: expect.any(String), lat: 37.944, long: 23.03, address: expect.stringContaining('Σαλαμίνος 12 <b>'), media_url: `${publicUrl()}/files/${picture.id}`,
    });
    expect(rows(await both(`requests/${id}`))).toEqual([mine]);
    expect(JSON.stringify(mine)).not.toContain(maria.citizen.id);
    expect(JSON.stringify(mine)).not.toContain('Παπαδοπούλου');
  });

  it('ask for the ones that they know, for services, standings, spans and pages', async () => {
    const [old, closed, mine] = [await reported(), await reported({ serviceId: 'pavement', answers: [] }), await reported({ serviceId: 'pavement', answers: [] })];
    const long = new Date(Date.now() - 200 * dayMs);
    await requests.updateOne({ _id: old }, { $set: { publishedAt: long, changedAt: long } });
    const endedAt = new Date('2026-11-01T10:00:00.400Z');
    const ended = moment({ kind: 'closed', at: endedAt, text: 'Είναι δρόμος της Περιφέρειας.', departmentId: 'technical', closing: { reason: 'referred', duplicateOf: null } });
    await requests.updateOne({ _id: closed }, { $set: { ...standing('closed', false), endedAt, closing: ended.closing }, $push: { history: ended } });
    const ids = async (query: string) => rows(await both('requests', query)).map((request) => request['service_request_id']);

    expect(await ids('')).not.toContain(old);
    expect(await ids('?start_date=2026-01-01T00:00:00Z&service_request_id=' + [old, closed, '999999'].join(','))).toEqual(expect.arrayContaining([old, closed]));
    expect(await ids(`?end_date=${encodeURIComponent(new Date(long.getTime() + 1000).toISOString())}`)).toEqual([old]);
    expect(await ids('?service_code=pavement&status=closed')).toEqual([closed]);
    expect(await ids('?service_code=pavement,pothole&status=open')).not.toContain(closed);
    expect(await ids('?service_code=pavement&service_code=nothing')).toEqual([mine, closed]);
    expect(await ids('?service_code=pavement&page_size=1')).toEqual([mine]);
    expect(await ids('?service_code=pavement&page_size=1&page=2')).toEqual([closed]);
    expect(await ids('?service_code=pavement&page_size=1&page=3')).toEqual([]);
    // Of what is closed the standard wants the day when it was closed; words and reasons come in the language that was asked for.
    expect(rows(await both(`requests/${closed}`, '?lang=en'))).toMatchObject([{ status: 'closed', status_notes: 'It belongs to another body: Είναι δρόμος της Περιφέρειας.', updated_datetime: '2026-11-01T10:00:00Z' }]);
  });

  it('read nothing that a visitor may not read', async () => {
    const hidden = await reported();
    await requests.updateOne({ _id: hidden }, { $set: standing('hidden', false) });
    const closed = await reported();
    await requests.updateOne({ _id: closed }, { $set: standing('received', true) });
    for (const id of [hidden, closed]) {
      expect(await both(`requests/${id}`)).toMatchObject({ status: 404, content: [{ code: 404 }] });
      expect(rows(await get(`requests.json?service_request_id=${id}`))).toEqual([]);
      expect((await get('requests.json')).text).not.toContain(`"${id}"`);
      expect((await get('servicerequestupdates.json')).text).not.toContain(`"${id}"`);
    }
  });

  it('follow what becomes of requests, by FixMyStreet’s extension', async () => {
    const id = await reported();
    const at = (minutes: number) => new Date(Date.parse('2026-11-20T08:00:00Z') + minutes * 60_000);
    const said = { text: '', departmentId: 'technical' };
    const history = [
      moment({ kind: 'submitted', at: at(0) }), moment({ ...said, kind: 'acknowledged', at: at(1), text: 'Το <b>είδαμε</b>.' }), moment({ ...said, kind: 'planned', at: at(2), expectedAt: at(100) }), moment({ ...said, kind: 'update', at: at(3), text: 'Αύριο.' }),
      moment({ ...said, kind: 'closed', at: at(4), closing: { reason: 'unable', duplicateOf: null } }), moment({ kind: 'contested', at: at(5), text: 'Δεν έγινε τίποτε.' }), moment({ kind: 'reopened', at: at(6) }), moment({ ...said, kind: 'fixed', at: at(7) }),
    ];
    await requests.updateOne({ _id: id }, { $set: { history, ...standing('fixed', false), changedAt: at(7), endedAt: at(7) } });
    const span = (from: number, to: number) => `?start_date=${at(from).toISOString()}&end_date=${at(to).toISOString()}`;
    const updates = rows(await both('servicerequestupdates', span(0, 7)));
    for (const update of updates) fits('FixMyStreet: servicerequestupdates', update);
    expect(updates.map((update) => [update['service_request_id'], update['status']])).toEqual(
      ['investigating', 'action_scheduled', 'action_scheduled', 'no_further_action', 'no_further_action', 'open', 'fixed'].map((status) => [id, status]),
    );
    expect(updates[0]).toMatchObject({ description: 'Το <b>είδαμε</b>.', updated_datetime: '2026-11-20T08:01:00Z' });
    expect(rows(await get(`servicerequestupdates.json${span(2, 3)}`))).toHaveLength(2);
    expect(rows(await get(`servicerequestupdates.json${span(0, 7)}&page_size=5&page=2`))).toHaveLength(2);
  });

  it('hear of the requests that they name alone, from their beginning', async () => {
    const long = new Date('2026-01-10T10:00:00Z');
    const [old, other] = [await reported(), await reported()];
    for (const id of [old, other]) await requests.updateOne({ _id: id }, { $set: { history: [moment({ kind: 'submitted', at: long }), moment({ kind: 'acknowledged', at: long })] } });
    const heard = async (query: string) => rows(await both('servicerequestupdates', query)).map((update) => [update['service_request_id'], update['status']]);
    expect(await heard(`?service_request_id=${old}`)).toEqual([[old, 'investigating']]);
    expect((await heard(`?service_request_id=${old},${other},999999`)).map(([id]) => id).sort()).toEqual([old, other].sort());
    expect((await heard('')).map(([id]) => id)).not.toContain(old);
    expect(await heard(`?service_request_id=${old}&start_date=2026-02-01T00:00:00Z`), 'days that are named hold').toEqual([]);
    await requests.updateOne({ _id: old }, { $set: standing('hidden', false) });
    expect((await get(`servicerequestupdates.json?service_request_id=${old}`)).content).toEqual([]);
  });

  it('hand in what somebody asks for, whose name and picture the department alone reads', async () => {
    const sent = await post(form({ description: 'Βαθιά <b>λακκούβα</b>\r\nμπροστά στο 12', first_name: 'Ελένη', last_name: 'Νίκα', email: 'eleni@example.org', phone: '2101234567', media_url: 'http://127.0.0.1:1/a.jpg', device_id: 'tt22', account_id: '77' }));
    expect(sent.status).toBe(200);
    const [row] = rows(sent);
    fits('POST Service Request', row);
    const id = String(row?.['service_request_id']);
    const { request } = (await official.graph<{ request: unknown }>(readAtDesk, { id })).data;
    expect(request).toMatchObject({
      channel: 'open311', reporter: null, text: 'Βαθιά <b>λακκούβα</b>\nμπροστά στο 12', place: { label: 'Σαλαμίνος 12', lat: 37.944, lng: 23.03 }, answers: [{ questionId: 'size' }],
      desk: { contact: { name: 'Ελένη Νίκα', phone: '2101234567', email: 'eleni@example.org', link: 'http://127.0.0.1:1/a.jpg' } },
    });
    const everywhere = (await Promise.all([get(`requests/${id}.json`), get('servicerequestupdates.json')])).map((answer) => answer.text).join();
    for (const theirs of ['Ελένη', 'eleni@', '2101234567', 'a.jpg', 'tt22']) expect(everywhere).not.toContain(theirs);
  });

  it('hand the same form in twice, or twice at once, and make one request', async () => {
    const twice = form({ description: 'Δύο φορές' });
    const sent = await Promise.all([post(twice), post(twice, 'xml'), post(twice)]);
    const again = await post(twice);
    expect(new Set([...sent, again].map((answer) => rows(answer)[0]?.['service_request_id'])).size).toBe(1);
    expect(rows(await post(form({ description: 'Δύο φορές, αλλού' })))[0]?.['service_request_id']).not.toBe(rows(again)[0]?.['service_request_id']);
  });

  it('say where by a point alone, or by an address of the city alone', async () => {
    const at = async (fields: Record<string, string>) => {
      const id = String(rows(await post(form(fields)))[0]?.['service_request_id']);
      return requests.findById(id).lean<RequestRecord>().exec();
    };
    const byPoint = await at({ address_string: '', description: 'σημείο' });
    expect(byPoint).toMatchObject({ place: { lat: 37.944, lng: 23.03 } });
    expect(byPoint?.place.label).toMatch(/\S/);
    const place = (await city.get(Organisation).places())[0];
    expect(await at({ lat: '', long: '', address_string: place?.label ?? '', description: 'διεύθυνση' })).toMatchObject({ place: { label: place?.label, lat: null, lng: null }, districtId: place?.districtId });
  });

  it('are told everything that is wrong, with its code, in both formats', async () => {
    const before = await requests.countDocuments().exec();
    const wrong = async (fields: Record<string, string>, status: number, count = 1) => {
      const [json, xml] = [await post(fields), await post(fields, 'xml')];
      expect([json.status, xml.status], JSON.stringify(json.content)).toEqual([status, status]);
      expect(xml.content).toEqual(asTexts(json.content));
      for (const error of json.content as unknown[]) fits('Errors', error);
      expect(json.content).toHaveLength(count);
      return rows(json).map(({ description }) => String(description)).join(' ');
    };
    await wrong({ ...form(), api_key: '' }, 403);
    await wrong({ ...form(), api_key: key.slice(0, -1) }, 403);
    await wrong({ ...form(), api_key: `o311_${'x'.repeat(44)}`, service_code: '' }, 403);
    expect(await wrong(form({ service_code: '', lat: '', long: '', address_string: '' }), 400, 2)).toContain('service_code');
    expect(await wrong(form({ service_code: 'no-such' }), 404)).toContain('no-such');
    expect(await wrong(form({ 'attribute[size]': '' }), 400)).toContain('attribute[size]');
    expect(await wrong(form({ 'attribute[size]': 'enormous' }), 400)).toContain('attribute[size]');
    expect(await wrong(form({ 'attribute[colour]': 'red' }), 400)).toContain('attribute[colour]');
    expect(await wrong(form({ lat: '51.5', long: '0' }), 400)).toContain('έξω');
    await wrong(form({ lat: '', long: '', address_string: 'Άγνωστη οδός Ξψωζ' }), 400);
    await wrong(form({ description: 'x'.repeat(4001) }), 400);
    expect(await requests.countDocuments().exec()).toBe(before);
    for (const [path, status] of [['requests', 400], ['requests/999999', 404], ['tokens/123', 404], ['nothing', 404], ['services/a.b', 404]] as const) {
      const { content, status: answered } = await both(path, path === 'requests' ? '?start_date=yesterday&status=lost' : '');
      expect(answered, path).toBe(status);
      for (const error of content as unknown[]) fits('Errors', error);
    }
    for (const path of ['services', 'services.yaml', 'requests/1001']) expect(await get(path), path).toMatchObject({ type: 'text/xml; charset=utf-8', content: [{ description: expect.stringMatching(/xml/) }] });
    const json = await told(`${root}/requests.json`, { method: 'POST', body: JSON.stringify(form()), headers: { 'content-type': 'application/json' } });
    expect(json).toMatchObject({ status: 400, content: [{ code: 400 }] });
  });

  it('hand nothing in for another site’s page, nor by a method that is none', async () => {
    expect((await fetch(`${root}/requests.json`, { method: 'POST', body: new URLSearchParams(form()), headers: { origin: 'https://elsewhere.example' } })).status).toBe(403);
    expect(await told(`${root}/requests/1001.json`, { method: 'DELETE' })).toMatchObject({ status: 404 });
    const read = await fetch(`${root}/services.json`, { headers: { origin: 'https://elsewhere.example' } });
    expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect((await fetch(`${root}/services.json`, { headers: { 'if-none-match': read.headers.get('etag') ?? '' } })).status).toBe(304);
  });

  it('have a key that is shown once, counted, and holds no more from the moment it is revoked', async () => {
    const { key: theirs, source } = await made('Άλλη εφαρμογή');
    expect(source).toMatchObject({ requests: 0, isRevoked: false, lastUsedAt: null });
    const kept = JSON.stringify(await city.get<Model<unknown>>(getModelToken('SourceRecord')).find().lean().exec());
    expect(kept).not.toContain(theirs);
    expect((await post(form({ api_key: theirs, description: 'με άλλο κλειδί' }))).status).toBe(200);
    const used = await sourceNamed(source.id);
    expect(used).toMatchObject({ requests: 1 });
    expect(used?.lastUsedAt).not.toBeNull();
    for (const who of [maria, official]) expect((await who.graph(revokeSource, { id: source.id })).errors).toBeDefined();
    for (let time = 0; time < 2; time++) expect((await admin.graph<{ revokeRequestSource: RevokeRequestSourceResult }>(revokeSource, { id: source.id })).data.revokeRequestSource).toMatchObject({ source: { isRevoked: true, requests: 1 } });
    const acts = await city.get<Model<{ leaf: { act: string } }>>(getModelToken('LedgerActRecord')).find({ 'leaf.subject.id': source.id }).sort({ _id: 1 }).lean().exec();
    expect(acts.map(({ leaf }) => leaf.act), 'the public ledger says so, each once').toEqual(['request.keyGiven', 'request.keyRevoked']);
    expect(JSON.stringify(acts)).not.toContain('Άλλη');
    expect((await post(form({ api_key: theirs, description: 'ανακλημένο' }))).status).toBe(403);
    expect((await admin.graph(revokeSource, { id: 'nobody' })).data).toMatchObject({ revokeRequestSource: { __typename: 'NotFound' } });
    expect((await admin.graph(makeSource, { name: ' ' })).data).toMatchObject({ makeRequestSource: { problems: [{ field: 'name', code: 'required' }] } });
    expect((await maria.graph(sourcesList)).errors).toBeDefined();
  });

  it('hand in so many in a minute, each program for itself', async () => {
    const [busy, calm] = [(await made('Βιαστική')).key, (await made('Ήρεμη')).key];
    const twice = { description: 'ίδιο' };
    const answers: Told[] = [];
    for (let time = 0; time < 41; time++) answers.push(await post(form({ ...twice, api_key: busy })));
    expect(answers.slice(0, 40).every((answer) => answer.status === 200)).toBe(true);
    expect(answers[40]).toMatchObject({ status: 429, content: [{ code: 429 }] });
    expect((await post(form({ ...twice, api_key: calm }))).status).toBe(200);
  });

  it('do not see a service that nobody may ask for any more', async () => {
    const services = city.get<Model<ServiceRecord>>(getModelToken(ServiceRecord.name));
    const before = (await get('discovery.json')).content as { changeset: string };
    await new Promise((wake) => setTimeout(wake, 1100));
    await services.updateOne({ _id: 'sign' }, { $set: { isRetired: true } });
    await new Promise((wake) => setTimeout(wake, 3100));
    expect((await both('services/sign')).status).toBe(404);
    expect((await post(form({ service_code: 'sign', 'attribute[size]': '' }))).status).toBe(404);
    const after = (await get('discovery.json')).content as { changeset: string };
    expect(after.changeset > before.changeset).toBe(true);
  });
});

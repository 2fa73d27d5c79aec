import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getConnectionToken, getModelToken } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { Webhook as StockReceiver } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { getIntrospectionQuery, parse } from 'graphql';
import { webhookEvents } from '@isegoria/developers/contracts';
import { IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { Events, eventually, forgetEnv, startCity, type SubjectCard, Subjects, type TestCity, Unheard, unheard } from '@isegoria/kernel/api';
import { Deliveries } from './deliveries.jobs';
import { DevelopersModule } from './developers.module';
import { fairUseDoor } from './fair-use.door';
import { DeliveryRecord, WebhookRecord } from './webhook.schema';

let city: TestCity;
let maria: SignedIn;
let isPublic = true;

beforeAll(async () => {
  vi.stubEnv('WEBHOOK_PRIVATE', 'on');
  vi.stubEnv('FAIR_USE_VISITOR', '900');
  vi.stubEnv('FAIR_USE_KEY', '4000');
  vi.stubEnv('QUERY_COST', '600');
  city = await startCity([IdentityModule, DevelopersModule], { doors: [sessionDoor, fairUseDoor] });
  const card = (kind: string, id: string): SubjectCard => ({ kind, id, title: 'Σκίαστρα στα σχολεία', path: `/${kind}s/${id}`, excerpt: '', authorId: null, isPublic, acceptsComments: true, createdAt: new Date() });
  for (const kind of ['proposal', 'process', 'decision', 'choice']) city.get(Subjects).register(kind, { cards: (ids) => Promise.resolve(ids.map((id) => card(kind, id))) });
  maria = await signedIn(city, { name: 'Μαρία' });
}, 60_000);
afterAll(async () => {
  await city.stop();
  vi.unstubAllEnvs();
});

/** Costs 101: one page of a hundred things. */
const page = '{ webhookDeliveries(webhookId: "x", first: 100) { items { id } } }';
const ask = (body: object, headers: Record<string, string> = {}) => fetch(`${city.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

describe('a program', () => {
  const makeKey = 'mutation ($name: String!) { createApiKey(name: $name) { __typename ... on ApiKeyMade { secret key { id start } } ... on NotAllowed { reason } ... on Invalid { problems { field code } } } }';

  it('is told what its query costs and what is left, and is stopped when it has asked for too much', async () => {
    const first = await ask({ query: '{ fairUse { visitor highestCost deepest events } }' });
    expect(first.headers.get('ratelimit-policy')).toBe('"cost";q=900;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"cost";r=\d+;t=\d+$/);
    expect(await first.json()).toEqual({ data: { fairUse: { visitor: 900, highestCost: 600, deepest: 8, events: [...webhookEvents] } } });
    const statuses: number[] = [];
    let last = first;
    for (let time = 0; time < 12 && last.status === 200; time++) statuses.push((last = await ask({ query: page })).status);
    expect(statuses).toEqual([...Array.from({ length: 8 }, () => 200), 429]);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await last.json()).toMatchObject({ data: null, errors: [{ extensions: { code: 'TOO_MANY' } }] });
    // A header of our own that is guessed opens nothing; our pages, and whoever is signed in, go on.
    expect((await ask({ query: page }, { 'x-own-request': 'x'.repeat(48) })).status).toBe(429);
    const asPage = await ask({ query: page }, { 'sec-fetch-site': 'same-origin', origin: city.url });
    expect([asPage.status, asPage.headers.get('ratelimit-policy')]).toEqual([200, '"cost";q=3000000;w=60']);
    expect((await maria.graph<object>('{ me { name } }')).data).toEqual({ me: { name: 'Μαρία' } });
  });

  it('goes on with a key of its own, which is kept as a hash and opens nothing', async () => {
    const { data } = await maria.graph<{ createApiKey: { secret: string; key: { id: string; start: string } } }>(makeKey, { name: ' Ανοιχτά δεδομένα ' });
    const { secret, key } = data.createApiKey;
    expect(secret.startsWith(key.start)).toBe(true);
    const answer = await ask({ query: '{ me { name } }' }, { authorization: `Bearer ${secret}` });
    expect(await answer.json()).toEqual({ data: { me: null } });
    expect(answer.headers.get('ratelimit-policy')).toBe('"cost";q=4000;w=60');
    const kept = await city.get<Model<object>>(getModelToken('ApiKeyRecord')).find().lean().exec();
    expect(JSON.stringify(kept)).not.toContain(secret.slice(8));
    await maria.graph('mutation ($id: ID!) { revokeApiKey(id: $id) { __typename } }', { id: key.id });
    const refused = async (key: string) => (await (await ask({ query: '{ now }' }, { authorization: `Bearer ${key}` })).json() as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
    expect([await refused(secret), await refused(`isg_${'x'.repeat(44)}`), await refused('nonsense')]).toEqual(['UNKNOWN_KEY', 'UNKNOWN_KEY', 'UNKNOWN_KEY']);
  });

  it('may not have more keys than five, nor one without a name', async () => {
    expect((await maria.graph<{ createApiKey: object }>(makeKey, { name: '  ' })).data.createApiKey).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'name', code: 'required' }] });
    const made = await Promise.all(Array.from({ length: 8 }, (_, time) => maria.graph<{ createApiKey: { __typename: string } }>(makeKey, { name: `key ${time}` })));
    expect(made.filter(({ data }) => data.createApiKey.__typename === 'ApiKeyMade')).toHaveLength(5);
    expect((await maria.graph<{ createApiKey: object }>(makeKey, { name: 'one more' })).data.createApiKey).toEqual({ __typename: 'NotAllowed', reason: 'too_many' });
  });

  it('is refused a query that costs too much, before anything is read', async () => {
    const query = 'query ($first: Int) { webhookDeliveries(webhookId: "x", first: $first) { items { id } } }';
    const answer = await maria.graph(query, { first: 100 });
    expect(answer.errors).toBeUndefined();
    const deep = `{ ${Array.from({ length: 7 }, (_, at) => `a${at}: webhookDeliveries(webhookId: "x", first: 100) { items { id } }`).join(' ')} }`;
    expect((await maria.graph(deep)).errors?.[0]?.extensions).toEqual({ code: 'TOO_COSTLY', cost: 707, highest: 600 });
    const asText = await fetch(`${city.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/graphql', cookie: maria.cookie }, body: deep });
    expect(asText.status).toBe(400);
    expect((await maria.graph(`{ ${'a { '.repeat(9)}b${' }'.repeat(9)} }`)).errors?.[0]?.extensions).toEqual({ code: 'TOO_DEEP', depth: 10, deepest: 8 });
    expect((await maria.graph(`{ ${'a '.repeat(5000)} }`)).errors?.[0]?.extensions).toEqual({ code: 'TOO_LONG' });
  });

  it('is refused what is no GraphQL, as a query’s tree written as JSON, which would cost nothing and go as deep as it likes', async () => {
    expect((await maria.graph('{ now')).errors?.[0]).toEqual({ message: expect.stringContaining('Syntax Error') as string, extensions: { code: 'UNREADABLE' } });
    const tree = JSON.stringify(parse('{ now }', { noLocation: true }));
    expect((await maria.graph(tree)).errors?.[0]?.extensions).toEqual({ code: 'UNREADABLE' });
    const byGet = await fetch(`${city.url}/graphql?query=${encodeURIComponent(tree)}`, { headers: { cookie: maria.cookie } });
    expect(byGet.status).toBe(400);
  });

  it('writes by a POST from our own pages alone: no link, picture or form of another site can do it with a citizen’s cookie', async () => {
    const nikos = await signedIn(city, { name: 'Νίκος' });
    const query = 'mutation { createApiKey(name: "stolen") { __typename } }';
    const both = `query Look { now } ${query.replace('mutation', 'mutation Write')}`;
    const send = async (method: string, given: Record<string, string>, type?: string) => {
      const text = new URLSearchParams(given).toString();
      const sent = type ? fetch(`${city.url}/graphql`, { method, headers: { cookie: nikos.cookie, 'content-type': type, origin: 'null' }, body: type.includes('urlencoded') ? text : JSON.stringify(given) }) : fetch(`${city.url}/graphql?${text}`, { method, headers: { cookie: nikos.cookie } });
      return (await sent).status;
    };
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']) expect(await send(method, { query }), method).toBeGreaterThanOrEqual(400);
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) expect(await send('POST', { query }, type), type).toBeGreaterThanOrEqual(400);
    // A text that was compiled for its mutation, asked again for its query.
    for (let time = 0; time < 3; time++) await ask({ query: both, operationName: 'Write' }, { cookie: maria.cookie });
    expect(await send('GET', { query: both, operationName: 'Look' })).toBe(400);
    expect(await city.get<Model<object>>(getModelToken('ApiKeyRecord')).countDocuments({ ownerId: nikos.citizen.id })).toBe(0);
  });

  it('may ask the city what can be asked, as the stock tools do', async () => {
    const answer = await maria.graph<{ __schema: { types: { name: string }[] } }>(getIntrospectionQuery());
    expect(answer.errors).toBeUndefined();
    expect(answer.data.__schema.types.map(({ name }) => name)).toContain('FairUse');
  });

  it('sends the hash of a query in place of its text, as Apollo does', async () => {
    const query = '{ __typename }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
    const headers = { cookie: maria.cookie };
    expect(await (await ask({ extensions }, headers)).json()).toMatchObject({ errors: [{ message: 'PersistedQueryNotFound' }] });
    expect(await (await ask({ query, extensions }, headers)).json()).toEqual({ data: { __typename: 'Query' } });
    expect(await (await ask({ extensions }, headers)).json()).toEqual({ data: { __typename: 'Query' } });
    const byGet = await fetch(`${city.url}/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`, { headers });
    expect(await byGet.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('gets the whole schema, and is told when it has it already', async () => {
    const first = await fetch(`${city.url}/graphql/schema.graphql`);
    expect(await first.text()).toContain('type FairUse');
    const again = await fetch(`${city.url}/graphql/schema.graphql`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });
});

describe('a webhook', () => {
  const receivers: Server[] = [];
  afterEach(() => {
    isPublic = true;
    for (const server of receivers.splice(0)) server.close().closeAllConnections();
  });

  interface Heard {
    headers: Record<string, string>;
    body: string;
  }

  /** A receiver that answers with the given statuses, one after another, then with 204; null is no answer at all. */
  async function receiver(...statuses: (number | null | 'large')[]) {
    const heard: Heard[] = [];
    const server = createServer((req: IncomingMessage, res) => {
      let body = '';
      req.setEncoding('utf8').on('data', (text: string) => (body += text)).on('end', () => {
        heard.push({ headers: Object.fromEntries(Object.entries(req.headers).map(([name, value]) => [name, String(value)])), body });
        const status = statuses.length > 0 ? statuses.shift() : 204;
        if (status === 'large') res.writeHead(200).end('x'.repeat(3_000_000));
        if (typeof status === 'number') res.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
      });
    });
    receivers.push(server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
  }

  const create = 'mutation ($input: WebhookInput!) { createWebhook(input: $input) { __typename ... on WebhookMade { secret webhook { id } } ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }';
  async function hookAt(url: string, events: string[] = ['proposal.published']) {
    const owner = await signedIn(city, { name: 'Κώστας' });
    const { data } = await owner.graph<{ createWebhook: { secret: string; webhook: { id: string } } }>(create, { input: { url, events } });
    const { secret, webhook } = data.createWebhook;
    return { id: webhook.id, secret, owner };
  }
  const publish = (id: string) => city.get(Events).publish('proposal.published', { id, authorId: 'x', title: '', category: '', district: '', departmentId: null, answerDueAt: new Date(), requestIds: [], at: new Date() });
  const deliveries = () => city.get<Model<DeliveryRecord>>(getModelToken(DeliveryRecord.name));
  /** As if the time of the next try had come. */
  async function later(webhookId: string): Promise<void> {
    await city.get(Deliveries).settled();
    await deliveries().updateMany({ webhookId, state: 'waiting' }, { $set: { nextAt: new Date(0) } });
    await city.get<Model<WebhookRecord>>(getModelToken(WebhookRecord.name)).updateOne({ _id: webhookId }, { $set: { restUntil: null } });
    await city.get(Deliveries).begin();
    await city.get(Deliveries).settled();
  }

  it('tells a stock receiver what happened, signed, once, however often it is heard', async () => {
    const { heard, url } = await receiver();
    const { secret } = await hookAt(url);
    await Promise.all([publish('once'), publish('once'), publish('once')]);
    await eventually('it is heard', () => Promise.resolve(heard.length > 0));
    await city.get(Deliveries).settled();
    expect(heard).toHaveLength(1);
    const [{ headers, body }] = heard as [Heard];
    expect(new StockReceiver(secret).verify(body, headers)).toMatchObject({ type: 'proposal.published', data: { subject: { kind: 'proposal', id: 'once' }, url: expect.stringContaining('/proposals/once') as string } });
    expect(() => new StockReceiver(secret).verify(body.replace('once', 'twice'), headers)).toThrow();
  });

  it('tells of evaluations, of what the service replied and of what became of an act', async () => {
    const { heard, url } = await receiver();
    const { id: hookId } = await hookAt(url, ['evaluation.opened', 'decision.replied', 'decision.corrected', 'decision.revoked', 'choice.saved']);
    const [decision, choice] = [{ kind: 'decision', id: 'told' }, { kind: 'choice', id: 'told' }];
    const at = new Date();
    const version = { id: 'told', ada: 'ΨΨΨΨ-ΨΨΨ', title: '', at };
    await city.get(Events).publish('evaluation.opened', { subject: decision, round: 1, by: 'requests', at });
    await city.get(Events).publish('evaluation.opened', { subject: decision, round: 2, by: 'official', at });
    await city.get(Events).publish('decision.replied', { replyId: 'r1', subject: choice, isKept: false, at });
    await city.get(Events).publish('decision.replied', { replyId: 'r1', subject: choice, isKept: true, at });
    await city.get(Events).publish('decision.corrected', { ...version, versionId: 'v2', correctedVersionId: 'v1' });
    await city.get(Events).publish('decision.revoked', { ...version, versionId: 'v3' });
    await city.get(Events).publish('choice.saved', { id: 'told', title: { el: '', en: '' }, acts: ['told'], revision: 1, at });
    await eventually('all of it is put down', async () => (await deliveries().countDocuments({ webhookId: hookId })) === 7);
    await later(hookId);
    const told = heard.map(({ body }) => JSON.parse(body) as { type: string; data: { subject: { kind: string }; round?: number; isPromiseKept?: boolean; url: string } });
    expect(told.map(({ type, data }) => `${type} ${data.subject.kind} ${data.round ?? data.isPromiseKept ?? ''}`.trim()).sort()).toEqual([
      'choice.saved choice', 'decision.corrected decision', 'decision.replied choice false', 'decision.replied choice true', 'decision.revoked decision', 'evaluation.opened decision 1', 'evaluation.opened decision 2',
    ]);
  });

  it('tells of a process that was published and of one that was changed, each once', async () => {
    const { heard, url } = await receiver();
    const { id: hookId } = await hookAt(url, ['process.changed']);
    const change = { processId: 'told', kind: 'ideas', by: 'somebody', at: new Date(), items: [] };
    const published = { ...change, act: 'process_published', revision: 3 } as const;
    await city.get(Events).publish('process.changed', published);
    await city.get(Events).publish('process.changed', published);
    await city.get(Events).publish('process.changed', { ...change, act: 'process_changed', revision: 4 });
    await eventually('both are put down', async () => (await deliveries().countDocuments({ webhookId: hookId })) === 2);
    await later(hookId);
    const told = heard.map(({ body }) => JSON.parse(body) as { type: string; data: object });
    expect(told.every(({ type }) => type === 'process.changed')).toBe(true);
    expect(told.map(({ data }) => data).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toMatchObject([{ subject: { kind: 'process', id: 'told' }, isNew: false }, { isNew: true }]);
    expect(JSON.stringify(told), 'never who did it').not.toContain('somebody');
  });

  it('tells of an act whose process died after it wrote and before it told, and of one whose process died in the middle of telling, once', async () => {
    const { heard, url } = await receiver();
    const { id: hookId } = await hookAt(url, ['proposal.answered']);
    const acts = city.get<Connection>(getConnectionToken()).collection<{ _id: string; unheard: object[] }>('acts-of-others');
    const answered = (id: string) => ({ id, title: '', departmentId: null, status: 'ACCEPTED' as const, at: new Date() });
    const [cut, half] = [answered('cut-off'), answered('half-told')];
    await acts.insertMany([cut, half].map((payload) => ({ _id: payload.id, unheard: [unheard('proposal.answered', payload)] })));
    await city.get(Events).publish('proposal.answered', half);
    await eventually('one of them is heard', () => Promise.resolve(heard.length === 1));
    city.get(Unheard).watch({ collection: acts as never });
    await city.get(Unheard).tellLeft(new Date(Date.now() + 20_000));
    await eventually('the other one too', () => Promise.resolve(heard.length === 2));
    await city.get(Deliveries).settled();
    expect(heard.map(({ body }) => JSON.parse(body) as object)).toMatchObject([half, cut].map(({ id, at }) => ({ type: 'proposal.answered', timestamp: at.toISOString(), data: { subject: { id }, status: 'ACCEPTED' } })));
    expect(await deliveries().countDocuments({ webhookId: hookId })).toBe(2);
  });

  it('tries again when the receiver fails, under the same number, and gives up when it is told that nobody is there', async () => {
    const { heard, url } = await receiver(500, 302, 204, 410);
    const { id } = await hookAt(url);
    await publish('again');
    await eventually('the first try', () => Promise.resolve(heard.length === 1));
    await later(id);
    await later(id);
    expect(heard.map(({ headers }) => headers['webhook-id'])).toEqual(Array.from({ length: 3 }, () => heard[0]?.headers['webhook-id']));
    expect(await deliveries().findOne({ webhookId: id }).lean().exec()).toMatchObject({ state: 'delivered', tries: 3, status: 204 });
    await publish('gone');
    await eventually('the hook is paused', async () => (await city.get<Model<WebhookRecord>>(getModelToken(WebhookRecord.name)).findById(id).lean().exec())?.pausedAt);
  });

  it('that never answers holds no other one up', async () => {
    const [silent, quick] = [await receiver(...Array.from({ length: 9 }, () => null)), await receiver()];
    const first = await hookAt(silent.url);
    await hookAt(quick.url);
    await publish('silence');
    await eventually('the other one is told while the silent one is still asked', () => Promise.resolve(quick.heard.length === 1 && silent.heard.length === 1));
    expect(await deliveries().findOne({ webhookId: first.id }).lean().exec()).toMatchObject({ state: 'waiting', tries: 1 });
  });

  it('is not told of what is hidden by the time that it would be sent', async () => {
    const { heard, url } = await receiver(503);
    const { id } = await hookAt(url);
    await publish('hidden');
    await eventually('the first try', () => Promise.resolve(heard.length === 1));
    isPublic = false;
    await later(id);
    expect(heard).toHaveLength(1);
    expect(await deliveries().findOne({ webhookId: id }).lean().exec()).toMatchObject({ state: 'failed', problem: 'gone' });
  });

  it('is sent again when its owner asks, and by nobody else', async () => {
    const { heard, url } = await receiver();
    const { id, owner } = await hookAt(url);
    await owner.graph('mutation ($id: ID!) { pingWebhook(id: $id) { __typename } }', { id });
    await eventually('the ping', () => Promise.resolve(heard.length === 1));
    await city.get(Deliveries).settled();
    const { data } = await owner.graph<{ webhookDeliveries: { items: { id: string; state: string; type: string }[] } }>('query ($id: ID!) { webhookDeliveries(webhookId: $id) { items { id state type } } }', { id });
    expect(data.webhookDeliveries.items).toMatchObject([{ state: 'DELIVERED', type: 'ping' }]);
    const replay = 'mutation ($id: ID!) { replayDelivery(id: $id) { __typename } }';
    const message = data.webhookDeliveries.items[0]?.id;
    expect((await maria.graph<object>(replay, { id: message })).data).toEqual({ replayDelivery: { __typename: 'NotFound' } });
    expect((await owner.graph<object>(replay, { id: message })).data).toEqual({ replayDelivery: { __typename: 'DeveloperDone' } });
    await eventually('it comes again', () => Promise.resolve(heard.length === 2));
    expect(heard[1]?.headers['webhook-id']).toBe(heard[0]?.headers['webhook-id']);
  });

  it('goes on after a receiver that answers with three megabytes, which nobody reads', async () => {
    const { heard, url } = await receiver('large', 204);
    const { id } = await hookAt(url);
    await publish('large');
    await publish('small');
    await eventually('both are heard', () => Promise.resolve(heard.length === 2));
    await city.get(Deliveries).settled();
    expect(await deliveries().countDocuments({ webhookId: id, state: 'delivered' })).toBe(2);
  });

  it('is paused after the last try, and goes on when its owner sends by hand, twenty times a minute at most', async () => {
    const { heard, url } = await receiver(503, 503);
    const { id, owner } = await hookAt(url);
    await publish('last');
    await eventually('the first try', () => Promise.resolve(heard.length === 1));
    await city.get(Deliveries).settled();
    await deliveries().updateMany({ webhookId: id }, { $set: { tries: 9 } });
    await later(id);
    expect(await deliveries().findOne({ webhookId: id }).lean().exec()).toMatchObject({ state: 'failed', tries: 10, status: 503 });
    const ofMine = async () => (await owner.graph<{ myWebhooks: { pausedAt: string | null }[] }>('{ myWebhooks { pausedAt } }')).data.myWebhooks[0]?.pausedAt;
    expect(await ofMine()).not.toBeNull();
    const ping = async () => (await owner.graph<{ pingWebhook: { __typename: string } }>('mutation ($id: ID!) { pingWebhook(id: $id) { __typename } }', { id })).data.pingWebhook.__typename;
    const answers: string[] = [];
    for (let time = 0; time < 21; time++) answers.push(await ping());
    expect([answers[0], answers[19], answers[20]]).toEqual(['DeveloperDone', 'DeveloperDone', 'NotAllowed']);
    expect(await ofMine()).toBeNull();
    await eventually('the test arrives', () => Promise.resolve(heard.length > 2));
  });

  it('that its owner removed is told nothing more, and leaves nothing behind', async () => {
    const { heard, url } = await receiver(503);
    const { id, owner } = await hookAt(url);
    await publish('removed');
    await eventually('the first try', () => Promise.resolve(heard.length === 1));
    await city.get(Deliveries).settled();
    const remove = 'mutation ($id: ID!) { removeWebhook(id: $id) { __typename } }';
    expect((await maria.graph<object>(remove, { id })).data).toEqual({ removeWebhook: { __typename: 'NotFound' } });
    expect((await owner.graph<object>(remove, { id })).data).toEqual({ removeWebhook: { __typename: 'DeveloperDone' } });
    await later(id);
    expect([heard.length, await deliveries().countDocuments({ webhookId: id })]).toEqual([1, 0]);
  });

  it('does not lead into the city’s own network', async () => {
    vi.stubEnv('WEBHOOK_PRIVATE', 'off');
    forgetEnv();
    const { heard, url } = await receiver();
    const byNumber = await hookAt(url);
    const byName = await hookAt(url.replace('127.0.0.1', 'localhost'));
    await publish('private');
    for (const { id } of [byNumber, byName]) await eventually('it is refused', async () => (await deliveries().findOne({ webhookId: id }).lean().exec())?.problem === 'private_address');
    expect(heard).toHaveLength(0);
    vi.stubEnv('WEBHOOK_PRIVATE', 'on');
    forgetEnv();
  });

  it('needs an address of the web and something to tell', async () => {
    const wrong = async (input: object) => (await maria.graph<{ createWebhook: object }>(create, { input })).data.createWebhook;
    expect(await wrong({ url: 'file:///etc/passwd', events: ['nothing'] })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'url' }, { field: 'events.0' }] });
    expect(await wrong({ url: 'https://a:b@example.org/', events: [] })).toMatchObject({ __typename: 'Invalid' });
  });
});

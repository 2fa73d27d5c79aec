import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Webhook as StockReceiver } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { webhookEvents } from '@isegoria/developers/contracts';
import { IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { Events, eventually, forgetEnv, startCity, type SubjectCard, Subjects, type TestCity } from '@isegoria/kernel/api';
import { Deliveries } from './deliveries.jobs';
import { DevelopersModule } from './developers.module';
import { fairUseDoor } from './fair-use.door';
import { DeliveryRecord, WebhookRecord } from './webhook.schema';

let city: TestCity;
let maria: SignedIn;
let isPublic = true;

beforeAll(async () => {
  vi.stubEnv('WEBHOOK_PRIVATE', 'on');
  vi.stubEnv('FAIR_USE_VISITOR', '400');
  vi.stubEnv('FAIR_USE_KEY', '4000');
  vi.stubEnv('QUERY_COST', '300');
  city = await startCity([IdentityModule, DevelopersModule], { doors: [sessionDoor, fairUseDoor] });
  const card = (id: string): SubjectCard => ({ kind: 'proposal', id, title: 'Σκίαστρα στα σχολεία', path: `/proposals/${id}`, excerpt: '', authorId: null, isPublic, acceptsComments: true, createdAt: new Date() });
  city.get(Subjects).register('proposal', { cards: (ids) => Promise.resolve(ids.map(card)) });
  maria = await signedIn(city, { name: 'Μαρία' });
}, 60_000);
afterAll(async () => {
  await city.stop();
  vi.unstubAllEnvs();
});

const ask = (body: object, headers: Record<string, string> = {}) => fetch(`${city.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

describe('a program', () => {
  const makeKey = 'mutation ($name: String!) { createApiKey(name: $name) { __typename ... on ApiKeyMade { secret key { id start } } ... on NotAllowed { reason } ... on Invalid { problems { field code } } } }';

  it('is told what its query costs and what is left, and is stopped when it has asked for too much', async () => {
    const first = await ask({ query: '{ fairUse { visitor highestCost deepest events } }' });
    expect(first.headers.get('ratelimit-policy')).toBe('"cost";q=400;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"cost";r=\d+;t=\d+$/);
    expect(await first.json()).toEqual({ data: { fairUse: { visitor: 400, highestCost: 300, deepest: 8, events: [...webhookEvents] } } });
    const statuses = [];
    for (let time = 0; time < 3; time++) statuses.push((await ask({ query: `{ ${Array.from({ length: 14 }, (_, at) => `a${at}: fairUse { visitor }`).join(' ')} a: me { id } }` })).status);
    expect(statuses).toEqual([200, 200, 200]);
    let last = first;
    for (let time = 0; time < 500 && last.status === 200; time++) last = await ask({ query: '{ fairUse { visitor } }' });
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await last.json()).toMatchObject({ data: null, errors: [{ extensions: { code: 'TOO_MANY' } }] });
    // Whoever is signed in goes on.
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
    expect((await ask({ query: '{ now }' }, { authorization: `Bearer ${secret}` })).status).toBe(401);
  });

  it('may not have more keys than five, nor one without a name', async () => {
    expect((await maria.graph<{ createApiKey: object }>(makeKey, { name: '  ' })).data.createApiKey).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'name', code: 'required' }] });
    for (let time = 0; time < 5; time++) await maria.graph(makeKey, { name: `key ${time}` });
    expect((await maria.graph<{ createApiKey: object }>(makeKey, { name: 'one more' })).data.createApiKey).toEqual({ __typename: 'NotAllowed', reason: 'too_many' });
  });

  it('is refused a query that costs too much, before anything is read', async () => {
    const query = 'query ($first: Int) { webhookDeliveries(webhookId: "x", first: $first) { items { id } } }';
    const answer = await maria.graph(query, { first: 100 });
    expect(answer.errors).toBeUndefined();
    const deep = `{ ${Array.from({ length: 4 }, (_, at) => `a${at}: webhookDeliveries(webhookId: "x", first: 100) { items { id } }`).join(' ')} }`;
    expect((await maria.graph(deep)).errors?.[0]?.extensions).toMatchObject({ code: 'TOO_COSTLY', highest: 300 });
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
  async function receiver(...statuses: (number | null)[]) {
    const heard: Heard[] = [];
    const server = createServer((req: IncomingMessage, res) => {
      let body = '';
      req.setEncoding('utf8').on('data', (text: string) => (body += text)).on('end', () => {
        heard.push({ headers: Object.fromEntries(Object.entries(req.headers).map(([name, value]) => [name, String(value)])), body });
        const status = statuses.length > 0 ? statuses.shift() : 204;
        if (typeof status === 'number') res.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
      });
    });
    receivers.push(server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
  }

  const create = 'mutation ($input: WebhookInput!) { createWebhook(input: $input) { __typename ... on Webhook { id secret } ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }';
  async function hookAt(url: string, events: string[] = ['proposal.published']) {
    const owner = await signedIn(city, { name: 'Κώστας' });
    const { data } = await owner.graph<{ createWebhook: { id: string; secret: string } }>(create, { input: { url, events } });
    return { ...data.createWebhook, owner };
  }
  const publish = (id: string) => city.get(Events).publish('proposal.published', { id, authorId: 'x', title: '', category: '', district: '', departmentId: null, answerDueAt: new Date(), at: new Date() });
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
    await eventually('the hook is paused', async () => (await city.get<Model<WebhookRecord>>(getModelToken(WebhookRecord.name)).findById(id).lean().exec())?.pausedAt != null);
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

/** The worker of the pages, as a browser runs it: a file that is no module, with what a browser gives it. */
import { createHash, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it, vi } from 'vitest';

const idOf = (endpoint) => createHash('sha256').update(endpoint).digest('base64url');
const [former, next] = ['https://push.example/former', 'https://push.example/next'];
const subscription = (endpoint) => ({ endpoint, options: { userVisibleOnly: true }, toJSON: () => ({ endpoint, keys: { p256dh: 'p', auth: 'a' } }), unsubscribe: vi.fn(() => Promise.resolve(true)) });

/** The worker beside a city that knows these devices of whoever is signed in; null where nobody is. */
function aWorker(devices) {
  const heard = new Map();
  const asked = [];
  const made = subscription(next);
  const subscribe = vi.fn(() => Promise.resolve(made));
  const self = { addEventListener: (name, hear) => heard.set(name, hear), registration: { pushManager: { subscribe } } };
  const fetchIt = (_path, { body }) => {
    const question = JSON.parse(body);
    asked.push(question);
    return Promise.resolve(new Response(JSON.stringify({ data: question.query.startsWith('{') ? devices && { devices: { items: devices } } : {} })));
  };
  runInNewContext(readFileSync('apps/web/worker/sw.js', 'utf8'), { self, fetch: fetchIt, crypto: webcrypto, btoa, TextEncoder });
  const changed = async (event) => {
    let done = Promise.resolve();
    heard.get('pushsubscriptionchange')?.({ ...event, waitUntil: (work) => (done = work) });
    await done;
  };
  return { asked, made, subscribe, changed };
}

it('the address that a browser got anew takes the place of the former one, under its name', async () => {
  const { asked, changed, subscribe } = aWorker([{ id: idOf(former), name: 'Firefox, Android' }]);
  await changed({ oldSubscription: subscription(former), newSubscription: subscription(next) });
  expect(subscribe).not.toHaveBeenCalled();
  expect(asked.slice(1).map(({ variables }) => variables)).toEqual([{ id: idOf(former) }, { input: { endpoint: next, p256dh: 'p', auth: 'a', name: 'Firefox, Android' } }]);
});

it('one that lost its address asks for another with the same key', async () => {
  const { asked, changed, subscribe } = aWorker([{ id: idOf(former), name: 'Chrome' }]);
  await changed({ oldSubscription: subscription(former), newSubscription: null });
  expect(subscribe).toHaveBeenCalledWith({ userVisibleOnly: true });
  expect(asked.at(-1)?.variables).toMatchObject({ input: { endpoint: next } });
});

it('where nobody is signed in, or it was stopped from elsewhere, nothing is told and the new address takes nothing', async () => {
  for (const devices of [null, [{ id: 'another', name: 'Chrome' }]]) {
    const { asked, changed } = aWorker(devices);
    const renewed = subscription(next);
    await changed({ oldSubscription: subscription(former), newSubscription: renewed });
    expect(asked).toHaveLength(1);
    expect(renewed.unsubscribe).toHaveBeenCalledOnce();
  }
});

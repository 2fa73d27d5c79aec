/**
 * What stands between the pages and the network: very little (`apps/web/decisions/001`). It keeps the files of the build, whose names carry their content; a page that says
 * that there is no connection; and the page on which a problem is reported, for whoever has opened it. It shows notices. Nothing that anybody asked the city, and nothing of
 * anybody, is kept here.
 */
const CACHE = 'isegoria-%VERSION%';
const OFFLINE = '/offline/page.html';
const OWN = [OFFLINE, '/offline/page.css', '/offline/page.js', '/favicon.svg'];
const REPORT = '/requests/new';
/** Pages that are none of ours alone: on the way to the sign-in, in others' pages, in the small window of a widget. */
const ALONE = /^\/(auth|embed|act)\//;

self.addEventListener('install', (event) => event.waitUntil(prepare()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(file(request));
  else if (OWN.includes(pathname)) event.respondWith(fetch(request).catch(() => kept(pathname)));
  else if (request.mode === 'navigate' && !ALONE.test(pathname)) event.respondWith(page(request, pathname));
});
self.addEventListener('message', (event) => {
  if (event.data === 'keep-report') event.waitUntil(keepReport());
});
self.addEventListener('push', (event) => event.waitUntil(show(event.data)));
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});

/** A version keeps its own files from the first moment, and takes over when no page of the one before is open: two versions never mix. */
async function prepare() {
  const hadReport = await caches.match(REPORT);
  await (await caches.open(CACHE)).addAll(OWN.map((path) => new Request(path, { cache: 'reload' })));
  if (hadReport) await keepReport();
}

async function takeOver() {
  for (const name of await caches.keys()) if (name.startsWith('isegoria-') && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

/** A file whose name carries its content never changes. */
async function file(request) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request.url, { ignoreVary: true });
  if (known) return known;
  const answer = await fetch(request);
  // A device that is full keeps nothing, and shows the page all the same.
  if (answer.status === 200) await cache.put(request.url, answer.clone()).catch(() => undefined);
  return answer;
}

/**
 * A page is the city's as it is now. Without a connection: the report, or a word that there is none. It is not asked for ahead of the worker
 * (navigation preload): what passes it by would then be asked for twice, and the way back from a sign-in elsewhere holds once.
 */
async function page(request, pathname) {
  try {
    return await fetch(request);
  } catch {
    return (pathname === REPORT && (await kept(REPORT))) || kept(OFFLINE);
  }
}

async function kept(pathname) {
  return (await (await caches.open(CACHE)).match(pathname, { ignoreVary: true })) ?? Response.error();
}

/** Keeps the page on which a problem is reported, as a stranger gets it, with the files that it names. */
async function keepReport() {
  const answer = await fetch(REPORT, { headers: { accept: 'text/html' }, credentials: 'omit' });
  if (answer.status !== 200) return;
  const named = new Set((await answer.clone().text()).match(/\/assets\/[\w.-]+/g));
  const cache = await caches.open(CACHE);
  for (const path of named) if (!(await cache.match(path, { ignoreVary: true }))) await cache.add(path);
  await cache.put(REPORT, answer);
}

/** A browser that is sent something shows something, whatever it was; without a sound. */
function show(sent) {
  const { title = 'Ισηγορία', body = '', path = '/inbox', tag = 'notice', lang = 'el' } = read(sent);
  return self.registration.showNotification(title, { body, tag, lang, silent: true, icon: '/icons/192.png', badge: '/icons/badge.png', data: { path } });
}

function read(sent) {
  try {
    return sent.json();
  } catch {
    return {};
  }
}

/** A page that is open stays as it is, with what was typed: only the very page of the notice is shown again. */
async function open(path) {
  const { origin, href } = new URL(path, location.origin);
  if (origin !== location.origin) return;
  const shown = (await self.clients.matchAll({ type: 'window' })).find(({ url }) => url === href);
  await (shown ? shown.focus() : self.clients.openWindow(href));
}

/**
 * The maker of the browser gave it another address (Push API, `pushsubscriptionchange`): it takes the place of the one that the city knows. Only where this is still a device of
 * whoever is signed in; else nobody wants notices here, and the new address takes none.
 */
async function renew({ oldSubscription, newSubscription }) {
  if (!oldSubscription) return;
  const id = await deviceId(oldSubscription.endpoint);
  const { devices } = await ask('{ devices { items { id name } } }');
  const known = devices?.items.find((device) => device.id === id);
  const renewed = newSubscription ?? (known && (await self.registration.pushManager.subscribe(oldSubscription.options)));
  if (!known) return void (await renewed?.unsubscribe());
  const { endpoint, keys } = renewed.toJSON();
  await ask('mutation ($id: ID!) { removeDevice(id: $id) { __typename } }', { id });
  await ask('mutation ($input: DeviceInput!) { addDevice(input: $input) { __typename } }', { input: { endpoint, p256dh: keys.p256dh, auth: keys.auth, name: known.name } });
}

/** Asks the city as whoever is signed in. Nothing where nobody is. */
async function ask(query, variables = {}) {
  const answer = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  return (await answer.json()).data ?? {};
}

/** By which number the city knows a browser, made of its address. */
async function deviceId(endpoint) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

import { createECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, CDPSession, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, cityUrl, goWithout, openBrowser, someone, workerIsHere } from './browser';
import { signIn, signOut } from './people';

let browser: Browser;
let maker: Awaited<ReturnType<typeof aMakerOfBrowsers>>;
beforeAll(async () => {
  browser = await openBrowser();
  maker = await aMakerOfBrowsers();
});
afterAll(async () => {
  await browser.close();
  maker.close();
});

const phone = { viewport: { width: 390, height: 844 } };
const narrow = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');

interface Icon {
  src: string;
  sizes: string;
}

describe('the city on the home screen of a phone', () => {
  it('can be put there: its name, its colours and its signs are there, and Chromium finds nothing missing', async () => {
    const { page, window } = await someone(browser, phone);
    await page.goto('/');
    const line = await window.newCDPSession(page);
    const { errors, data } = (await line.send('Page.getAppManifest')) as { errors: object[]; data?: string };
    expect(errors).toEqual([]);
    const { icons, shortcuts, name } = JSON.parse(data ?? '{}') as { name: string; icons: Icon[]; shortcuts: { url: string }[] };
    expect(name).toContain('Ισηγορία');
    for (const { src, sizes } of icons) {
      const { width, height } = await sharp(Buffer.from(await (await fetch(cityUrl + src)).arrayBuffer())).metadata();
      expect(`${src} ${width}x${height}`).toBe(`${src} ${sizes}`);
    }
    for (const { url } of shortcuts) {
      await page.goto(url);
      expect(await page.getByRole('heading', { level: 1, name: 'Αυτή η σελίδα δεν υπάρχει' }).count()).toBe(0);
    }
    await workerIsHere(page);
    const { installabilityErrors } = (await line.send('Page.getInstallabilityErrors')) as { installabilityErrors: { errorId: string }[] };
    // A private window, as all of these are, installs nothing.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
    await window.close();
  });

  it('says that there is no connection, and comes back by itself; what an older version kept is gone, and nothing that the city was asked is kept', async () => {
    const { page, window } = await someone(browser, phone);
    await page.addInitScript("if (!navigator.serviceWorker.controller) caches.open('isegoria-older')");
    await signIn(page, 'citizen');
    await workerIsHere(page);
    await page.goto('/proposals/demo-0000');
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    const kept = await page.evaluate<string[]>("(async () => { const urls = []; for (const name of await caches.keys()) { urls.push(name); for (const { url } of await (await caches.open(name)).keys()) urls.push(new URL(url).pathname); } return urls; })()");
    expect(kept.filter((one) => !/^\/(assets\/|offline\/|favicon)/.test(one))).toEqual([expect.stringMatching(/^isegoria-[0-9a-f]{12}$/)]);
    expect(kept).toContain('/offline/page.html');
    await window.setOffline(true);
    // The device's word that it is online may come too early, or never.
    await page.addInitScript("addEventListener('online', (event) => event.stopImmediatePropagation())");
    await goWithout(page, '/proposals/demo-0000');
    await page.getByRole('heading', { level: 1, name: 'Δεν υπάρχει σύνδεση' }).waitFor();
    expect(await page.getByText(title).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(await narrow(page)).toBeLessThanOrEqual(390);
    expect(new URL(page.url()).pathname).toBe('/proposals/demo-0000');
    await window.setOffline(false);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await window.close();
  });

  it('shows a notice that came with the page closed, and leads to what it is about', async () => {
    const { page, window } = await someone(browser, phone);
    await window.grantPermissions(['notifications'], { origin: cityUrl });
    await page.addInitScript(aSubscription, maker.subscription);
    await signIn(page, 'citizen', '/inbox');
    const wish = page.getByLabel('Ειδοποιήσεις σε αυτή τη συσκευή');
    await wish.click();
    await page.getByText('Αυτή εδώ').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await narrow(page)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: /^Δοκιμή/ }).click();
    await page.getByText('Έφυγε, θα φανεί σε λίγο.').waitFor();
    const [came] = maker.came;
    expect(came?.headers['content-encoding']).toBe('aes128gcm');
    expect(came?.headers['authorization']).toMatch(/^vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=[\w-]+$/);

    const line = await window.newCDPSession(page);
    const registrationId = await registrationOf(line);
    const deliver = (data: string) => line.send('ServiceWorker.deliverPushMessage', { origin: cityUrl, registrationId, data });
    const shown = () => page.evaluate<{ title: string; body: string; silent: boolean }[]>('navigator.serviceWorker.ready.then((worker) => worker.getNotifications()).then((all) => all.map(({ title, body, silent }) => ({ title, body, silent })))');
    await deliver(JSON.stringify({ title: 'Σκιά <b>', body: 'Έγινε δεκτή.', path: '/proposals/demo-0000', tag: 'one', lang: 'el' }));
    await expect.poll(shown).toEqual([{ title: 'Σκιά <b>', body: 'Έγινε δεκτή.', silent: true }]);
    await deliver(JSON.stringify({ title: 'Σκιά <b>', body: 'Υλοποιήθηκε.', path: '/proposals/demo-0000', tag: 'one', lang: 'el' }));
    await expect.poll(shown).toEqual([{ title: 'Σκιά <b>', body: 'Υλοποιήθηκε.', silent: true }]);
    await deliver('not ours');
    await expect.poll(async () => (await shown()).length).toBe(2);

    // Whoever signs out leaves no notice on the screen for the next one, and is told nothing more there.
    await page.goto('/account');
    await signOut(page, (await page.getByLabel('Ονοματεπώνυμο').inputValue()).split(' ')[0] ?? '');
    expect(await shown()).toEqual([]);
    expect(await page.evaluate('navigator.serviceWorker.ready.then((worker) => worker.pushManager.getSubscription())')).toBeNull();
    await window.close();
  });
});

async function registrationOf(line: CDPSession): Promise<string> {
  const found = new Promise<string>((resolve) => {
    line.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL, isDeleted }) => !isDeleted && scopeURL === `${cityUrl}/`);
      if (own) resolve(own.registrationId);
    });
  });
  await line.send('ServiceWorker.enable');
  return found;
}

/** In the page: what the maker of a browser would have given it. This Chromium has none. */
function aSubscription(given: { endpoint: string; keys: Record<string, string> }): void {
  const place = 'e2e:subscription';
  const made = { ...given, options: { applicationServerKey: null }, toJSON: () => given, unsubscribe: () => Promise.resolve(localStorage.removeItem(place)).then(() => true) };
  Object.assign(PushManager.prototype, {
    subscribe: () => Promise.resolve(localStorage.setItem(place, 'yes')).then(() => made),
    getSubscription: () => Promise.resolve(localStorage.getItem(place) ? made : null),
  });
}

/** Takes the notices for a browser whose keys nobody has: they are read in `push.flow.test.ts`. */
async function aMakerOfBrowsers() {
  const came: IncomingMessage[] = [];
  const server: Server = createServer((req, res) => {
    came.push(req);
    req.resume().on('end', () => res.writeHead(201).end());
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  const keys = { p256dh: createECDH('prime256v1').generateKeys('base64url'), auth: randomBytes(16).toString('base64url') };
  const subscription = { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/phone`, keys };
  return { came, subscription, close: () => void server.close().closeAllConnections() };
}

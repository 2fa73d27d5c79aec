import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cityUrl, openBrowser } from './browser';
import { type Site, site, things } from './municipal-site';
import { demoPassword } from './people';

let browser: Browser;
let hostile: Site;
let proposal: string;
/** Somebody’s browser, signed in on the platform, on the page of somebody who wants their vote. */
let window: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  proposal = (await things())('proposal');
  hostile = await site(`<isegoria-proposal of="${proposal}"></isegoria-proposal>`, { policy: "default-src * 'unsafe-inline' 'unsafe-eval' data:" });
  window = await browser.newContext({ locale: 'el-GR', viewport: { width: 900, height: 800 } });
  const entered = await window.request.post(`${cityUrl}/auth/sign-in`, { headers: { origin: cityUrl }, data: { email: 'citizen@isegoria.example', password: demoPassword() } });
  expect(entered.ok()).toBe(true);
  page = await window.newPage();
});
afterAll(async () => {
  await hostile.stop();
  await browser.close();
});

const button = (small: Page) => small.getByRole('button', { name: /^Στηρίζ/ });
const widgetSays = () => page.locator('isegoria-proposal .said').textContent();

/** What the window sends to be counted. */
function castsOf(small: Page): string[] {
  const casts: string[] = [];
  small.on('request', (request) => void (request.postData()?.includes('castVote') && casts.push(request.url())));
  return casts;
}

/** The page’s own script opens the acting window, with what it likes in the address. */
async function openedBy(query: Record<string, string>): Promise<Page> {
  const coming = window.waitForEvent('page');
  await page.evaluate(`window.got = []; addEventListener('message', ({ origin, data }) => got.push([origin, data])); void (window.small = open('${cityUrl}/act/proposal/${proposal}?${new URLSearchParams(query).toString()}', '_blank', 'popup,width=520,height=760'))`);
  const small = await coming;
  await button(small).waitFor();
  return small;
}

async function arrive(): Promise<void> {
  await page.goto(hostile.url);
  await page.locator('isegoria-proposal a.act').waitFor();
}

describe('a hostile page', () => {
  it('cannot frame what acts, nor read what it may frame', async () => {
    await arrive();
    await page.evaluate(`for (const path of ['/act/proposal/${proposal}', '/proposals/${proposal}', '/sign-in', '/embed/proposal?of=${proposal}']) { const frame = document.createElement('iframe'); frame.src = '${cityUrl}' + path; document.body.append(frame); }`);
    await expect.poll(() => page.frames().slice(1).map((frame) => frame.url()).filter((url) => url.startsWith('chrome-error:')).length, { timeout: 20_000 }).toBe(3);
    const embedded = () => page.frames().find((one) => one.url().startsWith(`${cityUrl}/embed/`));
    await expect.poll(embedded, { timeout: 20_000 }).toBeDefined();
    const frame = embedded();
    await frame?.locator('isegoria-proposal article').waitFor();
    expect(await page.evaluate('document.querySelector("iframe:last-of-type").contentDocument')).toBeNull();
    const tried = (code: string) => frame?.evaluate<string>(`(() => { try { return String(${code}) } catch (refused) { return refused.name } })()`);
    expect(await tried('parent.document.title')).toBe('SecurityError');
    expect(await tried('document.cookie')).toBe('SecurityError');
    expect(await tried('localStorage.length')).toBe('SecurityError');
    expect(await tried('self.origin')).toBe('null');
    for (const path of [`/act/proposal/${proposal}`, `/proposals/${proposal}`, '/sign-in']) {
      const { headers } = await fetch(`${cityUrl}${path}`, { headers: { accept: 'text/html' } });
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  it('gains nothing by laying things over a widget: a press on it opens the window, and no press acts', async () => {
    await arrive();
    await page.evaluate(`{ const over = document.createElement('div'); over.textContent = 'Κέρδισες! Πάτα εδώ'; over.setAttribute('style', 'position:fixed;inset:0;background:#fff;pointer-events:none;z-index:9'); document.body.append(over); document.querySelector('isegoria-proposal').style.opacity = 0; }`);
    const coming = window.waitForEvent('page');
    await page.locator('isegoria-proposal a.act').click();
    const small = await coming;
    const casts = castsOf(small);
    await small.locator('[data-ready=true]').waitFor();
    expect(await small.evaluate('innerHeight')).toBeGreaterThan(300);
    expect(casts).toEqual([]);
    await small.close();
  });

  it('cannot catch the second half of a double click: the window takes no press as it comes to the front', async () => {
    await arrive();
    const small = await openedBy({ from: hostile.origin, state: '0123456789abcdef' });
    const casts = castsOf(small);
    // As the browser brings it to the front under a finger that is pressing: both within one turn of the page.
    const press = (first: string) => small.evaluate(`{ ${first} const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith('Στηρίζ')); for (const press of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) button.dispatchEvent(new MouseEvent(press, { bubbles: true, cancelable: true, composed: true, detail: 1 })); }`);
    await press(`dispatchEvent(new Event('focus'));`);
    await small.locator('[data-ready=true]').waitFor();
    expect(casts).toEqual([]);
    await press('');
    await expect.poll(() => casts.length, { timeout: 20_000 }).toBe(1);
    await small.close();
  });

  it('that names another page as its own is not believed, and is written to by nobody', async () => {
    await arrive();
    const small = await openedBy({ from: 'https://www.dimos.example', state: '0123456789abcdef' });
    await small.locator('[data-ready=true]').waitFor();
    expect(await small.getByText('www.dimos.example').count()).toBe(0);
    await page.evaluate(`for (const once of ['0123456789abcdef', '']) small.postMessage({ isegoria: 'opened', state: '0123456789abcdef', once }, '*')`);
    await button(small).click();
    await small.getByText('οι αριθμοί θα ανανεωθούν μόνοι τους').waitFor();
    expect(await page.evaluate('got')).toEqual([]);
    await small.close();
  });

  it('that floods the window neither hinders the citizen nor is told more than that something was done', async () => {
    await arrive();
    const small = await openedBy({ from: hostile.origin, state: '0123456789abcdef' });
    await page.evaluate(`for (let said = 0; said < 20000; said++) small.postMessage({ isegoria: 'opened', state: '0123456789abcdef', once: 'f'.repeat(32), vote: { answers: [] } }, '*')`);
    await small.locator('[data-ready=true]').waitFor();
    const casts = castsOf(small);
    await button(small).click();
    await small.getByText('Έγινε και μετρά').waitFor();
    expect(casts).toHaveLength(1);
    const got = JSON.stringify(await page.evaluate('got'));
    expect(got).not.toContain('done');
    for (const secret of ['citizen', 'support', 'optionId', 'receipt']) expect(got).not.toContain(secret);
    await small.close();
  });

  it('forges messages to a widget in vain: wrong origin, wrong window, wrong secret, the right one twice', async () => {
    await arrive();
    const coming = window.waitForEvent('page');
    await page.locator('isegoria-proposal a.act').click();
    const small = await coming;
    await button(small).waitFor();
    const state = new URL(small.url()).searchParams.get('state') ?? '';
    const waiting = await widgetSays();
    // Of the page’s own window and origin, made by its own script, and from a frame of the platform that it put there.
    await page.evaluate(`for (const state of ['${state}', 'f'.repeat(32)]) for (const isegoria of ['ready', 'done']) { postMessage({ isegoria, state, once: 'a'.repeat(32) }, '*'); dispatchEvent(new MessageEvent('message', { origin: '${cityUrl}', data: { isegoria, state, once: 'a'.repeat(32) } })); }`);
    await page.evaluate(`new Promise((done) => setTimeout(done))`);
    expect(await widgetSays()).toBe(waiting);
    await small.evaluate(`opener.postMessage({ isegoria: 'done', state: 'f'.repeat(32), once: 'a'.repeat(32) }, '*')`);
    await page.evaluate(`new Promise((done) => setTimeout(done))`);
    expect(await widgetSays()).toBe(waiting);
    // What only the window itself can say is believed, once.
    const done = `opener.postMessage({ isegoria: 'done', state: '${state}', once: 'a'.repeat(32) }, '${hostile.origin}')`;
    await small.evaluate(done);
    await expect.poll(widgetSays).toContain('Έγινε');
    const next = window.waitForEvent('page');
    await page.locator('isegoria-proposal a.act').click();
    const second = await next;
    await button(second).waitFor();
    for (const from of [small, second]) await from.evaluate(done);
    await page.evaluate(`new Promise((done) => setTimeout(done))`);
    expect(await widgetSays()).toBe(waiting);
    await Promise.all([small.close(), second.close()]);
  });

  it('cannot vote by itself: what it sends is refused, with and without the citizen’s cookies', async () => {
    await arrive();
    const forged = JSON.stringify({ query: `mutation { castVote(ballotId: "proposal:${proposal}", answers: [{ questionId: "support", optionId: "yes" }], nonce: "forged-000001") { __typename } }` });
    const refused = page.waitForResponse((response) => response.url() === `${cityUrl}/graphql` && response.request().method() === 'POST');
    await page.evaluate(`void fetch('${cityUrl}/graphql', { method: 'POST', mode: 'no-cors', credentials: 'include', headers: { 'content-type': 'text/plain' }, body: ${JSON.stringify(forged)} })`);
    expect((await refused).status()).toBe(403);
    for (const origin of [hostile.origin, 'null']) {
      const answer = await fetch(`${cityUrl}/graphql`, { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: forged });
      expect(answer.status).toBe(403);
    }
  });

  it('learns from a card what any visitor may, whoever’s browser asks', async () => {
    await arrive();
    const address = `${cityUrl}/widgets/cards/proposal?of=${proposal}&lang=el`;
    const asked = await page.evaluate<string>(`fetch('${address}').then((answer) => answer.text())`);
    expect(asked).toBe(await (await fetch(address)).text());
    const withCookies = await page.evaluate<string>(`fetch('${address}', { credentials: 'include' }).then(() => 'read', () => 'refused')`);
    expect(withCookies).toBe('refused');
    const first = await fetch(address);
    expect(first.headers.get('set-cookie')).toBeNull();
    expect((await fetch(address, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })).status).toBe(304);
  });
});

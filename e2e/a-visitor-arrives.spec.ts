import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, cityUrl, openBrowser, someone } from './browser';
import { demoPassword } from './people';

const firstVisitBytes = 150_000;
let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

describe('a visitor who arrives', () => {
  it('reads the first page in Greek, with nothing broken and no other host asked', async () => {
    const { page, troubles, window } = await someone(browser);
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('el');
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await page.waitForLoadState('networkidle');
    expect(troubles).toEqual([]);
    await window.close();
  });

  it('loads no more than 150 kB of scripts for it', async () => {
    const { page, window } = await someone(browser);
    const scripts = new Set<string>();
    // The words of the other pages are sent for after this one is drawn; they are not what a visitor waits for.
    const isForLater = (url: string) => /\/words-\w\w-rest-/.test(url);
    page.on('request', (request) => void (request.resourceType() === 'script' && !isForLater(request.url()) && scripts.add(request.url())));
    await page.goto('/', { waitUntil: 'networkidle' });
    const sizes = await Promise.all([...scripts].map(async (url) => ({ url, bytes: gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length })));
    const bytes = sizes.reduce((sum, script) => sum + script.bytes, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes, sizes.map((script) => `${script.bytes} ${script.url}`).join('\n')).toBeLessThanOrEqual(firstVisitBytes);
    await window.close();
  });

  it.each(['/', '/proposals', '/proposals/demo-0000', '/decisions', '/budgets/this-year', '/sign-in'])('is told by %s itself which scripts it needs, so that none is found by running another', async (path) => {
    const { page, window } = await someone(browser);
    const named = await (await window.request.get(path)).text();
    const found: string[] = [];
    let isAsking = false;
    page.on('request', (request) => {
      isAsking ||= request.url().endsWith('/graphql');
      if (!isAsking && request.resourceType() === 'script') found.push(new URL(request.url()).pathname);
    });
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(found.length).toBeGreaterThan(2);
    expect(found.filter((script) => !named.includes(`"${script}"`))).toEqual([]);
    if (path !== '/') expect(named).toMatch(/"modulepreload"[^>]*-page-/);
    await window.close();
  });

  it.each(['/', '/proposals', '/proposals/demo-0000', '/decisions'])('reads at %s what it is about, before any script has come', async (path) => {
    const { page, window } = await someone(browser, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await page.goto(path);
    expect((await page.getByRole('heading', { level: 1 }).innerText()).length).toBeGreaterThan(5);
    expect((await page.locator('h1 + p').boundingBox())?.y).toBeLessThan(844);
    await window.close();
  });

  it('goes on reading it until the page itself is there', async () => {
    const { page, window } = await someone(browser, { viewport: { width: 390, height: 844 } });
    let answer = () => {};
    const patience = new Promise<void>((done) => (answer = done));
    await page.route('**/graphql', async (route) => {
      await patience;
      await route.continue();
    });
    await page.goto('/proposals/demo-0000');
    const first = page.locator('main .arriving-title');
    await first.waitFor();
    const title = await first.innerText();
    answer();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await first.isVisible()).toBe(false);
    await window.close();
  });

  /** How much of the page moves while it comes over a slow line. */
  async function shiftAt(path: string, { who, width }: { who: string | null; width: number }): Promise<number> {
    const { page, window } = await someone(browser, { viewport: { width, height: 844 } });
    if (who) await window.request.post('/auth/sign-in', { headers: { origin: cityUrl }, data: { email: `${who}@isegoria.example`, password: demoPassword() } });
    const line = await window.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', { offline: false, latency: 300, downloadThroughput: -1, uploadThroughput: -1 });
    await page.addInitScript('shift = 0; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; }).observe({ type: "layout-shift", buffered: true });');
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    const shift = await page.evaluate<number>('shift');
    await window.close();
    return shift;
  }

  // What the Core Web Vitals call good (web.dev/articles/cls).
  const goodShift = 0.1;

  it.each(['/', '/proposals', '/decisions', '/processes', '/participation', '/search', '/moderation/log', '/integrity', '/budgets/this-year/projects/this-year-11'])('sees nothing jump on %s, on a phone with a slow line', async (path) => {
    expect(await shiftAt(path, { who: null, width: 390 })).toBeLessThanOrEqual(goodShift);
  });

  it.each([['admin', '/people'], ['technical', '/votes/desk'], ['council', '/reports']])('who works for the city as %s sees nothing jump on %s either, on a phone and at a desk', async (who, path) => {
    for (const width of [390, 1280]) expect(await shiftAt(path, { who, width }), `${width} px`).toBeLessThanOrEqual(goodShift);
  });

  it('reads on a phone what was unusual in public support, what it would change and what was found, and the same neutral line on the proposal', async () => {
    const { page, troubles, window } = await someone(browser, { viewport: { width: 390, height: 844 } });
    await page.goto('/');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Ακεραιότητα' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ακεραιότητα' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Εξηγήθηκε' }).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: 'Έξαρση μέσα σε λίγη ώρα' }).waitFor();
    await page.getByText(/στηρίξεις μέσα σε μία ώρα, ενώ ο ρυθμός/).waitFor();
    await page.getByText('Εκείνο το απόγευμα έγινε συνέλευση της γειτονιάς').waitFor();
    await page.getByText('Θέση χωρίς αυτές τις στηρίξεις').waitFor();
    await page.getByRole('button', { name: 'Πίνακας' }).click();
    expect(await page.getByRole('table').getByRole('row').count()).toBeGreaterThan(1);
    expect(await barriers(page)).toEqual([]);
    const file = await window.request.get((await page.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '');
    expect(await file.text()).toContain('sign,from,to,supports');
    await page.getByRole('link', { name: 'Απάντησε με σχόλιο στη σελίδα της' }).click();
    await page.getByText('Παρατηρήθηκε ασυνήθιστος αριθμός στηρίξεων και εξηγήθηκε. Η καταμέτρηση δεν αλλάζει.').waitFor();
    expect(troubles).toEqual([]);
    await window.close();
  });

  it('presses the files of the open data with a thumb', async () => {
    const { page, window } = await someone(browser, { viewport: { width: 390, height: 844 } });
    await page.goto('/open-data/proposals', { waitUntil: 'networkidle' });
    const heights = await page.locator('main a[href^="/data/"]:visible').evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(2);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    await window.close();
  });

  it.each([['light', 390], ['light', 1280], ['dark', 390], ['dark', 1280]] as const)('meets no barrier that axe knows, in %s at %i px', async (colorScheme, width) => {
    const { page, window } = await someone(browser, { colorScheme, viewport: { width, height: 844 } });
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
    await window.close();
  });

  it('is told plainly when a page is not there', async () => {
    const { page, window } = await someone(browser);
    await page.goto('/no/such/page');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await window.close();
  });

  it('finds the city alive and ready', async () => {
    const answers = await Promise.all(['/healthz', '/readyz'].map((path) => fetch(`${cityUrl}${path}`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('may be no browser: whoever takes anything gets the page, and what is not there is not there', async () => {
    const statuses = async (...paths: string[]) => Promise.all(paths.map(async (path) => (await fetch(`${cityUrl}${path}`)).status));
    expect(await statuses('/', '/proposals', '/decisions?sort=NEWEST')).toEqual([200, 200, 200]);
    expect(await statuses('/assets/gone.js', '/wp-login.php', '/.env')).toEqual([404, 404, 404]);
    expect((await fetch(cityUrl, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(cityUrl, { headers: { accept: 'application/json' } })).status).toBe(404);
    expect((await (await fetch(`${cityUrl}/metrics`)).text()).match(/route="[^"]*\.js"/), 'files are no time series each').toBeNull();
  });
});

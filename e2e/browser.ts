import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result, RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { expect } from 'vitest';

/** Where the city of these tests lives; `npm test` starts it, and a running one can be named by CITY_URL. */
export const cityUrl = process.env['CITY_URL'] ?? 'http://localhost:4000';

/**
 * What Chromium does not do here. The last list of these is the one that it takes: so the names of Playwright's own list that these stories would feel stand here again. The popups of the
 * address bar are pages of their own, two of them with every window, each with a process that nobody looks at.
 */
const without = [
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup',
];

/** A real Chromium that calls nobody by itself. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', `--disable-features=${without.join(',')}`],
  });

/** The lines of the seed's accounts, as `npm start` prints them. */
export const accounts = (): string[] => readFileSync(process.env['CITY_ACCOUNTS'] ?? '.data/accounts.txt', 'utf8').split('\n');

/** A person's own window: their own cookies, and a list of what went wrong in it. */
export async function someone(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<{ window: BrowserContext; page: Page; troubles: string[] }> {
  const window = await browser.newContext({ baseURL: cityUrl, locale: 'el-GR', viewport: { width: 1280, height: 900 }, ...options });
  const page = await window.newPage();
  const troubles: string[] = [];
  // The first words stand in the HTML: a page is there when its scripts have taken them over.
  const goto = page.goto.bind(page);
  page.goto = async (...where) => {
    const answer = await goto(...where);
    if (options?.javaScriptEnabled !== false) await page.locator('.arriving').waitFor({ state: 'detached' });
    return answer;
  };
  hears(page);
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => void (message.type() === 'error' && troubles.push(message.text())));
  // A page brings the words that it says (`apps/web/build/words-plugin.mjs`): one that sends for all of them has forgotten some.
  page.on('request', (request) => void (/\/assets\/words-e[ln]-/.test(request.url()) && troubles.push(`has not all of its words: ${page.url()}`)));
  page.on('request', (request) => void (!request.url().startsWith(cityUrl) && !/^(data|blob):/.test(request.url()) && troubles.push(`asks another host: ${request.url()}`)));
  return { window, page, troubles };
}

/** What each page is waiting for, and since when it waits for nothing. */
const asking = new WeakMap<Page, { open: Set<Request>; since: number }>();

function hears(page: Page): void {
  const state = { open: new Set<Request>(), since: Date.now() };
  const ended = (request: Request) => void (state.open.delete(request) && (state.since = Date.now()));
  asking.set(page, state);
  page.on('request', (request) => void state.open.add(request));
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  // What was under way when the page was left has no end of its own.
  page.on('framenavigated', (frame) => void (frame === page.mainFrame() && state.open.clear()));
}

const quietMs = 150;

/** Waits until the page has nothing more to ask. Playwright's `networkidle` waits for half a second of silence: a minute and a half over all pages. */
export async function quiet(page: Page): Promise<void> {
  const state = asking.get(page);
  if (!state) throw new Error('this page was not opened by `someone`');
  const end = Date.now() + 30_000;
  while (state.open.size > 0 || Date.now() - state.since < quietMs) {
    if (Date.now() > end) throw new Error(`${page.url()} goes on asking: ${[...state.open].map((request) => request.url()).join(', ')}`);
    await page.waitForTimeout(25);
  }
}

// Every frame is looked at, whatever page it is from.
const axe = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}; axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });`;
const rules: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] };

/** What axe finds wrong on the page, a line for each. What is gone a moment later was the page on its way: a list that was just put into another order, a picture that came. */
export async function barriers(page: Page): Promise<string[]> {
  const found = await barriersNow(page);
  if (found.length === 0) return found;
  await page.waitForTimeout(500);
  const lasting = new Set(await barriersNow(page));
  return found.filter((barrier) => lasting.has(barrier));
}

async function barriersNow(page: Page): Promise<string[]> {
  for (const frame of page.frames()) await frame.evaluate(axe);
  const violations = await page.evaluate<Result[]>(`axe.run(document, ${JSON.stringify(rules)}).then(({ violations }) => violations)`);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}

/** Until the worker of the pages stands between this page and the network. */
export async function workerIsHere(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate<boolean>('navigator.serviceWorker.controller !== null'), { timeout: 20_000 }).toBe(true);
}

/** Goes where no answer comes from: the page that is shown has no words of ours to wait for. */
export const goWithout = (page: Page, path: string): Promise<void> => page.evaluate(`location.assign(${JSON.stringify(path)})`);

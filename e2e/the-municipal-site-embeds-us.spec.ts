import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, cityUrl, openBrowser } from './browser';
import { type Site, site, things } from './municipal-site';
import { demoPassword } from './people';

let browser: Browser;
let of: Awaited<ReturnType<typeof things>>;
let municipal: Site;
let english: Site;
const all = (level = 2) => ['proposal', 'decision', 'choice', 'ballot', 'budget', 'opinion', 'process', 'request'].map((kind) => `<isegoria-${kind} of="${of(kind)}" level="${level}"></isegoria-${kind}>`).join('');

beforeAll(async () => {
  [browser, of] = await Promise.all([openBrowser(), things()]);
  municipal = await site(`${all()}<isegoria-requests></isegoria-requests><isegoria-answers></isegoria-answers><isegoria-ledger></isegoria-ledger>`);
  english = await site(all(3), { lang: 'en' });
});
afterAll(async () => {
  await Promise.all([municipal.stop(), english.stop()]);
  await browser.close();
});

const kinds = ['proposal', 'decision', 'choice', 'ballot', 'budget', 'opinion', 'process', 'request', 'requests', 'answers', 'ledger'];
const drawn = (page: Page, kind: string) => page.locator(`isegoria-${kind} article`);
const act = (page: Page, kind: string) => page.locator(`isegoria-${kind} a.act`);
const said = (page: Page, kind: string) => page.locator(`isegoria-${kind} .said`);
/** Presses count once the window has stood there for a moment. */
const ready = (page: Page) => page.locator('[data-ready=true]').waitFor();

/** A citizen’s own browser, signed in on the platform, that has not met the municipal site yet. */
async function citizen(who: string): Promise<BrowserContext> {
  const window = await browser.newContext({ locale: 'el-GR', viewport: { width: 1000, height: 900 } });
  const entered = await window.request.post(`${cityUrl}/auth/sign-in`, { headers: { origin: cityUrl }, data: { email: `${who}@isegoria.example`, password: demoPassword() } });
  expect(entered.ok()).toBe(true);
  return window;
}

async function supports(window: BrowserContext): Promise<boolean> {
  const query = `{ myVotes(ballotIds: ["proposal:${of('proposal')}"]) { answers { optionId } } }`;
  const answer = await window.request.post(`${cityUrl}/graphql`, { headers: { origin: cityUrl }, data: { query } });
  return ((await answer.json()) as { data: { myVotes: { answers: unknown[] }[] } }).data.myVotes.some(({ answers }) => answers.length > 0);
}

async function changeMind(window: BrowserContext): Promise<void> {
  const answers = (await supports(window)) ? '[]' : '[{ questionId: "support", optionId: "yes" }]';
  const query = `mutation { castVote(ballotId: "proposal:${of('proposal')}", answers: ${answers}, nonce: "e2e-${Date.now()}") { __typename } }`;
  const cast = await window.request.post(`${cityUrl}/graphql`, { headers: { origin: cityUrl }, data: { query } });
  expect(await cast.json()).toEqual({ data: { castVote: { __typename: 'VoteCast' } } });
}

async function opened(page: Page, kind = 'proposal', how: () => Promise<void> = () => act(page, kind).click()): Promise<Page> {
  const coming = page.context().waitForEvent('page');
  await how();
  const window = await coming;
  await window.getByRole('heading', { level: 1 }).waitFor();
  return window;
}

describe('the municipal site that embeds us', () => {
  it('shows all kinds under the strictest policy, with nothing refused and no barrier that axe knows', async () => {
    const window = await browser.newContext();
    const page = await window.newPage();
    const troubles: string[] = [];
    page.on('pageerror', ({ message }) => troubles.push(message));
    page.on('console', (message) => void (message.type() === 'error' && troubles.push(message.text())));
    await page.goto(municipal.url);
    for (const kind of kinds) await drawn(page, kind).waitFor();
    expect(await page.locator('isegoria-decision svg').count()).toBeGreaterThanOrEqual(4);
    expect(await page.locator('isegoria-answers li').count()).toBe(3);
    expect(await barriers(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await window.close();
  });

  it('fits from 320 to 1280 pixels, in the light and in the dark', async () => {
    for (const [width, colorScheme] of [[320, 'dark'], [390, 'light'], [768, 'dark'], [1280, 'light']] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      await page.goto(municipal.url);
      for (const kind of kinds) await drawn(page, kind).waitFor();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.close();
    }
  });

  it('speaks the language of the page around it, and takes its level of headlines', async () => {
    const page = await browser.newPage();
    await page.goto(english.url);
    await act(page, 'proposal').getByText('Support it').waitFor();
    await page.locator('isegoria-decision h3').waitFor();
    await page.close();
  });

  it('sees a figure change without a reload, after somebody elsewhere supports', async () => {
    const page = await browser.newPage();
    const other = await citizen('citizen2');
    await page.goto(municipal.url);
    const count = page.locator('isegoria-proposal dd').first();
    const before = await count.textContent();
    await changeMind(other);
    await expect.poll(() => count.textContent(), { timeout: 40_000 }).not.toBe(before);
    await other.close();
    await page.close();
  });

  it('checks the ledger in the reader’s browser, by the pin of the page and without, and says which', async () => {
    const answer = await fetch(`${cityUrl}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ ledger { key size root } }' }) });
    const { key, size, root } = ((await answer.json()) as { data: { ledger: { key: string; size: number; root: string } } }).data.ledger;
    const other = await citizen('moderator');
    await changeMind(other);
    await other.close();
    const badge = (pinned: string) => `<isegoria-ledger ${pinned}></isegoria-ledger>`;
    const bytes = Buffer.from(root, 'base64');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    const wrongRoot = bytes.toString('base64');
    const host = await site(badge(`key="${key}" size="${size}" root="${root}"`) + badge('') + badge(`key="${key}" size="${size}" root="${wrongRoot}"`) + badge(`key="${key.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))}" size="${size}" root="${root}"`));
    const page = await browser.newPage();
    await page.goto(host.url);
    const results = ['κρατά αυτή η σελίδα', 'Αυτό λέει λίγα', 'Κάτι δεν ταιριάζει', 'Κάτι δεν ταιριάζει'];
    for (const [at, result] of results.entries()) {
      await page.locator('isegoria-ledger button').nth(at).click();
      await page.locator('isegoria-ledger .said').nth(at).getByText(result).waitFor();
    }
    await page.close();
    await host.stop();
  });
});

describe('a citizen on the municipal site', () => {
  it('supports in a window of the platform that says for what and for whom, and comes back to a page that knows it is done', async () => {
    const window = await citizen('citizen');
    const page = await window.newPage();
    await page.goto(municipal.url);
    const before = await supports(window);
    const title = await page.locator('isegoria-proposal h2').textContent();
    const small = await opened(page);
    expect(new URL(small.url()).origin).toBe(cityUrl);
    expect(await small.getByRole('heading', { level: 1 }).textContent()).toBe(title);
    await small.getByText(`Σε έφερε εδώ η σελίδα ${municipal.host}`).waitFor();
    expect(await barriers(small)).toEqual([]);
    await ready(small);
    await small.getByRole('button', { name: /^Στηρίζ/ }).click();
    await small.getByText(`Στη σελίδα ${municipal.host} είπαμε μόνο ότι τελείωσες`).waitFor();
    await said(page, 'proposal').getByText('Έγινε').waitFor();
    await small.getByRole('button', { name: 'Κλείσε το παράθυρο' }).click();
    await expect.poll(() => small.isClosed()).toBe(true);
    await expect.poll(() => supports(window), { timeout: 20_000 }).toBe(!before);
    await window.close();
  });

  it('who is not signed in does so there and back, with the keyboard alone, and no cookie of ours is known to the page', async () => {
    const window = await browser.newContext({ locale: 'el-GR' });
    const page = await window.newPage();
    await page.goto(municipal.url);
    await act(page, 'proposal').waitFor();
    const small = await opened(page, 'proposal', async () => {
      await act(page, 'proposal').focus();
      await page.keyboard.press('Enter');
    });
    await ready(small);
    await small.getByRole('link', { name: 'Σύνδεση' }).first().focus();
    await small.keyboard.press('Enter');
    await small.getByLabel('E-mail').fill('citizen2@isegoria.example');
    await small.getByLabel('Κωδικός', { exact: true }).fill(demoPassword());
    await small.keyboard.press('Enter');
    await small.waitForURL((url) => url.pathname.startsWith('/act/'));
    await small.getByText(`Σε έφερε εδώ η σελίδα ${municipal.host}`).waitFor();
    await ready(small);
    await small.getByRole('button', { name: /^Στηρίζ/ }).focus();
    await small.keyboard.press('Space');
    await said(page, 'proposal').getByText('Έγινε').waitFor();
    expect(await page.evaluate<string>('document.cookie')).toBe('');
    await window.close();
  });

  it('weighs a decision and a choice, answers a statement and votes on a budget in the same kind of window', async () => {
    const window = await citizen('council');
    const page = await window.newPage();
    await page.goto(municipal.url);
    for (const kind of ['decision', 'choice']) {
      const weighing = await opened(page, kind);
      expect(new URL(weighing.url()).pathname).toBe(`/act/${kind}/${of(kind)}`);
      await ready(weighing);
      const change = weighing.getByRole('button', { name: 'Άλλαξε την αξιολόγησή σου' });
      await weighing.locator('input[type=radio]').first().or(change).waitFor();
      if (await change.count()) await change.first().click();
      for (const answer of await weighing.getByRole('radio', { name: 'Αρκετά' }).all()) await answer.check();
      await weighing.getByRole('button', { name: /αξιολόγη/ }).first().click();
      await said(page, kind).getByText('Έγινε').waitFor();
    }
    const answering = await opened(page, 'opinion');
    await ready(answering);
    await answering.getByRole('button', { name: 'Συμφωνώ' }).click();
    await said(page, 'opinion').getByText('Έγινε').waitFor();
    const voting = await opened(page, 'ballot');
    await ready(voting);
    await voting.locator('input[type=checkbox]').first().click();
    await voting.getByRole('button', { name: /^(Ρίξε|Ψήφισε|Στείλε|Άλλαξε)/ }).first().click();
    await said(page, 'ballot').getByText('Έγινε').waitFor();
    await window.close();
  });

  it('gets a link where the browser lets no window open', async () => {
    const page = await browser.newPage();
    await page.goto(municipal.url);
    await act(page, 'proposal').waitFor();
    await page.evaluate('window.open = () => null');
    await act(page, 'proposal').click();
    await said(page, 'proposal').getByText('δεν άφησε το παράθυρο').waitFor();
    const small = await opened(page, 'proposal', () => page.locator('isegoria-proposal').getByRole('link', { name: 'Άνοιξέ το από εδώ' }).click());
    expect(await small.evaluate('window.opener')).toBeNull();
    await page.context().close();
  });

  it('acts all the same where the host keeps its windows to itself', async () => {
    const window = await citizen('moderator2');
    const alone = await site(`<isegoria-proposal of="${of('proposal')}"></isegoria-proposal>`, { headers: { 'cross-origin-opener-policy': 'same-origin' } });
    const page = await window.newPage();
    await page.goto(alone.url);
    const before = await supports(window);
    const small = await opened(page);
    await ready(small);
    await small.getByRole('button', { name: /^Στηρίζ/ }).click();
    await small.getByText('οι αριθμοί θα ανανεωθούν μόνοι τους').waitFor();
    await expect.poll(() => supports(window), { timeout: 20_000 }).toBe(!before);
    await window.close();
    await alone.stop();
  });

  it('finds on the thing’s page the way back, and none to what is no web address', async () => {
    const window = await browser.newContext();
    const page = await window.newPage();
    await page.goto(municipal.url);
    const there = await opened(page, 'decision', () => page.locator('isegoria-decision h2 a').click());
    expect(await there.getByRole('link', { name: /Γύρνα στη σελίδα/ }).getAttribute('href')).toBe(municipal.url);
    await there.goto(`${cityUrl}/decisions/${of('decision')}?return=${encodeURIComponent('javascript:alert(1)')}`);
    await there.getByRole('heading', { level: 1 }).waitFor();
    expect(await there.getByRole('link', { name: /Γύρνα στη σελίδα/ }).count()).toBe(0);
    await window.close();
  });
});

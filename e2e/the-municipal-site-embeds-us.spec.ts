import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts, barriers, cityUrl, openBrowser } from './browser';

/** The municipal site: another host, with its own page in which our two elements stand. */
async function municipalSite(): Promise<{ url: string; server: Server; proposal: string; decision: string }> {
  const page = await (await fetch(`${cityUrl}/widgets/demo.html`, { headers: { accept: 'text/html' } })).text();
  const server = createServer((_req, reply) => reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page));
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  const idOf = (element: string) => new RegExp(`<isegoria-${element} id="([^"]+)"`).exec(page)?.[1] ?? '';
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/nea?arthro=7`, server, proposal: idOf('proposal'), decision: idOf('decision') };
}

let browser: Browser;
let site: Awaited<ReturnType<typeof municipalSite>>;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), municipalSite()]);
});
afterAll(async () => {
  site.server.close();
  await browser.close();
});

const framed = (page: Page, element: string) => page.frameLocator(`isegoria-${element} iframe`);
const frameOf = (page: Page, folder: string) => page.frames().find((frame) => frame.url().startsWith(`${cityUrl}/embed/${folder}/`));

/** A citizen elsewhere in the city, who changes whether they support a proposal. */
async function somebodyElseChangesTheirMind(proposal: string): Promise<void> {
  const headers = { origin: cityUrl, 'content-type': 'application/json' };
  const password = /password (\S+):/.exec(accounts().join('\n'))?.[1];
  const entered = await fetch(`${cityUrl}/auth/sign-in`, { method: 'POST', headers, body: JSON.stringify({ email: 'citizen2@isegoria.example', password }) });
  const cookie = entered.headers.getSetCookie().at(-1)?.split(';')[0] ?? '';
  const ask = async <T>(query: string) => (await fetch(`${cityUrl}/graphql`, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify({ query }) })).json() as Promise<{ data: T }>;
  const ballotId = `proposal:${proposal}`;
  const { myVote } = (await ask<{ myVote: { answers: unknown[] } }>(`{ myVote(ballotId: "${ballotId}") { answers { optionId } } }`)).data;
  const answers = myVote.answers.length > 0 ? '[]' : '[{ questionId: "support", optionId: "yes" }]';
  const cast = await ask(`mutation { castVote(ballotId: "${ballotId}", answers: ${answers}, nonce: "e2e-${Date.now()}") { __typename } }`);
  expect(cast).toEqual({ data: { castVote: { __typename: 'VoteCast' } } });
}

describe('the municipal site that embeds us', () => {
  it('shows a proposal and a decision, with their figures, and no barrier that axe knows', async () => {
    const window = await browser.newContext();
    const page = await window.newPage();
    await page.goto(site.url);
    await framed(page, 'proposal').getByRole('link', { name: 'Στήριξέ την' }).waitFor();
    expect(await framed(page, 'proposal').locator('[data-text=count]').textContent()).toMatch(/\d/);
    expect(await framed(page, 'decision').locator('svg').count()).toBe(4);
    expect(await framed(page, 'decision').locator('[data-text=headline]').textContent()).not.toBe('');
    await page.waitForFunction('document.querySelector("isegoria-decision iframe").clientHeight > 260');
    expect(await barriers(page)).toEqual([]);
    await window.close();
  });

  it('cannot be read by its host, nor read it, and has no cookie or store', async () => {
    const window = await browser.newContext();
    await window.addCookies([{ name: 'secret', value: 'of-the-citizen', url: cityUrl }]);
    const page = await window.newPage();
    await page.goto(site.url);
    await framed(page, 'proposal').getByRole('link').first().waitFor();
    expect(await page.evaluate('document.querySelector("isegoria-proposal iframe").contentDocument')).toBeNull();
    const inside = frameOf(page, 'proposals');
    const tried = (code: string) => inside?.evaluate<string>(`(() => { try { return String(${code}) } catch (refused) { return refused.name } })()`);
    expect(await tried('parent.document.title')).toBe('SecurityError');
    expect(await tried('document.cookie')).toBe('SecurityError');
    expect(await tried('localStorage.length')).toBe('SecurityError');
    expect(await tried('origin')).toBe('null');
    await window.close();
  });

  it('cannot forge a vote: what its page sends is refused, with and without the citizen’s cookies', async () => {
    const page = await browser.newPage();
    await page.goto(site.url);
    const forged = JSON.stringify({ query: `mutation { castVote(ballotId: "proposal:${site.proposal}", answers: [{ questionId: "support", optionId: "yes" }], nonce: "forged-000001") { __typename } }` });
    const refused = page.waitForResponse((response) => response.url() === `${cityUrl}/graphql` && response.request().method() === 'POST');
    await page.evaluate(`fetch('${cityUrl}/graphql', { method: 'POST', mode: 'no-cors', credentials: 'include', headers: { 'content-type': 'text/plain' }, body: ${JSON.stringify(forged)} })`);
    expect((await refused).status()).toBe(403);
    const answer = await fetch(`${cityUrl}/graphql`, { method: 'POST', headers: { origin: new URL(site.url).origin, 'content-type': 'application/json' }, body: forged });
    expect(answer.status).toBe(403);
    const fromNowhere = await fetch(`${cityUrl}/graphql`, { method: 'POST', headers: { origin: 'null', 'content-type': 'application/json' }, body: forged });
    expect(fromNowhere.status).toBe(403);
    await page.close();
  });

  it('sees a figure change without a reload, seconds after somebody supports', async () => {
    const page = await browser.newPage();
    await page.goto(site.url);
    const count = framed(page, 'proposal').locator('[data-text=count]');
    const before = await count.textContent();
    await somebodyElseChangesTheirMind(site.proposal);
    await expect.poll(() => count.textContent(), { timeout: 20_000 }).not.toBe(before);
    await page.close();
  });

  it('leads to the platform’s own page, in a window that is no frame, with the way back', async () => {
    const window = await browser.newContext();
    const page = await window.newPage();
    await page.goto(site.url);
    const opened = window.waitForEvent('page');
    await framed(page, 'decision').getByRole('link', { name: 'Πες τη γνώμη σου' }).click();
    const platform = await opened;
    await platform.getByRole('link', { name: /Γύρνα στη σελίδα/ }).waitFor();
    expect(new URL(platform.url()).origin).toBe(cityUrl);
    expect(await platform.evaluate('origin')).toBe(cityUrl);
    expect(await platform.getByRole('link', { name: /Γύρνα στη σελίδα/ }).getAttribute('href')).toBe(site.url);
    await window.close();
  });

  it('shows no way back to what is no web address', async () => {
    const page = await browser.newPage();
    await page.goto(`${cityUrl}/decisions/${site.decision}?return=${encodeURIComponent('javascript:alert(1)')}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: /Γύρνα στη σελίδα/ }).count()).toBe(0);
    await page.close();
  });

  it('cannot frame the pages that act', async () => {
    for (const path of [`/proposals/${site.proposal}?support=1`, `/decisions/${site.decision}`, '/']) {
      const { headers } = await fetch(`${cityUrl}${path}`, { headers: { accept: 'text/html' } });
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
    const frame = await fetch(`${cityUrl}/embed/proposals/${site.proposal}`, { headers: { accept: 'text/html' } });
    expect(frame.headers.get('content-security-policy')).toContain('sandbox allow-scripts allow-popups');
    expect(frame.headers.get('set-cookie')).toBeNull();
  });
});

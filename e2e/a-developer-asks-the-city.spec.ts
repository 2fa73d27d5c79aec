import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cityUrl, openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

describe('a developer', () => {
  it('runs an example, makes a key and asks with it, and revokes it', async () => {
    const { page, window } = await someone(browser);
    await signIn(page, 'citizen', '/developers');
    await page.getByRole('button', { name: 'Τρέξε το' }).press('Enter');
    await page.getByText(/Κατάσταση HTTP 200 · κόστος \d+/).waitFor();
    expect(JSON.parse((await page.getByLabel('Απάντηση', { exact: true }).textContent()) ?? '')).toMatchObject({ data: { proposals: { items: expect.any(Array) as unknown } } });

    await page.getByLabel('Όνομα', { exact: true }).fill('Χάρτης προτάσεων');
    await page.keyboard.press('Enter');
    await page.getByText('Φύλαξέ το τώρα').waitFor();
    const key = (await page.getByText(/^isg_[\w-]{44}$/).textContent()) ?? '';
    const ask = () => fetch(`${cityUrl}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` }, body: '{"query":"{ now }"}' });
    const answer = await ask();
    expect([answer.status, answer.headers.get('ratelimit-policy')]).toEqual([200, '"cost";q=600000;w=60']);
    await page.reload();
    expect(await page.getByText(key).count()).toBe(0);
    await page.getByRole('button', { name: 'Ανάκληση του κλειδιού «Χάρτης προτάσεων»' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Ανάκληση' }).press('Enter');
    await page.getByText('Δεν έχεις κλειδί').waitFor();
    expect((await ask()).status).toBe(401);
    await window.close();
  });

  it('makes a webhook, sees what was sent to it, and has it sent again', async () => {
    const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
    const receiver = createServer((request, reply) => {
      let body = '';
      request.on('data', (text) => (body += String(text))).on('end', () => {
        heard.push({ headers: request.headers, body });
        reply.writeHead(204).end();
      });
    });
    await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/city`;
    const { page, window } = await someone(browser);
    await signIn(page, 'citizen', '/developers');
    await page.getByLabel('Διεύθυνση', { exact: true }).fill(url);
    await page.getByRole('button', { name: 'Πρόσθεσε τη διεύθυνση' }).press('Enter');
    const secret = (await page.getByText(/^whsec_/).textContent()) ?? '';

    await page.getByRole('button', { name: `Στείλε δοκιμή στο ${url}` }).press('Enter');
    await page.getByText('Τι στάλθηκε').first().click();
    // The city goes on meanwhile, and tells of that too.
    const sent = page.getByRole('listitem').filter({ has: page.getByText('Δοκιμή', { exact: true }) }).last();
    const trials = () => heard.filter(({ body }) => body.includes('"ping"'));
    await sent.getByText('Παραδόθηκε').waitFor();
    await sent.getByRole('button', { name: /^Στείλε ξανά το μήνυμα msg_/ }).press('Enter');
    await expect.poll(() => trials().length, { timeout: 20_000 }).toBe(2);
    for (const { headers, body } of trials()) expect(new Webhook(secret).verify(body, { ...headers } as Record<string, string>)).toMatchObject({ type: 'ping' });
    const [first, again] = trials().map(({ headers }) => headers['webhook-id']);
    expect(again).toBe(first);
    await page.getByRole('button', { name: `Αφαίρεση του ${url}` }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Αφαίρεση' }).press('Enter');
    await page.getByText('Δεν έχεις προσθέσει διεύθυνση').waitFor();
    receiver.close().closeAllConnections();
    await window.close();
  });
});

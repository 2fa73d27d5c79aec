import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };
const narrow = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');
const drinking = 'Ποτίστρες για τα αδέσποτα στο άλσος <b>του Αγίου Νικολάου</b>';
const both = 'Ποτίστρες και ταΐστρες για τα αδέσποτα στο άλσος και στην πλατεία';
const text = 'Το καλοκαίρι τα αδέσποτα του άλσους δεν βρίσκουν νερό. Προτείνω ποτίστρες που γεμίζουν μόνες τους, δίπλα στις βρύσες.';

describe('two authors who wrote the same', () => {
  it('merge their proposals by the consent of both, a supporter decides for themselves, and either can separate the two again', async () => {
    const author = await someone(browser, phone);
    const other = await someone(browser);
    const supporter = await someone(browser, phone);
    await signIn(author.page, 'citizen', '/proposals');
    await signIn(other.page, 'citizen2', '/proposals');
    await signIn(supporter.page, 'council', '/proposals');
    const part = await propose(author.page, drinking);
    const whole = await propose(other.page, both);
    await supporter.page.goto(`/proposals/${part}`);
    await supporter.page.getByRole('button', { name: 'Στηρίζω', exact: true }).click();
    await supporter.page.getByRole('button', { name: 'Στηρίζεις', exact: true }).waitFor();

    await author.page.goto(`/proposals/${part}`);
    await author.page.getByRole('link', { name: `Πρότεινε συνένωση: ${both}` }).click();
    await author.page.getByRole('heading', { level: 1, name: 'Πρότεινε συνένωση' }).waitFor();
    expect(await barriers(author.page)).toEqual([]);
    expect(await narrow(author.page)).toBeLessThanOrEqual(390);
    await author.page.getByLabel('Το μήνυμά σου').fill('Λέμε το ίδιο, ας πάμε μαζί.');
    await author.page.getByLabel('Τι να προστεθεί').fill('Να γεμίζουν **μόνες τους**.');
    await author.page.getByRole('button', { name: 'Στείλε την πρόσκληση' }).click();
    await author.page.getByRole('heading', { level: 1, name: 'Πρόσκληση συνένωσης' }).waitFor();
    await author.page.getByText(/^Περιμένει την απάντηση του άλλου/).waitFor();

    // The other author finds it in the inbox.
    await other.page.goto('/inbox');
    await other.page.getByRole('link', { name: new RegExp(`Σου προτείνουν να ενωθούν.*${both.slice(0, 20)}`) }).first().click();
    await other.page.getByText('Λέμε το ίδιο, ας πάμε μαζί.').waitFor();
    expect(await barriers(other.page)).toEqual([]);
    await other.page.getByRole('radio', { name: /^Ναι, με άλλη προσθήκη/ }).check();
    await other.page.getByLabel('Τι να προστεθεί').fill('Να γεμίζουν μόνες τους, και στην πλατεία.');
    await other.page.getByRole('button', { name: 'Στείλε την απάντηση' }).click();
    await other.page.getByText('Άλλαξες την προσθήκη.', { exact: false }).waitFor();

    // Who waits sees it come, and says yes to these words.
    await author.page.getByText('Ο άλλος συγγραφέας άλλαξε την προσθήκη.', { exact: false }).waitFor();
    await author.page.getByText('Να γεμίζουν μόνες τους, και στην πλατεία.').waitFor();
    expect(await barriers(author.page)).toEqual([]);
    await author.page.getByRole('radio', { name: /^Ναι, ας ενωθούν/ }).check();
    await author.page.getByRole('button', { name: 'Στείλε την απάντηση' }).click();
    await author.page.waitForURL((url) => url.pathname === `/proposals/${whole}`);
    await author.page.getByRole('heading', { name: `Προσθήκη από τη συνένωση με την «${drinking}»` }).waitFor();
    expect(await narrow(author.page)).toBeLessThanOrEqual(390);
    expect(await barriers(author.page)).toEqual([]);

    // Nobody's support was moved: whoever gave it is asked on the page that they have open.
    const asked = supporter.page.locator('section').filter({ hasText: 'Όχι, ευχαριστώ' });
    await asked.getByText(`Στήριξες την «${drinking}»`).waitFor();
    await supporter.page.getByText('Συνεχίζει ως μέρος άλλης πρότασης').first().waitFor();
    expect(await barriers(supporter.page)).toEqual([]);
    expect(await narrow(supporter.page)).toBeLessThanOrEqual(390);
    await asked.getByRole('button', { name: 'Στηρίζω', exact: true }).click();
    await asked.waitFor({ state: 'detached' });
    await supporter.page.getByText('1 από όσους τη στήριζαν (1) στηρίζει και εκείνη.').waitFor({ timeout: 20_000 });

    await other.page.goto(`/proposals/${whole}`);
    await other.page.getByText('1 από όσους τη στήριζαν (1) στηρίζει και αυτήν.').waitFor();
    await other.page.getByRole('button', { name: `Χώρισέ τες ξανά: ${drinking}` }).click();
    await other.page.getByRole('button', { name: 'Ναι, χώρισέ τες' }).click();
    await other.page.getByText(/^Δεν ισχύει από/).waitFor();
    // It is as it was, with the vote that it had.
    await supporter.page.getByText('Συνεχίζει ως μέρος άλλης πρότασης').first().waitFor({ state: 'detached' });
    await supporter.page.getByRole('button', { name: 'Στηρίζεις', exact: true }).waitFor();
    expect([...author.troubles, ...other.troubles, ...supporter.troubles]).toEqual([]);
    for (const { window } of [author, other, supporter]) await window.close();
  }, 240_000);
});

/** A proposal of whoever is signed in on a page, public at once. */
async function propose(page: Page, title: string): Promise<string> {
  const id = crypto.randomUUID();
  const input = { title, text, category: 'green', district: 'agios-nikolaos' };
  const asks = [['mutation ($id: ID!, $input: ProposalInput!) { saveDraft(id: $id, input: $input) { __typename } }', { id, input }], ['mutation ($id: ID!) { submitProposal(id: $id) { __typename ... on ProposalSubmitted { waits } } }', { id }]] as const;
  for (const [query, variables] of asks) {
    const body = JSON.stringify({ query, variables });
    const answer = await page.evaluate<{ data: object }>(`fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)} }).then((answer) => answer.json())`);
    expect(JSON.stringify(answer)).toMatch(/DraftSaved|"waits":false/);
  }
  return id;
}

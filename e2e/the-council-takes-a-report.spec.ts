import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

describe('a council member', () => {
  let page: Page;

  it('takes the page of a sitting as a PDF, in Greek, with its title', async () => {
    page = (await someone(browser)).page;
    await signIn(page, 'council', '/council/sittings/sitting-coming');
    const title = (await page.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'PDF, υπογεγραμμένο' }).click()]);
    expect(download.suggestedFilename()).toMatch(/παραλιακό μέτωπο, \d{4}-\d\d-\d\d\.pdf$/);
    const pdf = await getDocument({ data: new Uint8Array(await readFile(await download.path())) }).promise;
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: title, Language: 'el', IsSignaturesPresent: true });
    const { items } = await (await pdf.getPage(1)).getTextContent();
    expect(items.map((item) => ('str' in item ? item.str : '')).join(' ').replace(/\s+/g, ' ')).toContain(title);
    await pdf.loadingTask.destroy();
  });

  it('asks to get each sitting the day before, sees it among theirs, and ends it', async () => {
    await page.getByRole('button', { name: 'Με e-mail' }).click();
    await page.getByLabel('Πότε').selectOption({ label: 'την προηγουμένη κάθε συνεδρίασης' });
    await page.getByRole('button', { name: 'Να μου έρχεται' }).click();
    await page.getByText('Θα έρχεται με e-mail.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Οι εκθέσεις σου' }).click();
    await page.getByRole('heading', { level: 3, name: 'Η σελίδα κάθε συνεδρίασης' }).waitFor();
    await page.getByRole('heading', { name: 'Το πιστοποιητικό', exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: /^Να μην έρχεται: Η σελίδα κάθε συνεδρίασης/ }).click();
    await page.getByRole('heading', { level: 3, name: 'Η σελίδα κάθε συνεδρίασης' }).waitFor({ state: 'detached' });
  });
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const mark = Date.now().toString(36);
const title = `Η πλατεία ${mark}`;
const phone = { viewport: { width: 390, height: 844 } };

describe('a process', () => {
  let administrator: Page;
  let visitor: Page;
  let troubles: string[];
  let path = '';

  it('is begun by an administrator on a phone, who is told what is missing', async () => {
    ({ page: administrator, troubles } = await someone(browser, phone));
    visitor = (await someone(browser, phone)).page;
    await signIn(administrator, 'admin', '/processes');
    await administrator.getByRole('link', { name: 'Νέα διαδικασία' }).click();
    await administrator.getByLabel('Τίτλος στα ελληνικά').fill(title);
    await administrator.getByLabel('Τίτλος στα αγγλικά').fill(`The square ${mark}`);
    await administrator.getByLabel('Περιγραφή στα ελληνικά').fill('Πες τι να γίνει στην πλατεία <script>alert(1)</script>.');
    await administrator.getByRole('button', { name: 'Φτιάξε το προσχέδιο' }).click();
    await administrator.getByRole('heading', { name: 'Υπάρχει πρόβλημα' }).waitFor();
    expect(await barriers(administrator)).toEqual([]);
    await administrator.getByLabel('Περιγραφή στα αγγλικά').fill('Say what should become of the square.');
    await administrator.getByRole('button', { name: 'Φτιάξε το προσχέδιο' }).click();
    await administrator.getByRole('heading', { level: 1, name: title }).waitFor();
    await administrator.getByText('Είναι προσχέδιο: το βλέπουν μόνο διαχειριστές').waitFor();
    expect(await barriers(administrator)).toEqual([]);
    path = new URL(administrator.url()).pathname;
    expect(path).toBe(`/processes/the-square-${mark}`);
  });

  it('gets its phases, each after the other, and loses one again', async () => {
    for (const phase of ['Ιδέες και στήριξη', 'Απαντήσεις του δήμου']) {
      await administrator.getByRole('link', { name: 'Πρόσθεσε φάση' }).click();
      await administrator.getByRole('radio', { name: new RegExp(`^${phase}`), checked: true }).waitFor();
      expect(await barriers(administrator)).toEqual([]);
      await administrator.getByRole('button', { name: 'Αποθήκευσε' }).click();
      await administrator.getByRole('heading', { level: 1, name: title }).waitFor();
      await administrator.getByRole('link', { name: `Άλλαξε τη φάση ${phase}` }).waitFor();
    }
    await administrator.getByRole('link', { name: 'Άλλαξε τη φάση Απαντήσεις του δήμου' }).click();
    await administrator.getByRole('button', { name: 'Βγάλε τη φάση' }).click();
    await administrator.getByRole('dialog').getByRole('button', { name: 'Ναι, να βγει' }).click();
    await administrator.getByRole('heading', { level: 1, name: title }).waitFor();
    await administrator.getByRole('link', { name: 'Άλλαξε τη φάση Απαντήσεις του δήμου' }).waitFor({ state: 'detached' });
  });

  it('is not there for a visitor before it is published, and is there at once afterwards', async () => {
    await visitor.goto(path);
    await visitor.getByRole('heading', { level: 1, name: 'Δεν βρέθηκε διαδικασία εδώ' }).waitFor();
    await administrator.getByRole('button', { name: 'Δημοσίευσε' }).click();
    await administrator.getByRole('dialog').getByRole('button', { name: 'Ναι, δημοσίευσέ την' }).click();
    await administrator.getByText('δημοσίευσε τη διαδικασία').waitFor();
    expect(await administrator.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await visitor.goto('/processes');
    await visitor.getByRole('link', { name: title }).click();
    await visitor.getByRole('heading', { level: 1, name: title }).waitFor();
    await visitor.getByText('Πες τι να γίνει στην πλατεία <script>alert(1)</script>.').waitFor();
    expect(await visitor.getByRole('link', { name: /Άλλαξε/ }).count()).toBe(0);
  });

  it('changes before the eyes of who reads it, with the name of who changed it', async () => {
    await administrator.getByRole('link', { name: 'Άλλαξε τίτλο και περιγραφή' }).click();
    await administrator.getByLabel('Τίτλος στα ελληνικά').fill(`${title} μας`);
    await administrator.getByRole('button', { name: 'Αποθήκευσε και δημοσίευσε' }).click();
    await visitor.getByRole('heading', { level: 1, name: `${title} μας` }).waitFor();
    await visitor.getByText(new RegExp(`^Τίτλος: από «${title} / `)).waitFor();
    expect(await barriers(visitor)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});

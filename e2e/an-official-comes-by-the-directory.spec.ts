import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';
import { demoPassword } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };

/** From the door to the directory, and who is chosen there. */
async function come(page: Page, next: string, person: RegExp): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByRole('button', { name: 'Με λογαριασμό του δήμου (δοκιμή)' }).click();
  await page.getByRole('heading', { name: 'Ποιος είσαι σήμερα;' }).waitFor();
  await page.getByRole('link', { name: person }).click();
}

describe('the directory of the municipality', () => {
  it('makes an official of its department on the first visit, leads straight in on the next, and is signed out of too', async () => {
    const { window, page, troubles } = await someone(browser, phone);
    await page.goto('/sign-in');
    await page.getByRole('heading', { name: 'Σύνδεση υπαλλήλων' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await come(page, '/account', /^Κατερίνα Βλάχου/);
    await page.getByRole('heading', { level: 1, name: 'Καλώς ήρθες' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await page.getByLabel('Ονοματεπώνυμο').inputValue()).toBe('Κατερίνα Βλάχου');
    await page.getByLabel('Συμφωνώ με τον κώδικα συμπεριφοράς').check();
    await page.getByRole('button', { name: 'Φτιάξε τον λογαριασμό' }).click();
    await page.waitForURL((url) => url.pathname === '/account');
    await page.getByText('Πολίτης · Υπηρεσιακός').waitFor();
    await page.getByRole('heading', { name: 'Τρόποι σύνδεσης' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    // The only way in stays.
    await page.getByRole('button', { name: /^Αποσύνδεσε λογαριασμό/ }).click();
    await page.getByRole('button', { name: 'Αποσύνδεσε', exact: true }).click();
    await page.getByText('Είναι ο μόνος τρόπος με τον οποίο μπαίνεις.').waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Μενού' }).click();
    await page.getByRole('button', { name: 'Κατερίνα' }).click();
    const led = page.waitForRequest(/\/demo-directory\/logout/);
    await page.getByRole('button', { name: 'Αποσύνδεση', exact: true }).click();
    await led;
    await page.waitForURL((url) => url.pathname === '/');
    // On every visit but the first the worker stands between, and the way back must hold.
    await expect.poll(() => page.evaluate<string | undefined>('navigator.serviceWorker.controller?.state'), { timeout: 15_000 }).toBe('activated');
    await come(page, '/proposals', /^Κατερίνα Βλάχου/);
    await page.waitForURL((url) => url.pathname === '/proposals');
    expect(troubles).toEqual([]);
    await window.close();
  });

  it('opens no account because an address is the same: it says that there is one, and they connect the two with its password', async () => {
    const { window, page } = await someone(browser, phone);
    await come(page, '/', /^Κώστας Δελής/);
    await page.getByText('Υπάρχει ήδη λογαριασμός με το technical@isegoria.example').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Συνδέσου με τον κωδικό σου' }).click();
    await page.getByLabel('E-mail').fill('technical@isegoria.example');
    await page.getByLabel('Κωδικός', { exact: true }).fill(demoPassword());
    await page.getByRole('button', { name: 'Συνδέσου', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/account');
    await page.getByRole('button', { name: /^Σύνδεσε λογαριασμό/ }).click();
    await page.getByLabel('Ο τωρινός σου κωδικός').last().fill(demoPassword());
    await page.getByRole('button', { name: 'Σύνδεσε', exact: true }).click();
    await page.getByRole('link', { name: /^Κώστας Δελής/ }).click();
    await page.getByText('Έγινε. Από εδώ και πέρα μπαίνεις και έτσι.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await window.close();
  });
});

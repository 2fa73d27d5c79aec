import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };
const person = 'ΝΙΚΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ, 1987';

/** From the door to the authority, and what is chosen there. */
async function come(page: Page, next: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByRole('button', { name: 'Με κωδικούς Taxisnet (δοκιμή)' }).click();
  await page.getByRole('heading', { name: 'Ποιος είσαι σήμερα;' }).waitFor();
}

describe('the codes of the tax authority', () => {
  it('make an account of a verified person on the first visit, lead straight in on the next, and are signed out of too', async () => {
    const { window, page, troubles } = await someone(browser, phone);
    await come(page, '/proposals/new');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: person }).click();
    await page.getByRole('heading', { level: 1, name: 'Καλώς ήρθες' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    // The register writes without accents.
    const name = page.getByLabel('Ονοματεπώνυμο');
    expect(await name.inputValue()).toBe('Νικος Παπαδοπουλος');
    await name.fill('Νίκος Παπαδόπουλος');
    await page.getByRole('button', { name: 'Φτιάξε τον λογαριασμό' }).click();
    await page.getByRole('alert').first().waitFor();
    await page.getByLabel('Συμφωνώ με τον κώδικα συμπεριφοράς').check();
    await page.getByRole('button', { name: 'Φτιάξε τον λογαριασμό' }).click();
    await page.waitForURL((url) => url.pathname === '/proposals/new');
    await page.locator('main').getByText('Έτοιμο! Ο λογαριασμός σου άνοιξε.').waitFor();

    await page.goto('/account');
    await page.getByText('1987').first().waitFor();
    await page.getByText('Δεν έχεις δώσει e-mail: μηνύματα βλέπεις μόνο εδώ.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Μενού' }).click();
    await page.getByRole('button', { name: 'Νίκος' }).click();
    const led = page.waitForRequest(/\/demo-taxisnet\/logout\//);
    await page.getByRole('button', { name: 'Αποσύνδεση', exact: true }).click();
    await led;
    await page.waitForURL((url) => url.pathname === '/');

    await come(page, '/account');
    await page.getByRole('link', { name: person }).click();
    await page.waitForURL((url) => url.pathname === '/account');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(troubles).toEqual([]);
    await window.close();
  });

  it('lead back to the door whoever says no, with a sentence', async () => {
    const { window, page } = await someone(browser, phone);
    await come(page, '/');
    await page.getByRole('link', { name: /Πίσω, χωρίς σύνδεση/ }).click();
    await page.getByText('Η σύνδεση δεν ολοκληρώθηκε. Δοκίμασε ξανά ή συνδέσου με τον κωδικό σου.').waitFor();
    await window.close();
  });
});

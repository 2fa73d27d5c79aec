import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };
const harbour = '/panels/demo-panel-harbour';
const shade = '/panels/demo-panel-shade';

describe('a panel that is drawn by lot', () => {
  it('is found by a visitor on a phone, who becomes a verified person, offers themselves, takes that back and offers again', async () => {
    const { page } = await someone(browser, phone);
    await page.goto('/panels');
    await page.getByRole('link', { name: 'Το παλιό λιμάνι σε είκοσι χρόνια' }).click();
    await page.getByRole('heading', { name: 'Θέλεις να είσαι στην ομάδα;' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: /^Με κωδικούς Taxisnet/ }).click();
    await page.getByRole('link', { name: /ΕΛΕΝΗ/ }).click();
    await page.waitForURL((url) => url.pathname === '/welcome' || url.pathname === harbour);
    if (new URL(page.url()).pathname === '/welcome') {
      await page.getByLabel('Συμφωνώ με τον κώδικα συμπεριφοράς').check();
      await page.getByRole('button', { name: 'Φτιάξε τον λογαριασμό' }).click();
      await page.waitForURL((url) => url.pathname === harbour);
    }
    // What the draw has to know of them is asked for, once.
    const offer = page.getByRole('button', { name: 'Δήλωσε συμμετοχή' });
    const complete = page.getByRole('link', { name: 'Συμπλήρωσε τα στοιχεία σου' });
    await offer.or(complete).first().waitFor();
    if (await complete.isVisible()) {
      await complete.click();
      await page.getByLabel('Φύλο').selectOption({ label: 'Γυναίκα' });
      const saved = page.waitForResponse((answer) => answer.url().includes('/graphql') && (answer.request().postData() ?? '').includes('UpdateDemographics'));
      await page.locator('form').filter({ has: page.getByLabel('Φύλο') }).getByRole('button').first().click();
      await saved;
      await page.goto(harbour);
    }
    await offer.press('Enter');
    await page.getByText('Δήλωσες συμμετοχή').first().waitFor();
    await page.getByText(/Ο αριθμός σου: [0-9a-f]{5}-[0-9a-f]{5}-[0-9a-f]{5}/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Πάρε πίσω τη δήλωση' }).press('Enter');
    await offer.press('Enter');
    await page.getByText('Δήλωσες συμμετοχή').first().waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('is drawn again by a journalist in their own browser, and a list that was touched is found out', async () => {
    const { page } = await someone(browser);
    await page.goto(shade);
    await page.getByRole('heading', { name: 'Ποιοι κληρώθηκαν' }).waitFor();
    await page.getByRole('button', { name: 'Έλεγξε την κλήρωση' }).press('Enter');
    await page.getByText(/^✓ Ο κατάλογος έχει το αποτύπωμα/).waitFor();
    expect(await page.getByText(/^✓/).count()).toBe(4);
    expect(await barriers(page)).toEqual([]);
    await page.route('**/draw.json', async (route) => {
      const file = (await (await route.fetch()).json()) as { list: string };
      await route.fulfill({ json: { ...file, list: file.list.split('\n').slice(1).join('\n') } });
    });
    await page.getByRole('button', { name: 'Έλεγξε την κλήρωση' }).press('Enter');
    await page.getByText(/^✗ Ο κατάλογος δεν έχει το αποτύπωμα/).waitFor();
  });
});

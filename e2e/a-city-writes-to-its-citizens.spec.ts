import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, cityUrl, openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };

describe('a newsletter', () => {
  it('goes from the clerk to a citizen who asked for it, stands on its page for everyone, and ends by the link in it', async () => {
    const citizen = await someone(browser, phone);
    await signIn(citizen.page, 'citizen', '/account');
    await citizen.page.getByRole('button', { name: 'Θέλω το δελτίο' }).click();
    await citizen.page.getByText('Έγινε. Θα σου έρχεται το ενημερωτικό δελτίο.').waitFor();
    expect(await barriers(citizen.page)).toEqual([]);
    expect(await citizen.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);

    const clerk = await someone(browser);
    await signIn(clerk.page, 'clerk', '/newsletters/desk');
    await clerk.page.getByRole('link', { name: 'Νέο δελτίο' }).click();
    const title = `Το Σάββατο φυτεύουμε ${String(Date.now())}`;
    await clerk.page.getByLabel('Τίτλος', { exact: true }).fill(title);
    await clerk.page.getByLabel('Κείμενο', { exact: true }).fill('Ραντεβού στις **10:00** στην πλατεία.\n\n[Δες τις προτάσεις](/proposals)');
    await clerk.page.getByLabel(/^Σελίδες που αναφέρει/).fill(`${cityUrl}/initiatives/demo-shaded-playgrounds`);
    expect(await barriers(clerk.page)).toEqual([]);
    await clerk.page.getByRole('button', { name: 'Αποθήκευσε το πρόχειρο' }).click();
    await clerk.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await clerk.page.getByText(/^Θα σταλεί σε [1-9]/).waitFor();
    await clerk.page.getByRole('button', { name: 'Στείλ’ το σε μένα' }).click();
    await clerk.page.getByText('Στάλθηκε δοκιμαστικά στο clerk@isegoria.example.').waitFor();
    expect(await barriers(clerk.page)).toEqual([]);
    await clerk.page.getByRole('button', { name: 'Στείλ’ το', exact: true }).click();
    await clerk.page.getByRole('dialog').getByRole('button', { name: 'Στείλ’ το', exact: true }).click();
    await clerk.page.getByText('Στάλθηκε', { exact: true }).first().waitFor();
    expect(await barriers(clerk.page)).toEqual([]);
    expect(clerk.troubles).toEqual([]);
    await clerk.window.close();

    await citizen.page.goto('/newsletters');
    expect(await barriers(citizen.page)).toEqual([]);
    await citizen.page.getByRole('link', { name: title }).click();
    await citizen.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await citizen.page.locator('strong', { hasText: '10:00' }).waitFor();
    await citizen.page.getByText(/υπογραφές από/).waitFor();
    expect(await barriers(citizen.page)).toEqual([]);
    expect(await citizen.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);

    await citizen.page.goto('/outbox');
    const mail = citizen.page.locator('article, section').filter({ hasText: title }).filter({ hasText: 'citizen@isegoria.example' });
    const end = await mail.getByRole('link', { name: /\/newsletters\/stop\?/ }).first().getAttribute('href');
    expect(citizen.troubles).toEqual([]);
    await citizen.window.close();

    const anybody = await someone(browser, phone);
    await anybody.page.goto(end ?? '');
    expect(await barriers(anybody.page)).toEqual([]);
    await anybody.page.getByRole('button', { name: 'Σταμάτα το δελτίο' }).click();
    await anybody.page.getByText('Έγινε. Δεν θα σου στέλνουμε πια το ενημερωτικό δελτίο.').waitFor();
    expect(anybody.troubles).toEqual([]);
    await anybody.window.close();
  });
});

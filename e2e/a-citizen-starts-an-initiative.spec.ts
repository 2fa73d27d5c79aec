import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };

/** By the codes of the made-up authority, with an account of their own the first time, to where they were going. */
async function come(page: Page, who: RegExp, next: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByRole('button', { name: 'Με κωδικούς Taxisnet (δοκιμή)' }).click();
  await choose(page, who, next);
}

async function choose(page: Page, who: RegExp, next: string): Promise<void> {
  await page.getByRole('link', { name: who }).click();
  await page.waitForURL((url) => url.pathname === '/welcome' || url.pathname === next);
  if (new URL(page.url()).pathname !== '/welcome') return;
  await page.getByLabel('Συμφωνώ με τον κώδικα συμπεριφοράς').check();
  await page.getByRole('button', { name: 'Φτιάξε τον λογαριασμό' }).click();
  await page.waitForURL((url) => url.pathname === next);
}

/** A kind that two people can fill, as an administrator sets it. */
async function aKind(page: Page): Promise<void> {
  await signIn(page, 'admin', '/administration/initiatives');
  await page.getByRole('heading', { level: 2, name: 'Νέο είδος' }).waitFor();
  const form = page.getByRole('form', { name: 'Νέο είδος' });
  const typed = { id: 'story', 'name.el': 'Δοκιμή με δύο', 'about.el': 'Το συμβούλιο συζητά το θέμα σε συνεδρίαση.', 'follows.el': 'Το συμβούλιο το συζητά μέσα σε 60 μέρες.', needed: '2', days: '30', promoters: '2', checkDays: '10', answerDays: '60', keepMonths: '6' };
  await form.getByRole('button', { name: 'Σώσε το είδος' }).click();
  await page.getByRole('alert').first().waitFor();
  for (const [name, value] of Object.entries(typed)) await form.locator(`[name="${name}"]`).fill(value);
  await form.getByRole('button', { name: 'Σώσε το είδος' }).click();
  await page.getByRole('heading', { level: 2, name: 'Δοκιμή με δύο' }).waitFor();
}

async function sign(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: 'Υπόγραψε' });
  await form.getByLabel('Υπογράφω αυτό το κείμενο').check();
  await form.getByRole('button', { name: 'Υπογράφω', exact: true }).click();
  await page.getByText('Η υπογραφή σου μετρά.').waitFor();
}

describe('an initiative of two citizens', () => {
  it('is written, carried, admitted, signed on phones, handed in, checked against the roll in sight of everyone, and answered', async () => {
    const admin = await someone(browser);
    await aKind(admin.page);

    const maria = await someone(browser, phone);
    await come(maria.page, /ΜΑΡΙΑ/, '/initiatives/new');
    const kind = maria.page.locator('section').filter({ hasText: 'Δοκιμή με δύο' });
    await kind.getByRole('link', { name: 'Γράψε το κείμενο' }).click();
    await maria.page.getByLabel('Τίτλος').fill('Παγκάκια στη στάση του νοσοκομείου');
    await maria.page.getByLabel('Το κείμενο που θα υπογράφεται').fill('Ζητούμε να μπουν παγκάκια και στέγαστρο στη στάση του νοσοκομείου ως τον Μάρτιο.');
    await maria.page.getByLabel('Γιατί').fill('Άρρωστοι άνθρωποι περιμένουν όρθιοι στη βροχή.');
    await maria.page.getByLabel('Κατηγορία').selectOption('public-space');
    await maria.page.getByText(/^Σώθηκε/).waitFor();
    await maria.page.reload();
    expect(await maria.page.getByLabel('Τίτλος').inputValue()).toBe('Παγκάκια στη στάση του νοσοκομείου');
    expect(await barriers(maria.page)).toEqual([]);
    await maria.page.getByRole('button', { name: 'Κλείδωσε το κείμενο' }).click();
    await maria.page.getByText('Λείπει 1 πρόσωπο από την ομάδα').waitFor();
    const invitation = new URL(await maria.page.locator('code').filter({ hasText: '/initiatives/join/' }).innerText()).pathname;

    // Whoever is asked reads the text first, becomes a verified person, and comes back to the same place.
    const eleni = await someone(browser, phone);
    await eleni.page.goto(invitation);
    await eleni.page.getByText('Μπες πρώτα με κωδικούς Taxisnet').waitFor();
    expect(await barriers(eleni.page)).toEqual([]);
    await eleni.page.getByRole('button', { name: 'Με κωδικούς Taxisnet (δοκιμή)' }).click();
    await choose(eleni.page, /ΕΛΕΝΗ/, invitation);
    await eleni.page.getByRole('button', { name: 'Ναι, την προωθώ' }).click();
    await eleni.page.waitForURL(/\/initiatives\/[0-9a-z]{10}$/);
    const path = new URL(eleni.page.url()).pathname;

    await maria.page.getByRole('button', { name: 'Στείλ’ την στον δήμο' }).click();
    await maria.page.getByText(/Ο δήμος απαντά έως/).waitFor();
    const clerk = await someone(browser);
    await signIn(clerk.page, 'clerk', '/initiatives/desk');
    await clerk.page.getByRole('link', { name: 'Παγκάκια στη στάση του νοσοκομείου' }).click();
    await clerk.page.getByLabel('Ναι, αρχίζει η συλλογή').check();
    await clerk.page.getByRole('button', { name: 'Γράψε την απόφαση' }).click();
    await clerk.page.getByText(/^Υπογραφές έως/).first().waitFor();

    const visitor = await someone(browser, phone);
    await visitor.page.goto(path);
    await visitor.page.getByText('Για να υπογράψεις, μπες με κωδικούς Taxisnet').waitFor();
    expect(await visitor.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await barriers(visitor.page)).toEqual([]);
    await maria.page.reload();
    await sign(maria.page);
    await visitor.page.getByText('υπογραφή από 2').waitFor();
    expect(await barriers(maria.page)).toEqual([]);
    await eleni.page.reload();
    await sign(eleni.page);
    await visitor.page.getByText('υπογραφές από 2').waitFor();

    await maria.page.getByRole('button', { name: 'Κατάθεσε τις υπογραφές' }).click();
    await maria.page.getByRole('dialog').getByRole('button', { name: 'Κατάθεσε' }).click();
    await clerk.page.goto(path);
    await clerk.page.getByText(/Η γραμματεία ελέγχει τις υπογραφές/).waitFor({ timeout: 120_000 });
    await clerk.page.getByRole('link', { name: 'Κατάλογος για τον έλεγχο' }).click();
    await clerk.page.getByRole('button', { name: 'Άνοιξε τον κατάλογο' }).click();
    await clerk.page.getByRole('dialog').getByRole('button', { name: 'Άνοιξέ τον' }).click();
    await clerk.page.getByText('2 ονόματα από 2 που υπέγραψαν').waitFor();
    expect(await barriers(clerk.page)).toEqual([]);
    await clerk.page.goto(path);
    await clerk.page.getByLabel('Έγκυρες υπογραφές').fill('2');
    await clerk.page.getByRole('button', { name: 'Γράψε τον έλεγχο' }).click();
    await clerk.page.getByLabel('Το συμβούλιο τη δέχτηκε', { exact: true }).check();
    await clerk.page.getByLabel('Γιατί, με τα λόγια του συμβουλίου').fill('Τα παγκάκια παραγγέλθηκαν και μπαίνουν τον Φεβρουάριο.');
    await clerk.page.getByRole('button', { name: 'Γράψε την απάντηση' }).click();
    await visitor.page.reload();
    await visitor.page.getByText('Τα παγκάκια παραγγέλθηκαν και μπαίνουν τον Φεβρουάριο.').waitFor();

    await visitor.page.goto('/ledger');
    for (const act of ['Άνοιγμα καταλόγου υπογραφών', 'Κατάθεση υπογραφών']) await visitor.page.getByText(act).or(visitor.page.getByRole('link', { name: 'Παγκάκια στη στάση του νοσοκομείου' })).first().waitFor();
    for (const { troubles, window } of [admin, maria, eleni, clerk, visitor]) {
      expect(troubles).toEqual([]);
      await window.close();
    }
  }, 300_000);
});

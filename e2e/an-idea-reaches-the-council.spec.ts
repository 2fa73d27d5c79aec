import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, quiet, someone } from './browser';
import { join, signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const stamp = Date.now().toString(36);
const title = `Πάγκοι με σκιά στη στάση του νοσοκομείου ${stamp}`;
const text = 'Όποιος περιμένει το λεωφορείο στέκεται όρθιος στον ήλιο. Προτείνω τρεις πάγκους, ένα στέγαστρο και μια βρύση δίπλα στη στάση.';

describe('an idea of a newcomer', () => {
  let author: Page;
  let proposal = '';

  it('begins with an account, a letter and a confirmation', async () => {
    author = (await someone(browser, { viewport: { width: 390, height: 844 } })).page;
    await join(author, { name: 'Δέσποινα Καραλή', email: `despina-${stamp}@isegoria.example`, password: 'ένα-λιμάνι-με-σκιά' });
    await author.goto('/account');
    expect(await author.getByRole('heading', { level: 1 }).innerText()).toBe('Ο λογαριασμός σου');
  });

  it('is written with its place, keeps itself as a draft, and waits for a moderator where the phase says so', async () => {
    await author.goto('/proposals/new?process=harbour');
    await author.waitForURL(/\/proposals\/[^/]+\/write/);
    await author.getByLabel('Τίτλος').fill(title);
    await author.getByLabel('Η πρόταση').fill(text);
    await author.getByText(/Το πρόχειρο αποθηκεύτηκε/).waitFor();
    await author.reload();
    expect(await author.getByLabel('Τίτλος').inputValue()).toBe(title);
    await choose(author, 'Κατηγορία');
    await choose(author, 'Περιοχή');
    await author.getByRole('button', { name: 'Συνέχεια' }).click();
    await author.getByRole('heading', { level: 1, name: 'Δες την πρότασή σου μια φορά πριν τη στείλεις' }).waitFor();
    await author.getByRole('button', { name: 'Στείλε την πρόταση' }).click();
    await author.getByRole('heading', { level: 1, name: 'Η πρότασή σου έφτασε' }).waitFor();
    proposal = new URL(author.url()).pathname.replace('/sent', '');
    await author.reload();
    await author.getByRole('heading', { level: 1, name: 'Η πρότασή σου έφτασε' }).waitFor();
  });

  it('is not there for others until a moderator, by keyboard, lets it through', async () => {
    const visitor = (await someone(browser)).page;
    await visitor.goto(proposal);
    await visitor.getByText('Δεν βρήκαμε αυτή την πρόταση').first().waitFor();

    const moderator = (await someone(browser)).page;
    await signIn(moderator, 'moderator', '/moderation');
    await moderator.getByRole('heading', { level: 1, name: 'Ουρά εποπτείας' }).waitFor();
    await selectByKey(moderator, title);
    await moderator.getByText(/Την έχεις αναλάβει/).first().waitFor();
    await moderator.keyboard.press('a');
    await moderator.getByRole('button', { name: 'Αναίρεση' }).waitFor();
    // A slip of the hand could be taken back until now; who goes on means it.
    await moderator.getByRole('link', { name: 'Οι αποφάσεις μου' }).click();
    await moderator.getByText(title).first().waitFor();
    // Whoever was told that it is not there looks again.
    const isThere = async () => {
      await visitor.reload();
      await quiet(visitor);
      return visitor.getByRole('heading', { level: 1, name: title }).count();
    };
    await expect.poll(isThere, { timeout: 30_000 }).toBe(1);
    await visitor.context().close();
    await moderator.context().close();
  });

  it('is supported and argued for, and the author sees it happen without a reload', async () => {
    await author.goto(proposal);
    await author.getByRole('heading', { level: 1, name: title }).waitFor();
    const neighbour = (await someone(browser)).page;
    await signIn(neighbour, 'citizen2', proposal);
    await neighbour.getByRole('heading', { level: 1, name: title }).waitFor();
    await neighbour.waitForLoadState('networkidle');
    await author.waitForLoadState('networkidle');
    expect(await supporters(author)).toBe(0);
    await neighbour.getByRole('button', { name: 'Στηρίζω' }).first().click();
    await author.getByText(/^1 στηρίζει$/).first().waitFor();

    const reasons = [`Η μητέρα μου περιμένει εκεί κάθε Τρίτη, όρθια. ${stamp}`, `Μια βρύση θέλουν και όσοι περνούν με τα πόδια. ${stamp}`];
    for (const reason of reasons) {
      await neighbour.getByLabel('Είμαι υπέρ').check();
      await neighbour.getByRole('textbox', { name: /Γιατί|επιχείρημα/ }).first().fill(reason);
      await neighbour.getByRole('button', { name: 'Στείλε το' }).click();
      await neighbour.getByText('Το λάβαμε. Μόλις το διαβάσει επόπτης, θα το δουν όλοι.').first().waitFor();
      await expect.poll(() => neighbour.getByLabel('Είμαι υπέρ').isChecked()).toBe(false);
    }
    expect(await author.getByText(/Η μητέρα μου περιμένει|Μια βρύση θέλουν/).count(), 'in this phase an argument waits for a moderator').toBe(0);

    // Both are read one after the other, marked, and let through together, without a mouse.
    const { page: moderator, troubles } = await someone(browser);
    await signIn(moderator, 'moderator2', '/moderation');
    for (const reason of reasons) {
      await selectByKey(moderator, reason);
      await moderator.getByText(/Την έχεις αναλάβει/).first().waitFor();
      await moderator.keyboard.press('x');
    }
    await moderator.keyboard.press('d');
    const together = moderator.getByRole('dialog', { name: 'Απόφαση για 2 υποθέσεις' });
    for (const reason of reasons) await together.getByText(reason).waitFor();
    expect(await barriers(moderator)).toEqual([]);
    await together.getByRole('button', { name: 'Μένουν ή δημοσιεύονται και οι 2' }).press('Enter');
    await moderator.getByText(/Μένουν ή δημοσιεύονται 2 κείμενα/).first().waitFor();
    await author.getByText('2 νέα επιχειρήματα').first().waitFor();
    expect(troubles).toEqual([]);
    await moderator.context().close();

    await neighbour.reload();
    await neighbour.getByRole('button', { name: 'Στηρίζεις' }).first().waitFor();
    await neighbour.context().close();
  });

  it('is answered by the department, and the author is told', async () => {
    const official = (await someone(browser)).page;
    await signIn(official, 'admin', `/official/${proposal.split('/').at(-1) ?? ''}`);
    await official.getByLabel('Τη δεχόμαστε', { exact: true }).check();
    await official.getByLabel('Κείμενο της απάντησης').fill('Τα στέγαστρα μπαίνουν στην εργολαβία της άνοιξης, με δύο πάγκους σε κάθε στάση.');
    await official.getByLabel('Επόμενο βήμα').fill('Τοποθέτηση στις δύο στάσεις του νοσοκομείου');
    await official.getByLabel('Πότε').fill(new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10));
    await official.getByRole('button', { name: 'Δημοσίευσε την απάντηση' }).click();
    await author.getByText('Έγινε δεκτή').first().waitFor();
    await author.goto('/inbox');
    await author.getByText(new RegExp(`Έγινε δεκτή η πρόταση «${title}»`)).first().waitFor();
    await official.context().close();
  });

  it('stands on the council page, with its tables and files', async () => {
    const council = (await someone(browser)).page;
    await signIn(council, 'council', '/council');
    await council.getByRole('heading', { level: 1 }).waitFor();
    const files = await council.getByRole('link', { name: 'CSV' }).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const answer = await council.request.get(file);
      expect(answer.headers()['content-type'], file).toContain('text/csv');
    }
    await council.context().close();
    await author.context().close();
  });
});

/** The large figure beside the support button. */
async function supporters(page: Page): Promise<number> {
  return Number.parseInt(await page.getByText(/^\d+ στηρίζ(ει|ουν)$/).first().innerText(), 10);
}

/** Takes the first real choice of a select, whatever it is made of. */
async function choose(page: Page, label: string): Promise<void> {
  const field = page.getByLabel(label).first();
  const values = await field.evaluate((select) => (select.tagName === 'SELECT' ? [...select.querySelectorAll('option')].map((option) => option.getAttribute('value') ?? '') : []));
  const first = values.find((value) => value !== '');
  if (first) return void (await field.selectOption(first));
  await field.click();
  await page.getByRole('option').first().click();
}

/** Walks down the queue with the key that moderators use until the case is open. */
async function selectByKey(page: Page, wanted: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press('j');
    if (await page.locator('[aria-current="true"], [aria-selected="true"]').filter({ hasText: wanted }).count()) return;
    await page.waitForTimeout(150);
  }
  throw new Error('the case was not in the queue');
}

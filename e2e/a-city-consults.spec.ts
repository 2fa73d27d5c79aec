import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, quiet, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const title = 'Κανονισμός λειτουργίας της παιδικής χαράς στο λιμάνι';
const text = `Ο χώρος ανήκει σε όλα τα παιδιά.

Άρθρο 1 – Ωράριο
Η παιδική χαρά ανοίγει στις 8:00 και κλείνει στις 21:00.

Άρθρο 2
Ποδήλατα και πατίνια
Δεν μπαίνουν ποδήλατα. Τα πατίνια επιτρέπονται.
Οι συνοδοί τα κρατούν στο χέρι.`;
const reason = 'Το καλοκαίρι νυχτώνει αργά, και τα παιδιά βγαίνουν όταν δροσίσει.';
const said = 'Χωρίς ωράριο οι γείτονες δεν κοιμούνται.';

describe('a city that consults its citizens on a text', () => {
  it('an official pastes a text and publishes it; a citizen with a phone takes a stance, argues and writes it anew; the other browser sees it come', async () => {
    const official = await someone(browser);
    const citizen = await someone(browser, { viewport: { width: 390, height: 844 } });
    const other = await someone(browser);
    await signIn(official.page, 'technical', '/consultations/new');
    await signIn(citizen.page, 'citizen');
    await signIn(other.page, 'citizen2');

    await put(official.page);
    await official.page.getByRole('button', { name: 'Δημοσίευσέ τη', exact: true }).press('Enter');
    await official.page.getByRole('button', { name: 'Ναι, δημοσίευσέ τη' }).press('Enter');
    await official.page.getByText('Για το κείμενο ως σύνολο').waitFor();

    await citizen.page.goto('/consultations');
    await citizen.page.getByRole('link', { name: title }).first().click();
    await citizen.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await citizen.page.getByRole('link', { name: /^Άρθρο 1\. Ωράριο/ }).first().click();
    await citizen.page.getByRole('heading', { level: 1, name: 'Άρθρο 1. Ωράριο' }).waitFor();
    await other.page.goto(new URL(citizen.page.url()).pathname);
    await other.page.getByRole('button', { name: 'Με αλλαγές 0' }).waitFor();

    const press = citizen.page.getByRole('button', { name: /^Με αλλαγές/ });
    const box = await press.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect((box?.y ?? 0) + (box?.height ?? 0), 'under the thumb').toBeLessThanOrEqual(844);
    await press.click();
    await citizen.page.getByRole('button', { name: 'Με αλλαγές 1', pressed: true }).waitFor();
    await other.page.getByRole('button', { name: 'Με αλλαγές 1' }).waitFor();

    await citizen.page.getByLabel('Είμαι υπέρ').check();
    await citizen.page.getByLabel('Γιατί είσαι υπέρ;').fill(said);
    await citizen.page.getByRole('button', { name: 'Δημοσίευσε', exact: true }).press('Enter');
    await other.page.getByText(said).waitFor();

    await citizen.page.getByRole('link', { name: 'Πες ποιες: γράψε το όπως θα το ήθελες' }).press('Enter');
    await writeAnew(citizen.page);
    await citizen.page.getByText('Η πρόταση αλλαγής δημοσιεύτηκε. Τη βλέπουν ήδη όλοι.').first().waitFor();
    await citizen.page.getByRole('heading', { name: 'Πρόταση αλλαγής: δική σου' }).waitFor();
    expect(await barriers(citizen.page)).toEqual([]);
    await other.page.getByText(reason).waitFor();
    expect(await other.page.locator('#amendments p[lang=el] del').textContent()).toContain('21:00');
    await other.page.locator('#amendments').getByRole('button', { name: 'Στηρίζω' }).press('Enter');
    await citizen.page.locator('#amendments').getByText('1 στηρίζει').waitFor();
    expect(await barriers(other.page)).toEqual([]);

    // More time, with a public reason: everyone who reads sees it come.
    await extend(official.page);
    await citizen.page.getByRole('link', { name: /Επόμενο: / }).press('Enter');
    await citizen.page.getByRole('heading', { level: 1, name: /Άρθρο 2|Προοίμιο/ }).waitFor();
    await citizen.page.goto(new URL(official.page.url()).pathname);
    await citizen.page.getByText('Έχεις μιλήσει για 1 από τα 2 άρθρα').waitFor();
    await citizen.page.getByText('Το ζήτησαν οι γονείς του σχολείου.').first().waitFor();
    expect(await citizen.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect([...official.troubles, ...citizen.troubles, ...other.troubles]).toEqual([]);
    for (const { window } of [official, citizen, other]) await window.close();
    // A long story of three people: on a busy machine it may take its time.
  }, 240_000);

  it('the service answers a consultation that is over, article by article and by keyboard, and everyone reads what became of their words', async () => {
    const official = await someone(browser);
    const { page } = official;
    await signIn(page, 'technical', '/consultations/demo-squares/answer');
    await page.getByText('Λείπουν τα λόγια για το σύνολο.').waitFor();
    await page.getByLabel('Τι λέτε για τη διαβούλευση ως σύνολο').fill('Διαβάσαμε ό,τι γράψατε. Αλλάζουμε όσα μπορούμε.');
    await page.getByRole('button', { name: 'Αποθήκευσε το πρόχειρο' }).press('Enter');
    await page.getByText('Λείπουν τα λόγια για το σύνολο.').waitFor({ state: 'detached' });

    // Both pages of the answer also on a phone: what is asked of a citizen's page is asked of an official's.
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.locator('main ol a').first().press('Enter');
    await page.getByRole('heading', { name: 'Τι ειπώθηκε' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await answerAll(page);
    await page.getByRole('button', { name: 'Δημοσίευσε την απάντηση' }).press('Enter');
    await page.getByRole('button', { name: 'Ναι, δημοσίευσέ τη' }).press('Enter');
    await page.getByText('Η απάντηση και το νέο κείμενο δημοσιεύτηκαν.').first().waitFor();
    await page.getByRole('heading', { name: 'Η απάντηση της υπηρεσίας' }).waitFor();
    expect(await barriers(page)).toEqual([]);

    const visitor = await someone(browser, { viewport: { width: 390, height: 844 } });
    await visitor.page.goto('/consultations/demo-squares/report');
    await visitor.page.getByRole('heading', { name: 'Το κείμενο μετά τη διαβούλευση' }).waitFor();
    await visitor.page.getByText('Έγινε δεκτή εν μέρει').first().waitFor();
    await visitor.page.emulateMedia({ media: 'print' });
    expect(await visitor.page.getByRole('button', { name: 'Τύπωσέ την' }).isVisible(), 'paper has no buttons').toBe(false);
    expect(await visitor.page.getByText('Διαβάσαμε ό,τι γράψατε.').first().isVisible()).toBe(true);
    await visitor.page.emulateMedia({ media: null });
    expect(await barriers(visitor.page)).toEqual([]);
    expect([...official.troubles, ...visitor.troubles]).toEqual([]);
    await visitor.window.close();
    await official.window.close();
  }, 240_000);
});

/** Pastes the text, splits it, mends an article, and saves the draft. */
async function put(page: Page): Promise<void> {
  await page.getByLabel('Τίτλος', { exact: true }).fill(title);
  await page.getByLabel('Με λίγα λόγια', { exact: true }).fill('Η παιδική χαρά δεν έχει κανόνες και οι γείτονες παραπονιούνται. Το σχέδιο ορίζει ώρες και χρήσεις.');
  await page.getByLabel('Κλείνει', { exact: true }).fill(inDays(20));
  await page.getByLabel('Δημοσιεύονται αμέσως').check();
  await page.getByLabel('Επικόλλησε όλο το κείμενο').fill(text);
  await page.getByRole('button', { name: 'Χώρισέ το σε άρθρα' }).press('Enter');
  await page.getByRole('button', { name: /^Άρθρο 2\. Ποδήλατα και πατίνια/ }).press('Enter');
  await page.getByLabel('Τίτλος του άρθρου').fill('Ποδήλατα, πατίνια και σκύλοι');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Αποθήκευσε το πρόχειρο' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText('Είναι πρόχειρη').waitFor();
}

/** Another wording of the article that the page asks about: first without a reason, then with one. */
async function writeAnew(page: Page): Promise<void> {
  const wording = page.getByLabel('Το άρθρο, με τα δικά σου λόγια');
  await wording.fill((await wording.inputValue()).replace('21:00', '22:30'));
  await page.locator('section p[lang=el] ins').getByText('22:30').waitFor();
  await page.getByRole('button', { name: 'Δημοσίευσε την πρόταση' }).press('Enter');
  await page.getByRole('link', { name: 'Γράψε γιατί' }).press('Enter');
  await page.keyboard.type(reason);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Δημοσίευσε την πρόταση' }).press('Enter');
}

async function extend(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Δώσε παράταση' }).press('Enter');
  await page.getByLabel('Νέα λήξη').fill(inDays(30));
  await page.getByRole('textbox', { name: 'Αιτιολογία (τη διαβάζουν όλοι)' }).fill('Το ζήτησαν οι γονείς του σχολείου.');
  await page.getByRole('button', { name: 'Δώσε την παράταση' }).press('Enter');
  await page.getByText(/^Δόθηκε παράταση, από/).waitFor();
}

/** One article after the other: the first one changes, the others stay; all amendments to one get one answer. */
async function answerAll(page: Page): Promise<void> {
  for (let isFirst = true; ; isFirst = false) {
    await page.getByRole('heading', { name: 'Τι ειπώθηκε' }).waitFor();
    await quiet(page);
    const article = await page.getByRole('heading', { level: 1 }).textContent();
    const marks = page.getByRole('checkbox', { name: /^Πρόταση/ });
    if ((await marks.count()) > 0) {
      for (const mark of await marks.all()) await mark.press('Space');
      await page.getByLabel('Έγινε δεκτή εν μέρει').check();
      await page.getByLabel(/^Αιτιολογία προς όσους/).fill('Δεχόμαστε ό,τι χωρά στον χώρο.');
      await page.getByRole('button', { name: 'Αποθήκευσε την απάντηση σε αυτές' }).press('Enter');
      await page.getByText('Ως τώρα:').first().waitFor();
      expect(await barriers(page)).toEqual([]);
    }
    await page.getByLabel('Τι ακούσατε').fill('Ζητήσατε περισσότερη σκιά.');
    await page.getByLabel(isFirst ? 'Αλλάζει' : 'Μένει όπως είναι', { exact: true }).check();
    if (isFirst) {
      const wording = page.getByLabel('Το άρθρο, όπως θα γίνει');
      await wording.fill(`${await wording.inputValue()} Φυτεύονται δέντρα.`);
    }
    await page.getByLabel(/^Γιατί/).fill('Το χρηματοδοτεί το φετινό πρόγραμμα.');
    await page.getByRole('button', { name: /^Αποθήκευσε/ }).first().press('Enter');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).not.toBe(article);
    if (new URL(page.url()).search === '') return;
  }
}

/** A moment for a field of date and time. */
const inDays = (days: number): string => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T20:00`;

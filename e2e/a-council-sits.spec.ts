import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const title = `Έκτακτη συνεδρίαση ${Date.now().toString(36)}`;

describe('a sitting of the council', () => {
  let clerk: Page;
  let hall: Page;
  let path = '';
  let proposal = '';

  it('is set by the clerk, with an agenda found by words', async () => {
    clerk = (await someone(browser)).page;
    await signIn(clerk, 'clerk', '/council/sittings');
    await clerk.getByRole('link', { name: 'Νέα συνεδρίαση' }).click();
    await clerk.getByLabel('Τίτλος', { exact: true }).fill(title);
    await clerk.getByLabel('Πού').fill('Δημαρχείο');
    await clerk.getByRole('button', { name: 'Αποθήκευσε τη συνεδρίαση' }).click();
    await clerk.getByRole('heading', { name: 'Υπάρχει πρόβλημα' }).waitFor();
    await clerk.getByLabel('Πότε αρχίζει').fill('2026-12-09T18:30');
    await clerk.getByLabel('Τίτλος του θέματος 1', { exact: true }).fill('Ανακοινώσεις');
    await clerk.getByRole('button', { name: 'Πρόσθεσε θέμα' }).click();
    await clerk.getByLabel('Τίτλος του θέματος 2', { exact: true }).fill('Τι ζητούν οι γειτονιές');
    await clerk.getByLabel('Βρες κάτι για το θέμα 2').fill('πεζοδρόμιο');
    await clerk.keyboard.press('Enter');
    await clerk.getByRole('button', { name: /^Πρόσθεσε: / }).first().click();
    expect(await barriers(clerk)).toEqual([]);
    await clerk.getByRole('button', { name: 'Αποθήκευσε τη συνεδρίαση' }).click();
    await clerk.getByRole('heading', { level: 1, name: title }).waitFor();
    path = new URL(clerk.url()).pathname;
  });

  it('is stepped through by the arrow keys, and on the hall’s big screen by a speaker’s remote', async () => {
    hall = (await someone(browser)).page;
    await signIn(hall, 'council', path);
    await hall.getByRole('heading', { level: 2, name: '1. Ανακοινώσεις' }).waitFor();
    await hall.getByRole('navigation', { name: 'Ημερήσια διάταξη' }).getByRole('button').first().focus();
    await hall.keyboard.press('ArrowRight');
    await hall.getByRole('heading', { level: 2, name: '2. Τι ζητούν οι γειτονιές' }).waitFor();
    expect(await hall.evaluate(() => document.activeElement?.textContent)).toBe('2. Τι ζητούν οι γειτονιές');
    await hall.keyboard.press('ArrowLeft');
    await hall.getByRole('heading', { level: 2, name: '1. Ανακοινώσεις' }).waitFor();
    await hall.keyboard.press('End');
    await hall.getByRole('heading', { level: 2, name: 'Τι περιμένει απάντηση' }).waitFor();
    await hall.keyboard.press('ArrowLeft');
    const link = hall.locator('section[data-current] a[href^="/proposals/"]').first();
    proposal = (await link.getAttribute('href')) ?? '';
    expect(proposal).toMatch(/^\/proposals\//);
    expect(await barriers(hall)).toEqual([]);
    await hall.getByRole('button', { name: 'Σε μεγάλη οθόνη' }).click();
    expect(await hall.getByRole('contentinfo').isVisible()).toBe(false);
    await hall.keyboard.press('PageUp');
    await hall.getByRole('heading', { level: 2, name: '1. Ανακοινώσεις' }).waitFor();
    await hall.keyboard.press('PageDown');
    await hall.getByRole('button', { name: 'Βγες από τη μεγάλη οθόνη' }).click();
    expect(await hall.getByRole('contentinfo').isVisible()).toBe(true);
  });

  it('shows a vote that arrives in another browser, and that it came after the beginning', async () => {
    await clerk.getByRole('button', { name: 'Άνοιξε τη συνεδρίαση' }).click();
    await clerk.getByRole('dialog').waitFor();
    expect(await clerk.getByRole('button', { name: 'Απόρριψη' }).count(), 'nothing is heard in a dialog that is not seen').toBe(0);
    await clerk.getByRole('dialog').getByRole('button', { name: 'Άνοιξε τη συνεδρίαση' }).click();
    await hall.getByText('Συνεδριάζει τώρα', { exact: true }).waitFor();
    const since = hall.getByText(/^[+−-]1 από τις \d\d:\d\d, που άρχισε η συνεδρίαση$/);
    expect(await since.count()).toBe(0);

    const neighbour = (await someone(browser, { viewport: { width: 390, height: 844 } })).page;
    await signIn(neighbour, 'citizen2', proposal);
    await neighbour.getByRole('button', { name: /^Στηρίζ(ω|εις)$/ }).first().click();
    await since.first().waitFor({ timeout: 15_000 });
    await neighbour.context().close();
  });

  it('prints an item a page, and keeps the counts of its end', async () => {
    const printed = await hall.pdf({ format: 'A4' });
    expect(printed.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThanOrEqual(3);
    await clerk.reload();
    await clerk.getByRole('button', { name: 'Κλείσε τη συνεδρίαση' }).click();
    await clerk.getByRole('dialog').getByRole('button', { name: 'Κλείσε τη συνεδρίαση' }).click();
    await hall.getByText('Έγινε', { exact: true }).waitFor();
    await hall.getByText(/^στην έναρξη [\d.]+, στη λήξη [\d.]+$/).first().waitFor();
    const files = await hall.getByRole('link', { name: 'CSV' }).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const file of files) expect((await hall.request.get(file)).headers()['content-type'], file).toContain('text/csv');
    expect(files.length).toBeGreaterThan(0);
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const survey = '/surveys/demo-buses';
const said = 'Το παγκάκι της στάσης λείπει από το καλοκαίρι.';

describe('a citizen who answers a survey', () => {
  it('answers it page by page on a phone before they sign in, finds all of it again, and sends it; who watches sees one more', async () => {
    const citizen = await someone(browser, { viewport: { width: 390, height: 844 } });
    const { page } = citizen;
    await page.goto('/surveys');
    await page.getByRole('link', { name: 'Πώς κινείσαι στην πόλη τον χειμώνα;' }).first().click();
    await page.getByRole('link', { name: /^Απάντησε, περίπου/ }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Πώς κινείσαι' }).waitFor();
    await page.getByText('1 από 3').waitFor();

    // What is missing is said, with the way to it; an answer brings the question that follows from it.
    await page.getByRole('button', { name: 'Συνέχεια' }).press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Με λεωφορείο' }).check();
    await page.getByRole('group', { name: /Πόσο ευχαριστημένος είσαι από το λεωφορείο/ }).getByRole('radio').nth(3).check();
    await page.getByRole('button', { name: 'Συνέχεια' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Οι στάσεις και οι ώρες' }).waitFor();
    await page.getByRole('checkbox', { name: 'Βράδυ, μετά τις 9' }).check();
    await page.getByRole('button', { name: 'Συνέχεια' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Και κάτι τελευταίο' }).waitFor();
    await page.getByRole('group', { name: /Πόσο εύκολο είναι να περπατήσεις/ }).getByRole('radio').nth(1).check();
    await page.getByLabel(/Θέλεις να μας πεις κάτι ακόμη/).fill(said);
    await page.getByRole('button', { name: 'Δες τις απαντήσεις σου' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Δες τις απαντήσεις σου' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);

    // Whoever signs in on the way finds what they answered.
    await signIn(page, 'citizen2', `${survey}/answer?step=check-answers`);
    await page.getByText(said).waitFor();
    await page.getByText('Με λεωφορείο').waitFor();

    const watcher = await someone(browser);
    await watcher.page.goto(survey);
    const figure = watcher.page.getByText(/άνθρωποι απάντησαν|απάντησαν, από/).first();
    await figure.waitFor();
    const before = await watcher.page.locator('main').innerText();
    await page.getByRole('button', { name: 'Στείλε τις απαντήσεις' }).press('Enter');
    await page.getByText('Οι απαντήσεις σου στάλθηκαν και μετράνε').first().waitFor();
    await watcher.page.waitForFunction((text) => document.querySelector('main')?.innerText !== text, before);

    // The receipt is in the browser, the answers are not.
    expect(await page.evaluate<string>('JSON.stringify(sessionStorage) + JSON.stringify(localStorage)')).not.toContain(said);
    await page.goto('/votes/mine');
    await page.getByText('Ερωτηματολόγιο').first().waitFor();
    await page.goto(survey);
    await page.getByRole('link', { name: 'Δες ή άλλαξε τις απαντήσεις σου' }).first().waitFor();
    expect([...citizen.troubles, ...watcher.troubles]).toEqual([]);
    for (const { window } of [citizen, watcher]) await window.close();
  }, 240_000);

  it('answers on paper, without a device: prints the form in large print, and two officials enter it, each by themselves', async () => {
    const neighbour = await someone(browser, { viewport: { width: 390, height: 844 } });
    await neighbour.page.goto(survey);
    await neighbour.page.getByRole('link', { name: 'Τύπωσέ το, για να απαντήσεις σε χαρτί' }).click();
    await neighbour.page.getByText('Απάντησε μόνο αν στην ερώτηση 1 διάλεξες «Με λεωφορείο». Αλλιώς πήγαινε στην ερώτηση 3.').waitFor();
    expect(await barriers(neighbour.page)).toEqual([]);
    expect(await neighbour.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await neighbour.page.emulateMedia({ media: 'print' });
    const smallest = await neighbour.page.evaluate<number>("Math.min(...[...document.querySelectorAll('main article *')].filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())).map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75))");
    expect(smallest, 'twelve points at least').toBeGreaterThanOrEqual(12);

    const told: string[] = [];
    for (const name of ['technical', 'environment']) {
      const official = await someone(browser, { viewport: { width: 390, height: 844 } });
      const { page } = official;
      await signIn(page, name, '/votes/desk');
      await page.getByLabel('Ψηφοφορία').selectOption('survey:demo-buses');
      await page.getByRole('link', { name: 'Άνοιξε τη σελίδα καταχώρισής της' }).click();
      await page.getByLabel('Αριθμός δελτίου ή κλήσης').fill('Χ-31');
      await page.getByLabel('ΑΦΜ ή e-mail λογαριασμού').fill('123456783');
      await page.getByRole('button', { name: 'Καταχώρισε' }).press('Enter');
      await page.getByRole('alert').waitFor();
      await page.getByRole('radio', { name: 'Με τα πόδια' }).check();
      await page.getByRole('checkbox', { name: 'Βράδυ, μετά τις 9' }).check();
      await page.getByRole('group', { name: /Πόσο εύκολο είναι να περπατήσεις/ }).getByRole('radio').nth(2).check();
      expect(await barriers(page)).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      await page.getByRole('button', { name: 'Καταχώρισε' }).press('Enter');
      const fate = page.getByText(/Περιμένει τον δεύτερο υπάλληλο|Το έντυπο μέτρησε/).first();
      await fate.waitFor();
      told.push(await fate.innerText());
      expect(official.troubles).toEqual([]);
      await official.window.close();
    }
    expect(told).toEqual([expect.stringContaining('Περιμένει τον δεύτερο'), expect.stringContaining('Το έντυπο μέτρησε')]);
    expect(neighbour.troubles).toEqual([]);
    await neighbour.window.close();
  }, 240_000);

  it('reads what the city answered, with margins, what the department does, and nothing of a few', async () => {
    const visitor = await someone(browser, { viewport: { width: 390, height: 844 } });
    const { page } = visitor;
    await page.goto('/surveys/demo-library/results');
    await page.getByRole('heading', { level: 1, name: /^Αποτελέσματα/ }).waitFor();
    await page.getByText('Είναι οι απαντήσεις όσων απάντησαν, όχι όλης της πόλης.').first().waitFor();
    await page.getByText('Απόγευμα, ως τις 8').first().waitFor();
    await page.getByText(/^Πώς απάντησαν: .* εδώ, 14 σε χαρτί\.$/).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.goto('/surveys/demo-library');
    await page.getByText('Κουτί για επιστροφές βιβλίων έξω από την είσοδο.').first().waitFor();
    const file = await page.evaluate<string>("fetch('/survey-files/demo-library/questions.csv?lang=el').then((answer) => answer.text())");
    expect(file).toContain('Σάββατο');
    expect(visitor.troubles).toEqual([]);
    await visitor.window.close();
  }, 120_000);
});

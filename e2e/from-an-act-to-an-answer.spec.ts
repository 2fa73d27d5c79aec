import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const act = 'Υπολογιστές για τα ΚΕΠ';
const other = 'Λογαριασμοί ρεύματος σχολείων';
const choice = 'Ρεύμα και υπολογιστές';
const said = 'Πολλοί είπατε ότι δεν εξηγήθηκε γιατί τώρα.';

describe('from an act that nobody looked at to the service’s answer', () => {
  it('a citizen asks, evaluates and says what should change; an official groups and replies; the citizen is told; the thread is followed both ways', async () => {
    const citizen = await someone(browser, { viewport: { width: 390, height: 844 } });
    const official = await someone(browser);
    await signIn(citizen.page, 'citizen2', `/decisions?q=${encodeURIComponent('ΚΕΠ')}`);
    await signIn(official.page, 'finance', `/decisions?q=${encodeURIComponent('ΚΕΠ')}`);

    await open(citizen.page, act);
    await citizen.page.getByRole('button', { name: 'Ζήτα να αξιολογηθεί' }).press('Enter');
    await citizen.page.getByText('Το ζήτησες. Θα σου πούμε όταν ανοίξει.').waitFor();
    expect(await barriers(citizen.page)).toEqual([]);

    await open(official.page, act);
    await official.page.getByRole('button', { name: 'Βάλ’ τη σε αξιολόγηση' }).press('Enter');
    // Live: the citizen's page opens by itself.
    await answerAll(citizen.page, 'Λίγο');
    await concern(citizen.page);
    await citizen.page.getByLabel(/Τι πρέπει να αλλάξει/).fill('Να γράφει πόσοι υπολογιστές πάνε σε κάθε ΚΕΠ.');
    await citizen.page.getByRole('button', { name: 'Στείλε την αξιολόγηση' }).press('Enter');
    await citizen.page.getByText('Μετρήθηκε η γνώμη σου').first().waitFor();
    await citizen.page.reload();
    await citizen.page.getByText('Να γράφει πόσοι υπολογιστές πάνε σε κάθε ΚΕΠ.').first().waitFor();

    const proposal = await aProposal(official.page);
    await official.page.goBack();
    await official.page.getByRole('link', { name: 'Ένωσέ την με άλλες πράξεις' }).press('Enter');
    await official.page.getByLabel('Με απλά λόγια').fill(choice);
    await official.page.getByLabel('Τι αποφασίστηκε', { exact: true }).fill('Νέος εξοπλισμός και οι λογαριασμοί που τον συνοδεύουν.');
    await official.page.getByRole('checkbox', { name: new RegExp(act) }).press('Space');
    await official.page.getByLabel(/Ψάξε πράξεις/).fill('ηλεκτρικής ενέργειας σχολικών');
    await official.page.getByRole('button', { name: 'Βρες', exact: true }).press('Enter');
    await official.page.getByRole('checkbox', { name: new RegExp(other) }).press('Space');
    await official.page.getByLabel(/Σε τι απαντά/).fill(proposal);
    expect(await barriers(official.page)).toEqual([]);
    await official.page.getByRole('button', { name: 'Αποθήκευσε και δημοσίευσε' }).press('Enter');
    await official.page.getByRole('heading', { level: 1, name: choice }).waitFor();

    // The act sends the citizen to the whole, which they weigh anew.
    await citizen.page.reload();
    await citizen.page.getByRole('link', { name: 'Δες την επιλογή' }).click();
    await citizen.page.getByRole('heading', { level: 1, name: choice }).waitFor();
    await answerAll(citizen.page, 'Μέτρια');
    await citizen.page.getByRole('button', { name: 'Στείλε την αξιολόγηση' }).click();
    await citizen.page.getByText('Μετρήθηκε η γνώμη σου').first().waitFor();
    expect(await barriers(citizen.page)).toEqual([]);

    await official.page.getByRole('link', { name: 'Απάντησε σε ό,τι είπαν' }).press('Enter');
    await official.page.getByLabel('Είπατε', { exact: true }).fill(said);
    await official.page.getByLabel('Κάναμε', { exact: true }).fill('Βάλαμε τον κατάλογο στη σελίδα.');
    await official.page.getByLabel(/^Υπόσχεση/).fill('Κατάλογος ανά ΚΕΠ');
    await official.page.getByRole('button', { name: 'Δημοσίευσε την απάντηση' }).press('Enter');
    await official.page.getByText('Γράψε ως πότε θα γίνει').first().waitFor();
    await official.page.getByLabel(/^Ως πότε/).fill('2030-05-01');
    expect(await barriers(official.page)).toEqual([]);
    await official.page.getByRole('button', { name: 'Δημοσίευσε την απάντηση' }).press('Enter');
    await official.page.getByText(said).first().waitFor();

    // Live on the citizen's page, and in their inbox.
    await citizen.page.getByText(said).first().waitFor();
    await citizen.page.goto('/inbox');
    await citizen.page.getByRole('link', { name: /Πολλοί είπατε/ }).first().click();
    await citizen.page.getByRole('heading', { level: 1, name: choice }).waitFor();

    // From the choice to the idea, and back; from the act to the choice.
    const thread = citizen.page.locator('#thread');
    await thread.getByRole('link').first().waitFor();
    await thread.locator(`a[href="${proposal}"]`).first().click();
    await citizen.page.waitForURL(`**${proposal}`);
    await citizen.page.locator('#thread').getByRole('link', { name: choice }).first().click();
    await citizen.page.getByRole('heading', { level: 1, name: choice }).waitFor();
    await citizen.page.locator('#thread').getByRole('link', { name: new RegExp(other) }).first().click();
    await citizen.page.locator('#thread').getByRole('link', { name: choice }).first().waitFor();
    await citizen.page.locator('#thread').getByText('Πίνακας', { exact: true }).click();
    await citizen.page.locator('#thread').getByRole('table').waitFor();
    expect(await barriers(citizen.page)).toEqual([]);

    // Delivered: the citizen's page asks again by itself, in a round of its own, and shows before and after.
    await citizen.page.locator('#thread').getByRole('link', { name: choice }).first().click();
    await citizen.page.getByRole('heading', { level: 1, name: choice }).waitFor();
    await official.page.getByRole('button', { name: 'Παραδόθηκε', exact: true }).press('Enter');
    await official.page.getByRole('button', { name: 'Ναι, παραδόθηκε: άνοιξε τον δεύτερο γύρο' }).press('Enter');
    await citizen.page.getByRole('heading', { name: 'Πώς πήγε στην πράξη;' }).waitFor();
    await answerAll(citizen.page, 'Αρκετά');
    await citizen.page.getByRole('button', { name: 'Στείλε την αξιολόγηση' }).press('Enter');
    await citizen.page.getByText('Μετρήθηκε η γνώμη σου').first().waitFor();
    await citizen.page.getByText(/Πριν απάντησ.* 1, μετά 1/).first().waitFor();
    expect(await barriers(citizen.page)).toEqual([]);
    expect(await citizen.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect([...citizen.troubles, ...official.troubles]).toEqual([]);
    await citizen.window.close();
    await official.window.close();
    // A long story of two people: on a busy machine it may take its time.
  }, 240_000);

  it('an official of a city without a register brings decisions from a spreadsheet’s file, by keyboard on a phone: first as a wrong one, then right', async () => {
    const official = await someone(browser, { viewport: { width: 390, height: 844 } });
    const { page } = official;
    await signIn(page, 'technical', '/decisions/enter');
    await page.getByRole('link', { name: /Φέρ’ τες όλες μαζί/ }).press('Enter');
    const file = (lines: string) => ({ name: 'αποφάσεις.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFFαριθμός;θέμα;είδος;ημερομηνία\r\n${lines}`) });
    await page.locator('input[type=file]').setInputFiles(file('E2E-1/2026;Νέα παγκάκια στο λιμάνι <b>;Α.2;2/3/2026\r\nE2E-2/2026;;Α.2;2/3/2026\r\n'));
    await page.getByText('1 γραμμή είναι λάθος: δεν μπήκε τίποτα').waitFor();
    await page.getByText('Γραμμή 3:').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.locator('input[type=file]').setInputFiles(file('E2E-1/2026;Νέα παγκάκια στο λιμάνι <b>;Α.2;2/3/2026\r\nE2E-2/2026;Σκίαστρα στις στάσεις;Α.2;2/3/2026\r\n'));
    await page.getByRole('button', { name: 'Δημοσίευσε και τις 2' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Οι 2 αποφάσεις του αρχείου δημοσιεύτηκαν' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto(`/decisions?q=${encodeURIComponent('παγκάκια λιμάνι')}`);
    await page.getByRole('link', { name: 'Νέα παγκάκια στο λιμάνι <b>' }).first().press('Enter');

    // A slip of the pen: corrected where it stands, with the name of who did it for officials alone.
    await page.getByRole('link', { name: 'Διόρθωσέ την' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Διόρθωσε μια απόφαση' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Θέμα', { exact: true }).fill('Νέα παγκάκια στην προκυμαία');
    await page.getByRole('button', { name: 'Δημοσίευσε τη διόρθωση' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Νέα παγκάκια στην προκυμαία' }).waitFor();
    await page.getByRole('heading', { name: 'Ποιος την καταχώρισε' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(official.troubles).toEqual([]);
    await official.window.close();
  });
});

async function open(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function answerAll(page: Page, step: string): Promise<void> {
  const choices = page.getByRole('radio', { name: step, exact: true });
  await choices.first().waitFor();
  for (let at = 0; at < (await choices.count()); at++) await choices.nth(at).check();
}

async function concern(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Ναι', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Χρησιμοποιώ την υπηρεσία' }).check();
}

/** The address of a public proposal. */
async function aProposal(page: Page): Promise<string> {
  await page.goto('/proposals');
  const link = page.locator('main a[href^="/proposals/demo-"]').first();
  await link.waitFor();
  return (await link.getAttribute('href')) ?? '';
}

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };
const title = 'Συνέλευση για τη στάση του νοσοκομείου';
const question = 'Πότε θα μπει στέγαστρο στη στάση;';

/** By the city's clock, as a field takes it. */
const clock = (hours: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Athens', dateStyle: 'short', timeStyle: 'short' }).format(new Date(Date.now() + hours * 3_600_000)).replace(' ', 'T');

const yes = async (page: Page, act: string, sure: string) => {
  await page.getByRole('button', { name: act, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: sure }).click();
};

describe('an assembly of residents', () => {
  it('is announced, fills up, opens a room in which a phone asks and another supports, is shown in the hall, answered, closed and reported on', async () => {
    const official = await someone(browser);
    await signIn(official.page, 'technical', '/meetings/new');
    await official.page.getByLabel('Τίτλος', { exact: true }).fill(title);
    await official.page.getByLabel('Τι είναι', { exact: true }).fill('Τρεις γραμμές περνούν από εδώ και κανείς δεν έχει πού να σταθεί. Ακούμε και λέμε τι γίνεται.');
    await official.page.getByLabel('Τόπος και διεύθυνση').fill('Πολιτιστικό κέντρο, αίθουσα 1');
    await official.page.getByLabel('Χωρίς σκαλοπάτια').check();
    await official.page.getByLabel('Αρχίζει', { exact: true }).fill(clock(1));
    await official.page.getByLabel('Τελειώνει', { exact: true }).fill(clock(3));
    await official.page.getByLabel('Θέσεις').fill('1');
    await official.page.getByLabel('Τίτλος του θέματος 1', { exact: true }).fill('Στέγαστρο και φως');
    expect(await barriers(official.page)).toEqual([]);
    await official.page.getByRole('button', { name: 'Αποθήκευσε το πρόχειρο' }).click();
    await official.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await yes(official.page, 'Ανακοίνωσέ την', 'Ναι, ανακοίνωσέ την');
    await official.page.getByText('Ανακοινώθηκε', { exact: true }).first().waitFor();
    const path = new URL(official.page.url()).pathname;

    // One place: the first has it, the second waits, and moves up by itself.
    const [maria, nikos] = [await someone(browser, phone), await someone(browser, phone)];
    await signIn(maria.page, 'citizen', path);
    await maria.page.getByRole('button', { name: 'Κράτησέ μου θέση' }).click();
    await maria.page.getByText('Έχεις θέση').first().waitFor();
    await signIn(nikos.page, 'citizen2', path);
    await nikos.page.getByRole('button', { name: 'Βάλε με στην αναμονή' }).click();
    await nikos.page.getByText('Είσαι στη θέση 1 της αναμονής').waitFor();
    expect(await barriers(nikos.page)).toEqual([]);
    await yes(maria.page, 'Δεν θα έρθω', 'Ναι, άφησε τη θέση');
    await nikos.page.getByText('Έχεις θέση').first().waitFor();

    // The room opens on every phone by itself; one asks, another supports, the hall's screen shows it.
    await yes(official.page, 'Άρχισε τη συνάντηση', 'Ναι, άρχισε');
    await maria.page.getByRole('form', { name: 'Ρώτησε' }).getByLabel('Η ερώτησή σου').fill(question);
    await maria.page.getByRole('button', { name: 'Στείλε την ερώτηση' }).click();
    await maria.page.getByRole('form', { name: 'Ρώτησε' }).getByText('Η ερώτησή σου μπήκε στη λίστα.').waitFor();
    await nikos.page.getByRole('button', { name: `Στηρίζω: ${question}` }).click();
    const screen = await someone(browser);
    await screen.page.goto(`${path}/screen`);
    const row = screen.page.getByRole('listitem').filter({ hasText: question });
    await row.getByText('1', { exact: true }).waitFor();
    await screen.page.getByRole('img', { name: 'Κωδικός QR για τη σελίδα της συνάντησης' }).waitFor();
    expect(await barriers(screen.page)).toEqual([]);
    expect(await barriers(maria.page)).toEqual([]);
    await official.page.getByRole('button', { name: 'Απαντάμε τώρα' }).click();
    await screen.page.getByText('Απαντάμε τώρα').waitFor();

    // A straw poll says what it is, and its counts come at its end.
    await official.page.getByRole('button', { name: 'Ρώτησε την αίθουσα' }).click();
    const poll = official.page.getByRole('form', { name: 'Ρώτησε την αίθουσα' });
    await poll.getByLabel('Τι ρωτάς την αίθουσα').fill('Τι να μπει πρώτο;');
    await poll.getByLabel('Επιλογή 1').fill('Στέγαστρο');
    await poll.getByLabel('Επιλογή 2').fill('Φως');
    await poll.getByRole('button', { name: 'Άνοιξε τη διερεύνηση' }).click();
    await nikos.page.getByRole('radio', { name: 'Στέγαστρο' }).check();
    await nikos.page.getByRole('article').filter({ hasText: 'Τι να μπει πρώτο;' }).getByRole('button', { name: 'Ρίξε το ψηφοδέλτιο' }).click();
    await official.page.getByText('Απάντησε 1 άτομο').first().waitFor();
    await official.page.getByRole('button', { name: 'Κλείσ’ την τώρα' }).click();
    await nikos.page.getByText('1 · 100%').or(nikos.page.getByText('1 · 100 %')).first().waitFor();
    await nikos.page.getByText(/Δεν δεσμεύει κανέναν και δεν είναι αντιπροσωπευτική/).first().waitFor();

    await official.page.getByRole('button', { name: 'Γράψε την απάντηση' }).click();
    await official.page.getByRole('form', { name: 'Γράψε την απάντηση' }).getByLabel('Η απάντηση').fill('Ως τον Μάρτιο, με φωτοβολταϊκό για το φως.');
    await official.page.getByRole('button', { name: 'Δημοσίευσε την απάντηση' }).click();
    await maria.page.getByText('Ως τον Μάρτιο, με φωτοβολταϊκό για το φως.').waitFor();

    await yes(official.page, 'Κλείσε τη συνάντηση', 'Ναι, κλείσε');
    await official.page.getByRole('link', { name: 'Γράψε τον απολογισμό' }).click();
    await official.page.getByLabel('Τι ακούστηκε', { exact: true }).fill('Ήρθαν λίγοι, αλλά συμφώνησαν: πρώτα το στέγαστρο.');
    await official.page.getByRole('button', { name: 'Πρόσθεσε κάτι που συμφωνήθηκε' }).click();
    await official.page.getByLabel('Τι συμφωνήθηκε (1)').fill('Στέγαστρο στη στάση του νοσοκομείου');
    await official.page.getByLabel('Έως πότε').fill(clock(24 * 60).slice(0, 10));
    expect(await barriers(official.page)).toEqual([]);
    await yes(official.page, 'Δημοσίευσε τον απολογισμό', 'Ναι, δημοσίευσέ τον');
    await nikos.page.getByRole('heading', { name: 'Τι έγινε' }).waitFor();
    await nikos.page.getByText('Στέγαστρο στη στάση του νοσοκομείου').waitFor();
    expect(await barriers(nikos.page)).toEqual([]);
  }, 120_000);
});

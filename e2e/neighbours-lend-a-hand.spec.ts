import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };
// A title of each run's own: the story may be told again to a city that stands.
const title = `Ποτίζουμε τα νέα δέντρα της Προκυμαίας (${Date.now() % 100_000})`;

/** By the city's clock, as a field takes it. */
const clock = (hours: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Athens', dateStyle: 'short', timeStyle: 'short' }).format(new Date(Date.now() + hours * 3_600_000)).replace(' ', 'T');

const yes = async (page: Page, act: string, sure: string) => {
  await page.getByRole('button', { name: act, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: sure }).click();
};

describe('what neighbours do together', () => {
  it('is proposed on a phone and corrected, taken on as the department read it, fills up, loses a shift for which too few came, passes a place on to who waits, and its department reads who comes', async () => {
    const [maria, nikos] = [await someone(browser, phone), await someone(browser, phone)];
    await signIn(maria.page, 'citizen', '/volunteering/propose');
    await maria.page.getByLabel('Τίτλος', { exact: true }).fill(title);
    await maria.page.getByLabel('Τι θα κάνουμε', { exact: true }).fill('Τα δέντρα που φύτεψε ο δήμος τον Μάρτιο διψούν. Με δύο βυτία και τριάντα χέρια τα ποτίζουμε όλα σε ένα πρωί.');
    await maria.page.getByLabel('Θέμα', { exact: true }).selectOption({ label: 'Δρόμοι, πλατείες και φωτισμός' });
    await maria.page.getByText(/^Πηγαίνει στην υπηρεσία: /).waitFor();
    await maria.page.getByRole('combobox', { name: 'Πού', exact: true }).fill('Στο καφενείο της Προκυμαίας');
    await maria.page.getByLabel('Τι γίνεται (βάρδια 1)').fill('Ποτίζουμε με κουβάδες από το βυτίο');
    await maria.page.getByLabel('Αρχίζει (βάρδια 1)').fill(clock(40));
    await maria.page.getByLabel('Τελειώνει (βάρδια 1)').fill(clock(43));
    await maria.page.getByLabel('Θέσεις (βάρδια 1)').fill('1');
    expect(await barriers(maria.page)).toEqual([]);
    await maria.page.getByRole('button', { name: 'Στείλε την στην υπηρεσία' }).click();
    await maria.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await maria.page.getByText('Περιμένει την υπηρεσία').first().waitFor();
    const path = new URL(maria.page.url()).pathname;

    // Nobody else reads it until the department has taken it on.
    await signIn(nikos.page, 'citizen2', path);
    await nikos.page.getByRole('heading', { level: 1, name: 'Δεν υπάρχει τέτοια δράση' }).waitFor();
    const official = await someone(browser);
    await signIn(official.page, 'technical', '/volunteering');
    await official.page.getByRole('list', { name: 'Περιμένουν εσένα' }).getByRole('link', { name: title }).click();
    await official.page.getByRole('form', { name: 'Ανάλαβε τη δράση' }).getByLabel('Υπεύθυνος').fill('Όλγα, 27410 55520');

    // Maria adds a shift while the department reads: it reads that first, and then takes on what it has read.
    await maria.page.getByRole('link', { name: 'Διόρθωσέ την' }).click();
    await maria.page.getByRole('button', { name: 'Πρόσθεσε βάρδια' }).click();
    await maria.page.getByLabel('Τι γίνεται (βάρδια 2)').fill('Φτιάχνουμε λεκάνες γύρω από τα δέντρα');
    await maria.page.getByLabel('Αρχίζει (βάρδια 2)').fill(clock(45));
    await maria.page.getByLabel('Τελειώνει (βάρδια 2)').fill(clock(47));
    await maria.page.getByLabel('Θέσεις (βάρδια 2)').fill('8');
    await maria.page.getByLabel('Τουλάχιστον (βάρδια 2)').fill('4');
    expect(await barriers(maria.page)).toEqual([]);
    await maria.page.getByRole('button', { name: 'Αποθήκευσε τη διόρθωση' }).click();
    await maria.page.getByText('Φτιάχνουμε λεκάνες γύρω από τα δέντρα').waitFor();
    await official.page.getByRole('button', { name: 'Διάβασα τη νέα μορφή' }).click();
    await official.page.getByText('Φτιάχνουμε λεκάνες γύρω από τα δέντρα').waitFor();
    expect(await barriers(official.page)).toEqual([]);
    await official.page.getByRole('button', { name: 'Την αναλαμβάνουμε', exact: true }).click();
    await official.page.getByText('9 θέσεις ακόμη').first().waitFor();

    // The second shift is near and lacks people: the department calls it off, and everybody reads why.
    await official.page.getByText('Πλησιάζει και λείπουν 4 άτομα').waitFor();
    await official.page.getByText('Ματαίωσε αυτή τη βάρδια').last().click();
    await official.page.getByLabel('Ο λόγος').and(official.page.locator(':visible')).last().fill('Δεν μαζευτήκαμε αρκετοί.');
    expect(await barriers(official.page)).toEqual([]);
    await official.page.getByRole('button', { name: 'Ματαίωσε τη βάρδια' }).last().click();
    await maria.page.getByText('Δεν μαζευτήκαμε αρκετοί.').waitFor();
    expect(await barriers(maria.page)).toEqual([]);

    // One place: the first has it, the second waits; what the first leaves is held for the second, who says that they come.
    await maria.page.getByRole('button', { name: 'Δηλώνω συμμετοχή' }).click();
    await maria.page.getByText('Έχεις θέση').first().waitFor();
    await nikos.page.reload();
    await nikos.page.getByRole('button', { name: 'Βάλε με στην αναμονή' }).click();
    await nikos.page.getByText('Είσαι στη θέση 1 της αναμονής').waitFor();
    expect(await barriers(nikos.page)).toEqual([]);
    await yes(maria.page, 'Δεν θα έρθω', 'Ναι, άφησε τη θέση');
    await nikos.page.getByText('Άδειασε θέση για σένα').waitFor();
    await nikos.page.getByRole('button', { name: 'Θα έρθω', exact: true }).click();
    await nikos.page.getByText('Έχεις θέση').first().waitFor();
    await nikos.page.goto('/volunteering/mine');
    await nikos.page.getByRole('link', { name: title }).waitFor();
    expect(await barriers(nikos.page)).toEqual([]);

    await official.page.getByRole('link', { name: /^Ποι.+ έρχ.+ \(1\)$/ }).click();
    await official.page.getByText(/Τα ονόματα τα βλέπει μόνο η υπηρεσία/).waitFor();
    const people = official.page.getByRole('list', { name: 'Ποιοι έρχονται' }).getByRole('listitem');
    await people.first().waitFor();
    expect(await people.count()).toBe(1);
    expect(await barriers(official.page)).toEqual([]);
  }, 120_000);

  it('shows afterwards how many came, and for how long', async () => {
    const { page } = await someone(browser, phone);
    await page.goto('/volunteering?time=past');
    await page.getByRole('link', { name: 'Βάφουμε την αυλή του 4ου Δημοτικού' }).click();
    await page.getByRole('heading', { name: 'Τι έγινε' }).waitFor();
    await page.getByText('126 ώρες').waitFor();
    expect(await page.getByRole('button', { name: 'Δηλώνω συμμετοχή' }).count()).toBe(0);
  });
});

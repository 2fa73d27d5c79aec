import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };
const stamp = Date.now().toString(36);
const title = `Να φυτευτούν λεμονιές στον πεζόδρομο; ${stamp}`;
const inFavour = 'Θα μυρίζει όλη η γειτονιά την άνοιξη.';
const against = 'Τα λεμόνια θα σαπίζουν κάτω και θα γλιστρά κανείς.';

describe('a debate that a department opens', () => {
  it('is argued on phones, concluded with what was heard from each side, and judged by those who took part; a proposal begins with it', async () => {
    const official = await someone(browser);
    await signIn(official.page, 'technical', '/debates/new');
    await official.page.getByLabel('Το ερώτημα').fill(title);
    await official.page.getByRole('button', { name: 'Στείλ’ τη για έλεγχο' }).press('Enter');
    await official.page.getByRole('alert').waitFor();
    expect(await barriers(official.page)).toEqual([]);
    await official.page.getByLabel('Με λίγα λόγια').fill('Ο πεζόδρομος ξαναφτιάχνεται και χωρούν δώδεκα δέντρα. Ρωτάμε ποια, πριν τα παραγγείλουμε.');
    await official.page.getByLabel('Κατηγορία').selectOption({ label: 'Πράσινο και σκιά' });
    await official.page.getByLabel('Την ανοίγω για την υπηρεσία μου').check();
    await official.page.getByRole('button', { name: 'Άνοιξε τη συζήτηση' }).press('Enter');
    await official.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await official.page.getByText('Την άνοιξε η υπηρεσία: Διεύθυνση Τεχνικών Υπηρεσιών').waitFor();
    const debate = new URL(official.page.url()).pathname;

    const people = [];
    for (const [who, side, words] of [['citizen', 'Είμαι υπέρ', inFavour], ['citizen2', 'Είμαι κατά', against]] as const) {
      const person = await someone(browser, phone);
      people.push(person);
      await signIn(person.page, who, debate);
      await person.page.getByRole('radio', { name: side }).check();
      await person.page.getByRole('form', { name: 'Πες τη γνώμη σου' }).getByRole('textbox').fill(words);
      await person.page.getByRole('button', { name: 'Δημοσίευσε' }).press('Enter');
      await person.page.locator('article').filter({ hasText: words }).first().waitFor();
    }
    // Whoever reads it sees who came, without asking again.
    await official.page.getByText('2 άτομα πήραν μέρος').waitFor();

    await official.page.getByRole('link', { name: 'Γράψε το συμπέρασμα' }).press('Enter');
    await official.page.getByRole('heading', { level: 1, name: 'Γράψε το συμπέρασμα' }).waitFor();
    await official.page.getByLabel('Τι ακούστηκε').fill('Οι λεμονιές αρέσουν, αρκεί να μη στάζουν στον δρόμο. Βάζουμε νεραντζιές στα παρτέρια και τίποτα στη μέση.');
    await official.page.getByRole('checkbox', { name: inFavour }).check();
    await official.page.getByRole('button', { name: 'Δημοσίευσε το συμπέρασμα' }).press('Enter');
    await official.page.getByText('Διάλεξε τουλάχιστον ένα επιχείρημα από κάθε πλευρά που έχει').first().waitFor();
    expect(await barriers(official.page)).toEqual([]);
    await official.page.getByRole('checkbox', { name: against }).check();
    await official.page.getByRole('button', { name: 'Δημοσίευσε το συμπέρασμα' }).press('Enter');
    await official.page.getByRole('heading', { level: 2, name: 'Το συμπέρασμα' }).waitFor();

    const [citizen] = people;
    if (!citizen) throw new Error('nobody took part');
    // The page that was open all the while has it already.
    await citizen.page.getByRole('heading', { level: 2, name: 'Το συμπέρασμα' }).waitFor();
    expect(await citizen.page.locator('blockquote').allInnerTexts()).toEqual([inFavour, against]);
    await citizen.page.getByRole('radio', { name: 'Εν μέρει' }).check();
    await citizen.page.getByText('Τα ποσοστά φαίνονται όταν απαντήσουν δέκα').waitFor();
    await citizen.page.reload();
    await citizen.page.getByRole('radio', { name: 'Εν μέρει', checked: true }).waitFor();
    expect(await barriers(citizen.page)).toEqual([]);
    expect(await citizen.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);

    await citizen.page.getByRole('link', { name: 'Γράψε πρόταση από αυτή τη συζήτηση' }).press('Enter');
    await citizen.page.getByText('Ξεκινά από μια συζήτηση').waitFor();
    expect([official, ...people].flatMap(({ troubles }) => troubles)).toEqual([]);
    for (const { window } of [official, ...people]) await window.close();
  }, 240_000);
});

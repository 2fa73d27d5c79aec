import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

describe('a city that shares its budget', () => {
  it('lets a citizen fill the cart by keyboard, keeps it through a reload, and gives a receipt', async () => {
    const { page, window } = await someone(browser);
    await signIn(page, 'citizen', '/budgets/this-year/vote/city');
    await page.getByRole('button', { name: 'Βάλε στο καλάθι: Κλειστό γυμναστήριο για τα σωματεία της πόλης' }).press('Enter');
    await page.getByText('Μένουν 132.000 €').first().waitFor();
    const tooDear = page.getByRole('button', { name: /Βάλε στο καλάθι: Δίκτυο ποδηλατοδρόμων/ });
    expect(await tooDear.isDisabled()).toBe(true);
    await page.getByText('Δεν χωράει: λείπουν 54.000 €.').waitFor();

    await page.reload();
    await page.getByRole('button', { name: 'Βγάλε από το καλάθι: Κλειστό γυμναστήριο για τα σωματεία της πόλης' }).press('Enter');
    await page.getByRole('button', { name: 'Βάλε στο καλάθι: Χίλια δέντρα σε δύο χρόνια' }).press('Space');
    await page.getByRole('link', { name: 'Δες την ψήφο σου (1)' }).press('Enter');
    await page.getByText('112.000 € από 400.000 €').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: /Στείλε την ψήφο μου|Άλλαξε την ψήφο μου/ }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Ψήφισες: Όλη η πόλη' }).waitFor();
    await page.getByRole('link', { name: 'Δες την απόδειξη' }).press('Enter');
    await page.getByText('Συμμετοχικός προϋπολογισμός', { exact: false }).first().waitFor();
    await window.close();
  });

  it('holds the cart under the thumb on a phone', async () => {
    const { page, window } = await someone(browser, { viewport: { width: 390, height: 844 } });
    await page.goto('/budgets/this-year/vote/city');
    await page.getByRole('button', { name: /Βάλε στο καλάθι: / }).first().click();
    const check = page.getByRole('link', { name: 'Δες την ψήφο σου (1)' });
    const box = await check.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    expect(box?.y ?? 0).toBeGreaterThan(650);
    await window.close();
  });

  it('explains each fate, step by step, and where a share went', async () => {
    const { page, window, troubles } = await someone(browser);
    await page.goto('/budgets/last-year/results/city');
    await page.getByText(/Χρηματοδοτείται στον γύρο 1/).first().waitFor();
    const stage = page.getByRole('group', { name: /Βήματα της καταμέτρησης/ });
    await stage.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText(/Γύρος 2 από/).first().waitFor();
    await page.getByRole('button', { name: 'Πες τι διάλεξες' }).click();
    await page.getByRole('checkbox').first().check();
    await page.getByText(/Το μέρος σου: /).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Κατέβασε τα ψηφοδέλτια (.pb)' }).click()]);
    expect(file.suggestedFilename()).toBe('last-year-city.pb');
    expect(troubles).toEqual([]);
    await window.close();
  });
});

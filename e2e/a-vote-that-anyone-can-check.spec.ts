import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

describe('a vote that anyone can check', () => {
  it('leaves a receipt, which the citizen’s own browser finds in the ledger', async () => {
    const { page, window, troubles } = await someone(browser);
    await signIn(page, 'citizen2', '/proposals');
    await page.getByRole('link', { name: 'Σκίαστρα και βρύσες στη διαδρομή προς τα σχολεία' }).first().click();
    const button = page.getByRole('button', { name: /^Στηρίζ(ω|εις)/ }).first();
    await button.click();
    // What the page says aloud, it says when the city has answered.
    await page.locator('#announcements', { hasText: /στήριξή σου/ }).waitFor({ state: 'attached' });
    await page.goto('/votes/mine');
    const check = page.getByRole('button', { name: /Έλεγξε την απόδειξη/ }).first();
    await check.waitFor();
    expect(await barriers(page)).toEqual([]);
    await check.press('Enter');
    await page.getByText(/Η ψήφος σου είναι στο βιβλίο, στη γραμμή [\d.]+/).first().waitFor({ timeout: 20_000 });
    expect(troubles).toEqual([]);
    await window.close();
  });

  it('stands in a ledger that a visitor’s browser checks, and finds grown when it looks again', async () => {
    const { page, window, troubles } = await someone(browser, { viewport: { width: 390, height: 844 } });
    await page.goto('/ledger');
    await page.getByRole('button', { name: 'Έλεγξε το βιβλίο' }).click();
    await page.getByText(/Το βιβλίο είναι σωστό: η υπογραφή της πόλης ισχύει/).waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Έλεγξέ το ξανά' }).click();
    await page.getByText(/Το βιβλίο είναι σωστό/).first().waitFor({ timeout: 20_000 });
    expect(await barriers(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await window.close();
  });
});

describe('a citizen who says what they think', () => {
  it('answers by one key, may change it, and finds themselves on the map', async () => {
    const { page, window, troubles } = await someone(browser);
    await signIn(page, 'citizen2', '/opinions/process/harbour');
    const progress = page.getByText(/^\d+ από 18 θέσεις$/);
    const before = Number.parseInt(await progress.innerText(), 10);
    await page.getByRole('button', { name: /^Συμφωνώ/ }).press('Enter');
    await page.getByText(`${before + 1} από 18 θέσεις`).waitFor();
    await page.getByRole('heading', { name: 'Εδώ συμφωνούν όλοι' }).waitFor();
    await page.getByRole('heading', { name: /^Ομάδα Α: \d+ άτομα$/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await window.close();
  });
});

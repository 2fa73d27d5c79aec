import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, someone } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

describe('a citizen who weighs a decision', () => {
  it('answers four questions by keyboard alone, is counted once, and may change their mind', async () => {
    const { page, window } = await someone(browser);
    await signIn(page, 'citizen', '/decisions?sort=MOST_EVALUATED');
    await page.getByRole('link', { name: /Μονοδρομήσεις στο κέντρο/ }).first().press('Enter');
    const choices = page.getByRole('radio', { name: 'Πολύ' });
    await choices.first().waitFor();
    // Read once the questions stand: other parts of the page count people too, and may come before them.
    const before = await people(page);
    expect(await choices.count()).toBe(4);
    for (let question = 0; question < 4; question++) {
      await choices.nth(question).focus();
      await page.keyboard.press('Space');
      if (question === 3) await page.keyboard.press('ArrowLeft');
    }
    await page.getByRole('button', { name: 'Στείλε την αξιολόγηση' }).press('Enter');
    await page.getByText('Μετρήθηκε η γνώμη σου').first().waitFor();
    await page.getByText(shown(before + 1)).first().waitFor();

    await page.reload();
    await page.getByRole('button', { name: 'Άλλαξε την αξιολόγησή σου' }).first().click();
    await page.getByRole('radio', { name: 'Καθόλου' }).first().check();
    await page.getByRole('button', { name: 'Άλλαξε την αξιολόγησή σου' }).first().click();
    await page.getByText('Άλλαξε η αξιολόγησή σου').first().waitFor();
    await page.reload();
    await page.getByText(shown(before + 1)).first().waitFor();
    await window.close();
  });

  it('is told which question still waits, with what was chosen kept', async () => {
    const { page, window } = await someone(browser, { viewport: { width: 390, height: 844 } });
    await signIn(page, 'citizen2', '/decisions?sort=MOST_EVALUATED');
    await page.getByRole('link', { name: /Μονοδρομήσεις στο κέντρο/ }).first().click();
    await page.getByRole('radio', { name: 'Λίγο' }).first().check();
    await page.getByRole('button', { name: 'Στείλε την αξιολόγηση' }).click();
    await page.getByRole('heading', { name: 'Υπάρχει πρόβλημα' }).waitFor();
    expect(await page.title()).toMatch(/^Πρόβλημα: /);
    expect(await page.getByRole('radio', { name: 'Λίγο' }).first().isChecked()).toBe(true);
    await window.close();
  });
});

const shown = (count: number) => new RegExp(`${count.toLocaleString('el-GR').replace('.', '\\.')}\\s+κάτοικο`);

async function people(page: Page): Promise<number> {
  const line = await page.getByText(/[\d.]+\s+κάτοικο(ς|ι)/).first().innerText();
  return Number.parseInt((/[\d.]+(?=\s+κάτοικο)/.exec(line)?.[0] ?? 'none').replaceAll('.', ''), 10);
}

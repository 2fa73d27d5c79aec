import type { Page } from 'playwright-core';
import { accounts } from './browser';

/** What all demo accounts sign in with, as the seed prints it. */
export function demoPassword(): string {
  const found = accounts().join('\n').match(/with the password (\S+):/);
  if (!found?.[1]) throw new Error(`the seed told no password:\n${accounts().join('\n')}`);
  return found[1];
}

/** Signs a demo person in through the page, as they would. */
export async function signIn(page: Page, who: string, next = '/'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('E-mail').fill(`${who}@isegoria.example`);
  await page.getByLabel('Κωδικός', { exact: true }).fill(demoPassword());
  await page.getByRole('button', { name: 'Συνδέσου' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Signs a person out who is called so, through the menu. */
export async function signOut(page: Page, name: string): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) < 500) await page.getByRole('button', { name: 'Μενού' }).click();
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Αποσύνδεση', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** A newcomer signs up, opens the letter in the outbox, and confirms. Nobody is signed in before they do so themselves. */
export async function join(page: Page, { name, email, password }: { name: string; email: string; password: string }): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Ονοματεπώνυμο').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Κωδικός', { exact: true }).fill(password);
  await page.getByLabel('Συμφωνώ με τον κώδικα συμπεριφοράς').check();
  await page.getByRole('button', { name: 'Φτιάξε τον λογαριασμό' }).click();
  await page.getByRole('heading', { level: 1, name: 'Δες το e-mail σου' }).waitFor();
  await page.goto('/outbox');
  await page.locator('article, section, div').filter({ hasText: email }).getByRole('link', { name: /\/confirm\?/ }).first().click();
  await page.getByRole('button', { name: 'Είναι δικό μου' }).click();
  await page.getByText('Έτοιμο! Το e-mail σου επιβεβαιώθηκε.').waitFor();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Κωδικός', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Συνδέσου' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

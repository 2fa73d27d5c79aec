import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, openBrowser, someone } from './browser';
import { demoPassword, signIn, signOut } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };
const fits = async (page: Page) => expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);

/** A device with a finger on it, that answers when `touch` says so. */
async function aDevice(page: Page): Promise<{ touch(touched: boolean): Promise<void> }> {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: false },
  });
  return { touch: async (enabled) => void (await device.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })) };
}

describe('more than a password', () => {
  it('a citizen adds a passkey on the phone, and the next time comes in by it without typing a word', async () => {
    const { window, page, troubles } = await someone(browser, phone);
    const { touch } = await aDevice(page);
    await signIn(page, 'citizen2', '/account');
    const name = (await page.getByLabel('Ονοματεπώνυμο').inputValue()).split(' ')[0] ?? '';
    await page.getByRole('button', { name: 'Πρόσθεσε κλειδί πρόσβασης' }).click();
    await page.getByLabel('Όνομα του κλειδιού').fill('Κινητό της Μαρίας');
    const form = page.locator('form').filter({ has: page.getByLabel('Όνομα του κλειδιού') });
    await form.getByRole('button', { name: 'Πρόσθεσε κλειδί πρόσβασης' }).click();
    await page.getByRole('link', { name: 'Γράψε τον τωρινό σου κωδικό' }).waitFor();
    await form.getByLabel('Ο τωρινός σου κωδικός').fill(demoPassword());
    await touch(true);
    await form.getByRole('button', { name: 'Πρόσθεσε κλειδί πρόσβασης' }).click();
    await page.getByText('Το κλειδί πρόσβασης είναι έτοιμο.').waitFor();
    await touch(false);
    await page.getByRole('heading', { name: 'Κινητό της Μαρίας' }).waitFor();
    await page.getByText('δεν έχει χρησιμοποιηθεί ακόμη').waitFor();
    expect(await barriers(page)).toEqual([]);
    await fits(page);

    await signOut(page, name);
    await page.goto('/sign-in?next=/account');
    const way = page.getByRole('button', { name: /^Σύνδεση με το δακτυλικό σου αποτύπωμα/ });
    await way.waitFor();
    expect(await barriers(page)).toEqual([]);
    await fits(page);
    await touch(true);
    await way.click();
    await page.waitForURL((url) => url.pathname === '/account');
    await page.getByText('Τελευταία σύνδεση:').waitFor();
    expect(troubles).toEqual([]);
    await window.close();
  });

  it('an official asks for a code of the phone after the password, and comes in with it', async () => {
    const { window, page, troubles } = await someone(browser, phone);
    await signIn(page, 'technical', '/account');
    const name = (await page.getByLabel('Ονοματεπώνυμο').inputValue()).split(' ')[0] ?? '';
    /** Opens what asks for a code and the password, and fills both in. */
    const actBy = async (act: string, code = '') => {
      await page.getByRole('button', { name: act }).click();
      const form = page.locator('form').filter({ has: page.getByRole('button', { name: act }) });
      await form.getByLabel('Έξι ψηφία ή κωδικός ανάκτησης').fill(code);
      await form.getByLabel('Ο τωρινός σου κωδικός').fill(demoPassword());
      await form.getByRole('button', { name: act }).click();
    };
    await page.getByRole('button', { name: 'Βάλε δεύτερο βήμα', exact: true }).click();
    await page.getByLabel('Ο τωρινός σου κωδικός').last().fill(demoPassword());
    await page.locator('form').filter({ has: page.getByRole('button', { name: 'Συνέχισε', exact: true }) }).getByRole('button', { name: 'Συνέχισε' }).click();
    await page.getByRole('img', { name: 'Εικόνα QR για την εφαρμογή κωδικών' }).waitFor();
    const secret = ((await page.locator('code').first().textContent()) ?? '').replace(/\s/g, '');
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    expect(await barriers(page)).toEqual([]);
    await fits(page);
    await page.getByLabel('Τα έξι ψηφία που δείχνει η εφαρμογή').fill(totp.generate());
    await page.getByRole('button', { name: 'Βάλε το δεύτερο βήμα' }).click();
    await page.getByRole('heading', { name: 'Οι δέκα κωδικοί ανάκτησης' }).waitFor();
    const codes = await page.locator('ol code').allTextContents();
    expect(codes).toHaveLength(10);
    expect(await barriers(page)).toEqual([]);
    await fits(page);
    await page.getByRole('button', { name: 'Τους φύλαξα' }).click();
    await page.getByText('Σου μένουν 10 κωδικοί ανάκτησης.').waitFor();

    await signOut(page, name);
    await signIn(page, 'technical', '/account');
    expect(new URL(page.url()).pathname).toBe('/sign-in/code');
    await page.getByRole('heading', { level: 1, name: 'Ένα βήμα ακόμη' }).waitFor();
    const typed = page.getByLabel('Έξι ψηφία ή κωδικός ανάκτησης');
    expect(await typed.getAttribute('autocomplete')).toBe('one-time-code');
    await typed.fill('12 34');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Υπάρχει πρόβλημα' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await fits(page);
    // The code by which it was set up is used: the phone shows the next one.
    await typed.fill(totp.generate({ timestamp: Date.now() + 30_000 }));
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/account');

    // With few codes left new ones are taken, by one of those.
    await actBy('Πάρε νέους κωδικούς ανάκτησης', codes[0]);
    await page.getByRole('heading', { name: 'Οι δέκα κωδικοί ανάκτησης' }).waitFor();
    const renewed = await page.locator('ol code').allTextContents();
    expect(new Set([...codes, ...renewed])).toHaveLength(20);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Τους φύλαξα' }).click();

    // The other stories know this official by the password alone.
    await actBy('Κλείσε το δεύτερο βήμα', renewed[0]);
    await page.getByText('Το δεύτερο βήμα έκλεισε.').waitFor();
    // A wrong code is told with 401, which the browser writes down by itself.
    expect(troubles.filter((trouble) => !trouble.includes('401'))).toEqual([]);
    await window.close();
  });

  it('an administrator takes away what somebody lost, once they were asked whether they mean it', async () => {
    const { window, page, troubles } = await someone(browser);
    await signIn(page, 'admin', '/people?search=citizen2@isegoria.example');
    await page.getByRole('button', { name: /^Έχασε τη συσκευή/ }).click();
    await page.getByText('Βεβαιώσου πρώτα ποιος σου το ζητά').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ναι, αφαίρεσέ τα' }).click();
    await page.getByText(/αφαίρεσε το δεύτερο βήμα από τον λογαριασμό/).waitFor();
    await page.getByRole('button', { name: /^Έχασε τη συσκευή/ }).waitFor({ state: 'detached' });
    expect(await barriers(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await window.close();
  });
});

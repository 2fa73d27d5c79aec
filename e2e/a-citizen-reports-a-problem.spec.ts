import sharp from 'sharp';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, cityUrl, goWithout, openBrowser, someone, workerIsHere } from './browser';
import { signIn } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 }, geolocation: { latitude: 37.9437, longitude: 23.0301 }, permissions: ['geolocation'] };
const words = 'Ακριβώς πριν από τη διάβαση <b>, τα ποδήλατα την παίρνουν στο σκοτάδι.';
const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
const narrow = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');

describe('a problem of the street', () => {
  it('is reported from a phone where it is, joined by a neighbour, planned and fixed by the department, and opened again by whoever reported it', async () => {
    const citizen = await someone(browser, phone);
    const neighbour = await someone(browser, phone);
    const official = await someone(browser);
    await signIn(citizen.page, 'citizen', '/requests/new');
    await signIn(neighbour.page, 'citizen2');
    await signIn(official.page, 'technical');

    const id = await report(citizen.page);
    await neighbour.page.goto(`/requests/${id}`);
    // The first words of the page's HTML say it too, after how it stands.
    await neighbour.page.getByText(words, { exact: true }).waitFor();
    expect(await barriers(neighbour.page)).toEqual([]);
    expect(await narrow(neighbour.page)).toBeLessThanOrEqual(390);
    await neighbour.page.getByRole('button', { name: /^Με αφορά κι εμένα/ }).click();
    await neighbour.page.getByRole('button', { name: /^Σε αφορά κι εσένα/ }).waitFor();

    await official.page.goto(`/requests/${id}`);
    await step(official.page, 'Ορίζουμε ημέρα', 'Έρχεται συνεργείο με άσφαλτο, το πρωί.', day);
    // Whoever has the page open sees it come.
    for (const { page } of [citizen, neighbour]) await page.getByText('Έρχεται συνεργείο με άσφαλτο, το πρωί.').first().waitFor();
    await step(official.page, 'Διορθώθηκε', 'Κλείσαμε τη λακκούβα με θερμή άσφαλτο.');
    await citizen.page.getByText('Κλείσαμε τη λακκούβα με θερμή άσφαλτο.').first().waitFor();

    await citizen.page.getByRole('button', { name: 'Όχι, δεν διορθώθηκε' }).click();
    await citizen.page.getByLabel('Τι μένει να γίνει;').fill('Έφυγε με την πρώτη βροχή, είναι πάλι εκεί.');
    expect(await barriers(citizen.page)).toEqual([]);
    await citizen.page.getByRole('button', { name: 'Στείλε το', exact: true }).click();
    for (const { page } of [neighbour, official]) await page.getByText('Έφυγε με την πρώτη βροχή, είναι πάλι εκεί.').first().waitFor();
    await neighbour.page.getByText('Άνοιξε ξανά').first().waitFor();

    // Whoever follows the neighbourhood finds it among what is new there, and the last gathering waits in the inbox.
    const { data } = (await (await fetch(`${cityUrl}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', origin: cityUrl }, body: JSON.stringify({ query: 'query ($id: ID!) { request(id: $id) { district { id } } }', variables: { id } }) })).json()) as { data: { request: { district: { id: string } } } };
    await neighbour.page.goto(`/requests?district=${data.request.district.id}`);
    await neighbour.page.getByRole('button', { name: 'Παρακολούθησε τη γειτονιά' }).click();
    await neighbour.page.getByRole('button', { name: 'Παρακολουθείς τη γειτονιά' }).waitFor();
    expect(await barriers(neighbour.page)).toEqual([]);
    expect(await narrow(neighbour.page)).toBeLessThanOrEqual(390);
    await neighbour.page.getByRole('link', { name: 'Τι νέο υπάρχει στη γειτονιά', exact: true }).click();
    await neighbour.page.getByRole('heading', { level: 1, name: /^Νέα: / }).waitFor();
    await neighbour.page.locator(`a[href="/requests/${id}"]`).first().waitFor();
    expect(await barriers(neighbour.page)).toEqual([]);
    expect(await narrow(neighbour.page)).toBeLessThanOrEqual(390);
    await neighbour.page.goto('/inbox');
    await neighbour.page.getByRole('link', { name: /στις γειτονιές και στα θέματα που παρακολουθείς$/ }).first().click();
    await neighbour.page.getByRole('heading', { level: 1, name: 'Νέα στα μέρη και στα θέματά σου' }).waitFor();
    await neighbour.page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await barriers(neighbour.page)).toEqual([]);
    expect(await narrow(neighbour.page)).toBeLessThanOrEqual(390);

    // Other programs read the same.
    const [told] = (await (await fetch(`${cityUrl}/open311/v2/requests/${id}.json`)).json()) as { status: string; description: string; media_url: string }[];
    expect(told).toMatchObject({ status: 'open', description: words });
    expect((await fetch(told?.media_url.replace(/^https?:\/\/[^/]+/, cityUrl) ?? '')).status).toBe(200);
    const updates = await (await fetch(`${cityUrl}/open311/v2/servicerequestupdates.xml`)).text();
    for (const said of ['Έρχεται συνεργείο', 'Κλείσαμε τη λακκούβα']) expect(updates).toContain(said);
    expect([...citizen.troubles, ...neighbour.troubles, ...official.troubles]).toEqual([]);
    for (const { window } of [citizen, neighbour, official]) await window.close();
  }, 240_000);

  it('is begun where there is no connection, and sent when there is one', async () => {
    const { window, page } = await someone(browser, phone);
    await signIn(page, 'citizen2', '/requests/new');
    await workerIsHere(page);
    await expect.poll(() => page.evaluate<boolean>("caches.match('/requests/new').then(Boolean)")).toBe(true);
    await page.goto('/');
    await window.setOffline(true);
    await goWithout(page, '/decisions');
    await page.getByRole('link', { name: 'Ανάφερε ένα πρόβλημα' }).click();
    await page.getByText('Γράψε το από τώρα').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await narrow(page)).toBeLessThanOrEqual(390);
    await what(page);
    await page.getByText('Γράψε το από τώρα').waitFor();
    await window.setOffline(false);
    await page.getByText('Γράψε το από τώρα').waitFor({ state: 'detached' });
    expect(await whereAndMore(page)).toMatch(/^\d+$/);
    await window.close();
  }, 120_000);

  it('is reported by another program too, with a key that an administrator gives and takes back', async () => {
    const { window, page, troubles } = await someone(browser, { viewport: { width: 390, height: 844 } });
    await signIn(page, 'admin', '/requests/sources');
    await page.getByLabel('Όνομα του προγράμματος').fill('Εφαρμογή γειτονικού δήμου');
    await page.getByRole('button', { name: 'Νέο κλειδί' }).press('Enter');
    const key = (await page.getByText(/^o311_/).textContent()) ?? '';
    expect(await barriers(page)).toEqual([]);
    expect(await narrow(page)).toBeLessThanOrEqual(390);
    const handIn = () => fetch(`${cityUrl}/open311/v2/requests.json`, { method: 'POST', body: new URLSearchParams({ api_key: key, service_code: 'pavement', lat: '37.9437', long: '23.0301', description: 'Σπασμένη πλάκα' }) });
    const [sent] = (await (await handIn()).json()) as { service_request_id: string }[];
    await page.goto(`/requests/${sent?.service_request_id ?? ''}`);
    await page.getByText('Σπασμένη πλάκα').filter({ visible: true }).first().waitFor();

    await page.goto('/requests/sources');
    await page.getByText(/^1 αίτημα/).waitFor();
    await page.getByRole('button', { name: 'Ανάκληση του κλειδιού: Εφαρμογή γειτονικού δήμου' }).press('Enter');
    await page.getByRole('button', { name: 'Ναι, να ανακληθεί' }).press('Enter');
    await page.getByText('Ανακλήθηκε', { exact: true }).waitFor();
    expect((await handIn()).status).toBe(403);
    expect(troubles).toEqual([]);
    await window.close();
  });
});

/** What, where, a picture and words: the number of the request. */
async function report(page: Page): Promise<string> {
  await what(page);
  return whereAndMore(page);
}

async function what(page: Page): Promise<void> {
  await page.getByLabel('Πες το με μία λέξη').fill('λακκούβα');
  await page.getByRole('button', { name: /^Λακκούβα στο οδόστρωμα/ }).click();
}

async function whereAndMore(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Εδώ που είμαι' }).click();
  await expect.poll(() => page.locator('main input[role=combobox]').first().inputValue(), { timeout: 20_000 }).not.toBe('');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Συνέχεια' }).click();
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#555' } }).jpeg().toBuffer();
  await page.locator('input[type=file]').setInputFiles({ name: 'hole.jpg', mimeType: 'image/jpeg', buffer: picture });
  await page.locator('main form img').first().waitFor();
  await page.getByLabel('Μεγαλύτερη').check();
  await page.getByLabel(/^Με δικά σου λόγια/).fill(words);
  expect(await narrow(page)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Συνέχεια' }).click();
  await page.getByRole('heading', { level: 1, name: 'Έτοιμο να φύγει;' }).waitFor();
  await page.getByRole('button', { name: 'Στείλε το' }).click();
  await page.getByRole('heading', { level: 1, name: 'Το λάβαμε' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  const id = /\/requests\/(\d+)\/sent/.exec(page.url())?.[1] ?? '';
  await page.getByRole('link', { name: 'Δες το αίτημα' }).click();
  await page.getByText(words).waitFor();
  return id;
}

/** A department's public step. */
async function step(page: Page, name: string, said: string, on?: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Τι γίνεται τώρα' });
  await form.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
  if (on) await form.getByLabel(/^Μέρα της εργασίας/).fill(on);
  await form.getByLabel(/^Τι λες σε όσους το διαβάζουν/).fill(said);
  await form.getByRole('button', { name: 'Δημοσίευσέ το' }).click();
  await page.locator('main').getByText(said).first().waitFor();
}

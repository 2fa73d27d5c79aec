import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, cityUrl, openBrowser, quiet, someone } from './browser';
import { demoPassword } from './people';

const phone = { viewport: { width: 390, height: 844 } };

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

/** A demo person's own window, signed in without the page. */
async function personAt(who: string, path: string, options = {}) {
  const opened = await someone(browser, options);
  const answer = await opened.window.request.post('/auth/sign-in', { headers: { origin: cityUrl }, data: { email: `${who}@isegoria.example`, password: demoPassword() } });
  expect(answer.ok(), `${who} signs in`).toBe(true);
  await opened.page.goto(path);
  return opened;
}

/** Asks the city as the page of this window would. */
async function ask<T>(window: BrowserContext, query: string, variables: object = {}): Promise<T> {
  const answer = await window.request.post('/graphql', { headers: { origin: cityUrl }, data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data: T; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

describe('a citizen by keyboard, on a phone', () => {
  it('gives points, where they are on the list of those who are asked', async () => {
    const { page, window, troubles } = await personAt('citizen', '/budgets/schools/vote/city', phone);
    await page.getByText('Μπορείς να ψηφίσεις.').waitFor();
    await page.getByText(/Μέλη του καταλόγου «Γονείς και κηδεμόνες»/).waitFor();
    await page.getByRole('textbox').first().focus();
    await page.keyboard.type('7');
    // Past the way to the project's own page.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('4');
    await page.getByText('Ένας βαθμός παραπάνω από όσους έχεις').first().waitFor();
    expect(await page.getByRole('button', { name: 'Δες την ψήφο σου (2)' }).isDisabled()).toBe(true);
    await page.keyboard.press('Backspace');
    await page.keyboard.type('3');
    await page.getByText('Απομένουν 0 από 10 βαθμούς').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Δες την ψήφο σου (2)' }).press('Enter');
    await page.getByText('7 βαθμοί', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Στείλε την ψήφο μου' }).press('Enter');
    await heading(page, /^Ψήφισες/);
    expect(troubles).toEqual([]);
    await window.close();
  });

  it('is told why they may not, puts it right where it is theirs to do, and ranks', async () => {
    const { page, window, troubles } = await personAt('citizen2', '/budgets/schools/vote/city', phone);
    await page.getByText('Δεν μπορείς να ψηφίσεις εδώ').waitFor();
    await page.getByText(/δεν είσαι σε αυτόν/).waitFor();
    await page.goto('/budgets/youth/vote/city');
    await page.getByText(/δεν ξέρουμε το έτος γέννησής σου/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Ο λογαριασμός σου' }).press('Enter');
    await page.getByLabel('Έτος γέννησης').fill('1990');
    await page.getByLabel('Έτος γέννησης').press('Enter');
    await page.getByText('Αποθηκεύτηκε', { exact: false }).first().waitFor();
    await page.goto('/budgets/youth/vote/city');
    await page.getByText('Μπορείς να ψηφίσεις.').waitFor();
    for (const name of ['Πίστα σκέιτ στο λιμάνι', 'Εξεταστική με παρέα']) await page.getByRole('button', { name: `Πρόσθεσε: ${name}` }).press('Enter');
    await page.getByRole('button', { name: 'Πάνω: Εξεταστική με παρέα' }).press('Enter');
    expect(await page.getByRole('list', { name: 'Η σειρά σου' }).getByRole('listitem').allInnerTexts()).toMatchObject([expect.stringContaining('Εξεταστική'), expect.stringContaining('Πίστα')]);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Δες την ψήφο σου (2)' }).press('Enter');
    await page.getByText('θέση 1', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Στείλε την ψήφο μου' }).press('Enter');
    await heading(page, /^Ψήφισες/);
    expect(troubles).toEqual([]);
    await window.close();
  });
});

describe('a ballot on paper', () => {
  it('is read by two officials, side by side where they differ, and replaces the vote of this site', async () => {
    const first = await personAt('technical', '/votes/desk', phone);
    const second = await personAt('environment', '/votes/desk');
    const enter = async (page: Page, points: string) => {
      await page.getByLabel('Ψηφοφορία').selectOption({ label: 'Τα σχολεία μας, με βαθμούς: Όλη η πόλη' });
      await page.getByLabel('Αριθμός δελτίου ή κλήσης').fill('17');
      await page.getByLabel('ΑΦΜ ή e-mail λογαριασμού').fill('citizen@isegoria.example');
      await page.getByLabel('Χαρτί').check();
      await page.getByLabel(/Βρύσες με φίλτρο/).fill(points);
      await page.getByLabel(/Βρύσες με φίλτρο/).press('Enter');
    };
    await enter(first.page, '9');
    await first.page.getByText(/Περιμένει τον δεύτερο υπάλληλο/).waitFor();
    await enter(second.page, '6');
    await second.page.getByText(/Ο άλλος υπάλληλος διάβασε κάτι διαφορετικό/).waitFor();
    for (const { page } of [first, second]) {
      await page.reload();
      await page.getByRole('heading', { name: 'Διάβασες εσύ' }).waitFor();
      await page.getByRole('heading', { name: 'Διάβασε ο άλλος υπάλληλος' }).waitFor();
      // The words of the options come after the papers.
      await quiet(page);
      expect(await page.getByText(/2\. Βρύσες με φίλτρο σε κάθε σχολείο/).count()).toBeGreaterThanOrEqual(2);
      expect(await page.getByText('(διαφέρει)').count()).toBe(2);
      expect(await barriers(page)).toEqual([]);
    }
    await enter(second.page, '9');
    await second.page.getByText(/Η ψήφος μέτρησε/).waitFor();
    expect([first.troubles, second.troubles]).toEqual([[], []]);

    const citizen = await personAt('citizen', '/budgets/schools/vote/city');
    await citizen.page.getByText(/Έχεις ήδη ψηφίσει εκτός διαδικτύου/).waitFor();
    for (const { window } of [first, second, citizen]) await window.close();
  });
});

describe('a list of members', () => {
  it('is made by an administrator, who is told which lines name nobody', async () => {
    const { page, window, troubles } = await personAt('admin', '/electorates', phone);
    await page.getByText(/Μέλη του καταλόγου «Γονείς και κηδεμόνες»/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Όνομα στα ελληνικά').fill('Έμποροι της αγοράς');
    await page.getByLabel('Όνομα στα αγγλικά').fill('Market traders');
    await page.getByRole('button', { name: 'Φτιάξε τον κατάλογο' }).press('Enter');
    await heading(page, 'Έμποροι της αγοράς');
    await page.getByLabel('Μία γραμμή για κάθε μέλος').fill('citizen@isegoria.example\nnobody@isegoria.example\n090000045');
    await page.getByRole('button', { name: 'Βάλε τα μέλη' }).press('Enter');
    await page.getByText('Μία γραμμή δεν ταίριαξε. Δεν άλλαξε τίποτα.').waitFor();
    await page.getByText('Γραμμή 2:').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.locator('input[type=file]').setInputFiles({ name: 'traders.csv', mimeType: 'text/csv', buffer: Buffer.from('Όνομα;E-mail;ΑΦΜ\nΜαρία;citizen@isegoria.example;\nΝίκος;;090000045\n') });
    await page.getByText('Διαβάστηκαν 2 μέλη.').waitFor();
    await page.getByRole('button', { name: 'Βάλε τα μέλη' }).press('Enter');
    await page.getByText('Άλλαξαν 2 μέλη').waitFor();
    await page.goto('/electorates/parents');
    await page.getByText(/Δεν αλλάζει ως/).waitFor();
    expect(troubles).toEqual([]);
    await window.close();
  });
});

describe('a sealed box with three trustees', () => {
  const trustees = [{ who: 'moderator', name: 'Ελένη Σωτηρίου' }, { who: 'moderator2', name: 'Νίκος Λαζαρίδης' }, { who: 'council', name: 'Ανδρέας Πολίτης' }];
  const ballotOf = (budgetId: string) => `budget:${budgetId}.city`;
  const title = 'Η σφραγισμένη ψηφοφορία';

  it('is opened by two of their shares, made in a browser, and audited in another', async () => {
    const admin = await personAt('admin', '/votes/boxes');
    const budgetId = await aSealedBudget(admin.window, title);
    const shares = await makeKey(admin.page, trustees.map(({ name }) => name));
    expect(await barriers(admin.page)).toEqual([]);

    for (const who of ['citizen', 'citizen2']) {
      const { page, window } = await personAt(who, `/budgets/${budgetId}/vote/city`, phone);
      await page.getByRole('button', { name: `Βάλε στο καλάθι: ${who === 'citizen' ? 'Παγκάκι' : 'Πλατάνι'}` }).press('Enter');
      await page.getByRole('link', { name: 'Δες την ψήφο σου (1)' }).press('Enter');
      await page.getByRole('button', { name: 'Στείλε την ψήφο μου' }).press('Enter');
      await heading(page, /^Ψήφισες/);
      await window.close();
    }
    await endVoting(admin.window);

    const windows = await Promise.all([0, 2].map((at) => personAt(trustees[at]?.who ?? '', '/votes/boxes', phone)));
    const [first, third] = windows.map(({ page }) => page);
    if (!first || !third) throw new Error('nobody came');
    await give(first, title, shares[2] ?? '');
    await first.getByText(/Αυτό δεν είναι το μερίδιό σου/).waitFor();
    expect(await barriers(first)).toEqual([]);
    await give(first, title, shares[0] ?? '');
    await boxOn(first, title).getByText('έδωσε το μερίδιο').waitFor();
    // The second trustee never comes: the third one's share is enough.
    await give(third, title, shares[2] ?? '');
    await boxOn(third, title).getByText('Άνοιξε', { exact: true }).waitFor({ timeout: 60_000 });
    await boxOn(third, title).getByText('Έγκυρα').waitFor();

    await first.goto(`/votes/boxes/${encodeURIComponent(ballotOf(budgetId))}/audit`);
    await first.getByRole('button', { name: 'Έλεγξε την κάλπη' }).press('Enter');
    await first.getByText(/Ταιριάζουν ένα προς ένα: 2 σφραγισμένα ψηφοδέλτια έγιναν 2 ανοιγμένα/).waitFor({ timeout: 90_000 });
    await first.getByRole('button', { name: 'Άνοιξέ τα ξανά με το κλειδί σας' }).press('Enter');
    for (const [at, share] of [shares[0], shares[2]].entries()) await first.getByLabel(`Μερίδιο ${at + 1}`).fill(share ?? '');
    await first.getByRole('button', { name: 'Έλεγξε την κάλπη' }).press('Enter');
    await first.getByText(/το καθένα γράφει ό,τι δημοσιεύτηκε/).waitFor({ timeout: 30_000 });
    await first.getByRole('button', { name: 'Τα μαθηματικά' }).press('Enter');
    expect(await barriers(first)).toEqual([]);
    await anybodyAudits(first, ballotOf(budgetId));
    for (const { window, troubles } of [admin, ...windows]) {
      expect(troubles).toEqual([]);
      await window.close();
    }
  }, 240_000);
});

/** Somebody without an account has the file, and finds what was changed in it. */
async function anybodyAudits(trustee: Page, ballotId: string): Promise<void> {
  const path = `/boxes/${encodeURIComponent(ballotId)}/audit.jsonl`;
  const file = await (await trustee.context().request.get(path)).text();
  const { page, window } = await someone(browser, phone);
  expect((await window.request.get(path)).status()).toBe(401);
  await page.goto(`/votes/boxes/${encodeURIComponent(ballotId)}/audit`);
  const audit = async (text: string) => {
    await page.locator('input[type=file]').setInputFiles({ name: 'audit.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Έλεγξε την κάλπη' }).press('Enter');
  };
  await audit(file);
  await page.getByText(/Ταιριάζουν ένα προς ένα/).waitFor({ timeout: 30_000 });
  await audit(file.replace(/"answers":\["[^"]*"\]/, '"answers":[]'));
  await page.getByText('Τα ανοιγμένα ψηφοδέλτια δεν είναι αυτά που δημοσιεύτηκαν.').waitFor({ timeout: 30_000 });
  expect(await barriers(page)).toEqual([]);
  await window.close();
}

const boxOn = (page: Page, title: string) => page.locator('section').filter({ has: page.getByRole('heading', { name: new RegExp(title) }) });

/** The administrator and the trustees around one screen: each reads their own share off it. */
async function makeKey(page: Page, names: readonly string[]): Promise<string[]> {
  await page.reload();
  for (const [at, name] of names.entries()) {
    await page.getByLabel(`Αναζήτηση μέλους ${at + 1}`).fill(name);
    await page.getByLabel(`Αναζήτηση μέλους ${at + 1}`).press('Enter');
    await page.getByLabel(`Μέλος ${at + 1}`, { exact: true }).selectOption({ label: name });
  }
  await page.getByRole('button', { name: 'Φτιάξε το κλειδί' }).press('Enter');
  await page.getByText('Το κλειδί φτιάχτηκε και χωρίστηκε').waitFor();
  const shares: string[] = [];
  for (const name of names) {
    await page.getByRole('button', { name: `Μερίδιο: ${name}` }).press('Enter');
    shares.push(await page.getByText(/^isegoria-share\./).innerText());
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Το πήρα' }).press('Enter');
  }
  await page.getByRole('button', { name: 'Τα πήραν όλοι' }).press('Enter');
  return shares;
}

async function give(page: Page, title: string, share: string): Promise<void> {
  const field = boxOn(page, title).getByLabel('Μερίδιο κλειδιού');
  await field.fill(share);
  await field.press('Enter');
}

/** A budget of two projects, announced at once, since its voting phase lasts already. */
async function aSealedBudget(window: BrowserContext, title: string): Promise<string> {
  const input = {
    title: { el: title, en: 'The sealed vote' }, summary: { el: 'Με εφορευτική επιτροπή.', en: 'With trustees.' }, processId: 'schools', areas: [{ id: 'city', money: 100_000_00 }], form: 'approval', withinMoney: true,
    rule: 'equalshares/add1u', ties: ['lower-cost', 'more-votes', 'id'], secrecy: 'sealed', electorate: { verified: false }, channels: [],
  };
  const { saveBudget } = await ask<{ saveBudget: { id: string } }>(window, 'mutation ($input: BudgetInput!) { saveBudget(input: $input) { ... on Budget { id } } }', { input });
  for (const name of ['Παγκάκι', 'Πλατάνι']) {
    const project = { budgetId: saveBudget.id, areaId: 'city', title: name, text: 'Στην πλατεία.', cost: 60_000_00 };
    const { saveBudgetProject } = await ask<{ saveBudgetProject: { id: string } }>(window, 'mutation ($input: BudgetProjectInput!) { saveBudgetProject(input: $input) { ... on BudgetProject { id } } }', { input: project });
    await ask(window, 'mutation ($id: ID!) { decideFeasibility(projectId: $id, feasibility: feasible, reason: "Γίνεται.") { __typename } }', { id: saveBudgetProject.id });
  }
  const { announceVoting } = await ask<{ announceVoting: { __typename: string } }>(window, 'mutation ($id: ID!) { announceVoting(budgetId: $id) { __typename } }', { id: saveBudget.id });
  expect(announceVoting.__typename).toBe('Budget');
  return saveBudget.id;
}

/** The administrator ends the voting phase some seconds from now; waits until it is over for every process. */
async function endVoting(window: BrowserContext): Promise<void> {
  const fields = 'name { el en } summary { el en } opensAt settings { contributions comments supports criteria { id } districts answerWithinDays }';
  const { process } = await ask<{ process: { revision: number; phases: { name: object; summary: object; opensAt: string; settings: object }[] } }>(window, `{ process(id: "schools") { revision phases { ${fields} } } }`);
  const { revision, phases: [phase] } = process;
  const closesAt = new Date(Date.now() + 6000);
  const input = { processId: 'schools', revision, phaseId: 'voting', ...phase, closesAt: closesAt.toISOString() };
  const { updatePhase } = await ask<{ updatePhase: { __typename: string } }>(window, 'mutation ($input: PhaseInput!) { updatePhase(input: $input) { __typename } }', { input });
  expect(updatePhase.__typename).toBe('Process');
  await new Promise((wake) => setTimeout(wake, closesAt.getTime() - Date.now() + 3000));
}

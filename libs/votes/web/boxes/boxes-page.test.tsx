import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Stage } from '@isegoria/ui/web';
import { el as ui } from '@isegoria/ui/contracts';
import { el, joinedKey, shareDigest } from '@isegoria/votes/contracts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Component as BoxesPage } from './boxes-page';

// The test's window has arrays of its own, which Node's cryptography does not know; a browser has one sort only.
vi.stubGlobal('ArrayBuffer', Buffer.from('').buffer.constructor);
vi.stubGlobal('Uint8Array', Object.getPrototypeOf(Buffer));

const people = ['Άννα', 'Βασίλης', 'Γιώτα'].map((name) => ({ id: `c-${name}`, name }));
const result = { valid: 812, invalid: 3, blank: 5, replaced: 41, digest: 'd' };

/** A city in the test's hand. */
function aCity({ state = 'ready', roles = ['citizen'], me = 'c-Άννα', reason = '', isKept = true } = {}) {
  const trustees = state === 'keyless' ? [] : people.map(({ id, name }) => ({ citizenId: id, name, hasGiven: id === 'c-Γιώτα' }));
  const box = { ballotId: 'budget:2026', title: { el: 'Προϋπολογισμός 2026 <script>', en: 'Budget 2026' }, path: '/budgets/2026', state, publicKey: null as string | null, isDemo: false, trustees, result: state === 'opened' ? result : null };
  const give = vi.fn((_given: unknown) => ({ giveShare: reason ? { __typename: 'NotAllowed', reason } : { __typename: 'ShareTaken' } }));
  /** How the line is: an answer that is lost, and whether the city heard the question. */
  const line = { isDown: false, isKept };
  const set = vi.fn(({ publicKey }: { publicKey: string; trustees: { citizenId: string; digest: string }[] }) => {
    if (line.isKept) Object.assign(box, { state: 'ready', publicKey });
    if (line.isDown) throw new Error('the line broke');
    return { setBoxKey: { __typename: 'BoxKeySet' } };
  });
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation === 'Boxes') return { boxes: [box] };
    if (operation === 'Me') return { me: { id: me, name: 'Άννα', email: null, roles, departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true } };
    if (operation === 'PeopleFor') return { people: { items: people.filter(({ name }) => name === variables['search']) } };
    return operation === 'GiveShare' ? give(variables) : set(variables as Parameters<typeof set>[0]);
  };
  render(<Stage words={{ ui, votes: el }} answer={answer}><BoxesPage /></Stage>);
  return { give, set, line };
}

beforeEach(() => sessionStorage.clear());

describe('a trustee before the box', () => {
  it('gives the share, without the spaces that a copied line brings', async () => {
    const { give } = aCity();
    await userEvent.type(await screen.findByLabelText('Μερίδιο κλειδιού'), '  isegoria-share.x.1.abc ');
    await userEvent.click(screen.getByRole('button', { name: 'Δώσε το μερίδιο' }));
    await waitFor(() => expect(give).toHaveBeenCalledWith({ ballotId: 'budget:2026', share: 'isegoria-share.x.1.abc' }));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Μερίδιο κλειδιού').value).toBe(''));
    expect(screen.getByText('Πήραμε το μερίδιό σου.')).toBeDefined();
  });

  it('is told plainly that a share is wrong and that nothing has changed', async () => {
    aCity({ reason: 'share' });
    await userEvent.type(await screen.findByLabelText('Μερίδιο κλειδιού'), 'nonsense');
    await userEvent.click(screen.getByRole('button', { name: 'Δώσε το μερίδιο' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Τίποτα δεν άλλαξε');
  });

  it('finds the audit file when it is opened, which a citizen does not', async () => {
    aCity({ state: 'opened' });
    expect(await screen.findByText('812')).toBeDefined();
    expect(await screen.findByText(/Αρχείο ελέγχου/)).toBeDefined();
  });
});

describe('a citizen before the box', () => {
  it('sees how far it is and downloads what came out, but gives nothing', async () => {
    aCity({ state: 'opened', me: 'c-somebody' });
    expect((await screen.findByText(/ανοιγμένα ψηφοδέλτια/)).getAttribute('href')).toBe('/boxes/budget%3A2026/ballots.jsonl');
    expect(screen.queryByText(/Αρχείο ελέγχου/)).toBeNull();
    expect(screen.queryByLabelText('Μερίδιο κλειδιού')).toBeNull();
  });
});

describe('an administrator with three trustees around the table', () => {
  const administrator = { state: 'keyless', roles: ['citizen', 'administrator'], me: 'c-admin' };
  const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

  async function chooseThree(): Promise<void> {
    expect(await screen.findByRole('button', { name: 'Φτιάξε το κλειδί' })).toHaveProperty('disabled', true);
    for (const [at, { id, name }] of people.entries()) {
      await userEvent.type(screen.getByLabelText(`Αναζήτηση μέλους ${at + 1}`), `${name}{Enter}`);
      await userEvent.selectOptions(await screen.findByLabelText(`Μέλος ${at + 1}`), id);
    }
  }

  /** Each trustee looks at their own, alone, and says that they took it. */
  async function takeAll(): Promise<string[]> {
    const shares: string[] = [];
    for (const { name } of people) {
      await press(`Μερίδιο: ${name}`);
      shares.push(screen.getByText(/^isegoria-share\./).textContent ?? '');
      await press('Το πήρα');
      expect(screen.queryByText(/^isegoria-share\./)).toBeNull();
    }
    return shares;
  }

  it('makes the key in the browser: the city hears the public half and the digests, each trustee reads their own share', async () => {
    const { set } = aCity(administrator);
    await chooseThree();
    await press('Φτιάξε το κλειδί');
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Το κλειδί φτιάχτηκε και χωρίστηκε' }));
    const shares = await takeAll();
    expect(dialog.getAllByText('το πήρε')).toHaveLength(3);
    const sent = set.mock.lastCall?.[0];
    expect(sent?.trustees.map(({ digest }) => digest)).toEqual(shares.map(shareDigest));
    expect(JSON.stringify(sent)).not.toContain('isegoria-share');
    expect(await joinedKey(sent?.publicKey ?? '', shares.slice(1))).not.toBeNull();
    await press('Τα πήραν όλοι');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(mayLeave()).toBe(true);
  });

  it('cannot go on before each has taken theirs, and is asked before the page is closed', async () => {
    aCity(administrator);
    await chooseThree();
    expect(mayLeave()).toBe(true);
    await press('Φτιάξε το κλειδί');
    await press('Μερίδιο: Άννα');
    await press('Το πήρα');
    await userEvent.keyboard('{Escape}');
    await press('Τα πήραν όλοι');
    expect(screen.getByText(/Δεν έχουν πάρει ακόμη το μερίδιό τους: Βασίλης, Γιώτα/)).toBeDefined();
    expect(mayLeave()).toBe(false);
  });

  it('sends the same key again where the answer was lost, and no second one', async () => {
    const { set, line } = aCity({ ...administrator, isKept: false });
    line.isDown = true;
    await chooseThree();
    await press('Φτιάξε το κλειδί');
    expect(await screen.findByText(/δεν ξέρουμε αν έφτασε/)).toBeDefined();
    expect(mayLeave()).toBe(false);
    Object.assign(line, { isDown: false, isKept: true });
    await press('Στείλε ξανά το ίδιο κλειδί');
    const shares = await takeAll();
    expect(set).toHaveBeenCalledTimes(2);
    expect(set.mock.calls[1]).toEqual(set.mock.calls[0]);
    expect(await joinedKey(set.mock.lastCall?.[0].publicKey ?? '', shares.slice(1))).not.toBeNull();
  });

  it('gets the shares also when only the box itself tells that the lost key arrived', async () => {
    const { line } = aCity(administrator);
    line.isDown = true;
    await chooseThree();
    await press('Φτιάξε το κλειδί');
    expect(await screen.findByRole('alertdialog', {}, { timeout: 8000 })).toBeDefined();
    expect(await takeAll()).toHaveLength(3);
  }, 15_000);
});

/** Whether the browser would close the page without a question. */
const mayLeave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

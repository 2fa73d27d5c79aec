import { render, screen, waitFor } from '@testing-library/react';
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
function aCity({ state = 'ready', roles = ['citizen'], me = 'c-Άννα', reason = '' } = {}) {
  const trustees = state === 'keyless' ? [] : people.map(({ id, name }) => ({ citizenId: id, name, hasGiven: id === 'c-Γιώτα' }));
  const box = { ballotId: 'budget:2026', title: { el: 'Προϋπολογισμός 2026 <script>', en: 'Budget 2026' }, path: '/budgets/2026', state, isDemo: false, trustees, result: state === 'opened' ? result : null };
  const give = vi.fn((_given: unknown) => ({ giveShare: reason ? { __typename: 'NotAllowed', reason } : { __typename: 'ShareTaken' } }));
  const set = vi.fn((_key: { publicKey: string; trustees: { citizenId: string; digest: string }[] }) => {
    box.state = 'ready';
    return { setBoxKey: { __typename: 'BoxKeySet' } };
  });
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation === 'Boxes') return { boxes: [box] };
    if (operation === 'Me') return { me: { id: me, name: 'Άννα', email: null, roles, departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true } };
    if (operation === 'PeopleFor') return { people: { items: people.filter(({ name }) => name === variables['search']) } };
    return operation === 'GiveShare' ? give(variables) : set(variables as Parameters<typeof set>[0]);
  };
  render(<Stage words={{ ui, votes: el }} answer={answer}><BoxesPage /></Stage>);
  return { give, set };
}

beforeEach(() => sessionStorage.clear());

describe('a trustee before the box', () => {
  it('gives the share, without the spaces that a copied line brings', async () => {
    const { give } = aCity();
    await userEvent.type(await screen.findByLabelText('Μερίδιο κλειδιού'), '  isegoria-share.x.1.abc ');
    await userEvent.click(screen.getByRole('button', { name: 'Δώσε το μερίδιο' }));
    await waitFor(() => expect(give).toHaveBeenCalledWith({ ballotId: 'budget:2026', share: 'isegoria-share.x.1.abc' }));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Μερίδιο κλειδιού').value).toBe(''));
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
  it('makes the key in the browser: the city hears the public half and the digests, the trustees read their shares', async () => {
    const { set } = aCity({ state: 'keyless', roles: ['citizen', 'administrator'], me: 'c-admin' });
    expect(await screen.findByRole('button', { name: 'Φτιάξε το κλειδί' })).toHaveProperty('disabled', true);
    for (const [at, { id, name }] of people.entries()) {
      await userEvent.type(screen.getByLabelText(`Αναζήτηση μέλους ${at + 1}`), `${name}{Enter}`);
      await userEvent.selectOptions(await screen.findByLabelText(`Μέλος ${at + 1}`), id);
    }
    await userEvent.click(screen.getByRole('button', { name: 'Φτιάξε το κλειδί' }));
    expect(await screen.findByText('Το κλειδί φτιάχτηκε και χωρίστηκε')).toBeDefined();
    const shares = screen.getAllByText(/^isegoria-share\./).map(({ textContent }) => textContent ?? '');
    const sent = set.mock.lastCall?.[0];
    expect(sent?.trustees.map(({ digest }) => digest)).toEqual(shares.map(shareDigest));
    expect(JSON.stringify(sent)).not.toContain('isegoria-share');
    expect(await joinedKey(sent?.publicKey ?? '', shares.slice(1))).not.toBeNull();
  });
});

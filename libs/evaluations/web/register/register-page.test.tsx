import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/evaluations/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { blankDecision } from './decision-fields';
import type { Import } from './documents';
import { Component as EnterPage } from './enter-page';
import { Component as RegisterPage } from './register-page';

const boss = { id: 'a', name: 'Διαχειριστής', roles: ['citizen', 'administrator'], departmentId: null, districtId: null, locale: 'el', confirmed: true };
const resting: Import = {
  address: 'https://diavgeia.gov.gr', organisation: { id: '6174', name: { el: 'ΔΗΜΟΣ ΛΗΜΝΟΥ', en: 'ΔΗΜΟΣ ΛΗΜΝΟΥ' } }, units: [], since: '2026-01-01', isOn: true, everyMinutes: 60, state: 'WAITING',
  readTo: '2026-05-01T09:00:00Z', startedAt: '2026-05-01T09:00:00Z', endedAt: '2026-05-01T09:02:00Z', nextAt: '2026-05-01T10:02:00Z', acts: 1208, progress: null,
  lastRun: { added: 12, changed: 2, unchanged: 40, refused: 3 }, failure: null,
};

/** A city in the test's hand: how the import stands, and what becomes of what is sent. */
function aCity(page: 'register' | 'enter', { register = resting, answer = null as object | null } = {}) {
  const sent = vi.fn((_variables: Record<string, unknown>) => answer);
  const city = (operation: string, variables: Record<string, unknown>) => {
    if (operation === 'Me') return { me: boss };
    if (operation === 'City') return { city: { name: { el: 'Δ', en: 'D' }, population: 1, districts: [], departments: [], categories: [] } };
    if (operation === 'RegisterImport') return { registerImport: register };
    if (operation === 'RegisterRefusals') return { registerRefusals: { items: [{ id: '1', record: 'ΨΚ70ΩΔΙ-ΛΝ9', at: '2026-05-01T09:01:00Z', reasons: [{ code: 'too_long', field: 'subject', value: '4000' }] }], next: null, total: 1 } };
    if (operation === 'RegisterBody') return { registerBody: { __typename: 'RegisterBody', id: '6174', name: 'ΔΗΜΟΣ ΛΗΜΝΟΥ', units: [{ id: '81204', name: 'ΓΡΑΦΕΙΟ ΔΗΜΑΡΧΟΥ', isActive: true }] } };
    return sent(variables);
  };
  const Page = page === 'register' ? RegisterPage : EnterPage;
  const { container } = render(<Stage words={{ ui, evaluations: el }} answer={city}><Page /></Stage>);
  return { sent, container };
}

// Colours and layout need a real browser; names, roles and relations do not.
const problemsFor = async (container: Element) => (await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map(({ id }) => id);

beforeEach(() => sessionStorage.clear());

describe('an administrator who looks at how acts come in', () => {
  it('reads how far it is, what the last reading brought, and why a record was refused', async () => {
    const { container } = aCity('register');
    expect(await screen.findByText('1.208 πράξεις του φορέα είναι εδώ')).toBeTruthy();
    expect(screen.getByText('12 νέες, 2 άλλαξαν, 40 όπως πριν, 3 απορρίφθηκαν')).toBeTruthy();
    expect(await screen.findByText('το subject ξεπερνά τα 4000 χαρακτήρες')).toBeTruthy();
    expect(await problemsFor(container)).toEqual([]);
  });

  it('reads a failure as a sentence', async () => {
    aCity('register', { register: { ...resting, state: 'FAILED', failure: { code: 'NOT_JSON', asked: '/opendata/search.json', at: '2026-05-01T09:01:00Z' } } });
    expect(await screen.findByText(/απάντησε με σελίδα αντί για δεδομένα/)).toBeTruthy();
  });

  it('chooses a body by its number and some of its offices', async () => {
    const { sent, container } = aCity('register', { register: { ...resting, organisation: null, state: 'OFF', isOn: false }, answer: { configureRegister: { __typename: 'RegisterImport' } } });
    await userEvent.type(await screen.findByLabelText(/Αριθμός του φορέα/), '6174');
    await userEvent.click(screen.getByText('Βρες τον'));
    await userEvent.click(await screen.findByLabelText('ΓΡΑΦΕΙΟ ΔΗΜΑΡΧΟΥ'));
    expect(await problemsFor(container)).toEqual([]);
    await userEvent.click(screen.getByText('Αποθήκευσε'));
    await waitFor(() => expect(sent).toHaveBeenCalled());
    expect(sent.mock.lastCall?.[0]).toEqual({ input: { organisationId: '6174', unitIds: ['81204'], since: '2026-01-01', everyMinutes: 60, isOn: true } });
  });
});

describe('an official who enters a decision', () => {
  it('is told what is missing before anything is sent', async () => {
    const { sent, container } = aCity('enter');
    await userEvent.click(await screen.findByText('Δημοσίευσε την απόφαση'));
    expect((await screen.findAllByText(/Λείπει: Αριθμός/)).length).toBeGreaterThan(0);
    expect(sent).not.toHaveBeenCalled();
    expect(await problemsFor(container)).toEqual([]);
  });

  it('is led to the act that has their number already, and what they typed is still there', async () => {
    sessionStorage.setItem('isegoria:enter-decision', JSON.stringify({ ...blankDecision, number: '145/2026', subject: 'Άλλη πράξη', type: 'Α.2', issued: '2026-03-02' }));
    const { container } = aCity('enter', { answer: { enterDecision: { __typename: 'NumberExists', decision: { id: 'act-145-2026', subject: 'Νέες στάσεις <script>' } } } });
    await userEvent.click(await screen.findByText('Δημοσίευσε την απόφαση'));
    expect((await screen.findByText(el.register.correct.go)).closest('a')?.getAttribute('href')).toBe('/decisions/act-145-2026/correct');
    expect(screen.getByText('Νέες στάσεις <script>').getAttribute('href')).toBe('/decisions/act-145-2026');
    expect(screen.getByDisplayValue('Άλλη πράξη')).toBeDefined();
    expect(await problemsFor(container)).toEqual([]);
  });

  it('is told at the field that a day has not come yet', async () => {
    const { sent } = aCity('enter');
    const issued = await screen.findByLabelText(/Εκδόθηκε στις/);
    fireEvent.change(issued, { target: { value: '2099-01-01' } });
    await userEvent.click(screen.getByText('Δημοσίευσε την απόφαση'));
    await waitFor(() => expect(issued.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getAllByText(new RegExp(el.problem.issued.in_future)).length).toBeGreaterThan(0);
    expect(sent).not.toHaveBeenCalled();
  });
});

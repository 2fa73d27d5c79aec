import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/budgeting/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { Route, Routes } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import { Component as DeclarePage } from './declare-page';

const name = { el: 'Πόλη', en: 'City' };
const problems = [['processId', 'invalid'], ['areas', 'too_small'], ['areas.0.money', 'invalid'], ['processId', 'required']].map(([field, code]) => ({ field, code, limit: null }));
const sent: unknown[] = [];

const declared = {
  id: 'declared', title: name, summary: name, processId: 'spring', areas: [{ id: 'city', name, money: 10_000 }], ballot: { form: 'approval', withinMoney: true, most: null, points: null },
  rule: { name: 'greedy', utility: 'cost', completion: null, stop: null, comparison: null, ties: ['lower-cost', 'more-votes', 'id'], threshold: 50, step: null }, secrecy: 'secret', electorate: null, channels: [],
};

const shared = { ...declared, id: 'shared', rule: { ...declared.rule, name: 'equalshares/add1', completion: 'utilitarian', stop: 'exhaustive', comparison: 'none', threshold: null } };

function answer(operation: string, { input, id }: Record<string, unknown>): unknown {
  if (operation === 'Me') return { me: { id: 'c-1', name: 'Χριστίνα', roles: ['citizen', 'administrator'] } };
  if (operation !== 'SaveBudget') return { budget: [declared, shared].find((budget) => budget.id === id) ?? null, processes: [{ id: 'spring', kind: 'budgets', title: name }], memberLists: [], city: { name, population: 1, departments: [], categories: [], districts: [] } };
  sent.push(input);
  return { saveBudget: { __typename: 'Invalid', problems } };
}

const visit = (path: string) =>
  render(
    <Stage words={{ budgeting: el as Words, ui, identity: {}, organisation: {}, votes: {} }} answer={answer} path={path}>
      <Routes>
        <Route path="/budgets/new" element={<DeclarePage />} />
        <Route path="/budgets/:id/declare" element={<DeclarePage />} />
      </Routes>
    </Stage>,
  );

beforeEach(() => {
  sessionStorage.clear();
  sent.length = 0;
});

const save = () => userEvent.click(screen.getByRole('button', { name: 'Αποθήκευσε' }));
const told = async () => within(await screen.findByRole('alert')).getAllByRole('link').map(({ textContent }) => textContent);

/** All that a budget must have, as an administrator types it. */
async function fillIn(): Promise<void> {
  for (const label of ['Τίτλος στα ελληνικά', 'Τίτλος στα αγγλικά', 'Δυο λόγια στα ελληνικά', 'Δυο λόγια στα αγγλικά']) await userEvent.type(await screen.findByLabelText(label), 'α');
  await userEvent.selectOptions(screen.getByLabelText('Διαδικασία'), 'spring');
  await userEvent.type(screen.getByLabelText(/Όλη η πόλη/), '100');
}

it('an administrator who left a budget empty reads each field once, by its name, the money too', async () => {
  visit('/budgets/new');
  await screen.findByLabelText(/Όλη η πόλη/);
  await save();
  expect(await told()).toEqual([
    ...['Τίτλος στα ελληνικά', 'Τίτλος στα αγγλικά', 'Δυο λόγια στα ελληνικά', 'Δυο λόγια στα αγγλικά'].map((label) => `Λείπει: ${label}`),
    'Διάλεξε διαδικασία', 'Γράψε ένα ποσό για μία τουλάχιστον περιοχή, όπως 120.000',
  ]);
  expect(sent).toEqual([]);
});

it('what the server alone can know is read once a field too', async () => {
  visit('/budgets/new');
  await fillIn();
  await save();
  expect(await told()).toEqual(['Λείπει: Διαδικασία', 'Γράψε ένα ποσό για μία τουλάχιστον περιοχή, όπως 120.000']);
});

it('a number that cannot be read is asked for again, and never becomes «no limit»', async () => {
  visit('/budgets/new');
  await fillIn();
  await userEvent.type(screen.getByLabelText(/Το πολύ πόσα έργα/), '5 έργα');
  await userEvent.type(screen.getByLabelText(/Από ποια ηλικία/), '16+');
  await save();
  expect(await told()).toEqual(['Γράψε έναν αριθμό με ψηφία, όπως 5, ή άφησέ το κενό για να μην υπάρχει όριο', 'Μια ηλικία από 10 ως 99']);
  expect(sent).toEqual([]);
  for (const [label, number] of [[/Το πολύ πόσα έργα/, ' 5 '], [/Από ποια ηλικία/, '16']] as const) {
    await userEvent.clear(screen.getByLabelText(label));
    await userEvent.type(screen.getByLabelText(label), number);
  }
  await save();
  expect(sent).toMatchObject([{ most: 5, electorate: { minimumAge: 16 } }]);
});

it('what the form no longer shows is not sent', async () => {
  visit('/budgets/new');
  await fillIn();
  await userEvent.type(screen.getByLabelText(/Το πολύ πόσα έργα/), '5');
  await userEvent.click(screen.getByRole('radio', { name: 'Με βαθμούς' }));
  await userEvent.selectOptions(screen.getByLabelText('Κανόνας'), 'greedy-threshold');
  await userEvent.type(screen.getByLabelText('Ελάχιστες ψήφοι'), '50');
  await userEvent.selectOptions(screen.getByLabelText('Κανόνας'), 'greedy');
  await save();
  expect(sent).toMatchObject([{ most: null, points: 10, threshold: null }]);
});

it('a threshold that a program declared under another rule is shown there, and kept when the page saves it', async () => {
  visit('/budgets/declared/declare');
  expect((await screen.findByLabelText<HTMLInputElement>(/Ελάχιστες ψήφοι/)).value).toBe('50');
  await save();
  expect(sent).toMatchObject([{ rule: 'greedy', threshold: 50 }]);
  await userEvent.selectOptions(screen.getByLabelText('Κανόνας'), 'greedy-per-cost');
  await save();
  expect(sent[1], 'under a third one it is not asked for').toMatchObject({ rule: 'greedy-per-cost', threshold: null });
});

it('a completion that a program declared is kept when the page saves its rule, and is not carried to another', async () => {
  visit('/budgets/shared/declare');
  await screen.findByLabelText('Κανόνας');
  await save();
  expect(sent).toMatchObject([{ rule: 'equalshares/add1', completion: 'utilitarian', stop: 'exhaustive' }]);
  await userEvent.selectOptions(screen.getByLabelText('Κανόνας'), 'equalshares');
  await save();
  expect(sent[1]).toMatchObject({ rule: 'equalshares', completion: null });
});

it('a budget begins with the process that one comes from', async () => {
  visit('/budgets/new?process=spring');
  await screen.findByRole('option', { name: 'Πόλη' });
  expect(screen.getByLabelText<HTMLSelectElement>('Διαδικασία').value).toBe('spring');
});

it('what an administrator typed is there after the page was loaded anew', async () => {
  const { unmount } = visit('/budgets/new');
  await userEvent.type(await screen.findByLabelText('Τίτλος στα ελληνικά'), 'Οι γειτονιές μας');
  unmount();
  visit('/budgets/new');
  expect(await screen.findByDisplayValue('Οι γειτονιές μας')).toBeDefined();
});

it('an address without a budget says so', async () => {
  visit('/budgets/nowhere/declare');
  expect(await screen.findByRole('heading', { level: 1, name: 'Δεν βρήκαμε αυτόν τον προϋπολογισμό' })).toBeDefined();
});

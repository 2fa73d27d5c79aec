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

function answer(operation: string): unknown {
  if (operation === 'Me') return { me: { id: 'c-1', name: 'Χριστίνα', roles: ['citizen', 'administrator'] } };
  if (operation !== 'SaveBudget') return { budget: null, processes: [], memberLists: [], city: { name, population: 1, departments: [], categories: [], districts: [] } };
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

beforeEach(() => sessionStorage.clear());

it('an administrator who left a budget empty reads each field once, by its name, the money too', async () => {
  visit('/budgets/new');
  await userEvent.type(await screen.findByLabelText(/Όλη η πόλη/), '100');
  await userEvent.click(screen.getByRole('button', { name: 'Αποθήκευσε' }));
  const told = within(await screen.findByRole('alert')).getAllByRole('link').map(({ textContent }) => textContent);
  expect(told).toEqual(['Λείπει: Διαδικασία', 'Γράψε ένα ποσό για μία τουλάχιστον περιοχή, όπως 120.000']);
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

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/budgeting/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { expect, it } from 'vitest';
import { Component as DeclarePage } from './declare-page';

it('an administrator who left a budget empty reads each field once, by its name, the money too', async () => {
  const name = { el: 'Πόλη', en: 'City' };
  const answer = (operation: string) => {
    if (operation === 'Me') return { me: { id: 'c-1', name: 'Χριστίνα', roles: ['citizen', 'administrator'] } };
    if (operation !== 'SaveBudget') return { processes: [], memberLists: [], city: { name, population: 1, departments: [], categories: [], districts: [] } };
    const problems = [['processId', 'invalid'], ['areas', 'too_small'], ['areas.0.money', 'invalid'], ['processId', 'required']].map(([field, code]) => ({ field, code, limit: null }));
    return { saveBudget: { __typename: 'Invalid', problems } };
  };
  render(<Stage words={{ budgeting: el as Words, ui, identity: {}, organisation: {}, votes: {} }} answer={answer}><DeclarePage /></Stage>);
  await userEvent.type(await screen.findByLabelText(/Όλη η πόλη/), '100');
  await userEvent.click(screen.getByRole('button', { name: 'Αποθήκευσε' }));
  const told = within(await screen.findByRole('alert')).getAllByRole('link').map(({ textContent }) => textContent);
  expect(told).toEqual(['Λείπει: Διαδικασία', 'Γράψε ένα ποσό για μία τουλάχιστον περιοχή, όπως 120.000']);
});

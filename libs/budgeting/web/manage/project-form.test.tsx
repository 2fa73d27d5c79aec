import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/budgeting/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { expect, it } from 'vitest';
import type { ShownBudget } from '../documents';
import { ProjectForm } from './project-form';

it('an official who left a project empty is told all that is missing at once', async () => {
  const city = { name: { el: 'Πόλη', en: 'City' }, population: 1, departments: [], categories: [], districts: [] };
  const typed = { title: '', text: ' ', cost: '', areaId: 'city', districtId: null, place: { label: '', lat: null, lng: null }, categoryId: '', departmentId: '' };
  const budget = { id: 'b', areas: [{ id: 'city' }] } as unknown as ShownBudget;
  render(<Stage words={{ budgeting: el as Words, ui, organisation: {} }} answer={() => ({ city })}><ProjectForm budget={budget} projectId={null} proposalId={null} initial={typed} /></Stage>);
  await userEvent.click(await screen.findByRole('button', { name: 'Πρόσθεσε το έργο' }));
  const told = within(await screen.findByRole('alert')).getAllByRole('link').map(({ textContent }) => textContent);
  expect(told).toEqual(['Λείπει: Τίτλος', 'Λείπει: Περιγραφή', 'Γράψε το κόστος με ψηφία, όπως 12.500']);
});

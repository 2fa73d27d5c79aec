import { render, screen } from '@testing-library/react';
import { el } from '@isegoria/budgeting/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { Route, Routes } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import { Component as ProjectFormPage } from './project-form-page';

const official = { id: 'o', name: 'Κώστας', roles: ['citizen', 'official'], departmentId: 'technical' };
const departments = ['technical', 'green'].map((id) => ({ id, name: { el: `Διεύθυνση ${id}`, en: id }, isRetired: false }));
const city = { name: { el: 'Πόλη', en: 'City' }, population: 1, districts: [], departments, categories: [] };
const project = { id: 'p', budgetId: 'b', title: 'Κρήνη', text: '', areaId: 'city', place: null, categoryId: null, departmentId: 'green', cost: 100, feasibility: 'undecided', finding: null, canManage: false, work: null };

const visit = (path: string) =>
  render(
    <Stage words={{ budgeting: el as Words, ui, identity: {}, organisation: {} }} path={path} answer={() => ({ me: official, city, budget: { id: 'b', stage: 'preparing', areas: [{ id: 'city' }] }, budgetProject: project })}>
      <Routes>
        <Route path="/budgets/:id/manage/:projectId" element={<ProjectFormPage />} />
      </Routes>
    </Stage>,
  );

beforeEach(() => sessionStorage.clear());

it('a new project is of the department of the official who enters it', async () => {
  visit('/budgets/b/manage/new');
  await screen.findByRole('option', { name: 'Διεύθυνση technical' });
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Υπηρεσία' }).value).toBe('technical');
});

it('who opens a project of another department reads whose it is, and has no form to fill in in vain', async () => {
  visit('/budgets/b/manage/p');
  expect(await screen.findByText('Το έργο ανήκει σε άλλη υπηρεσία.')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Αποθήκευσε' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Δημοσίευσε τον έλεγχο' })).toBeNull();
});

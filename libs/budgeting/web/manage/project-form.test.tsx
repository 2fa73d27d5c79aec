import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/budgeting/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { beforeEach, expect, it } from 'vitest';
import type { ShownBudget } from '../documents';
import { ProjectForm } from './project-form';

const city = { name: { el: 'Πόλη', en: 'City' }, population: 1, districts: [], departments: ['technical', 'green'].map((id) => ({ id, name: { el: `Διεύθυνση ${id}`, en: id } })), categories: ['technical', 'green'].map((departmentId) => ({ id: `of-${departmentId}`, departmentId, name: { el: `Κατηγορία ${departmentId}`, en: departmentId } })) };
const blank = { title: '', text: ' ', cost: '', areaId: 'city', districtId: null, place: { label: '', lat: null, lng: null }, categoryId: '', departmentId: '' };
const budget = { id: 'b', areas: [{ id: 'city' }] } as unknown as ShownBudget;
const official = { id: 'o', name: 'Κώστας', roles: ['citizen', 'official'], departmentId: 'technical' };
const saved: { title: string; departmentId: string | null }[] = [];

function answer(operation: string, { input }: Record<string, unknown>): unknown {
  if (operation !== 'SaveBudgetProject') return { city, me: official };
  saved.push(input as (typeof saved)[number]);
  return { saveBudgetProject: { __typename: 'BudgetProject', id: 'p' } };
}

const show = (projectId: string | null, initial = blank) =>
  render(<Stage words={{ budgeting: el as Words, ui, organisation: {} }} answer={answer}><ProjectForm budget={budget} projectId={projectId} proposalId={null} initial={initial} /></Stage>);

beforeEach(() => {
  sessionStorage.clear();
  saved.length = 0;
});

it('an official who left a project empty is told all that is missing at once', async () => {
  show(null);
  await userEvent.click(await screen.findByRole('button', { name: 'Πρόσθεσε το έργο' }));
  const told = within(await screen.findByRole('alert')).getAllByRole('link').map(({ textContent }) => textContent);
  expect(told).toEqual(['Λείπει: Τίτλος', 'Λείπει: Περιγραφή', 'Γράψε το κόστος με ψηφία, όπως 12.500']);
});

it('an official who changes a project sees that it is saved, until they change it again', async () => {
  show('p', { ...blank, title: 'Παγκάκια', text: 'Στην πλατεία', cost: '500' });
  await userEvent.type(await screen.findByLabelText('Τίτλος'), ' και βρύσες');
  await userEvent.click(screen.getByRole('button', { name: 'Αποθήκευσε' }));
  expect(await screen.findByText('Το έργο αποθηκεύτηκε.')).toBeDefined();
  expect(saved).toMatchObject([{ title: 'Παγκάκια και βρύσες' }]);
  expect(screen.getByDisplayValue('Παγκάκια και βρύσες')).toBeDefined();
  expect(sessionStorage).toHaveLength(0);
  await userEvent.type(screen.getByLabelText('Τίτλος'), '!');
  expect(screen.queryByText('Το έργο αποθηκεύτηκε.')).toBeNull();
});

it('an official enters projects of their own department, also out of a proposal that is for another', async () => {
  show('p', { ...blank, title: 'Δέντρα', text: 'Στην πλατεία', cost: '500', departmentId: 'green' });
  const department = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Υπηρεσία' });
  await screen.findByRole('option', { name: 'Διεύθυνση technical' });
  expect([...department.options].map(({ value }) => value)).toEqual(['', 'technical']);
  await userEvent.selectOptions(screen.getByLabelText('Κατηγορία'), 'of-technical');
  await userEvent.selectOptions(screen.getByLabelText('Κατηγορία'), 'of-green');
  await userEvent.click(screen.getByRole('button', { name: 'Αποθήκευσε' }));
  expect(saved).toMatchObject([{ departmentId: 'technical' }]);
});

it('a project that is there keeps the department that the city has retired; a new one is not offered it', async () => {
  const old = { id: 'old', name: { el: 'Παλιά', en: 'Old' }, isRetired: true };
  const shown = (projectId: string | null) => (
    <Stage words={{ budgeting: el as Words, ui, organisation: {} }} answer={(operation, variables) => (operation === 'City' ? { city: { ...city, departments: [old, ...city.departments] } } : answer(operation, variables))}>
      <ProjectForm budget={budget} projectId={projectId} proposalId={null} initial={{ ...blank, title: 'Κρήνη', text: 'Στην πλατεία', cost: '500', departmentId: 'old' }} />
    </Stage>
  );
  for (const [projectId, kept] of [['p', 'old'], [null, null]] as const) {
    const { unmount } = render(shown(projectId));
    await screen.findByRole('option', { name: 'Διεύθυνση technical' });
    await userEvent.click(screen.getByRole('button', { name: projectId ? 'Αποθήκευσε' : 'Πρόσθεσε το έργο' }));
    expect(saved.at(-1)).toMatchObject({ departmentId: kept });
    unmount();
  }
});

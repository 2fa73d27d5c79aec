import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/identity/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { expect, it, vi } from 'vitest';
import type { Person } from './people-page';
import { RolesDialog } from './roles-dialog';

const eleni: Person = { id: 'c-1', name: 'Ελένη', email: 'eleni@example.org', roles: ['citizen', 'moderator'], departmentId: null, confirmed: true, hasSecondStep: false };

it('an administrator who was overtaken sees the roles that hold now, is told so, and decides anew against those', async () => {
  const close = vi.fn();
  const sent: Record<string, unknown>[] = [];
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation !== 'SetRoles') return { city: { departments: [] }, people: { items: [], next: null, total: 0 }, roleChanges: [] };
    sent.push(variables);
    return { setRoles: sent.length === 1 ? { __typename: 'RolesOvertaken', person: { roles: ['citizen', 'clerk'], departmentId: null } } : { __typename: 'RolesSet' } };
  };
  render(<Stage words={{ ui, identity: el }} answer={answer}><RolesDialog person={eleni} onClose={close} /></Stage>);
  await userEvent.click(await screen.findByLabelText('Δημοτικό Συμβούλιο'));
  await userEvent.click(screen.getByRole('button', { name: 'Κράτησε τους ρόλους' }));
  await screen.findByText(/Άλλος διαχειριστής άλλαξε τους ρόλους στο μεταξύ/);
  expect(close).not.toHaveBeenCalled();
  expect(screen.getAllByRole<HTMLInputElement>('checkbox').filter(({ checked }) => checked)).toEqual([screen.getByLabelText('Γραμματεία Συμβουλίου')]);
  await userEvent.click(screen.getByRole('button', { name: 'Κράτησε τους ρόλους' }));
  expect(sent.map(({ seen }) => seen)).toEqual([{ roles: ['citizen', 'moderator'], departmentId: null }, { roles: ['citizen', 'clerk'], departmentId: null }]);
  expect(close).toHaveBeenCalled();
});

import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/organisation/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { expect, it } from 'vitest';
import { Component as CityPage } from './city-page';

const named = (name: string) => ({ el: name, en: name });
const district = (id: string, name: string) => ({ id, name: named(name), population: 10, centre: null, outline: [], isRetired: false });
const department = (id: string, name: string, isRetired: boolean) => ({ id, name: named(name), email: 'a@dimos.gr', answersWithinDays: 30, categoryIds: [], isRetired });

it('an administrator retires a district after a second thought, sees why another may not go, and brings it back', async () => {
  const districts = [district('port', 'Λιμάνι'), district('hill', 'Λόφος')];
  const departments = [department('works', 'Τεχνικές', false), department('old', 'Παλιά', true)];
  const city = { name: named('Πόλη'), population: 20, districts, departments, categories: [{ id: 'wells', name: named('Πηγάδια'), departmentId: 'works', isRetired: false }] };
  const sent: unknown[] = [];
  const answer = (operation: string, { part, id }: Record<string, unknown>) => {
    if (operation === 'Me') return { me: { id: 'a', name: 'Άννα', roles: ['citizen', 'administrator'] } };
    if (operation === 'City') return { city: { ...city, districts: [...districts] } };
    sent.push([operation, part, id]);
    if (part === 'department') return { retireCityPart: { __typename: 'NotAllowed', reason: 'answers' } };
    const at = districts.findIndex((one) => one.id === id);
    districts.splice(at, 1, { ...district('port', 'Λιμάνι'), isRetired: operation === 'RetireCityPart' });
    return { retireCityPart: { __typename: 'City' }, restoreCityPart: { __typename: 'City' } };
  };
  render(<Stage words={{ organisation: el as Words, ui, identity: {} }} answer={answer}><CityPage /></Stage>);
  await userEvent.click(await screen.findByRole('button', { name: 'Κατάργησε: Λιμάνι' }));
  expect(sent).toEqual([]);
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Κατάργησέ την' }));
  expect(await screen.findByRole('heading', { name: 'Λιμάνι Καταργημένη' })).toBeDefined();
  await userEvent.click(await screen.findByRole('button', { name: 'Επανάφερε: Λιμάνι' }));
  await screen.findByRole('button', { name: 'Κατάργησε: Λιμάνι' });

  await userEvent.click(screen.getByRole('button', { name: 'Κατάργησε: Τεχνικές' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Κατάργησέ την' }));
  expect(await screen.findByText(el.admin.refused.answers)).toBeDefined();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([['RetireCityPart', 'district', 'port'], ['RestoreCityPart', 'district', 'port'], ['RetireCityPart', 'department', 'works']]);

  await userEvent.click(screen.getByRole('button', { name: 'Πρόσθεσε κατηγορία' }));
  const offered = within(await screen.findByRole('combobox', { name: 'Υπηρεσία που απαντά' })).getAllByRole('option').map(({ textContent }) => textContent);
  expect(offered).toEqual(['Διάλεξε υπηρεσία', 'Τεχνικές']);
});

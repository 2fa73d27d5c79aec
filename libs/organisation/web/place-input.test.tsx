import { useState } from 'react';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Stage } from '@isegoria/ui/web';
import { el as organisation } from '@isegoria/organisation/contracts';
import { DistrictMap } from './district-map';
import { type ChosenPlace, PlaceInput } from './place-input';

const district = (id: string, el: string, west: number) => ({
  id, name: { el, en: id }, population: 10, centre: { lat: 38.5, lng: west + 0.5 }, outline: [[west, 38], [west + 1, 38], [west + 1, 39], [west, 39]],
});
const city = { name: { el: 'Δήμος', en: 'City' }, population: 20, districts: [district('west', 'Δυτικά', 23), district('east', 'Ανατολικά', 24)], departments: [], categories: [] };
const salaminos = { label: 'Σαλαμίνος 12', districtId: 'west', lat: 38.5, lng: 23.5 };
const words = { organisation, ui: { problem: { prefix: 'Πρόβλημα: ' }, optional: '(προαιρετικό)' } };
let chosen: ChosenPlace | null = null;
/** What the name of the street waits for. */
let patience: Promise<void> | null = null;

function answer(operation: string, variables: Record<string, unknown>): unknown {
  if (operation === 'City') return { city };
  if (operation === 'PlaceNear') return (patience ?? Promise.resolve()).then(() => ({ placeNear: { label: 'Ναυσικάς' } }));
  return { findPlaces: String(variables['text']).startsWith('σαλα') ? [salaminos] : [] };
}

function Form() {
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  chosen = place;
  return <PlaceInput name="place" value={place} onChange={setPlace} />;
}

const renderForm = () => render(<Stage words={words} answer={answer}><Form /></Stage>);

describe('a citizen who says where', () => {
  beforeEach(() => void (chosen = null));

  it('types a street, takes the suggestion by keyboard and sees its district', async () => {
    renderForm();
    await userEvent.type(await screen.findByRole('combobox', { name: 'Πού είναι;' }), 'σαλα 12');
    await screen.findByRole('option', { name: /Σαλαμίνος 12/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(chosen).toEqual(salaminos);
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(await screen.findByText('Ανήκει εδώ: Δυτικά')).toBeTruthy();
  });

  it('keeps an address that the city does not know, and names the district instead', async () => {
    renderForm();
    await userEvent.click(await screen.findByRole('combobox', { name: 'Πού είναι;' }));
    await userEvent.paste('Πίσω από τον φούρνο');
    await userEvent.tab();
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: /Σε ποια περιοχή/ }), 'Ανατολικά');
    expect(chosen).toEqual({ label: 'Πίσω από τον φούρνο', districtId: 'east', lat: null, lng: null });
  });

  it('takes a street of a district that was retired, with the district around it now; where there is none they name it', async () => {
    const [west, east] = city.districts;
    if (!west || !east) throw new Error('two districts');
    for (const [now, told] of [[[{ ...west, isRetired: true }, { ...east, outline: west.outline }], 'east'], [[{ ...west, isRetired: true }, east], null]] as const) {
      const { unmount } = render(<Stage words={words} answer={(operation, variables) => (operation === 'City' ? { city: { ...city, districts: now } } : answer(operation, variables))}><Form /></Stage>);
      await userEvent.type(await screen.findByRole('combobox', { name: 'Πού είναι;' }), 'σαλα 12');
      await screen.findByRole('option', { name: /Σαλαμίνος 12/ });
      await userEvent.keyboard('{ArrowDown}{Enter}');
      expect(chosen).toEqual({ ...salaminos, districtId: told });
      if (!told) await userEvent.selectOptions(await screen.findByRole('combobox', { name: /Σε ποια περιοχή/ }), 'Ανατολικά');
      expect(chosen).toEqual({ ...salaminos, districtId: 'east' });
      unmount();
    }
  });

  it('moves the pin by arrow keys alone, and the pin finds its street', async () => {
    renderForm();
    await userEvent.click(await screen.findByRole('button', { name: /χάρτη/ }));
    const map = await screen.findByRole('application', { name: 'Χάρτης των περιοχών με πινέζα' });
    fireEvent.keyDown(map, { key: 'ArrowRight' });
    expect(chosen?.districtId).toBe('west');
    await waitFor(() => expect(chosen?.label).toBe('Ναυσικάς'));
    for (let step = 0; step < 8; step++) fireEvent.keyDown(map, { key: 'ArrowRight', shiftKey: true });
    expect(chosen?.districtId).toBe('east');
    expect(await screen.findByText('Η πινέζα είναι εδώ: Ανατολικά')).toBeTruthy();
    const before = chosen;
    for (let step = 0; step < 60; step++) fireEvent.keyDown(map, { key: 'ArrowUp', shiftKey: true });
    expect(chosen?.districtId).toBe('east');
    expect(chosen?.lng).toBeCloseTo(before?.lng ?? 0);
  });

  it('keeps their own words when they move the pin afterwards', async () => {
    renderForm();
    await userEvent.click(await screen.findByRole('combobox', { name: 'Πού είναι;' }));
    await userEvent.paste('Πίσω από τον φούρνο');
    await userEvent.tab();
    await userEvent.click(await screen.findByRole('button', { name: /χάρτη/ }));
    fireEvent.keyDown(await screen.findByRole('application'), { key: 'ArrowLeft' });
    await new Promise((wake) => setTimeout(wake, 500));
    expect(chosen).toMatchObject({ label: 'Πίσω από τον φούρνο', districtId: 'west' });
  });
});

describe('a street whose name comes late', () => {
  it('leaves alone what the citizen has typed meanwhile', async () => {
    let name = () => {};
    patience = new Promise((done) => (name = done));
    renderForm();
    await userEvent.click(await screen.findByRole('button', { name: /χάρτη/ }));
    fireEvent.keyDown(await screen.findByRole('application'), { key: 'ArrowRight' });
    await new Promise((wake) => setTimeout(wake, 500));
    await userEvent.click(await screen.findByRole('combobox', { name: 'Πού είναι;' }));
    await userEvent.paste('Πίσω από τον φούρνο');
    name();
    patience = null;
    await new Promise((wake) => setTimeout(wake, 50));
    expect(chosen?.label).toBe('Πίσω από τον φούρνο');
  });
});

describe('whoever reads a map of the districts', () => {
  it('finds every value in the list beside it, the largest first', async () => {
    render(<Stage words={words} answer={answer}><DistrictMap title="Προτάσεις" values={{ east: 1204, west: 3 }} /></Stage>);
    await screen.findByRole('table', { name: 'Προτάσεις' });
    expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual(['Ανατολικά1.204', 'Δυτικά3']);
  });
});

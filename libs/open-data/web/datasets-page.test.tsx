import { el } from '@isegoria/open-data/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { el as ui } from '@isegoria/ui/contracts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Component } from './datasets-page';

const dataset = (id: string, title: string, formats: string[]) => ({ id, title: { el: title, en: id }, description: { el: 'Τι είναι', en: 'What' }, keywords: [{ el: 'χάρτης', en: 'map' }], formats, fields: [{ name: 'id' }] });
const answers = { openDatasets: [dataset('proposals', 'Προτάσεις <script>', ['CSV', 'GeoJSON']), dataset('budgets', 'Προϋπολογισμοί', ['CSV', 'PB'])], openDataLicence: { title: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } };

describe('the page of open data', () => {
  it('is narrowed by words and by format, and says how many are left', async () => {
    const person = userEvent.setup();
    render(
      <Stage words={{ ui: ui as Words, 'open-data': el as Words }} answer={() => answers}>
        <Component />
      </Stage>,
    );
    expect(await screen.findByRole('link', { name: 'Προτάσεις <script>' })).toBeTruthy();
    expect(screen.getByText('2 σύνολα δεδομένων')).toBeTruthy();
    await person.type(screen.getByRole('searchbox'), 'προυπολ{Enter}');
    expect(screen.getByText('1 σύνολο δεδομένων')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Προτάσεις <script>' })).toBeNull();
    await person.selectOptions(screen.getByRole('combobox', { name: 'Μορφή' }), 'GeoJSON');
    expect(screen.getByText('Κανένα σύνολο δεν ταιριάζει')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Καθάρισε τα φίλτρα' }));
    expect(screen.getByText('2 σύνολα δεδομένων')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'CC BY 4.0' }).getAttribute('href')).toBe('https://creativecommons.org/licenses/by/4.0/');
  });
});

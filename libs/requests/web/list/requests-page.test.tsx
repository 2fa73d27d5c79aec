import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { el as organisation } from '@isegoria/organisation/contracts';
import { el } from '@isegoria/requests/contracts';
import { Stage } from '@isegoria/ui/web';
import { aCity, name, words } from '../a-request.builders';
import { Component as RequestsPage } from './requests-page';

configure({ asyncUtilTimeout: 8000 });

const show = (city: ReturnType<typeof aCity>, path = '/requests') => render(<Stage words={words} path={path} answer={city.answer}><RequestsPage /></Stage>);
const pin = (id: string, lat: number, lng: number, status = 'received') => ({ id, lat, lng, title: name(`Λακκούβα ${id}`), status });

describe('whoever looks at what needs mending', () => {
  it('reads in a sentence how the city stands, and each one with its number', async () => {
    show(aCity());
    expect(await screen.findByText('Σε 30 ημέρες: 40 αιτήματα, 31 διορθώθηκαν. Ανοιχτά τώρα: 12, από αυτά 1 καθυστερεί. Τα μισά διορθώνονται μέσα σε 4 ημέρες.')).toBeDefined();
    expect((await screen.findByRole('link', { name: 'Λακκούβα, Σαλαμίνος 12 <script>' })).getAttribute('href')).toBe('/requests/1043');
    expect(screen.getByText(/Αίτημα 1043/)).toBeDefined();
  });

  it('narrows it, and the map and the list show the same', async () => {
    const city = aCity();
    show(city, '/requests?view=map&state=open');
    await userEvent.type(await screen.findByRole('searchbox', { name: el.list.search }), 'ρόδα{Enter}');
    await waitFor(() => expect(city.sent('RequestPins').at(-1)).toMatchObject({ filter: { text: 'ρόδα', isOpen: true } }));
    expect(city.sent('Requests').at(-1)).toMatchObject({ filter: { text: 'ρόδα', isOpen: true } });
    expect(screen.getByRole('link', { name: /Λακκούβα, Σαλαμίνος 12/ })).toBeDefined();
  });

  it('is told where nothing fits, and led to report it', async () => {
    show(aCity({ Requests: () => ({ requests: { items: [], next: null, total: 0 } }) }), '/requests?q=τίποτα');
    expect(await screen.findByText(el.list.none)).toBeDefined();
    expect(screen.getAllByRole('link', { name: el.act.report })).toHaveLength(2);
  });
});

describe('the map', () => {
  const pins = { RequestPins: () => ({ requestPins: { items: [pin('1', 38.5, 23.5), pin('2', 38.51, 23.51, 'fixed'), pin('3', 38.9, 23.1, 'planned')], total: 3 } }) };

  it('has one stop for the Tab key, walks by arrows, and tells what a pin is', async () => {
    show(aCity(pins), '/requests?view=map');
    const one = await screen.findByRole('button', { name: 'Λακκούβα 3, Προγραμματίστηκε' });
    const several = screen.getByRole('button', { name: /2 μαζί/ });
    expect([one, several].filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    several.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(one);
    await userEvent.keyboard('{Enter}');
    expect((await screen.findByRole('link', { name: 'Λακκούβα 3' })).getAttribute('href')).toBe('/requests/3');
    expect(one.getAttribute('aria-pressed')).toBe('true');
  });

  it('opens what lies on each other as one comes nearer, and who pressed stays there', async () => {
    show(aCity(pins), '/requests?view=map');
    await screen.findByRole('button', { name: /2 μαζί/ });
    for (let several = screen.queryByRole('button', { name: /2 μαζί/ }); several; several = screen.queryByRole('button', { name: /2 μαζί/ })) await userEvent.click(several);
    expect(screen.getByRole('button', { name: 'Λακκούβα 2, Διορθώθηκε' })).toBeDefined();
    expect(document.activeElement?.getAttribute('data-place')).toBe('1');
    await userEvent.click(screen.getByRole('button', { name: organisation.places.whole }));
    expect(await screen.findByRole('button', { name: 'Λακκούβα 3, Προγραμματίστηκε' })).toBeDefined();
  });
});

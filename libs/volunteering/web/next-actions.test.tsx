import { configure, render, screen } from '@testing-library/react';
import { Stage } from '@isegoria/ui/web';
import { el } from '@isegoria/volunteering/contracts';
import { describe, expect, it } from 'vitest';
import { aCity, call, words } from './a-call.builders';
import { home } from './home';

configure({ asyncUtilTimeout: 8000 });

const show = (items: readonly object[]) => {
  const city = aCity({ VolunteerCalls: () => ({ volunteerCalls: { items, next: null, total: items.length } }) });
  render(<Stage words={words} path="/" answer={city.answer}><p>Η αρχική</p>{home.map(({ order, component: Part }) => <Part key={order} />)}</Stage>);
  return city;
};

describe('whoever comes to the home page', () => {
  it('finds the next calls with a free place, and the way to all of them', async () => {
    const city = show([call]);
    expect((await screen.findByRole('link', { name: new RegExp(call.title.el) })).getAttribute('href')).toBe(`/volunteering/${call.id}`);
    expect(screen.getByRole('link', { name: new RegExp(el.home.all) }).getAttribute('href')).toBe('/volunteering');
    expect(city.sent('VolunteerCalls')).toEqual([{ filter: { time: 'coming', hasPlaces: true }, first: 2, after: null }]);
  });

  it('finds nothing where there is none', async () => {
    const city = show([]);
    await expect.poll(() => city.sent('VolunteerCalls').length).toBe(1);
    await screen.findByText('Η αρχική');
    expect(screen.queryByText(el.home.title)).toBeNull();
  });
});

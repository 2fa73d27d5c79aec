import { el } from '@isegoria/ui/contracts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { describe, expect, it } from 'vitest';
import { Stage } from '../stage';
import { Pager, usePaging } from './pager';
import { useTitle } from './title';

const WORDS = { ui: el };

function List() {
  const { after } = usePaging();
  useTitle('Προτάσεις');
  return (
    <>
      <output>{after ?? 'αρχή'}</output>
      <p>{useLocation().search}</p>
      <ul aria-label="Προτάσεις" />
      <Pager total={45} size={20} next={after === 'c2' ? null : after === 'c1' ? 'c2' : 'c1'} />
    </>
  );
}

const open = (path: string) =>
  render(
    <Stage words={WORDS} path={path}>
      <List />
    </Stage>,
  );

describe('a reader of a long list', () => {
  it('goes on page by page and back the same way, keeping the filter', async () => {
    open('/?category=trees');
    await userEvent.click(await screen.findByText('Επόμενη σελίδα'));
    await userEvent.click(screen.getByText('Επόμενη σελίδα'));
    expect(screen.getByText('c2')).toBeTruthy();
    expect(screen.queryByText('Επόμενη σελίδα')).toBeNull();
    await userEvent.click(screen.getByText('Προηγούμενη σελίδα'));
    expect(screen.getByText('?category=trees&after=c1&page=2')).toBeTruthy();
    await userEvent.click(screen.getByText('Προηγούμενη σελίδα'));
    expect(screen.getByText('?category=trees')).toBeTruthy();
  });

  it('reads on from the beginning of the list, also where the way on was the last', async () => {
    open('/?after=c1&page=2');
    await userEvent.click(await screen.findByText('Επόμενη σελίδα'));
    expect(screen.queryByText('Επόμενη σελίδα')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('list', { name: 'Προτάσεις' }));
  });

  it('sees the page in the browser’s title, from the second on', async () => {
    open('/');
    await userEvent.click(await screen.findByText('Επόμενη σελίδα'));
    expect(document.title).toMatch(/^Προτάσεις, σελίδα 2 από 3/);
  });

  it('who was sent the address of a later page finds the way to the first', async () => {
    open('/?after=c1&page=2');
    expect((await screen.findByText('Πρώτη σελίδα')).getAttribute('href')).toBe('/');
  });
});

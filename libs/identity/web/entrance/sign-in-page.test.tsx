import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { el } from '@isegoria/identity/contracts';
import { Stage } from '@isegoria/ui/web';
import { AccountMenu } from '../account-menu';
import { Component as SignInPage } from './sign-in-page';

const maria = { id: 'm', name: 'Μαρία Δήμου', email: 'maria@example.org', roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true };

/** A page on which somebody is known, with the way to the door; `later` is who the server says is here when asked again. */
async function atTheDoor(later: typeof maria | null) {
  let asked = 0;
  const answer = (operation: string) => (operation === 'Me' ? { me: asked++ === 0 ? maria : later } : { signInWays: [] });
  render(
    <Stage words={{ identity: el, ui: {} }} answer={answer}>
      <Routes>
        <Route path="/" element={<><AccountMenu /><Link to="/sign-in?next=%2Fproposals%2Fp1">Στην πόρτα</Link></>} />
        <Route path="/sign-in" element={<SignInPage />} />
      </Routes>
    </Stage>,
  );
  await screen.findByRole('button', { name: 'Μαρία' });
  await userEvent.click(screen.getByRole('link', { name: 'Στην πόρτα' }));
}

describe('the door', () => {
  it('lets in whose session ended while they wrote, though the page still knows their name', async () => {
    await atTheDoor(null);
    await new Promise((wake) => setTimeout(wake, 50));
    expect(screen.getByLabelText(el.field.email)).toBeDefined();
    expect(screen.queryByRole('link', { name: el.signIn.goOn })).toBeNull();
  });

  it('sends on who is in already', async () => {
    await atTheDoor(maria);
    expect((await screen.findByRole('link', { name: el.signIn.goOn })).getAttribute('href')).toBe('/proposals/p1');
  });
});

describe('whoever comes back from another site', () => {
  const ways = [
    { name: 'eid', label: { el: 'ευρωπαϊκή ταυτότητα', en: 'eID' }, forStaff: false, answers: true },
    { name: 'directory', label: { el: 'λογαριασμό του δήμου', en: 'the account' }, forStaff: true, answers: false },
  ];
  const open = (path: string) => render(<Stage words={{ identity: el, ui: {} }} path={path} answer={(name) => (name === 'Me' ? { me: null } : { signInWays: ways })}><SignInPage /></Stage>);

  it('reads why it did not let them in', async () => {
    open('/sign-in?refused=down&next=/account');
    expect(await screen.findByText(el.signIn.refusedBy.down)).toBeDefined();
  });

  it('reads a plain sentence where nobody knows why', async () => {
    open('/sign-in?refused=constructor');
    expect(await screen.findByText(el.signIn.refused)).toBeDefined();
  });

  it('finds the ways of the people of the municipality apart, and what does not answer said', async () => {
    open('/sign-in');
    const staff = (await screen.findByRole('heading', { name: el.signIn.staff })).closest('section');
    const buttons = [...(staff?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent);
    expect(buttons).toEqual(['Με λογαριασμό του δήμου']);
    expect(staff?.textContent).toContain('δεν απαντά τώρα');
    expect(screen.getByRole('button', { name: 'Με ευρωπαϊκή ταυτότητα' })).toBeDefined();
  });
});

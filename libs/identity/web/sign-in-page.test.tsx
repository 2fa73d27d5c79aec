import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { el } from '@isegoria/identity/contracts';
import { Stage } from '@isegoria/ui/web';
import { AccountMenu } from './account-menu';
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

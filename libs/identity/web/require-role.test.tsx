import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Failure, Stage } from '@isegoria/ui/web';
import { el as ui } from '@isegoria/ui/contracts';
import { el } from '@isegoria/identity/contracts';
import { RequireRole } from './require-role';

const citizen = { id: 'n', name: 'Νίκος <script>', email: null, roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true };

function open(me: object | null, roles: ['moderator'] | [] = []) {
  render(
    <Stage words={{ ui: {}, identity: el }} answer={() => ({ me })}>
      <RequireRole roles={roles}>μέσα</RequireRole>
    </Stage>,
  );
}

describe('a page that asks who one is', () => {
  it('shows a newcomer both ways in, and each leads back here', async () => {
    open(null);
    const ways = [await screen.findByRole('link', { name: el.signIn.act }), screen.getByRole('link', { name: el.closed.join })];
    expect(ways.map((way) => way.getAttribute('href'))).toEqual(['/sign-in?next=%2F', '/sign-up?next=%2F']);
    expect(screen.queryByText(el.closed.why)).toBeNull();
  });

  it('offers nobody an account that would not open it', async () => {
    open(null, ['moderator']);
    await screen.findByRole('link', { name: el.signIn.act });
    expect(screen.queryByRole('link', { name: el.closed.join })).toBeNull();
  });

  it('tells a citizen that it is for others, and lets in whom it is for', async () => {
    open(citizen, ['moderator']);
    expect(await screen.findByText(el.closed.why)).toBeDefined();
    open(citizen);
    expect(await screen.findByText('μέσα')).toBeDefined();
  });

  it('leads whose role waits to what opens it, and says no more to a citizen', async () => {
    open({ ...citizen, roles: ['citizen', 'moderator'], needsSecondStep: true }, ['moderator']);
    expect((await screen.findByRole('link', { name: el.needs.act })).getAttribute('href')).toBe('/account');
    expect(screen.queryByText('μέσα')).toBeNull();
  });

  it('tells nobody to sign in where we could not find out who they are', async () => {
    render(
      <Stage words={{ ui, identity: el }} answer={() => Promise.reject(new Failure('unexpected', '01JABC', 'bad gateway'))}>
        <RequireRole>μέσα</RequireRole>
      </Stage>,
    );
    expect(await screen.findByText(ui.failure.unexpected.title)).toBeDefined();
    expect(screen.queryByText(el.closed.signIn)).toBeNull();
  });
});

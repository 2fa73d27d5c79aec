import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeEach, expect, describe, it, vi } from 'vitest';
import { el } from '@isegoria/identity/contracts';
import { onSignal, Stage } from '@isegoria/ui/web';
import { AccountMenu } from './account-menu';
import { Component as AccountPage } from './account/account-page';
import { signOut } from './sign-out';

const went = vi.fn();

beforeEach(() => {
  vi.stubGlobal('location', { ...window.location, assign: went });
  sessionStorage.setItem('isegoria:ballot:school', '["trees"]');
  sessionStorage.setItem('isegoria.vote.proposal:shade', '{"answers":[]}');
  localStorage.setItem('isegoria.receipts', '[]');
});

afterEach(() => {
  vi.unstubAllGlobals();
  went.mockReset();
});

const door = (status: number) => vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status })));

describe('whoever sits down after a citizen who signed out', () => {
  it('finds nothing that the citizen typed, chose or was about to send; the receipts stay with the browser', async () => {
    door(200);
    await signOut();
    expect(sessionStorage.length).toBe(0);
    expect(localStorage.getItem('isegoria.receipts')).toBe('[]');
    expect(went).toHaveBeenCalledWith('/');
  });

  it('finds the citizen’s other tabs left too', async () => {
    render(<Stage answer={() => ({ me: { id: 'm', name: 'Μαρία', roles: ['citizen'] } })}><AccountMenu /></Stage>);
    await screen.findByRole('button', { name: 'Μαρία' });
    const tabs = new BroadcastChannel('isegoria.sign-out');
    tabs.postMessage('');
    await vi.waitFor(() => expect(went).toHaveBeenCalledWith('/'));
    tabs.close();
    expect(sessionStorage.length).toBe(0);
  });
});

describe('a citizen who leaves by another way than signing out', () => {
  const told = vi.fn();
  const tabs = new BroadcastChannel('isegoria.sign-out');
  tabs.addEventListener('message', told);
  beforeEach(() => told.mockReset());
  afterAll(() => tabs.close());
  const me = { id: 'm', name: 'Μαρία', email: 'maria@example.org', roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: false };
  const answers: Record<string, unknown> = {
    Me: { me }, DeleteAccount: { deleteAccount: { __typename: 'AccountDeleted' } }, SignOutEverywhere: { signOutEverywhere: { done: true } }, LeavingWarnings: { leavingWarnings: [] },
    DistrictsToChoose: { city: { districts: [] } }, PersonalDataParts: { personalDataParts: [] }, Demographics: { me: { birthYear: null, birthYearBy: null, gender: null, genderBy: null } },
  };
  const press = async (...buttons: string[]) => {
    render(<Stage words={{ identity: el, ui: {} }} answer={(operation) => answers[operation] ?? {}}><AccountMenu /><AccountPage /></Stage>);
    for (const name of buttons) await userEvent.click(await screen.findByRole('button', { name }));
  };

  it.each([
    ['deletes the account', [el.account.leaveAct, el.account.leaveConfirm], el.account.left],
    ['signs out everywhere', [el.account.everywhere], el.account.leftEverywhere],
  ])('and %s leaves the other tabs too, and reads it where they land', async (_, buttons, said) => {
    await press(...buttons);
    await vi.waitFor(() => expect(told).toHaveBeenCalled());
    // The menu of this tab hears of it too.
    await vi.waitFor(() => expect(went).toHaveBeenCalledTimes(2));
    expect({ ...sessionStorage }).toEqual({ 'isegoria.said-on-arrival': said });
  });
});

it('a citizen whose session could not be ended is told so, and keeps what they wrote', async () => {
  door(502);
  const told = vi.fn();
  const stop = onSignal('act-failed', told);
  await signOut();
  stop();
  expect(told).toHaveBeenCalledOnce();
  expect(went).not.toHaveBeenCalled();
  expect(sessionStorage.length).toBe(2);
});

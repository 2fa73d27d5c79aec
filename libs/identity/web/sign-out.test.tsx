import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, describe, it, vi } from 'vitest';
import { onSignal, Stage } from '@isegoria/ui/web';
import { AccountMenu } from './account-menu';
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

import { render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Stage } from '@isegoria/ui/web';
import { el } from '@isegoria/ui/contracts';
import { ErrorPage } from './error-page';

const open = (message: string) => render(<Stage words={{ ui: el }}><ErrorPage error={new Error(message)} /></Stage>);

afterEach(() => vi.restoreAllMocks());

describe('a citizen whose page did not come', () => {
  it('is not told that it was our fault where there is no network', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    open('Unable to preload CSS for /assets/prose.css');
    expect(await screen.findByRole('heading', { name: el.shell.unread.title })).toBeDefined();
  });

  it('reads that there is a new version where there is one, and of our fault where it was ours', async () => {
    open('Failed to fetch dynamically imported module: /assets/proposal-page.js');
    expect(await screen.findByRole('heading', { name: el.shell.outdated.title })).toBeDefined();
    open('x is not a function');
    expect(await screen.findByRole('heading', { name: el.failure.unexpected.title })).toBeDefined();
  });
});

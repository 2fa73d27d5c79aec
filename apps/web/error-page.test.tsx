import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Stage } from '@isegoria/ui/web';
import { el } from '@isegoria/ui/contracts';
import { ErrorPage } from './error-page';

const open = (message: string) => render(<Stage words={{ ui: el }}><ErrorPage error={new Error(message)} /></Stage>);

const reload = vi.fn();
beforeEach(() => {
  sessionStorage.clear();
  vi.stubGlobal('location', { ...window.location, reload });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  reload.mockReset();
});

describe('a citizen whose page did not come', () => {
  it('is not told that it was our fault where there is no network', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    open('Unable to preload CSS for /assets/prose.css');
    expect(await screen.findByRole('heading', { name: el.shell.unread.title })).toBeDefined();
    expect(reload).not.toHaveBeenCalled();
    window.dispatchEvent(new Event('online'));
    expect(reload).toHaveBeenCalledOnce();
  });

  it('has the new version where the city has one, by a page that is loaded anew once and not again and again', async () => {
    open('Failed to fetch dynamically imported module: /assets/proposal-page.js').unmount();
    expect(reload).toHaveBeenCalledOnce();
    open('Failed to fetch dynamically imported module: /assets/proposal-page.js');
    expect(await screen.findByRole('heading', { name: el.shell.outdated.title })).toBeDefined();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('reads that there is a new version where there is one, and of our fault where it was ours', async () => {
    open('Failed to fetch dynamically imported module: /assets/proposal-page.js');
    expect(await screen.findByRole('heading', { name: el.shell.outdated.title })).toBeDefined();
    open('x is not a function');
    expect(await screen.findByRole('heading', { name: el.failure.unexpected.title })).toBeDefined();
  });
});

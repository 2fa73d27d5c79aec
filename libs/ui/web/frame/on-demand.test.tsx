import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '../graph/failure';
import { onSignal } from '../graph/signals';
import { onDemand } from './on-demand';

/** A page with a button that opens the part, whose code comes as `fetchPart` says. */
function pageWith(fetchPart: () => Promise<{ default: () => React.ReactNode }>) {
  const Part = onDemand<{ onClose(): void }>(fetchPart);
  return function Page() {
    const [isOpen, setOpen] = useState(false);
    return (
      <>
        <button onClick={() => setOpen(true)}>open</button>
        <p>{isOpen ? 'asked' : 'not asked'}</p>
        {isOpen && <Part onClose={() => setOpen(false)} />}
      </>
    );
  };
}

const part = { default: () => <p>the part</p> };
const lost = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
afterEach(() => vi.restoreAllMocks());

describe('a part whose code comes when it is opened', () => {
  it('is fetched once', async () => {
    const fetchPart = vi.fn(() => Promise.resolve(part));
    const Page = pageWith(fetchPart);
    const first = render(<Page />);
    expect(fetchPart).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText('open'));
    await screen.findByText('the part');
    first.unmount();
    render(<Page />);
    fireEvent.click(screen.getByText('open'));
    screen.getByText('the part');
    expect(fetchPart).toHaveBeenCalledTimes(1);
  });

  it('closes where there is no network, says why, and comes with the next press', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const told: Failure[] = [];
    const stop = onSignal('act-failed', (failure) => told.push(failure));
    const fetchPart = vi.fn(() => Promise.resolve(part)).mockImplementationOnce(lost);
    const Page = pageWith(fetchPart);
    render(<Page />);
    fireEvent.click(screen.getByText('open'));
    screen.getByText('asked');
    await screen.findByText('not asked');
    expect(told.map(({ kind }) => kind)).toEqual(['offline']);
    fireEvent.click(screen.getByText('open'));
    await screen.findByText('the part');
    stop();
  });

  it('is no different from a page whose files are gone', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const Page = pageWith(lost);
    const unhandled = vi.fn((event: ErrorEvent) => event.preventDefault());
    window.addEventListener('error', unhandled);
    const { container } = render(<Page />);
    fireEvent.click(screen.getByText('open'));
    await waitFor(() => expect(container.textContent).toBe(''));
    window.removeEventListener('error', unhandled);
  });
});

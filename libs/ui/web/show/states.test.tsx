import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Stage } from '../stage';
import { el } from '@isegoria/ui/contracts';
import { Waiting } from './states';

afterEach(() => vi.restoreAllMocks());

describe('a citizen who waits for a page', () => {
  it('reads that there is no network, and that it comes by itself once there is', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    render(<Stage words={{ ui: el }}><Waiting /></Stage>);
    await screen.findByText(el.waitingOffline);
    onLine.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event('online')));
    expect(screen.getByRole('status').textContent).toBe(el.waiting);
  });
});

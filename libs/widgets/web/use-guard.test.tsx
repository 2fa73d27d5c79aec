import { act, fireEvent, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardMs, useGuard } from './use-guard';

const pressed = vi.fn();

function Guarded() {
  const place = useRef<HTMLDivElement>(null);
  const isReady = useGuard(place);
  return (
    <div ref={place} data-ready={isReady}>
      <button onClick={pressed} onKeyDown={({ key }) => key === '1' && pressed()}>Ψήφισε</button>
    </div>
  );
}

const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const press = () => fireEvent.click(screen.getByRole('button'));
const sized = (width: number, height: number) => {
  vi.stubGlobal('innerWidth', width);
  vi.stubGlobal('innerHeight', height);
};

beforeEach(() => {
  vi.useFakeTimers();
  pressed.mockClear();
  sized(520, 760);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a window that was opened under the finger', () => {
  it('takes no press before it has stood there for a moment', () => {
    render(<Guarded />);
    press();
    fireEvent.keyDown(screen.getByRole('button'), { key: '1' });
    wait(guardMs - 1);
    press();
    expect(pressed).not.toHaveBeenCalled();
    wait(1);
    press();
    fireEvent.keyDown(screen.getByRole('button'), { key: '1' });
    expect(pressed).toHaveBeenCalledTimes(2);
  });

  it('begins anew whenever it comes to the front', () => {
    render(<Guarded />);
    wait(guardMs);
    act(() => void window.dispatchEvent(new Event('focus')));
    press();
    expect(pressed).not.toHaveBeenCalled();
    wait(guardMs);
    press();
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  it('takes none while it is too small to be read', () => {
    sized(520, 120);
    render(<Guarded />);
    wait(10 * guardMs);
    press();
    expect(pressed).not.toHaveBeenCalled();
    sized(520, 600);
    act(() => void window.dispatchEvent(new Event('resize')));
    wait(guardMs);
    press();
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  it('lets one move about with the keyboard meanwhile', () => {
    render(<Guarded />);
    expect(fireEvent.keyDown(screen.getByRole('button'), { key: 'Tab' })).toBe(true);
    expect(fireEvent.keyDown(screen.getByRole('button'), { key: 'Enter' })).toBe(false);
  });
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link } from 'react-router';
import { describe, expect, it } from 'vitest';
import { Stage } from '../stage';
import { Disclosure, type DisclosureProps } from './disclosure';

async function open(kind: DisclosureProps['kind']) {
  render(
    <Stage>
      <Disclosure label="Φίλτρα και σειρά" kind={kind}>
        <Link to="?district=ormos">Όρμος</Link>
      </Disclosure>
      <p>αλλού</p>
    </Stage>,
  );
  return screen.findByRole('button', { name: 'Φίλτρα και σειρά' });
}

const isShown = (control: HTMLElement) => document.getElementById(control.getAttribute('aria-controls') ?? '')?.hidden === false;

describe('what opens under its own button', () => {
  it('opens and closes by it, and says which it is', async () => {
    const button = await open('narrow');
    expect([button.getAttribute('aria-expanded'), isShown(button)]).toEqual(['false', false]);
    await userEvent.click(button);
    expect([button.getAttribute('aria-expanded'), isShown(button)]).toEqual(['true', true]);
    await userEvent.keyboard('{Escape}');
    expect(isShown(button)).toBe(false);
    expect(document.activeElement).toBe(button);
  });

  it.each(['inline', 'narrow'] as const)('stays open as %s while one presses elsewhere, or chooses within it', async (kind) => {
    const button = await open(kind);
    await userEvent.click(button);
    await userEvent.click(screen.getByText('αλλού'));
    expect(isShown(button)).toBe(true);
    await userEvent.click(screen.getByRole('link', { name: 'Όρμος' }));
    expect(isShown(button)).toBe(true);
  });

  it('closes as a panel when one presses elsewhere or goes on', async () => {
    const button = await open('panel');
    await userEvent.click(button);
    await userEvent.click(screen.getByText('αλλού'));
    expect(isShown(button)).toBe(false);
    await userEvent.click(button);
    await userEvent.click(screen.getByRole('link', { name: 'Όρμος' }));
    expect(isShown(button)).toBe(false);
  });
});

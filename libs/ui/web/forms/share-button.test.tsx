import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { el } from '@isegoria/ui/contracts';
import { Stage } from '../stage';
import { ShareButton } from './share-button';

afterEach(() => {
  vi.unstubAllGlobals();
  for (const own of ['clipboard', 'share']) Reflect.deleteProperty(navigator, own);
});

/** A reader's device, and their press. */
async function press({ isPhone = false, write = () => Promise.resolve(), share = () => Promise.resolve() }: { isPhone?: boolean; write?: () => Promise<void>; share?: () => Promise<void> }) {
  const user = userEvent.setup();
  vi.stubGlobal('matchMedia', () => ({ matches: isPhone }));
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: write }, configurable: true });
  if (isPhone) Object.defineProperty(navigator, 'share', { value: share, configurable: true });
  render(<Stage words={{ ui: el }} answer={() => ({})}><ShareButton title="Σκιά" /></Stage>);
  await user.click(await screen.findByRole('button', { name: isPhone ? el.share.sheet : el.share.link }));
}
const named = (name: string) => screen.findByRole('button', { name });

describe('a reader who hands a proposal on', () => {
  it('is told that the link was copied', async () => {
    await press({});
    expect(await named(el.share.shared)).toBeDefined();
  });

  it('is told where it could not be', async () => {
    await press({ write: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
    expect(await named(el.share.notShared)).toBeDefined();
  });

  it('and closes the phone’s sheet again is told nothing', async () => {
    await press({ isPhone: true, share: () => Promise.reject(new DOMException('closed', 'AbortError')) });
    expect(await named(el.share.sheet)).toBeDefined();
  });
});

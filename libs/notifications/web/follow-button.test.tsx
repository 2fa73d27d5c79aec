import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { onSignal, Stage } from '@isegoria/ui/web';
import { FollowButton } from './follow-button';

const words = { follow: { follow: 'Παρακολούθησε', following: 'Παρακολουθείς', followed: 'Θα μαθαίνεις.', unfollowed: 'Όχι πια.' } };
const me = { id: 'maria', name: 'Μαρία', email: null, roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true };

function aPage(visitor: boolean) {
  const asked: string[] = [];
  const answer = (operation: string) => {
    asked.push(operation);
    if (operation === 'Me') return { me: visitor ? null : me };
    if (operation === 'IsFollowing') return { isFollowing: false };
    return operation === 'Follow' ? { follow: { __typename: 'FollowState' } } : { unfollow: { __typename: 'FollowState' } };
  };
  render(
    <Stage words={{ notifications: words }} answer={answer}>
      <FollowButton subject={{ kind: 'proposal', id: 'skiastra' }} />
    </Stage>,
  );
  return asked;
}

describe('a citizen on a proposal', () => {
  it('follows it by one press, and stops by another', async () => {
    const asked = aPage(false);
    const button = await screen.findByRole('button', { name: 'Παρακολούθησε' });
    await expect.poll(() => asked).toContain('IsFollowing');
    await userEvent.click(button);
    await userEvent.click(await screen.findByRole('button', { name: 'Παρακολουθείς' }));
    expect(await screen.findByRole('button', { name: 'Παρακολούθησε' })).toBeTruthy();
    expect(asked).toContain('Unfollow');
  });

  it('is offered to sign in as a visitor, and nothing is sent', async () => {
    let offered = false;
    const stop = onSignal('sign-in', () => (offered = true));
    const asked = aPage(true);
    await userEvent.click(await screen.findByRole('button', { name: 'Παρακολούθησε' }));
    expect(offered).toBe(true);
    expect(asked).not.toContain('Follow');
    stop();
  });
});

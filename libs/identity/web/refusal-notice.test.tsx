import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { el } from '@isegoria/identity/contracts';
import { Stage } from '@isegoria/ui/web';
import { RefusalNotice } from './refusal-notice';

function open(confirmed: boolean, outcome: object = { __typename: 'LetterSent', email: 'maria@example.gr' }) {
  const answer = (operation: string) => (operation === 'Me' ? { me: { id: 'm', name: 'Μαρία', roles: ['citizen'], confirmed } } : { resendConfirmation: outcome });
  render(<Stage words={{ identity: el }} answer={answer}><RefusalNotice>Επιβεβαίωσε πρώτα το e-mail σου.</RefusalNotice></Stage>);
}

const resend = async () => userEvent.click(await screen.findByRole('button', { name: el.account.resend }));

describe('a citizen whose act did not count because the address is not confirmed', () => {
  it('has the letter sent again right there, and reads where it went', async () => {
    open(false);
    await resend();
    expect((await screen.findByRole('status')).textContent).toBe('Στείλαμε νέο σύνδεσμο στο maria@example.gr.');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: el.account.resend }));
  });

  it('reads why no more letters go out', async () => {
    open(false, { __typename: 'TooMany' });
    await resend();
    expect(await screen.findByText(el.tooManyLetters)).toBeDefined();
  });
});

it('a citizen with a confirmed address is not sent for a letter', async () => {
  open(true);
  await screen.findByRole('alert');
  expect(screen.queryByRole('button', { name: el.account.resend })).toBeNull();
});

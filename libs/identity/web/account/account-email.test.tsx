import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { el } from '@isegoria/identity/contracts';
import { Stage } from '@isegoria/ui/web';
import { EmailPart } from './account-email';

it('a citizen who wants another address is told where the link went, and that the old one holds until it is pressed', async () => {
  const change = vi.fn((_variables: Record<string, unknown>): object => ({ changeEmail: { __typename: 'NotAllowed' } }));
  render(<Stage words={{ identity: el, ui: {} }} answer={(_, variables) => change(variables)}><EmailPart email="maria@example.org" /></Stage>);
  const [open] = await screen.findAllByText(el.account.changeEmail);
  if (open) await userEvent.click(open);
  await userEvent.type(await screen.findByRole('textbox', { name: el.field.newEmail }), 'nea@example.org');
  const press = () => userEvent.click(screen.getAllByRole('button', { name: el.account.changeEmail }).at(-1) as HTMLElement);
  await press();
  expect(change).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText(el.field.current), 'θάλασσα με άλογα');
  await press();
  expect(await screen.findAllByText(el.problem.current.wrong)).toHaveLength(2);
  change.mockReturnValue({ changeEmail: { __typename: 'LetterSent', email: 'nea@example.org' } });
  await press();
  expect(await screen.findByText(el.account.emailSent.replace('{{email}}', 'nea@example.org'))).toBeDefined();
  expect(change.mock.lastCall?.[0]).toEqual({ email: 'nea@example.org', password: 'θάλασσα με άλογα' });
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { el } from '@isegoria/identity/contracts';
import { Stage } from '@isegoria/ui/web';
import { Component as WelcomePage } from './welcome-page';

const newcomer = { name: 'Μαρια Γεωργιου', way: { el: 'κωδικούς Taxisnet', en: 'Taxisnet codes' }, email: null, hasAccount: false, isPerson: true };

function open(join: (variables: Record<string, unknown>) => object, known: object | null = newcomer) {
  const answer = (name: string, variables: Record<string, unknown>) => {
    if (name === 'Newcomer') return { newcomer: known };
    return name === 'Join' ? join(variables) : { city: { districts: [] } };
  };
  render(<Stage words={{ identity: el, ui: {} }} path="/welcome?next=/proposals/new" answer={answer}><WelcomePage /></Stage>);
}

it('somebody who came by Taxisnet finds their name, mends it, and is told what is still missing before anything is sent', async () => {
  const join = vi.fn((_variables: Record<string, unknown>): object => ({ join: { __typename: 'NotAllowed', reason: 'late' } }));
  open(join);
  const name = await screen.findByRole('textbox', { name: el.field.name });
  expect((name as HTMLInputElement).value).toBe('Μαρια Γεωργιου');
  expect(screen.getByText(el.welcome.other)).toBeDefined();
  await userEvent.clear(name);
  await userEvent.type(name, 'Μαρία Γεωργίου');
  await userEvent.click(screen.getByRole('button', { name: el.welcome.submit }));
  expect(join).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('checkbox', { name: el.field.agrees }));
  await userEvent.click(screen.getByRole('button', { name: el.welcome.submit }));
  expect(join.mock.lastCall?.[0]).toMatchObject({ input: { name: 'Μαρία Γεωργίου', email: '', agrees: true } });
  expect(await screen.findByText(el.welcome.late)).toBeDefined();
});

it('whoever comes there from nowhere is led to the door', async () => {
  open(() => ({}), null);
  expect(await screen.findByText(el.welcome.late)).toBeDefined();
  expect(screen.getByRole('link', { name: el.signIn.submit }).getAttribute('href')).toBe('/sign-in?next=%2Fproposals%2Fnew');
});

it('whose address has an account is led to it, and is not offered that address for a second one', async () => {
  open(() => ({}), { ...newcomer, email: 'delis@example.org', hasAccount: true, isPerson: false });
  expect(await screen.findByText(el.welcome.known.replace('{{email}}', 'delis@example.org'))).toBeDefined();
  expect(screen.getByRole('link', { name: el.welcome.knownAct }).getAttribute('href')).toBe('/sign-in?next=/account');
  expect((screen.getByRole('textbox', { name: new RegExp(el.field.email) }) as HTMLInputElement).value).toBe('');
  expect(screen.queryByText(el.welcome.other)).toBeNull();
});

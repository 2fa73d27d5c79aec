import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { el } from '@isegoria/identity/contracts';
import { Stage } from '@isegoria/ui/web';
import { WaysPart } from './account-ways';

const directory = { name: 'directory', label: { el: 'λογαριασμό του δήμου', en: 'the account' }, forStaff: true, since: null };

function open(way: object | null, act: (name: string, variables: Record<string, unknown>) => object = () => ({}), path = '/account') {
  render(<Stage words={{ identity: el, ui: {} }} path={path} answer={(name, variables) => (name === 'OwnWays' ? { ownWays: way ? [way] : [] } : act(name, variables))}><WaysPart asksPassword /></Stage>);
}

it('a city without other ways says nothing of them', async () => {
  open(null);
  await new Promise((wake) => setTimeout(wake, 50));
  expect(screen.queryByText(el.ways.title)).toBeNull();
});

it('a way is connected only with the password', async () => {
  const act = vi.fn((_name: string, _variables: Record<string, unknown>): object => ({ connectWay: { __typename: 'NotAllowed', reason: 'password' } }));
  open(directory, act);
  await userEvent.click(await screen.findByRole('button', { name: 'Σύνδεσε λογαριασμό του δήμου' }));
  const press = await screen.findByRole('button', { name: el.ways.connect });
  await userEvent.click(press);
  expect(act).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText(el.field.current), 'not this one');
  await userEvent.click(press);
  expect(act.mock.lastCall).toEqual(['ConnectWay', { name: 'directory', password: 'not this one' }]);
  expect((await screen.findAllByText(el.problem.password.wrong)).length).toBeGreaterThan(0);
});

it('the last way in stays, and it says what to do first', async () => {
  open({ ...directory, since: '2026-03-01T10:00:00Z' }, () => ({ disconnectWay: { __typename: 'NotAllowed', reason: 'last_way' } }));
  await userEvent.click(await screen.findByRole('button', { name: 'Αποσύνδεσε λογαριασμό του δήμου' }));
  await userEvent.type(await screen.findByLabelText(el.field.current), 'the password');
  await userEvent.click(screen.getByRole('button', { name: el.ways.disconnect }));
  expect(await screen.findByText(el.ways.last)).toBeDefined();
});

it('whoever comes back reads what came of it', async () => {
  open(directory, undefined, '/account?way=taken');
  expect(await screen.findByText(el.ways.outcome.taken)).toBeDefined();
});

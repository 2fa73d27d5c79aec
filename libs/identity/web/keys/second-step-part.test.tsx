import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { el } from '@isegoria/identity/contracts';
import { Stage } from '@isegoria/ui/web';
import { SecondStepPart } from './second-step-part';

const none = { passkeys: [], secondStep: null };
const codes = ['aaaa-bbbb-cccc', 'dddd-eeee-ffff'];
const asked = { askSecondStep: { __typename: 'SecondStepAsked', secret: 'ABCDEFGHIJKLMNOP', address: 'otpauth://totp/x?secret=ABCDEFGHIJKLMNOP' } };

function open(answer: (name: string, variables: Record<string, unknown>) => object, keys: Parameters<typeof SecondStepPart>[0]['keys'] = none) {
  render(<Stage words={{ identity: el, ui: {} }} answer={(name, variables) => (name === 'OwnKeys' || name === 'Me' ? { me: null } : answer(name, variables))}><SecondStepPart keys={keys} /></Stage>);
}

async function begin(password: string) {
  await userEvent.click(await screen.findByRole('button', { name: el.phone.set }));
  await userEvent.type(screen.getByLabelText(el.field.current), password);
  await userEvent.click(screen.getByRole('button', { name: el.phone.begin }));
}

it('shows the secret only to whoever knows the password', async () => {
  open(() => ({ askSecondStep: { __typename: 'NotAllowed', reason: 'proof' } }));
  await begin('not this one');
  expect((await screen.findAllByText(el.problem.current.wrong)).length).toBeGreaterThan(0);
  expect(screen.queryByRole('img', { name: el.phone.sign })).toBeNull();
});

it('shows it to scan and to type, takes the first code, and shows the recovery codes until they are kept', async () => {
  const act = vi.fn((name: string, _variables: Record<string, unknown>) => (name === 'AskSecondStep' ? asked : { confirmSecondStep: { __typename: 'SecondStepOn', codes } }));
  open(act);
  await begin('the password');
  await screen.findByRole('img', { name: el.phone.sign });
  expect(screen.getByText('ABCD EFGH IJKL MNOP')).toBeDefined();
  await userEvent.type(screen.getByLabelText(el.field.firstCode), '123 456');
  await userEvent.click(screen.getByRole('button', { name: el.phone.confirm }));
  await screen.findByText(codes[0] ?? '');
  expect(act.mock.calls).toEqual([['AskSecondStep', { proof: { password: 'the password' } }], ['ConfirmSecondStep', { code: '123 456' }]]);
  await userEvent.click(screen.getByRole('button', { name: el.phone.kept }));
  expect(screen.queryByText(codes[0] ?? '')).toBeNull();
});

it('begins again where it took too long', async () => {
  open((name) => (name === 'AskSecondStep' ? asked : { confirmSecondStep: { __typename: 'NotAllowed', reason: 'late' } }));
  await begin('the password');
  await userEvent.type(await screen.findByLabelText(el.field.firstCode), '123456');
  await userEvent.click(screen.getByRole('button', { name: el.phone.confirm }));
  await screen.findByText(el.phone.late);
  expect(screen.getByRole('button', { name: el.phone.set })).toBeDefined();
});

it('is not switched off without a code', async () => {
  const act = vi.fn((_name: string, _variables: Record<string, unknown>) => ({}));
  open(act, { passkeys: [], secondStep: { since: '2026-03-01T10:00:00Z', codesLeft: 2 } });
  expect(await screen.findByText(new RegExp(el.phone.fewCodes))).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: el.phone.end }));
  await userEvent.type(screen.getByLabelText(el.field.current), 'the password');
  await userEvent.click(screen.getAllByRole('button', { name: el.phone.end }).at(-1) ?? document.body);
  expect((await screen.findAllByText(el.problem.code.required)).length).toBeGreaterThan(0);
  expect(act).not.toHaveBeenCalled();
});

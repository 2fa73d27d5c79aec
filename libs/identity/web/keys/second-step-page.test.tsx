import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { el } from '@isegoria/identity/contracts';
import { Stage } from '@isegoria/ui/web';
import { Component as SecondStepPage } from './second-step-page';

const open = (path = '/sign-in/code?by=code&next=/account') => render(<Stage words={{ identity: el, ui: {} }} path={path}><SecondStepPage /></Stage>);
const door = (status: number, said: object) => vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(JSON.stringify(said), { status }));
const typed = async (text: string) => {
  await userEvent.type(await screen.findByLabelText(el.field.code), text);
  await userEvent.click(screen.getByRole('button', { name: el.secondStep.submit }));
};

afterEach(() => vi.restoreAllMocks());

it('asks nobody before something was typed', async () => {
  const asked = door(200, {});
  open();
  await userEvent.click(await screen.findByRole('button', { name: el.secondStep.submit }));
  expect((await screen.findAllByText(el.problem.code.required)).length).toBeGreaterThan(0);
  expect(asked).not.toHaveBeenCalled();
});

it('says at the field that a code does not fit, and empties it for the next one', async () => {
  door(401, { reason: 'wrong' });
  open();
  await typed('123456');
  expect((await screen.findAllByText(el.problem.code.wrong)).length).toBeGreaterThan(0);
  expect(screen.getByLabelText<HTMLInputElement>(el.field.code).value).toBe('');
});

it('leads back to the password when it took too long, and to the same page after it', async () => {
  door(401, { reason: 'late' });
  open();
  await typed('123456');
  await screen.findByText(el.secondStep.late);
  expect(screen.getByRole('link', { name: el.secondStep.again }).getAttribute('href')).toBe('/sign-in?next=%2Faccount');
});

it('says when to come back after too many tries', async () => {
  door(429, { reason: 'too_many', retryAfterSeconds: 600 });
  open();
  await typed('123456');
  expect(await screen.findByText(el.secondStep.tooMany_other.replace('{{count}}', '10'))).toBeDefined();
});

it('asks whoever has a passkey alone for no code', async () => {
  open('/sign-in/code?by=passkey');
  await screen.findByText(el.secondStep.leadPasskey);
  expect(screen.queryByLabelText(el.field.code)).toBeNull();
});

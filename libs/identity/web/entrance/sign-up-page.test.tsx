import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { el } from '@isegoria/identity/contracts';
import { Stage } from '@isegoria/ui/web';
import { Component as SignUpPage } from './sign-up-page';

describe('a newcomer whom no letter reached', () => {
  it('goes back to the form and finds what they typed, without the password; the tab keeps none of it', async () => {
    const answers: Record<string, unknown> = { SignUp: { signUp: { __typename: 'LetterSent', email: 'maria@example.org' } }, DistrictsToChoose: { city: { districts: [] } }, HasOutbox: { outbox: null } };
    const answer = (operation: string) => answers[operation] ?? {};
    render(<Stage words={{ identity: el, ui: {} }} answer={answer}><SignUpPage /></Stage>);
    const field = (label: string) => screen.getByRole<HTMLInputElement>('textbox', { name: label });
    await userEvent.type(await screen.findByRole('textbox', { name: el.field.name }), 'Μαρία');
    await userEvent.type(field(el.field.email), 'maria@example.org');
    await userEvent.type(screen.getByLabelText(el.field.password), 'θάλασσα με άλογα');
    await userEvent.click(screen.getByRole('checkbox', { name: el.field.agrees }));
    await userEvent.click(screen.getByRole('button', { name: el.signUp.submit }));
    await userEvent.click(await screen.findByRole('button', { name: el.signUp.again }));
    expect([field(el.field.name).value, field(el.field.email).value]).toEqual(['Μαρία', 'maria@example.org']);
    expect(screen.getByLabelText<HTMLInputElement>(el.field.password).value).toBe('');
    expect(sessionStorage.length).toBe(0);
  });
});

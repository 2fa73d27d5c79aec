import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Stage } from '@isegoria/ui/web';
import { el as ui } from '@isegoria/ui/contracts';
import { el } from '@isegoria/votes/contracts';
import { describe, expect, it, vi } from 'vitest';
import { MembersForm } from './members-form';

const list = { id: 'l', title: { el: 'Γονείς', en: 'Parents' }, members: 2, fixedUntil: null, changes: [] };

function show(answer: object) {
  const sent = vi.fn((_variables: unknown) => ({ changeMembers: answer }));
  render(<Stage words={{ ui, votes: el }} answer={(_operation, variables) => sent(variables)}><MembersForm list={list} /></Stage>);
  return sent;
}
const type = async (text: string) => {
  await userEvent.click(await screen.findByLabelText('Μία γραμμή για κάθε μέλος'));
  await userEvent.paste(text);
};

describe('an administrator with a list', () => {
  it('sends of what was pasted out of a file only what names people, line by line', async () => {
    const sent = show({ __typename: 'MembersChanged', list: { id: 'l', members: 4 }, changed: 2, already: 1, repeated: 0 });
    await type('Όνομα;E-mail\nΜαρία Παπαδοπούλου;maria@example.org\n\nΝίκος;090000045');
    expect(await screen.findByText('Διαβάστηκαν 2 μέλη.')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Βάλε τα μέλη' }));
    await waitFor(() => expect(sent).toHaveBeenCalledWith({ listId: 'l', act: 'enlist', text: '\nmaria@example.org\n\n090000045' }));
    expect(await screen.findByText('Άλλαξαν 2 μέλη')).toBeDefined();
    expect(screen.getByText('Για ένα δεν άλλαξε κάτι. Ο κατάλογος έχει 4 μέλη.')).toBeDefined();
  });

  it('is told which lines name nobody before anything is sent, and by the city which address has no account', async () => {
    const sent = show({ __typename: 'UnmatchedLines', total: 1, lines: [{ line: 1, text: 'nobody@example.org', problem: 'email' }] });
    await type('nobody@example.org\n<script>alert(1)</script>\n123456789');
    await userEvent.click(screen.getByRole('button', { name: 'Βγάλε τα μέλη' }));
    expect((await screen.findByRole('alert')).textContent).toContain('2 γραμμές δεν ταίριαξαν. Δεν άλλαξε τίποτα.Γραμμή 2: <script>alert(1)</script>: δεν είναι ούτε e-mail ούτε ΑΦΜΓραμμή 3: 123456789: δεν είναι σωστός ΑΦΜ');
    expect(sent).not.toHaveBeenCalled();
    await userEvent.clear(screen.getByLabelText('Μία γραμμή για κάθε μέλος'));
    await type('nobody@example.org');
    await userEvent.click(screen.getByRole('button', { name: 'Βγάλε τα μέλη' }));
    await waitFor(() => expect(sent).toHaveBeenCalledWith({ listId: 'l', act: 'delist', text: 'nobody@example.org' }));
    expect(await screen.findByText(/δεν υπάρχει λογαριασμός με αυτό το e-mail/)).toBeDefined();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Μία γραμμή για κάθε μέλος').value).toBe('nobody@example.org');
  });
});

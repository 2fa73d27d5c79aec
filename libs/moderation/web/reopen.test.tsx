import { el } from '@isegoria/moderation/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Reopen } from './reopen';

/** The button of a decision, and what becomes of what is sent. */
function aDecision(...fates: object[]) {
  const sent: unknown[] = [];
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation !== 'ReopenCase') return {};
    sent.push(variables);
    return { reopenCase: fates.shift() };
  };
  render(<Stage words={{ moderation: el, ui }} answer={answer}><Reopen id="c" name="Σχόλιο <script>" /></Stage>);
  return sent;
}

async function opened() {
  await userEvent.click(await screen.findByRole('button', { name: 'Να ξανακριθεί: Σχόλιο <script>' }));
  return within(await screen.findByRole('dialog', { name: el.reopen.title }));
}
const reason = 'Δεν ήταν προσβολή';

describe('a moderator who sees that a decision was wrong', () => {
  it('is asked for the reason before anything is sent', async () => {
    const sent = aDecision();
    const dialog = await opened();
    await userEvent.click(dialog.getByRole('button', { name: el.reopen.send }));
    expect(dialog.getByLabelText(el.reopen.reason).getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
  });

  it('has it judged again, and is told that it waits', async () => {
    const sent = aDecision({ __typename: 'CaseReopened' });
    const dialog = await opened();
    await userEvent.type(dialog.getByLabelText(el.reopen.reason), reason);
    await userEvent.click(dialog.getByRole('button', { name: el.reopen.send }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.getElementById('announcements')?.textContent).toBe(el.reopen.done));
    expect(sent).toEqual([{ id: 'c', reason }]);
  });

  it('reads why it cannot be, and finds the reason as it was written', async () => {
    aDecision({ __typename: 'NotAllowed', reason: 'objection' });
    const dialog = await opened();
    await userEvent.type(dialog.getByLabelText(el.reopen.reason), reason);
    await userEvent.click(dialog.getByRole('button', { name: el.reopen.send }));
    await dialog.findByText(el.reopen.refused.objection);
    expect(dialog.getByLabelText<HTMLTextAreaElement>(el.reopen.reason).value).toBe(reason);
  });
});

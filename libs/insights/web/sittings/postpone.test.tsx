import { el } from '@isegoria/insights/contracts';
import { Stage } from '@isegoria/ui/web';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Postpone } from './postpone';

it('is put on another day with a reason, and says why it was not', async () => {
  const sent: unknown[] = [];
  const answers = [{ __typename: 'NotAllowed', reason: 'in_the_past' }, { __typename: 'SittingSaved', sitting: { id: 's', status: 'postponed' } }];
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation !== 'PostponeSitting') return {};
    sent.push(variables);
    return { postponeSitting: answers.shift() };
  };
  render(<Stage words={{ insights: el, ui: {} }} answer={answer}><Postpone id="s" /></Stage>);
  await userEvent.click(await screen.findByRole('button', { name: el.postpone.act }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: el.postpone.send }));
  expect(sent, 'without a day and a reason nothing is sent').toEqual([]);
  expect(dialog.getByLabelText(el.postpone.reasonEl).getAttribute('aria-invalid')).toBe('true');
  await userEvent.type(dialog.getByLabelText(el.postpone.startsAt), '2026-12-16T18:30');
  await userEvent.type(dialog.getByLabelText(el.postpone.reasonEl), 'Χιόνι');
  await userEvent.click(dialog.getByRole('button', { name: el.postpone.send }));
  await dialog.findByText(el.sitting.refused.in_the_past);
  await userEvent.click(dialog.getByRole('button', { name: el.postpone.send }));
  expect(sent[1]).toEqual({ id: 's', startsAt: '2026-12-16T16:30:00.000Z', reason: { el: 'Χιόνι', en: '' } });
  await screen.findByRole('button', { name: el.postpone.act });
  expect(screen.queryByRole('dialog')).toBeNull();
});

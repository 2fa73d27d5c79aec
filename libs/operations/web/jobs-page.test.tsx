import { el } from '@isegoria/operations/contracts';
import { Stage } from '@isegoria/ui/web';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Component } from './jobs-page';

it('an administrator sees what was given up and why, and has it tried again', async () => {
  let jobs = [
    { id: 'a', name: 'event', about: 'proposal.answered → proposals.tell', isRegular: false, at: '2026-05-01T10:00:00.000Z', attempts: 12, error: 'Error <script>: no store' },
    { id: 'b', name: 'reports.send', about: '', isRegular: true, at: '2026-05-01T09:00:00.000Z', attempts: 1, error: 'late' },
  ];
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation === 'GivenUpJobs') return { givenUpJobs: jobs };
    if (operation !== 'TryJobAgain') return { me: { id: 'x', name: 'Άννα', roles: ['citizen', 'administrator'], confirmed: true } };
    jobs = jobs.filter(({ id }) => id !== variables['id']);
    return { tryJobAgain: { __typename: 'JobAskedFor' } };
  };
  render(<Stage words={{ operations: el, ui: {}, identity: {} }} answer={answer}><Component /></Stage>);
  await screen.findByText('Error <script>: no store');
  expect(screen.getByText(/12 προσπάθειες/)).toBeTruthy();
  expect(screen.getByText(/1 προσπάθεια · γίνεται τακτικά/)).toBeTruthy();
  for (const name of ['event: proposal.answered → proposals.tell', 'reports.send']) await userEvent.click(await screen.findByRole('button', { name: `Δοκίμασε ξανά: ${name}` }));
  await screen.findByText(el.noneHint);
});

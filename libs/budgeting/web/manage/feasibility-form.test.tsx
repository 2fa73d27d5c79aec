import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el, feasibilityInput } from '@isegoria/budgeting/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { expect, it } from 'vitest';
import type { ShownProject } from '../documents';
import { FeasibilityForm } from './feasibility-form';

it('an official reads what is wrong with the reason: that it is missing, or that it is too long', async () => {
  const answer = (_: string, { feasibility, reason }: Record<string, unknown>) => ({ decideFeasibility: { __typename: 'Invalid', problems: problemsOf(feasibilityInput, { feasibility, reason }) } });
  const told = async () => within(await screen.findByRole('alert')).getAllByRole('link').map(({ textContent }) => textContent);
  const shown = (finding: string) => <Stage words={{ budgeting: el as Words, ui }} answer={answer}><FeasibilityForm project={{ id: 'p', feasibility: 'unfeasible', finding } as ShownProject} /></Stage>;
  const { rerender } = render(shown(''));
  await userEvent.click(await screen.findByRole('button', { name: 'Δημοσίευσε τον έλεγχο' }));
  expect(await told()).toEqual(['Πες γιατί δεν γίνεται: θα το διαβάσουν όλοι']);
  rerender(shown('α'.repeat(1501)));
  await userEvent.click(await screen.findByRole('button', { name: 'Δημοσίευσε τον έλεγχο' }));
  expect(await told()).toEqual([expect.stringContaining('χωρούν έως 1.500 χαρακτήρες')]);
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/evaluations/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Form, Stage } from '@isegoria/ui/web';
import { expect, it, vi } from 'vitest';
import { ActsField } from './acts-field';

it('Enter in the search of acts looks for acts, and does not publish the choice around it', async () => {
  const publish = vi.fn();
  const asked = vi.fn((_operation: string, _variables: Record<string, unknown>) => ({ decisions: { items: [], total: 0 } }));
  render(
    <Stage words={{ ui, evaluations: el }} answer={asked}>
      <Form words="evaluations" onSubmit={publish}>
        <ActsField chosen={[]} search="" ownId={null} onChange={vi.fn()} />
        <button type="submit">Δημοσίευσε</button>
      </Form>
    </Stage>,
  );
  await userEvent.type(await screen.findByLabelText(/Ψάξε πράξεις/), 'μονόδρομος{Enter}');
  await screen.findByRole('status');
  expect(asked).toHaveBeenCalledWith('ActsToGroup', expect.objectContaining({ search: 'μονόδρομος' }));
  expect(publish).not.toHaveBeenCalled();
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/evaluations/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Form, Stage } from '@isegoria/ui/web';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { ActsField, type ChosenAct } from './acts-field';

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

it('an act that is ticked among those found stays where it is, and so does the focus', async () => {
  const act = (id: string) => ({ id, ada: `ΑΔΑ-${id}`, subject: `Πράξη ${id}`, plainWords: null, publishedAt: '2026-03-02T00:00:00Z', choice: null });
  const answer = () => ({ decisions: { items: [act('1'), act('2')], total: 2 } });
  function Choosing() {
    const [chosen, setChosen] = useState<ChosenAct[]>([{ id: '9', title: 'Από πριν', ada: 'ΑΔΑ-9' }]);
    return <ActsField chosen={chosen} search="μονόδρομος" ownId={null} onChange={setChosen} />;
  }
  render(<Stage words={{ ui, evaluations: el }} answer={answer}><Choosing /></Stage>);
  const names = () => screen.getAllByRole('checkbox').map((box) => box.getAttribute('name'));
  const first = await screen.findByRole('checkbox', { name: /Πράξη 1/ });
  await userEvent.click(first);
  expect(names()).toEqual(['act.9', 'act.1', 'act.2']);
  expect(document.activeElement).toBe(first);
  await userEvent.click(screen.getByRole('checkbox', { name: /Από πριν/ }));
  expect(names()).toEqual(['act.1', 'act.2']);
  expect(document.activeElement, 'what was taken off leaves the focus to what follows').toBe(screen.getByLabelText(/Ψάξε πράξεις/));
});

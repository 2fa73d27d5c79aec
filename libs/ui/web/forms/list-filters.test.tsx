import { el } from '@isegoria/ui/contracts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Stage } from '../stage';
import { ListFilters } from './list-filters';
import { Select } from './select';

const choice = (name: string) => <Select key={name} name={name} label={name} choices={[{ value: 'a', label: 'α' }]} value="" onChange={() => undefined} />;
const shown = (names: string[], chosen: number, onClear = vi.fn()) => {
  render(
    <Stage words={{ ui: el }}>
      <ListFilters chosen={chosen} isNarrow={chosen > 0} onClear={onClear}>
        {names.map(choice)}
      </ListFilters>
    </Stage>,
  );
  return onClear;
};

describe('what narrows a list', () => {
  it('opens and closes by its button, which says how many choices narrow it', async () => {
    shown(['Περιοχή', 'Κατηγορία'], 2);
    const button = await screen.findByRole('button', { name: 'Φίλτρα και σειρά, 2 επιλογές' });
    const choices = () => document.getElementById(button.getAttribute('aria-controls') ?? '')?.hasAttribute('data-open');
    expect([button.getAttribute('aria-expanded'), choices()]).toEqual(['false', false]);
    await userEvent.click(button);
    expect([button.getAttribute('aria-expanded'), choices()]).toEqual(['true', true]);
  });

  it('hides no single choice behind a button', async () => {
    shown(['Περιοχή'], 0);
    expect((await screen.findByRole('combobox', { name: 'Περιοχή' })).closest('[data-open]')).not.toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('takes everything back where something narrows it', async () => {
    const onClear = shown(['Περιοχή', 'Κατηγορία'], 1);
    await userEvent.click(await screen.findByRole('button', { name: 'Καθάρισε τα φίλτρα' }));
    expect(onClear).toHaveBeenCalledOnce();
  });
});

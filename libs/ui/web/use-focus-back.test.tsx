import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { useFocusBack } from './use-focus-back';

function City() {
  const box = useFocusBack();
  const [open, setOpen] = useState<string | null>(null);
  const [streets, setStreets] = useState(['Α', 'Β', 'Γ']);
  return (
    <section ref={box}>
      <h2>Οδοί</h2>
      {streets.map((street) =>
        open === street ? (
          <form key={street}>
            <input aria-label={`Όνομα ${street}`} />
            <button type="button" onClick={() => setOpen(null)}>Κλείσε</button>
          </form>
        ) : (
          <p key={street}>
            <button onClick={() => setOpen(street)}>{`Άλλαξε ${street}`}</button>
            <button onClick={() => setStreets(streets.filter((one) => one !== street))}>{`Βγάλε ${street}`}</button>
          </p>
        ),
      )}
    </section>
  );
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

it('a form that opens in the place of its button gets the focus, and the button has it back when the form closes', async () => {
  render(<City />);
  await press('Άλλαξε Β');
  expect(focused()).toBe('Όνομα Β');
  await press('Κλείσε');
  expect(focused()).toBe('Άλλαξε Β');
});

it('of a list that loses a row the next keeps the focus, then the one before, at last the heading', async () => {
  render(<City />);
  await press('Βγάλε Β');
  expect(focused()).toBe('Άλλαξε Γ');
  await press('Βγάλε Γ');
  expect(focused()).toBe('Βγάλε Α');
  await press('Βγάλε Α');
  expect(focused()).toBe('Οδοί');
});

it('who has gone on to something else is left there', async () => {
  const { rerender } = render(<><City /><input aria-label="αλλού" /></>);
  await press('Άλλαξε Β');
  screen.getByLabelText('αλλού').focus();
  rerender(<><City /><input aria-label="αλλού" /></>);
  expect(focused()).toBe('αλλού');
});

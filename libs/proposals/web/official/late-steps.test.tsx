import { el } from '@isegoria/proposals/contracts';
import { Stage } from '@isegoria/ui/web';
import { render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LateSteps } from './late-steps';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const step = (id: string, title: string, days: number, more: object = {}) => ({ id, title, lang: 'el', answer: { nextStep: 'Μελέτη', nextStepAt: daysAgo(days) }, department: { id: 'technical', name: { el: 'Τεχνική Υπηρεσία', en: 'Works' } }, ...more });

function show(items: object[]) {
  const asked: string[] = [];
  render(<Stage words={{ proposals: el, ui: {} }} answer={(operation) => { asked.push(operation); return { lateSteps: { items, total: items.length } }; }}><LateSteps /></Stage>);
  return asked;
}

describe('the steps that a department promised for a day that has passed', () => {
  it('stand one under the other, each with how late it is, and lead to where it is answered', async () => {
    show([step('p1', 'Σκίαστρα <script>', 1), step('p2', 'Παγκάκια', 12, { department: null })]);
    await screen.findByRole('heading', { name: '2 δεκτές προτάσεις με βήμα που πέρασε' });
    const [first, second] = within(screen.getByRole('list')).getAllByRole('listitem');
    if (!first || !second) throw new Error('two rows');
    expect(within(first).getByRole('link', { name: 'Σκίαστρα <script>' }).getAttribute('href')).toBe('/official/p1');
    expect(within(first).getByText('Άργησε 1 ημέρα')).toBeTruthy();
    expect(first.textContent).toMatch(/Τεχνική Υπηρεσία · Μελέτη · /);
    expect(within(second).getByText('Άργησε 12 ημέρες')).toBeTruthy();
    expect(second.textContent).not.toContain('Τεχνική Υπηρεσία');
  });

  it('are not spoken of where none is late', async () => {
    const asked = show([]);
    await waitFor(() => expect(asked).toContain('LateSteps'));
    expect(screen.queryByRole('heading')).toBeNull();
  });
});

import { el } from '@isegoria/insights/contracts';
import { Stage } from '@isegoria/ui/web';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Figure, View } from './documents';
import { InsightsView } from './insights-view';

const words = { insights: el, ui: { contents: 'Σε αυτή τη σελίδα' } };
const both = (text: string) => ({ el: text, en: text });
const cell = (value: string | number) => ({ text: typeof value === 'string' ? both(value) : null, number: typeof value === 'number' ? value : null, date: null });

function aFigure(id: string, chapter: Figure['chapter'], more: Partial<Figure> = {}): Figure {
  const columns: Figure['columns'] = [{ key: 'name', label: both('Υπηρεσία'), type: 'text' }, { key: 'count', label: both('Πόσα'), type: 'number' }];
  return { id, chapter, title: both(id), headline: null, note: null, chart: 'bars', columns, rows: [[cell('Τεχνική'), cell(3)]], ...more };
}

const aDuty = (id: string, overdue: number) =>
  aFigure(id, 'waiting', { columns: [{ key: 'name', label: both('Υπηρεσία'), type: 'text' }, { key: 'overdue', label: both('Εκπρόθεσμα'), type: 'number' }], rows: [[cell('Τεχνική'), cell(overdue)], [cell('Πράσινο'), cell(0)]] });

function show(figures: Figure[]) {
  const view: View = { at: '2026-11-28T10:00:00.000Z', figures };
  render(<Stage words={words} path="/city-says" answer={() => ({ me: null })}><InsightsView view={view} audience="city" /></Stage>);
}

describe('the page of figures', () => {
  beforeEach(() => void (Element.prototype.scrollIntoView = () => undefined));

  it('stands in chapters that its contents lead to, and names none that has nothing', async () => {
    show([aFigure('Ζητήσεις', 'asks'), aFigure('Άδεια', 'fairness', { rows: [] }), aDuty('Προτάσεις', 2)]);
    const contents = await screen.findByRole('navigation', { name: 'Σε αυτή τη σελίδα' });
    expect(within(contents).getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([['Τι ζητά', '#asks'], ['Τι περιμένει από τον δήμο', '#waiting']]);
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual(['Τι περιμένει απάντηση', 'Τι ζητά', 'Τι περιμένει από τον δήμο']);
    expect(document.querySelector('#asks')).not.toBeNull();
  });

  it('says how much is late where something is, and of the rest that nothing is, with what waits a press away', async () => {
    show([aDuty('Προτάσεις', 2), aDuty('Διαβουλεύσεις', 0), aDuty('Πρωτοβουλίες', 0)]);
    expect((await screen.findByRole('link', { name: 'Προτάσεις' })).getAttribute('href')).toMatch(/#Προτάσεις|#%/);
    expect(screen.getByRole('link', { name: 'Στα υπόλοιπα 2 τίποτα δεν άργησε' })).toBeDefined();
    expect(screen.getAllByRole('table').map((table) => table.querySelector('caption')?.textContent)).toEqual(['Προτάσεις']);
    await userEvent.click(screen.getByRole('button', { name: 'Διαβουλεύσεις' }));
    expect(screen.getByRole('table', { name: 'Διαβουλεύσεις' })).toBeDefined();
  });

  it('says in one line that nothing at all is late', async () => {
    show([aDuty('Διαβουλεύσεις', 0)]);
    expect(await screen.findByRole('link', { name: 'Τίποτα δεν άργησε' })).toBeDefined();
  });
});

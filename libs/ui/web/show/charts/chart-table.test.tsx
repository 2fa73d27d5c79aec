import { el, en } from '@isegoria/ui/contracts';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Stage } from '../../stage';
import { ChartTable } from './chart-table';
import type { TableColumn } from '../table';

const WORDS = { ui: el };
const ENGLISH = { ui: en };
const COLUMNS: TableColumn[] = [
  { key: 'name', label: { el: 'Διεύθυνση', en: 'Department' }, type: 'text' },
  { key: 'open', label: { el: 'ανοιχτά', en: 'open' }, type: 'number' },
  { key: 'share', label: { el: 'μερίδιο', en: 'share' }, type: 'percent' },
];
const ROWS = [
  { name: '<script>alert(1)</script>', open: 1208, share: 0.75 },
  { name: 'Πρασίνου', open: 402, share: null },
];

const show = (locale: 'el' | 'en') =>
  render(
    <Stage words={locale === 'el' ? WORDS : ENGLISH} locale={locale}>
      <ChartTable title="Ανοιχτά θέματα" chart="bars" columns={COLUMNS} rows={ROWS} csv="/figures/waiting.csv" />
    </Stage>,
  );

describe('a council member before a chart', () => {
  it('opens the same figures as a table, written as the language writes them', async () => {
    show('el');
    await userEvent.click(await screen.findByRole('button', { name: 'Πίνακας' }));
    const cells = within(screen.getByRole('table')).getAllByRole('row').map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(cells).toEqual([
      ['Διεύθυνση', 'ανοιχτά', 'μερίδιο'],
      ['<script>alert(1)</script>', '1.208', '75%'],
      ['Πρασίνου', '402', '–'],
    ]);
  });

  it('reads it in English too', async () => {
    show('en');
    expect(await screen.findByRole('img', { name: /Chart: Ανοιχτά θέματα/ })).toBeTruthy();
    expect(screen.getByText('Department')).toBeTruthy();
    expect(screen.getAllByText('1,208')).toHaveLength(2);
  });

  it('tells lines apart in the key as in the chart, by their dashes too', async () => {
    const months = ROWS.map((row) => ({ ...row, share: row.open / 2 }));
    render(
      <Stage words={WORDS}>
        <ChartTable title="Ανά μήνα" chart="line" columns={COLUMNS} rows={months} />
      </Stage>,
    );
    const key = (await screen.findByText('μερίδιο', { selector: 'li' })).querySelector('path');
    const line = screen.getByRole('img', { name: /Ανά μήνα/ }).querySelectorAll('path')[1];
    expect(key?.getAttribute('class')).toBe(line?.getAttribute('class'));
    expect([key?.dataset['line'], line?.dataset['line']]).toEqual(['1', '1']);
  });

  it('finds no two of the five proposals of a sitting drawn alike', async () => {
    const five: TableColumn[] = [1, 2, 3, 4, 5].map((n) => ({ key: `p${n}`, label: { el: `Πρόταση ${n}`, en: `Proposal ${n}` }, type: 'number' }));
    render(
      <Stage words={WORDS}>
        <ChartTable title="Πώς αλλάζει" chart="line" columns={[...COLUMNS.slice(0, 1), ...five]} rows={[{ name: 'Μάιος', p1: 1, p2: 2, p3: 3, p4: 4, p5: 5 }]} />
      </Stage>,
    );
    const lines = (await screen.findByRole('img', { name: /Πώς αλλάζει/ })).querySelectorAll<SVGPathElement>('path');
    expect(new Set([...lines].map(({ dataset }) => dataset['line'])).size).toBe(5);
  });

  it('takes the figures along as CSV', async () => {
    show('el');
    expect((await screen.findByText('CSV')).getAttribute('href')).toBe('/figures/waiting.csv');
  });
});

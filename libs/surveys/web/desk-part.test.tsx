import { el } from '@isegoria/surveys/contracts';
import { Stage } from '@isegoria/ui/web';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DeskPart } from './desk-part';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const one = (id: string, more: object) => ({ id, title: { el: `Ερωτηματολόγιο ${id}`, en: '' }, status: 'closed', opensAt: inDays(-90), closesAt: inDays(-60), reportDueAt: null, canReport: true, ...more });
const show = (items: object[]) => render(<Stage words={{ surveys: el, ui: {} }} answer={() => ({ surveyDesk: { items } })}><DeskPart /></Stage>);

it('an official reads first which reports are late, the latest on top, and where to write them', async () => {
  show([one('draft', { status: 'draft', canReport: false }), one('soon', { reportDueAt: inDays(3) }), one('late', { reportDueAt: inDays(-2) }), one('later', { reportDueAt: inDays(-12) }), one('open', { status: 'open', canReport: false })]);
  await screen.findByText(/^2 ερωτηματολόγια περιμένουν/);
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/surveys/later/report', '/surveys/late/report', '/surveys/draft', '/surveys/soon/report']);
  expect(screen.getByText('Άργησε 12 ημέρες')).toBeDefined();
  expect(screen.getByText('Άργησε 2 ημέρες')).toBeDefined();
});

it('an official for whom nothing is late reads of no lateness', async () => {
  show([one('soon', { reportDueAt: inDays(3) })]);
  await screen.findByText(el.desk.report);
  expect(screen.queryByText(/Άργησ|έπρεπε/)).toBeNull();
});

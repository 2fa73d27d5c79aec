import { el } from '@isegoria/consultations/contracts';
import { Stage } from '@isegoria/ui/web';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DeskPart } from './desk-part';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const one = (id: string, more: object) => ({ id, title: { el: `Κείμενο ${id}`, en: '' }, status: 'closed', opensAt: inDays(-90), closesAt: inDays(-60), answerDueAt: null, articleCount: 3, amendmentCount: 2, canAnswer: true, canEdit: false, ...more });
const show = (items: object[]) => render(<Stage words={{ consultations: el, ui: {} }} answer={() => ({ consultationDesk: { items } })}><DeskPart /></Stage>);

it('an official reads first which answers are late, the latest on top, and where to write them', async () => {
  show([one('draft', { status: 'draft', canAnswer: false }), one('soon', { answerDueAt: inDays(3) }), one('late', { answerDueAt: inDays(-2) }), one('later', { answerDueAt: inDays(-12) }), one('open', { status: 'open', canAnswer: false })]);
  await screen.findByText(/^2 διαβουλεύσεις περιμένουν απάντηση/);
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/consultations/later/answer', '/consultations/late/answer', '/consultations/draft', '/consultations/soon/answer']);
  expect(screen.getByText('Άργησε 12 ημέρες')).toBeDefined();
  expect(screen.getByText('Άργησε 2 ημέρες')).toBeDefined();
});

it('an official for whom nothing is late reads of no lateness', async () => {
  show([one('soon', { answerDueAt: inDays(3) })]);
  await screen.findByText(el.desk.answer);
  expect(screen.queryByText(/Άργησ|έπρεπε/)).toBeNull();
});

import { render, screen } from '@testing-library/react';
import { el } from '@isegoria/proposals/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { expect, it } from 'vitest';
import { Component as AnswerPage } from './answer-page';

it('an official of another department is told who answers, and not that the proposal is gone', async () => {
  const answer = (operation: string) =>
    operation === 'Me' ? { me: { id: 'c-1', name: 'Πέτρος', roles: ['citizen', 'official'] } } : { proposal: { id: 'p', canAnswer: false, department: { id: 'technical', name: { el: 'Διεύθυνση Τεχνικών', en: 'Technical' } } } };
  render(<Stage words={{ proposals: el as Words, ui, identity: {} }} answer={answer}><AnswerPage /></Stage>);
  await screen.findByRole('heading', { level: 1, name: 'Δεν περιμένει δική σου απάντηση' });
  expect(screen.getByText('Απαντά: Διεύθυνση Τεχνικών.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Δες την πρόταση' })).toBeTruthy();
});

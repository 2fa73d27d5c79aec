import { expect, it } from 'vitest';
import { afterDecision } from './after-decision';

it('a text that may stand is public, and nothing is held against it; another one is hidden or sent back, and its author may object', () => {
  const at = new Date('2026-05-01');
  const said = { item: { kind: 'comment', id: 'c' }, rule: 2, reason: 'Ονομάζει ιδιώτη.', caseId: 'k', at };
  const verdict = { rule: 2, reason: 'Ονομάζει ιδιώτη.', caseId: 'k' };
  expect(afterDecision({ ...said, decision: 'approved' })).toEqual({ visibility: 'public', verdict: null, decidedAt: at });
  expect(afterDecision({ ...said, decision: 'hidden' })).toEqual({ visibility: 'hidden', verdict, decidedAt: at });
  expect(afterDecision({ ...said, decision: 'returned' })).toEqual({ visibility: 'returned', verdict, decidedAt: at });
});

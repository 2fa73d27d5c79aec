import { beforeAll, describe, expect, it } from 'vitest';
import { el } from '@isegoria/requests/contracts';
import { allWords, startWords, wordsOf } from '@isegoria/ui/web';
import { asLabel, dueText, signOf } from './standing';

const now = new Date('2026-11-27T10:00:00Z');
const due = (more: object) => dueText({ status: 'received', dueAt: '2026-12-07T10:00:00Z', expectedAt: null, isOverdue: false, ...more }, wordsOf('requests', 'el'), now)?.replaceAll('\u00a0', ' ') ?? null;

describe('the day by which a request is to be fixed', () => {
  beforeAll(() => {
    startWords('el', () => Promise.resolve({ requests: el }));
    return allWords();
  });

  it('is the one that the department named or, without one, the service’s own', () => {
    expect(due({})).toBe('Θα γίνει ως Δευτέρα 7 Δεκεμβρίου');
    expect(due({ status: 'planned', expectedAt: '2026-12-01T10:00:00Z' })).toBe('Θα γίνει ως Τρίτη 1 Δεκεμβρίου');
  });

  it('is today where it is today, and says since when it is late', () => {
    expect(due({ dueAt: '2026-11-27T20:00:00Z' })).toBe('Θα γίνει ως απόψε');
    expect(due({ isOverdue: true, dueAt: '2026-11-20T10:00:00Z' })).toBe('Καθυστερεί από 20 Νοεμβρίου 2026');
  });

  it('is told no more once it has ended, nor before it has reached the department', () => {
    for (const status of ['fixed', 'closed', 'withdrawn', 'waiting', 'hidden']) expect(due({ status })).toBeNull();
  });
});

it('signs of the map: what waits, what moves, what is done, what is over', () => {
  expect((['received', 'acknowledged', 'planned', 'inProgress', 'fixed', 'closed', 'withdrawn'] as const).map(signOf)).toEqual(['waits', 'waits', 'moves', 'moves', 'done', 'over', 'over']);
});

it('a question is the name of its answer without its mark', () => {
  expect(['Πόσο μεγάλη είναι;', 'How big is it?', 'Αριθμός στην κολώνα'].map(asLabel)).toEqual(['Πόσο μεγάλη είναι', 'How big is it', 'Αριθμός στην κολώνα']);
});

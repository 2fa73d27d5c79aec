import { describe, expect, it } from 'vitest';
import { DEFAULT_CRITERIA, opinionOf } from '@isegoria/evaluations/contracts';
import { counted } from './evaluations.builders';
import { evaluationRows } from './evaluations.dataset';

const rowsOf = (voters: number, counts: ReturnType<typeof counted>) => evaluationRows({ kind: 'choice', id: 'c' }, null, { round: 2, isOpen: true, opinion: opinionOf(DEFAULT_CRITERIA.slice(0, 1), { voters, counts }) });
const figures = ['step1', 'step2', 'step3', 'step4', 'step5', 'cantSay', 'answered', 'median', 'medianLow', 'medianHigh', 'favourable', 'favourableLow', 'favourableHigh'] as const;

describe('evaluations as data', () => {
  it('say how many, and nothing of what they said, where fewer than ten did', () => {
    const [row] = rowsOf(9, counted('necessary', [1, 0, 0, 3, 5]));
    expect(row).toMatchObject({ people: 9, isSuppressed: true });
    expect(figures.map((name) => row?.[name])).toEqual(figures.map(() => null));
  });

  it('say the distribution from ten people on', () => {
    const [row] = rowsOf(10, counted('necessary', [1, 0, 0, 3, 5], 1));
    expect(row).toMatchObject({ subjectKind: 'choice', subject: 'c', round: 2, isOpen: true, ada: null, isSuppressed: false, step1: 1, step5: 5, cantSay: 1, answered: 9 });
  });

  it('leave out a criterion that only some of many answered', () => {
    const [row] = rowsOf(50, counted('necessary', [0, 0, 0, 0, 2]));
    expect(row).toMatchObject({ people: 50, isSuppressed: true, step5: null });
  });
});

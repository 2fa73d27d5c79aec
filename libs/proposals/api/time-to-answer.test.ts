import { describe, expect, it } from 'vitest';
import { medianWait, type Wait } from './time-to-answer';

const answered = (...days: number[]): Wait[] => days.map((at) => ({ days: at, isAnswered: true }));
const waits = (...days: number[]): Wait[] => days.map((at) => ({ days: at, isAnswered: false }));

describe('the time to an answer', () => {
  it('is the middle one where all are answered', () => {
    expect(medianWait(answered(1, 2, 3, 4, 5)).median).toBe(3);
  });

  it('counts those who still wait: they make it longer, never shorter', () => {
    const some = answered(2, 3, 5, 8, 9);
    expect(medianWait(some).median).toBe(5);
    expect(medianWait([...some, ...waits(10, 12, 14, 20)]).median).toBe(9);
    expect(medianWait([...some, ...waits(1, 1, 1, 1)]).median, 'who came yesterday says nothing yet').toBe(5);
  });

  it('is not said while more than half still wait', () => {
    expect(medianWait([...answered(2), ...waits(30, 30)])).toEqual({ median: null, low: 2, high: null });
    expect(medianWait([])).toEqual({ median: null, low: null, high: null });
  });
});

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

  it('is what SAS LIFETEST and R survfit (conf.type log-log) print for the remission times of Freireich et al. (Blood 21, 1963)', () => {
    const treated = [...answered(6, 6, 6, 7, 10, 13, 16, 22, 23), ...waits(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)];
    expect(medianWait(treated)).toEqual({ median: 23, low: 13, high: null });
    expect(medianWait(answered(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23))).toEqual({ median: 8, low: 4, high: 11 });
  });

  it('is not said while more than half still wait', () => {
    expect(medianWait([...answered(2), ...waits(30, 30)])).toEqual({ median: null, low: 2, high: null });
    expect(medianWait([])).toEqual({ median: null, low: null, high: null });
  });
});

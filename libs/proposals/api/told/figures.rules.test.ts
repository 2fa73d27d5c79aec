import { describe, expect, it } from 'vitest';
import { duties, weeks } from './figures.rules';
import { aProposal } from '../proposals.builders';

const at = (moment: string) => new Date(moment);
const now = at('2026-05-31T12:00:00Z');
const answer = (moment: string, status: 'ACCEPTED' | 'UNDER_EVALUATION') => ({ status, text: '', nextStep: null, nextStepAt: null, cost: null, departmentId: null, byId: '', at: at(moment) });

describe('what the council is told of a department', () => {
  it('counts what waits in time and what is overdue, and the median of days', () => {
    const waiting = ['2026-05-01', '2026-05-11', '2026-05-21'].map((day, n) => aProposal({ _id: `${n}`, publishedAt: at(`${day}T12:00:00Z`), answerDueAt: at(n === 0 ? '2026-05-30' : '2026-06-30') }));
    const answered = aProposal({ _id: 'x', publishedAt: at('2026-04-01T12:00:00Z'), answered: 'ACCEPTED', answers: [answer('2026-04-05T12:00:00Z', 'UNDER_EVALUATION'), answer('2026-04-13T12:00:00Z', 'ACCEPTED')] });
    expect(duties([...waiting, answered], now)).toEqual({ onTime: 2, overdue: 1, lateSteps: 0, waitingDays: 20, answeredDays: 12 });
  });

  it('calls a duty late when its day is over, not at some hour of it', () => {
    const due = aProposal({ _id: 'due', publishedAt: at('2026-05-01T12:00:00Z'), answerDueAt: at('2026-05-31T09:00:00Z') });
    expect(duties([due], at('2026-05-31T20:59:00Z'))).toMatchObject({ onTime: 1, overdue: 0 });
    expect(duties([due], at('2026-05-31T21:00:00Z'))).toMatchObject({ onTime: 0, overdue: 1 });
  });

  it('counts the accepted ones whose next step is late: by the last answer, from the day after on', () => {
    const step = (moment: string, status: 'ACCEPTED' | 'UNDER_EVALUATION', day: string) => ({ ...answer(moment, status), nextStepAt: at(`${day}T12:00:00Z`) });
    const proposal = (...answers: ReturnType<typeof step>[]) => aProposal({ _id: answers.map(({ nextStepAt }) => nextStepAt.toISOString()).join(), publishedAt: at('2026-03-01T12:00:00Z'), answered: answers.at(-1)?.status ?? 'NONE', answers });
    const late = proposal(step('2026-04-01T12:00:00Z', 'ACCEPTED', '2026-05-30'));
    const today = proposal(step('2026-04-01T12:00:00Z', 'ACCEPTED', '2026-05-31'));
    const renewed = proposal(step('2026-04-01T12:00:00Z', 'ACCEPTED', '2026-05-01'), step('2026-05-02T12:00:00Z', 'ACCEPTED', '2026-07-01'));
    const looked = proposal(step('2026-04-01T12:00:00Z', 'UNDER_EVALUATION', '2026-05-01'));
    expect(duties([late, today, renewed, looked], now)).toMatchObject({ lateSteps: 1 });
  });

  it('leaves a median empty where there is nothing to take it of', () => {
    expect(duties([], now)).toEqual({ onTime: 0, overdue: 0, lateSteps: 0, waitingDays: null, answeredDays: null });
  });
});

describe('the weeks', () => {
  it('begin on Monday, and one without news is there with nought', () => {
    expect(weeks(at('2026-05-31T20:59:00Z'), 1, [], [])[0]?.week).toEqual(at('2026-05-25T00:00:00Z'));
    expect(weeks(at('2026-05-31T21:00:00Z'), 1, [], [])[0]?.week, 'past midnight in the city').toEqual(at('2026-06-01T00:00:00Z'));
    const rows = weeks(now, 3, [at('2026-05-12T10:00:00Z'), at('2026-05-28T10:00:00Z'), null], [at('2026-05-29T10:00:00Z')]);
    expect(rows.map(({ proposals, answers }) => [proposals, answers])).toEqual([[1, 0], [0, 0], [1, 1]]);
  });
});

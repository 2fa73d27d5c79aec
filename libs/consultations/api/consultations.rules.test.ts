import { describe, expect, it } from 'vitest';
import { leastDays, standingOf } from '@isegoria/consultations/contracts';
import { dateProblems, isLongEnough } from '@isegoria/processes/contracts';
import { noArguments } from './consultation.schema';
import { answerRefusal, lacksAnswer, wasDiscussed, withdrawRefusal } from './consultations.rules';

const at = (moment: string) => new Date(moment);
const facts = { publishedAt: at('2026-05-01T08:00:00Z'), opensAt: at('2026-05-10T06:00:00Z'), closesAt: at('2026-05-20T06:00:00Z'), answeredAt: null, adoptedAt: null, withdrawnAt: null };

describe('a consultation', () => {
  it('stands where its dates and the city’s acts put it', () => {
    expect(standingOf({ ...facts, publishedAt: null }, at('2026-05-15T00:00:00Z'))).toBe('draft');
    expect(standingOf(facts, at('2026-05-09T00:00:00Z'))).toBe('announced');
    expect(standingOf(facts, facts.opensAt)).toBe('open');
    expect(standingOf(facts, facts.closesAt)).toBe('closed');
    expect(standingOf({ ...facts, answeredAt: at('2026-06-01T00:00:00Z') }, at('2026-06-02T00:00:00Z'))).toBe('answered');
    expect(standingOf({ ...facts, answeredAt: at('2026-06-01T00:00:00Z'), adoptedAt: at('2026-07-01T00:00:00Z') }, at('2026-07-02T00:00:00Z'))).toBe('adopted');
    expect(standingOf({ ...facts, withdrawnAt: at('2026-05-11T00:00:00Z') }, at('2026-05-12T00:00:00Z'))).toBe('withdrawn');
  });

  it('lasts a week by the city’s clocks, also when they are changed in it', () => {
    expect(isLongEnough(at('2026-05-10T06:00:00Z'), at('2026-05-17T06:00:00Z'), leastDays)).toBe(true);
    expect(isLongEnough(at('2026-05-10T06:00:00Z'), at('2026-05-17T05:59:00Z'), leastDays)).toBe(false);
    // Nine o’clock and nine o’clock, with an hour less between them.
    expect(isLongEnough(at('2026-03-25T07:00:00Z'), at('2026-04-01T06:00:00Z'), leastDays)).toBe(true);
    // An opening that is over is now.
    expect(dateProblems({ opensAt: at('2026-01-01T00:00:00Z'), closesAt: at('2026-05-16T00:00:00Z') }, at('2026-05-10T00:00:00Z'), leastDays)).toEqual([{ field: 'closesAt', code: 'too_short', limit: 7 }]);
  });

  it('is taken back until it is answered, and answered when it has closed', () => {
    expect((['draft', 'announced', 'open', 'closed', 'answered', 'adopted', 'withdrawn'] as const).map((status) => [withdrawRefusal(status), answerRefusal(status)])).toEqual([
      ['draft', 'not_closed'], [null, 'not_closed'], [null, 'not_closed'], [null, null], ['answered', 'answered'], ['answered', 'answered'], ['withdrawn', 'not_closed'],
    ]);
  });
});

describe('an article', () => {
  const said = { people: 0, arguments: noArguments, amendments: 0 };
  const reply = { heard: '', outcome: 'kept' as const, reason: ' ', label: '', title: '', body: '', revision: 1 };

  it('is owed a reason where anybody spoke of it, in whatever way, or where it does not stay as it was', () => {
    expect([undefined, said].map(wasDiscussed)).toEqual([false, false]);
    for (const spoken of [{ ...said, people: 1 }, { ...said, amendments: 1 }, { ...said, arguments: { ...noArguments, total: 1 } }]) expect([lacksAnswer(spoken, null), lacksAnswer(spoken, reply), lacksAnswer(spoken, { ...reply, reason: 'Γιατί' })]).toEqual([true, true, false]);
    expect([lacksAnswer(said, null), lacksAnswer(said, reply), lacksAnswer(said, { ...reply, outcome: 'removed' }), lacksAnswer(undefined, { ...reply, outcome: 'changed', reason: 'Γιατί' })]).toEqual([false, false, true, false]);
  });
});

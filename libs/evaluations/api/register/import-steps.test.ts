import { describe, expect, it } from 'vitest';
import { isDue, nextAt, stateOf } from './import-due';
import { isWhole, stepsOf, submittedWithin } from './import-steps';

const at = (moment: string) => new Date(moment);
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe('the steps of a run', () => {
  it('leave no day out, and none is longer than the register reads', () => {
    const steps = stepsOf({ since: '2023-01-01', to: at('2026-05-01T10:00:00Z'), unitIds: [] });
    expect(steps[0]?.from_issue_date).toBe('2023-01-01');
    expect(steps.at(-1)?.to_issue_date).toBe('2026-06-01');
    for (const [place, { from_issue_date, to_issue_date }] of steps.entries()) {
      expect(days(from_issue_date, to_issue_date)).toBeLessThan(180);
      expect(steps[place + 1]?.from_issue_date ?? to_issue_date).toBe(to_issue_date);
    }
  });

  it('ask for each unit by itself, and are the same ones whenever they are made', () => {
    const run = { since: '2026-01-01', to: at('2026-05-01T10:00:00Z'), unitIds: ['1', '2'] };
    expect(stepsOf(run).map(({ unit }) => unit)).toEqual(['1', '2']);
    expect(stepsOf(run)).toEqual(stepsOf(run));
  });

  it('read what was submitted since a little before the checkpoint, and everything where there is none', () => {
    const run = { since: '2024-01-01', to: at('2026-05-10T10:00:00Z') };
    expect(submittedWithin({ ...run, readTo: at('2026-05-09T22:30:00Z') })).toEqual({ from_date: '2026-05-08', to_date: '2026-05-12' });
    expect(submittedWithin({ ...run, readTo: null }).from_date).toBe('2024-01-01');
  });
});

describe('what was read of a step', () => {
  it('is whole although acts came in meanwhile, and not where one may have slipped between two pages', () => {
    expect(isWhole({ totals: [900, 900], seen: 900 })).toBe(true);
    expect(isWhole({ totals: [900, 901], seen: 900 })).toBe(true);
    expect(isWhole({ totals: [900, 899], seen: 899 })).toBe(false);
    expect(isWhole({ totals: [900, 900], seen: 899 })).toBe(false);
    expect(isWhole({ totals: [0], seen: 0 })).toBe(true);
  });
});

describe('the import', () => {
  const now = at('2026-05-01T12:00:00Z');
  const resting = { organisationId: '6174', isOn: true, everyMinutes: 60, askedAt: null, startedAt: at('2026-05-01T10:00:00Z'), aliveAt: at('2026-05-01T10:01:00Z'), endedAt: at('2026-05-01T10:02:00Z'), notBefore: null, failure: null };

  it('runs when its hour has come, when somebody asks, and when a run was killed', () => {
    expect(isDue(resting, now)).toBe(true);
    expect(isDue({ ...resting, endedAt: at('2026-05-01T11:30:00Z') }, now)).toBe(false);
    expect(isDue({ ...resting, isOn: false }, now)).toBe(false);
    expect(isDue({ ...resting, isOn: false, askedAt: now }, now)).toBe(true);
    expect(isDue({ ...resting, startedAt: at('2026-05-01T11:59:00Z') }, now)).toBe(true);
    expect(isDue({ ...resting, startedAt: at('2026-05-01T11:58:00Z'), aliveAt: at('2026-05-01T11:59:00Z'), askedAt: now }, now)).toBe(false);
    expect(isDue({ ...resting, organisationId: null, askedAt: now }, now)).toBe(false);
  });

  it('keeps the wait that the register asked for, except where somebody asks anew', () => {
    const busy = { ...resting, notBefore: at('2026-05-01T15:00:00Z') };
    expect([isDue(busy, now), nextAt(busy, now)]).toEqual([false, at('2026-05-01T15:00:00Z')]);
    expect(isDue({ ...busy, askedAt: now }, now)).toBe(true);
  });

  it('says how it stands', () => {
    expect(stateOf(resting, now)).toBe('WAITING');
    expect(stateOf({ ...resting, isOn: false }, now)).toBe('OFF');
    expect(stateOf({ ...resting, failure: { code: 'BUSY', asked: '/', at: now } }, now)).toBe('FAILED');
    expect(stateOf({ ...resting, startedAt: at('2026-05-01T11:58:00Z'), aliveAt: at('2026-05-01T11:59:00Z') }, now)).toBe('RUNNING');
  });
});

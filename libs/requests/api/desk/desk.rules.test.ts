import { describe, expect, it } from 'vitest';
import { type StepFields, stepProblems } from '@isegoria/requests/contracts';
import { moment } from '../change';
import { momentsKept, type RequestRecord } from '../request.schema';
import { endOfCityDay, isOriginalFor, stepped, stepRefusal, stepsNow } from './desk.rules';

const now = new Date('2026-05-04T09:00:00Z');
const history = [moment({ kind: 'submitted', at: now })];
const step = (wanted: Partial<StepFields>): StepFields => ({ step: 'update', text: 'Το συνεργείο πέρασε και είδε τη λακκούβα.', pictures: [], ...wanted });
const request = (wanted: Partial<RequestRecord> = {}) => ({ _id: '1001', status: 'received', listed: true, departmentId: 'technical', closing: null, firstFixedAt: null, history, ...wanted }) as RequestRecord;

describe('what a department may do with a request', () => {
  it('goes forward, and what is ended takes only words', () => {
    expect(stepsNow(request())).toEqual(['acknowledged', 'planned', 'inProgress', 'fixed', 'closed', 'update']);
    expect(stepRefusal(request({ status: 'inProgress' }), 'acknowledged')).toBe('step');
    expect(stepRefusal(request({ status: 'fixed' }), 'inProgress')).toBe('ended');
    expect(stepsNow(request({ status: 'closed' }))).toEqual(['update']);
    expect(stepsNow(request({ status: 'withdrawn' }))).toEqual([]);
    expect(stepsNow(request({ status: 'waiting' }))).toEqual([]);
  });

  it('is only to end it where its history is full', () => {
    const full = request({ history: Array.from({ length: momentsKept }, () => moment({ kind: 'update', at: now })) });
    expect(stepsNow(full)).toEqual(['fixed', 'closed']);
    expect(stepRefusal(full, 'update')).toBe('history_full');
  });
});

describe('a step', () => {
  it('that ends or only tells needs words; one that goes on does not', () => {
    for (const one of ['fixed', 'update'] as const) expect(stepProblems(step({ step: one, text: '' }), now)).toEqual([{ field: 'text', code: 'required', limit: null }]);
    expect(stepProblems(step({ step: 'fixed', text: 'Έγινε.' }), now)).toEqual([{ field: 'text', code: 'too_short', limit: 10 }]);
    for (const one of ['acknowledged', 'inProgress'] as const) expect(stepProblems(step({ step: one, text: '' }), now)).toEqual([]);
  });

  it('that names a day names one that is not over: today will do until midnight in the city', () => {
    const planned = (expectedAt: string | null) => stepProblems(step({ step: 'planned', expectedAt: expectedAt ? new Date(expectedAt) : null }), now);
    expect(planned(null)).toEqual([{ field: 'expectedAt', code: 'required', limit: null }]);
    expect(planned('2026-05-03T20:59:59Z')).toEqual([{ field: 'expectedAt', code: 'too_small', limit: null }]);
    expect(planned('2026-05-03T21:00:00Z')).toEqual([]);
    expect(planned('2206-05-03T09:00:00Z')).toMatchObject([{ field: 'expectedAt', code: 'too_big' }]);
  });

  it('that closes says why, and a double says of which', () => {
    expect(stepProblems(step({ step: 'closed' }), now)).toEqual([{ field: 'reason', code: 'required', limit: null }]);
    expect(stepProblems(step({ step: 'closed', reason: 'duplicate' }), now)).toEqual([{ field: 'duplicateOf', code: 'required', limit: null }]);
    expect(stepProblems(step({ step: 'closed', reason: 'unable' }), now)).toEqual([]);
  });

  it('promises the whole of the day, in summer and in winter', () => {
    expect(endOfCityDay(new Date('2026-05-10T12:00:00Z'))).toEqual(new Date('2026-05-10T20:59:59Z'));
    expect(endOfCityDay(new Date('2026-12-10T12:00:00Z'))).toEqual(new Date('2026-12-10T21:59:59Z'));
    const day = new Date('2026-05-10T20:59:59Z');
    expect(stepped(request(), step({ step: 'planned', expectedAt: new Date('2026-05-10T09:00:00Z') }), now)).toEqual({ status: 'planned', changedAt: now, expectedAt: day, promisedAt: day });
    expect(stepped(request(), step({ step: 'acknowledged', expectedAt: day }), now)).toEqual({ status: 'acknowledged', changedAt: now });
  });

  it('that fixes once more keeps the day of the first time, and what people said is asked anew', () => {
    const first = new Date('2026-04-01T09:00:00Z');
    expect(stepped(request({ firstFixedAt: first }), step({ step: 'fixed' }), now)).toEqual({ status: 'fixed', changedAt: now, endedAt: now, closing: null, firstFixedAt: first, saidFixed: 0, saidNotFixed: 0 });
    expect(stepped(request(), step({ step: 'fixed' }), now)).toMatchObject({ firstFixedAt: now });
    expect(stepped(request(), step({ step: 'closed', reason: 'unable', duplicateOf: '7' }), now)).toMatchObject({ closing: { reason: 'unable', duplicateOf: null } });
  });
});

describe('a double', () => {
  it('is one of another request that people can follow: not of itself, of a double, or of one that was taken back', () => {
    const mine = request();
    expect(isOriginalFor(mine, request({ _id: '1002' }))).toBe(true);
    expect(isOriginalFor(mine, mine)).toBe(false);
    expect(isOriginalFor(mine, null)).toBe(false);
    expect(isOriginalFor(mine, request({ _id: '1002', status: 'withdrawn' }))).toBe(false);
    expect(isOriginalFor(mine, request({ _id: '1002', status: 'hidden', listed: false }))).toBe(false);
    expect(isOriginalFor(mine, request({ _id: '1002', status: 'closed', closing: { reason: 'duplicate', duplicateOf: '1003' } }))).toBe(false);
  });

  it('of a private one is named only within its department', () => {
    expect(isOriginalFor(request(), request({ _id: '1002', listed: false }))).toBe(true);
    expect(isOriginalFor(request(), request({ _id: '1002', listed: false, departmentId: 'cleaning' }))).toBe(false);
  });
});

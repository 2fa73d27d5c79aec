import { describe, expect, it } from 'vitest';
import { RegisterFailure, retryAfter, waitMs } from './register-failure';

const how = { attempt: 0, spentMs: 0, patienceMs: 60_000, chance: 1 };

describe('a register that fails', () => {
  it('is asked again later and later, and no more when the patience is spent', () => {
    const broken = new RegisterFailure('BROKEN', '/');
    expect([0, 1, 2, 3].map((attempt) => waitMs(broken, { ...how, attempt }))).toEqual([500, 1000, 2000, 4000]);
    expect(waitMs(broken, { ...how, attempt: 30 })).toBe(30_000);
    expect(waitMs(broken, { ...how, chance: 0 })).toBe(250);
    expect(waitMs(broken, { ...how, spentMs: 59_800 })).toBeNull();
  });

  it('is left in peace as long as it asks for, or until the next run where that is too long', () => {
    expect(waitMs(new RegisterFailure('BUSY', '/', 7000), how)).toBe(7000);
    expect(waitMs(new RegisterFailure('BUSY', '/', 70_000), how)).toBeNull();
    const now = new Date('2026-05-01T12:00:00Z');
    expect([retryAfter('120', now), retryAfter('Fri, 01 May 2026 12:00:30 GMT', now), retryAfter('Fri, 01 May 2026 11:00:00 GMT', now), retryAfter('soon', now), retryAfter(null, now)]).toEqual([120_000, 30_000, 0, null, null]);
  });

  it('is not asked again where it knows the answer', () => {
    for (const code of ['NOT_FOUND', 'REFUSED', 'UNEXPECTED', 'TOO_LARGE', 'CHANGING'] as const) expect(waitMs(new RegisterFailure(code, '/'), how)).toBeNull();
  });
});

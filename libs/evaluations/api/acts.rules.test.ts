import { describe, expect, it } from 'vitest';
import { incoming } from './acts.rules';

const version = (versionId: string, day: number, more: { status?: 'PUBLISHED' | 'REVOKED'; correctedVersionId?: string } = {}) => ({
  versionId,
  versionAt: new Date(Date.UTC(2026, 2, day)),
  status: more.status ?? ('PUBLISHED' as const),
  correctedVersionId: more.correctedVersionId ?? null,
});

describe('an act of the register', () => {
  it('is new once', () => {
    expect(incoming(null, version('a', 1), false)).toEqual({ taken: 'added', stands: true });
    expect(incoming(version('a', 1), version('a', 1), true)).toEqual({ taken: 'unchanged', stands: false });
  });

  it('gives way to its correction, and to its revocation even under the same number', () => {
    expect(incoming(version('a', 1), version('b', 2), false).stands).toBe(true);
    expect(incoming(version('a', 1), version('b', 1, { correctedVersionId: 'a' }), false).stands).toBe(true);
    expect(incoming(version('a', 1), version('a', 1, { status: 'REVOKED' }), false)).toEqual({ taken: 'changed', stands: true });
  });

  it('does not go back when an older file comes later; the older version joins the log once', () => {
    expect(incoming(version('b', 2), version('a', 1), false)).toEqual({ taken: 'changed', stands: false });
    expect(incoming(version('b', 2), version('a', 1), true)).toEqual({ taken: 'unchanged', stands: false });
    expect(incoming(version('a', 1, { status: 'REVOKED' }), version('a', 1), true).stands).toBe(false);
  });

  it('is completed when a run was killed after the log and before the act', () => {
    expect(incoming(version('a', 1), version('b', 2), true)).toEqual({ taken: 'changed', stands: true });
  });
});

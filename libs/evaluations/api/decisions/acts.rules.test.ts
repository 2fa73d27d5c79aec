import { describe, expect, it } from 'vitest';
import { incoming, untoldOf } from './acts.rules';

const version = (versionId: string, day: number, more: { status?: 'PUBLISHED' | 'REVOKED'; correctedVersionId?: string } = {}) => ({
  versionId,
  versionAt: new Date(Date.UTC(2026, 2, day)),
  status: more.status ?? ('PUBLISHED' as const),
  correctedVersionId: more.correctedVersionId ?? null,
});

describe('an act of the register', () => {
  it('is new once', () => {
    expect(incoming(null, version('a', 1), 'never')).toEqual({ taken: 'added', stands: true });
    expect(incoming(version('a', 1), version('a', 1), 'same')).toEqual({ taken: 'unchanged', stands: false });
  });

  it('gives way to its correction, and to its revocation even under the same number', () => {
    expect(incoming(version('a', 1), version('b', 2), 'never').stands).toBe(true);
    expect(incoming(version('a', 1), version('b', 1, { correctedVersionId: 'a' }), 'never').stands).toBe(true);
    expect(incoming(version('a', 1), version('a', 1, { status: 'REVOKED' }), 'never')).toEqual({ taken: 'changed', stands: true });
  });

  it('does not go back when an older file comes later; the older version joins the log once', () => {
    expect(incoming(version('b', 2), version('a', 1), 'never')).toEqual({ taken: 'changed', stands: false });
    expect(incoming(version('b', 2), version('a', 1), 'same')).toEqual({ taken: 'unchanged', stands: false });
    expect(incoming(version('a', 1, { status: 'REVOKED' }), version('a', 1), 'same').stands).toBe(false);
  });

  it('is refused where the same version says something else than before, and nothing of it stands', () => {
    expect(incoming(version('a', 1), version('a', 1), 'other')).toEqual({ taken: 'contradicted', stands: false });
    expect(incoming(version('a', 1), version('b', 2), 'other')).toEqual({ taken: 'contradicted', stands: false });
  });

  it('is news when it is corrected, revoked or stands again, and when it comes revoked its ballot is to be closed', () => {
    const [published, revoked] = [version('a', 1), version('a', 1, { status: 'REVOKED' })];
    expect([untoldOf(null, published, {}), untoldOf(null, revoked, {})]).toEqual([null, 'came_revoked']);
    expect([untoldOf(published, revoked, {}), untoldOf(published, published, {}), untoldOf(revoked, published, {}), untoldOf(revoked, revoked, {})]).toEqual(['revoked', 'corrected', 'reinstated', null]);
    expect(untoldOf(published, revoked, { isDemo: true })).toBeNull();
  });

  it('is completed when a run was killed after the log and before the act', () => {
    expect(incoming(version('a', 1), version('b', 2), 'same')).toEqual({ taken: 'changed', stands: true });
  });
});

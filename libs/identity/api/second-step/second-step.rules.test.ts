import { describe, expect, it } from 'vitest';
import { dutyWaits, type Keys, rolesNow, stepAfterPassword } from './second-step.rules';

const aPerson = (more: Partial<Keys> = {}): Keys => ({ roles: ['citizen'], password: 'hash', ...more });
const anOfficial = (more: Partial<Keys> = {}) => aPerson({ roles: ['citizen', 'official'], ...more });
const passkeys = [{}];
const secondStep = {};

describe('whoever has duties', () => {
  it('waits for their roles in a city that asks for more than a password', () => {
    expect(rolesNow(anOfficial(), 'duties')).toEqual({ roles: ['citizen'], waitingRoles: ['official'] });
    expect(rolesNow(anOfficial(), 'offered')).toEqual({ roles: ['citizen', 'official'] });
  });

  it('has them with a passkey, with a second step, and where another site answers for them', () => {
    for (const has of [{ passkeys }, { secondStep }, { password: null }]) expect(dutyWaits(anOfficial(has), 'duties')).toBe(false);
    expect(dutyWaits(anOfficial({ passkeys: [] }), 'duties')).toBe(true);
  });

  it('does not go around their passkey by the password', () => {
    expect(stepAfterPassword(anOfficial({ passkeys }), 'duties')).toBe('passkey');
    expect(stepAfterPassword(anOfficial({ passkeys }), 'offered')).toBeNull();
    expect(stepAfterPassword(anOfficial({ passkeys, secondStep }), 'duties')).toBe('either');
  });
});

describe('a citizen', () => {
  it('is asked for nothing more, unless they wanted it themselves', () => {
    for (const asked of ['offered', 'duties'] as const) {
      expect(dutyWaits(aPerson(), asked)).toBe(false);
      expect(stepAfterPassword(aPerson(), asked)).toBeNull();
      expect(stepAfterPassword(aPerson({ passkeys }), asked)).toBeNull();
      expect(stepAfterPassword(aPerson({ secondStep }), asked)).toBe('code');
    }
  });
});

import { describe, expect, it } from 'vitest';
import { type Followed, rolesAfter, type SaidRoles } from './followed-roles.rules';

const has = (more: Partial<Followed> = {}): Followed => ({ roles: ['citizen'], departmentId: null, gave: [], ...more });
const says = (more: Partial<SaidRoles> = {}): SaidRoles => ({ roles: [], departmentId: null, ...more });

describe('what a directory says that a person may do', () => {
  it('is given, and remembered as given by it', () => {
    expect(rolesAfter(has(), says({ roles: ['official'], departmentId: 'technical' }))).toEqual({ roles: ['citizen', 'official'], departmentId: 'technical', gave: ['official'] });
  });

  it('is taken when it no longer says so, the department with it', () => {
    const official = has({ roles: ['citizen', 'official'], departmentId: 'technical', gave: ['official'] });
    expect(rolesAfter(official, says())).toEqual(has());
  });

  it('moves its own official to another department', () => {
    const official = has({ roles: ['citizen', 'official'], departmentId: 'technical', gave: ['official'] });
    expect(rolesAfter(official, says({ roles: ['official'], departmentId: 'social' })).departmentId).toBe('social');
  });

  it('does not take what an administrator gave by hand, nor claim it, nor move it', () => {
    const byHand = has({ roles: ['citizen', 'moderator', 'official'], departmentId: 'social' });
    expect(rolesAfter(byHand, says())).toEqual(byHand);
    expect(rolesAfter(byHand, says({ roles: ['moderator', 'official'], departmentId: 'technical' }))).toEqual(byHand);
  });

  it('comes again, when an administrator took it by hand and it still says so', () => {
    expect(rolesAfter(has({ gave: ['clerk'] }), says({ roles: ['clerk'] }))).toEqual(has({ roles: ['citizen', 'clerk'], gave: ['clerk'] }));
  });

  it('changes nothing the second time', () => {
    const once = rolesAfter(has({ roles: ['citizen', 'moderator'] }), says({ roles: ['administrator', 'official'], departmentId: 'technical' }));
    expect(rolesAfter(once, says({ roles: ['administrator', 'official'], departmentId: 'technical' }))).toEqual(once);
  });
});

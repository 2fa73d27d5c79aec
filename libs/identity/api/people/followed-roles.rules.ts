import { type Role, roles as knownRoles } from '@isegoria/identity/contracts';

/** What a directory says that a person may do, in the city's words. */
export interface SaidRoles {
  roles: Role[];
  /** The department of an official. */
  departmentId: string | null;
}

/** What a person may do, and which of it came from the directory. */
export interface Followed extends SaidRoles {
  gave: Role[];
}

/**
 * What a person may do after a directory has spoken. Who gives, takes: a role that an administrator gave by hand is not the directory's to take, also where the directory says it too
 * and later no longer does. The department follows the directory only where it gave the role that goes with it.
 */
export function rolesAfter({ roles, departmentId, gave }: Followed, said: SaidRoles): Followed {
  const byHand = roles.filter((role) => !gave.includes(role));
  const given = said.roles.filter((role) => role !== 'citizen' && !byHand.includes(role));
  const after = knownRoles.filter((role) => byHand.includes(role) || given.includes(role));
  const department = given.includes('official') ? said.departmentId : departmentId;
  return { roles: after, departmentId: after.includes('official') ? department : null, gave: knownRoles.filter((role) => given.includes(role)) };
}

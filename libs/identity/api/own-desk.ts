import { type Citizen, hasRole } from '@isegoria/identity/contracts';

/** `speaksFor` as a question to the store: the records, by their `departmentId`, that an official may act on. */
export function ofOwnDesk(official: Pick<Citizen, 'roles' | 'departmentId'>): Record<string, unknown> {
  return hasRole(official, 'administrator') ? {} : { departmentId: { $in: [official.departmentId, null] } };
}

import type { Locale } from '@isegoria/kernel/contracts';

/** What a person may be on the platform. A clerk keeps the council's agenda. Everybody is a citizen; the others come on top, given by an administrator. */
export const roles = ['citizen', 'moderator', 'official', 'council', 'clerk', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** A person as the rules see them. What only the person and the platform know (mail, password) is not here. */
export interface Citizen {
  id: string;
  /** The verified person behind the account: one person counts once, whatever they sign in with. */
  personId: string;
  name: string;
  roles: Role[];
  /** The department that an official speaks for. */
  departmentId: string | null;
  districtId: string | null;
  /** As a register says it; null or left out where none said it. */
  birthYear?: number | null;
  locale: Locale;
  /** Whether they have shown that the mail address is theirs. */
  confirmed: boolean;
}

/** A refusal as GraphQL shows it. */
export interface Refusal {
  __typename: 'NotAllowed';
  reason: string;
}

/** Why this person may read but not yet contribute, or null: proposals, arguments and votes wait for a confirmed address. */
export function mayContribute(citizen: Pick<Citizen, 'confirmed'>): Refusal | null {
  return citizen.confirmed ? null : { __typename: 'NotAllowed', reason: 'unconfirmed' };
}

/** Whether somebody besides the account itself vouches for the person: a register, or officials who saw their papers. */
export function isVerified({ personId }: Pick<Citizen, 'personId'>): boolean {
  return !personId.startsWith(ownPerson);
}

/** What the person of an account is called for whom nobody vouches: the account stands for itself. */
export const ownPerson = 'person:';

/** Whether the person has at least one of these roles. */
export function hasRole(citizen: Pick<Citizen, 'roles'> | null, ...wanted: Role[]): boolean {
  return citizen !== null && citizen.roles.some((role) => wanted.includes(role));
}

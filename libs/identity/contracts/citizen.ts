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
  /** Roles that were given to them and do not count yet: this city asks those who have duties for more than a password. */
  waitingRoles?: Role[];
  /** The department that an official speaks for. */
  departmentId: string | null;
  districtId: string | null;
  /** Null or left out where nobody said it. A rule that asks for papers asks `verifiedBirthYear`. */
  birthYear?: number | null;
  birthYearBy?: SaidBy | null;
  gender?: Gender | null;
  genderBy?: SaidBy | null;
  locale: Locale;
  /** Whether they have shown that the mail address is theirs. */
  confirmed: boolean;
}

/** Who said something of a person: they themselves, or a register and officials who saw their papers. */
export type SaidBy = 'self' | 'verified';

export const genders = ['female', 'male', 'other'] as const;
export type Gender = (typeof genders)[number];

/** The year of birth as somebody saw it on papers: what a rule stands on that asks for a verified person. */
export function verifiedBirthYear({ birthYear, birthYearBy }: Pick<Citizen, 'birthYear' | 'birthYearBy'>): number | null {
  return birthYearBy === 'verified' ? (birthYear ?? null) : null;
}

/** The age bands in which people are counted: wide enough that a small city has people in each, and each made of the five-year ages of a census (40-54 is 40-44, 45-49, 50-54). */
export const ageBands = ['15-24', '25-39', '40-54', '55-64', '65+'] as const;
export type AgeBand = (typeof ageBands)[number];

/** The band of who was born in a year, by the age that they reach in the year that is asked of; null below fifteen, and where nobody said it. */
export function ageBandOf(birthYear: number | null | undefined, year: number): AgeBand | null {
  if (!birthYear) return null;
  const age = year - birthYear;
  const upper = [24, 39, 54, 64, Infinity].findIndex((last) => age <= last);
  return age < 15 ? null : (ageBands[upper] ?? null);
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

/** Whether an official may act on what belongs to a department, null for what belongs to none; an administrator on all. */
export function speaksFor(citizen: Pick<Citizen, 'roles' | 'departmentId'> | null, departmentId: string | null): boolean {
  if (!citizen) return false;
  return hasRole(citizen, 'administrator') || (hasRole(citizen, 'official') && (departmentId === null || citizen.departmentId === departmentId));
}

import type { Role } from '@isegoria/identity/contracts';

/** Whom a city asks for more than a password: nobody, or whoever has duties. */
export type Asked = 'offered' | 'duties';

/** What of an account tells how its person comes in. */
export interface Keys {
  roles: readonly Role[];
  password: string | null;
  secondStep?: object;
  passkeys?: readonly object[];
}

/** What is asked for after a right password: a code, a passkey, or either. */
export type Step = 'code' | 'passkey' | 'either';

const hasDuty = ({ roles }: Pick<Keys, 'roles'>): boolean => roles.some((role) => role !== 'citizen');
const hasPasskey = ({ passkeys = [] }: Pick<Keys, 'passkeys'>): boolean => passkeys.length > 0;

/** Whether the roles of this person wait, because a password alone would open their pages of duty. Whoever has no password comes by another site, which answers for who they are. */
export function dutyWaits(account: Keys, asked: Asked): boolean {
  return asked === 'duties' && hasDuty(account) && account.password !== null && !account.secondStep && !hasPasskey(account);
}

/** What comes after a right password, or null. A passkey is a convenience to a citizen, and their password goes on by itself; where duties ask for more, the password cannot go around it. */
export function stepAfterPassword(account: Keys, asked: Asked): Step | null {
  if (account.secondStep) return hasPasskey(account) ? 'either' : 'code';
  return asked === 'duties' && hasDuty(account) && hasPasskey(account) ? 'passkey' : null;
}

/** The roles that count now, and those that wait, where some do. */
export function rolesNow(account: Keys, asked: Asked): { roles: Role[]; waitingRoles?: Role[] } {
  if (!dutyWaits(account, asked)) return { roles: [...account.roles] };
  return { roles: ['citizen'], waitingRoles: account.roles.filter((role) => role !== 'citizen') };
}

import { linkOf, personIdOf, type SaidRoles, type Vouched } from '@isegoria/identity/api';
import { roles as knownRoles } from '@isegoria/identity/contracts';
import type { ProviderSettings } from './openid-providers';

/** What a provider says of a person, checked already. */
export type Claims = Readonly<Record<string, unknown>> & { iss: string; sub: string };

/** What the city makes of it: whom the provider vouches for, or that it is not sure enough of them. */
export function vouchedBy(settings: ProviderSettings, claims: Claims, hint?: string): Vouched | 'level' {
  const name = nameOf(claims);
  const email = textAt(claims, 'email');
  const isTheirs = email !== '' && (settings.vouchesForEmail || claims['email_verified'] === true);
  const known = { name, email: isTheirs ? email : null, isConfirmed: settings.vouches !== undefined || settings.for === 'staff' || isTheirs, ...(hint ? { hint } : {}) };
  if (!settings.vouches) return { ...known, personId: null, birthYear: null, link: linkOf(claims.iss, claims.sub), roles: settings.roles ? saidRoles(settings.roles, claims) : null };
  const { claim, register, level, birthDate } = settings.vouches;
  const number = textAt(claims, claim);
  if (!/[\p{L}\p{N}]/u.test(number) || (level && !textsAt(claims, level.claim).some((said) => level.values.includes(said)))) return 'level';
  return { ...known, personId: personIdOf(register, number), birthYear: Number(/^((?:19|20)\d\d)(-|$)/.exec(textAt(claims, birthDate))?.[1] ?? 0) || null };
}

/**
 * The roles that stand for what the directory says. Of several departments the first of the map holds. A directory that says nothing of groups says that there are none; only one that says that they are
 * too many to be told here (Entra ID's `_claim_names`) has not spoken, and nothing changes: null.
 */
export function saidRoles({ claim, map }: NonNullable<ProviderSettings['roles']>, claims: Claims): SaidRoles | null {
  const isElsewhere = valueAt(claims['_claim_names'], claim) !== undefined;
  if (isElsewhere) return null;
  const said = textsAt(claims, claim);
  const meant = Object.entries(map).flatMap(([word, role]) => (said.includes(word) ? [role] : []));
  return { roles: knownRoles.filter((role) => meant.some((one) => one.role === role)), departmentId: meant.find(({ role }) => role === 'official')?.departmentId ?? null };
}

function nameOf(claims: Claims): string {
  const whole = textAt(claims, 'name') || [textAt(claims, 'given_name'), textAt(claims, 'family_name')].join(' ').trim();
  return (whole || textAt(claims, 'preferred_username')).slice(0, 80);
}

function textAt(claims: Claims, path: string): string {
  return textsAt(claims, path)[0] ?? '';
}

function textsAt(claims: Claims, path: string): string[] {
  const value = valueAt(claims, path);
  return (Array.isArray(value) ? value : [value]).flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one).trim()] : []));
}

/** What stands under a name, or, where nothing does, at the end of a path (`realm_access.roles`). */
function valueAt(value: unknown, path: string): unknown {
  const own = (from: unknown, key: string): unknown => (typeof from === 'object' && from !== null && Object.hasOwn(from, key) ? (from as Record<string, unknown>)[key] : undefined);
  return own(value, path) ?? path.split('.').reduce(own, value);
}

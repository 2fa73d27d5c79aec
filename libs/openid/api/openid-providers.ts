import { z } from 'zod';
import { type Role, roles as knownRoles } from '@isegoria/identity/contracts';

/** Addresses below `/auth` that are somebody else's. */
const taken = ['sign-in', 'sign-out', 'my-data', 'taxisnet', 'local'];

const isOwnComputer = (url: string): boolean => /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(url);
const text = z.string().trim().min(1);
const label = z.strictObject({ el: text, en: text });

/** A role as a map writes it: `clerk`, or `official:technical` with the department that an official speaks for. */
const mappedRole = z.string().transform((word, context) => {
  const [name = '', departmentId = null] = word.split(':');
  const role = knownRoles.find((known) => known === name && known !== 'citizen');
  if (role && (role === 'official') === (departmentId !== null)) return { role, departmentId } satisfies { role: Role; departmentId: string | null };
  context.addIssue({ code: 'custom', message: `“${word}” is none of ${knownRoles.filter((known) => known !== 'citizen').map((known) => (known === 'official' ? 'official:<department>' : known)).join(', ')}` });
  return z.NEVER;
});

/** The site vouches that whom it names is one person. */
const vouches = z.strictObject({
  /** Where it writes the person's number, and of which register that is (`afm` is the tax number): one number, one person, whoever says it. */
  claim: text,
  register: z.string().regex(/^[a-z][a-z0-9-]{1,20}$/, 'is a short name in small letters, such as afm'),
  /** How sure it has to be; left out it always is. */
  level: z.strictObject({ claim: text.default('acr'), values: z.array(text).min(1) }).optional(),
  birthDate: text.default('birthdate'),
});

const provider = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'is a short name in small letters').refine((id) => !taken.includes(id), 'is taken'),
    issuer: z.url().refine((url) => url.startsWith('https://') || isOwnComputer(url), 'begins with https://'),
    clientId: text,
    clientSecret: text,
    label,
    for: z.enum(['citizens', 'staff']),
    scope: text.refine((scope) => scope.split(' ').includes('openid'), 'holds “openid”').default('openid profile email'),
    /** How the city shows its secret to the site. */
    auth: z.enum(['post', 'basic']).default('post'),
    /** Whether an address that it says is the person's own, though it does not say `email_verified`. */
    vouchesForEmail: z.boolean().default(false),
    vouches: vouches.optional(),
    roles: z.strictObject({ claim: text, map: z.record(z.string(), mappedRole) }).optional(),
  })
  .refine((one) => !one.roles || one.for === 'staff', { path: ['roles'], message: 'are only for staff' })
  .refine((one) => !one.roles || !one.vouches, { path: ['roles'], message: 'do not go with “vouches”' });

const list = z.array(provider).refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two have the same id');

/** A site by which people sign in. */
export type ProviderSettings = z.output<typeof provider>;

/** Reads the list as it stands in the environment; says of each thing that is wrong where it stands, and nothing of the rest: there are secrets in it. */
export const providersText = z.string().transform((written, context): ProviderSettings[] => {
  const json = parsed(written);
  if (json === undefined) context.addIssue({ code: 'custom', message: 'is not JSON' });
  const { data, error } = list.safeParse(json);
  if (json !== undefined) for (const { path, message } of error?.issues ?? []) context.addIssue({ code: 'custom', message: `${path.join('.') || 'the list'}: ${message}` });
  return data ?? z.NEVER;
});

function parsed(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

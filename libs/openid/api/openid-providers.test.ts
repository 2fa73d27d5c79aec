import { describe, expect, it } from 'vitest';
import { saidRoles, vouchedBy } from './claims.rules';
import { type ProviderSettings, providersText } from './openid-providers';

const directory = { id: 'directory', for: 'staff', issuer: 'https://login.example', clientId: 'city', clientSecret: 'most secret', label: { el: 'λογαριασμό', en: 'account' } };
const problems = (...providers: object[]): string[] => providersText.safeParse(JSON.stringify(providers)).error?.issues.map(({ message }) => message) ?? [];
const settings = (more: object = {}): ProviderSettings => providersText.parse(JSON.stringify([{ ...directory, ...more }]))[0] as ProviderSettings;

describe('the list of providers', () => {
  it('says of each thing that is wrong where it stands, and repeats nothing of the rest', () => {
    expect(problems(directory)).toEqual([]);
    const wrong = problems({ ...directory, issuer: 'http://login.example', scope: 'email', roles: { claim: 'groups', map: { a: 'king', b: 'official', c: 'clerk:technical' } } }, { ...directory, id: 'sign-out', clientId: '' });
    expect(wrong.map((line) => line.split(':')[0])).toEqual(['0.issuer', '0.scope', '0.roles.map.a', '0.roles.map.b', '0.roles.map.c', '1.id', '1.clientId']);
    expect(wrong.join()).not.toContain('most secret');
    expect(providersText.safeParse('[{').error?.issues.map(({ message }) => message)).toEqual(['is not JSON']);
  });

  it('gives roles to staff alone, and not where persons are vouched for; a name once; a plain connection to this computer only', () => {
    const roles = { claim: 'groups', map: { a: 'clerk' } };
    expect(problems({ ...directory, for: 'citizens', roles })).toEqual(['0.roles: are only for staff']);
    expect(problems({ ...directory, roles, vouches: { claim: 'number', register: 'afm' } })).toEqual(['0.roles: do not go with “vouches”']);
    expect(problems(directory, directory)).toEqual(['the list: two have the same id']);
    expect(problems({ ...directory, issuer: 'http://localhost:8080/realm' })).toEqual([]);
    expect(problems({ ...directory, issuer: 'http://localhost.evil.example' })).toEqual(['0.issuer: begins with https://']);
    expect(problems({ ...directory, secret: 'misspelt' })).toHaveLength(1);
  });
});

describe('what a provider says', () => {
  const claims = { iss: 'https://login.example', sub: '1' };
  const map = { 'g-1': 'official:technical', 'g-2': 'official:social', 'g-3': 'clerk' };
  const roles = settings({ roles: { claim: 'groups', map } }).roles ?? { claim: '', map: {} };

  it('becomes roles; of two departments the first of the map holds', () => {
    expect(saidRoles(roles, { ...claims, groups: ['g-3', 'g-2', 'g-1', 'other'] })).toEqual({ roles: ['official', 'clerk'], departmentId: 'technical' });
    expect(saidRoles(roles, { ...claims, groups: 'g-3' })).toEqual({ roles: ['clerk'], departmentId: null });
  });

  it('is that there are none where it says nothing, and nothing at all where it says that they are elsewhere', () => {
    expect(saidRoles(roles, claims)).toEqual({ roles: [], departmentId: null });
    expect(saidRoles(roles, { ...claims, _claim_names: { groups: 'src1' } })).toBeNull();
  });

  it('is found at the end of a path, and under a name with dots', () => {
    const nested = { ...roles, claim: 'realm_access.roles' };
    expect(saidRoles(nested, { ...claims, realm_access: { roles: ['g-3'] } })?.roles).toEqual(['clerk']);
    expect(saidRoles(nested, { ...claims, 'realm_access.roles': ['g-3'] })?.roles).toEqual(['clerk']);
    expect(saidRoles({ ...roles, claim: 'constructor.name' }, claims)?.roles).toEqual([]);
  });

  it('is an address only where it is the person’s', () => {
    const email = 'a@example.org';
    const known = (more: object, said: object) => vouchedBy(settings(more), { ...claims, email, ...said });
    expect(known({}, {})).toMatchObject({ email: null, isConfirmed: true });
    expect(known({ for: 'citizens' }, { email_verified: 'true' })).toMatchObject({ email: null, isConfirmed: false });
    expect(known({ for: 'citizens' }, { email_verified: true })).toMatchObject({ email, isConfirmed: true });
    expect(known({ vouchesForEmail: true }, {})).toMatchObject({ email });
  });

  it('is one person only where it is sure, and by a number', () => {
    const eid = { for: 'citizens', vouches: { claim: 'number', register: 'afm', level: { values: ['high'] } } };
    expect(vouchedBy(settings(eid), { ...claims, number: '094259216', acr: 'low' })).toBe('level');
    expect(vouchedBy(settings(eid), { ...claims, number: ' - ', acr: 'high' })).toBe('level');
    expect(vouchedBy(settings(eid), { ...claims, number: '094259216', acr: 'high', birthdate: '1954' })).toMatchObject({ birthYear: 1954, isConfirmed: true });
    expect(vouchedBy(settings(eid), { ...claims, number: '094259216', acr: 'high', birthdate: '0000-01-01' })).toMatchObject({ birthYear: null });
  });

  it('is somebody else at another issuer, though the number is the same', () => {
    const link = (iss: string) => (vouchedBy(settings(), { ...claims, iss }) as { link: string }).link;
    expect(link('https://other.example')).not.toBe(link(claims.iss));
  });
});

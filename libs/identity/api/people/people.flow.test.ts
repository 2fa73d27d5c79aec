import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ageBandOf, type CitizenRolesChanged } from '@isegoria/identity/contracts';
import { Events, Seeds, startCity, type TestCity } from '@isegoria/kernel/api';
import { Citizens } from './citizens.service';
import { signInAt } from '../entrance/browser';
import { IdentityModule } from '../identity.module';
import { People } from './people.service';
import { demoPassword } from '../demo/seed';
import { sessionDoor } from '../session/session.door';
import { type SignedIn, signedIn } from '../session/signed-in';

const people = 'query People($search: String) { people(search: $search) { items { id name roles } total } }';
const set = 'mutation Set($id: ID!, $roles: [String!]!, $department: ID) { setRoles(citizenId: $id, roles: $roles, departmentId: $department) { __typename ... on RolesSet { person { roles departmentId } } ... on NotAllowed { reason } ... on Invalid { problems { field } } } }';
const setSeen = 'mutation Set($id: ID!, $roles: [String!]!, $department: ID, $seen: RolesSeenInput) { setRoles(citizenId: $id, roles: $roles, departmentId: $department, seen: $seen) { __typename ... on RolesSet { person { roles } } ... on RolesOvertaken { person { roles } } } }';

describe('an administrator', () => {
  let city: TestCity;
  let admin: SignedIn;
  let maria: SignedIn;
  beforeAll(async () => {
    city = await startCity([IdentityModule], { doors: [sessionDoor] });
    admin = await signedIn(city, { name: 'Χριστίνα', roles: ['administrator'] });
    maria = await signedIn(city, { name: 'Μαρία Παπαδοπούλου', email: 'maria@example.org' });
  }, 60_000);
  afterAll(() => city.stop());

  const found = async (search: string) => (await admin.graph<{ people: { items: { id: string }[] } }>(people, { search })).data.people.items.map(({ id }) => id);

  it('finds people by the beginning of a name in any case and without accents, or by the address', async () => {
    for (const search of ['παπαδ', 'ΜΑΡΙΑ', 'μαρία παπαδοπούλου', 'Maria@example.org']) expect(await found(search)).toEqual([maria.citizen.id]);
    for (const search of ['.*', '^', '$where', 'οπουλου', 'x@example.org']) expect(await found(search)).not.toContain(search === '.*' || search === '^' ? '' : maria.citizen.id);
  });

  it('makes an official of a department, who is one at once, and it is on record', async () => {
    expect((await admin.graph<{ setRoles: object }>(set, { id: maria.citizen.id, roles: ['official'] })).data.setRoles).toEqual({ __typename: 'Invalid', problems: [{ field: 'departmentId' }] });
    expect((await admin.graph<{ setRoles: object }>(set, { id: maria.citizen.id, roles: ['official'], department: 'technical' })).data.setRoles).toEqual({ __typename: 'RolesSet', person: { roles: ['citizen', 'official'], departmentId: 'technical' } });
    expect((await city.get(Citizens).find(maria.citizen.id))?.roles).toEqual(['citizen', 'official']);
    const log = await admin.graph<{ roleChanges: object[] }>('{ roleChanges { citizenName byName before after departmentId } }');
    expect(log.data.roleChanges[0]).toEqual({ citizenName: 'Μαρία Παπαδοπούλου', byName: 'Χριστίνα', before: ['citizen'], after: ['citizen', 'official'], departmentId: 'technical' });
  });

  it('cannot give a role that does not exist, nor leave the city without an administrator', async () => {
    expect((await admin.graph<{ setRoles: object }>(set, { id: maria.citizen.id, roles: ['king'] })).data.setRoles).toMatchObject({ __typename: 'Invalid' });
    expect((await admin.graph<{ setRoles: object }>(set, { id: admin.citizen.id, roles: [] })).data.setRoles).toEqual({ __typename: 'NotAllowed', reason: 'last_administrator' });
    expect((await admin.graph<{ roleChanges: object[] }>('{ roleChanges { id } }')).data.roleChanges).toHaveLength(1);
    expect((await city.get(Citizens).find(admin.citizen.id))?.roles).toContain('administrator');
  });

  it('is told, with the roles that stand now, when a colleague was quicker; nothing is written, and a second press of the same is the same', async () => {
    const colleague = await signedIn(city, { name: 'Δήμος', roles: ['administrator'] });
    const eleni = await signedIn(city, { name: 'Ελένη' });
    const change = async (by: SignedIn, roles: string[], department?: string) =>
      (await by.graph<{ setRoles: object }>(setSeen, { id: eleni.citizen.id, roles, department, seen: { roles: ['citizen'] } })).data.setRoles;
    const both = await Promise.all([change(admin, ['clerk']), change(colleague, ['official'], 'technical')]);
    const stands = (await city.get(Citizens).find(eleni.citizen.id))?.roles;
    expect(both.map((answer) => ('__typename' in answer ? answer.__typename : '')).sort()).toEqual(['RolesOvertaken', 'RolesSet']);
    for (const answer of both) expect(answer).toMatchObject({ person: { roles: stands } });
    const [winner, again] = stands?.includes('clerk') ? [admin, ['clerk']] as const : [colleague, ['official'], 'technical'] as const;
    expect(await change(winner, [...again], again[0] === 'official' ? 'technical' : undefined)).toMatchObject({ __typename: 'RolesSet', person: { roles: stands } });
    const log = await admin.graph<{ roleChanges: { citizenName: string }[] }>('{ roleChanges { citizenName } }');
    expect(log.data.roleChanges.filter(({ citizenName }) => citizenName === 'Ελένη')).toHaveLength(1);
  });

  it('gives a role that is told although the process died before it told, once it stands', async () => {
    const heard: CitizenRolesChanged[] = [];
    city.get(Events).on('citizen.rolesChanged', 'test', (change) => void heard.push(change));
    const eva = await signedIn(city, { name: 'Εύα' });
    const dies = vi.spyOn(city.get(Events), 'publish').mockRejectedValueOnce(new Error('killed'));
    expect((await admin.graph(set, { id: eva.citizen.id, roles: ['moderator'] })).errors).toHaveLength(1);
    dies.mockRestore();
    expect(heard).toEqual([]);
    for (let time = 0; time < 2; time++) await city.get(People).tellLeft(new Date(Date.now() + 20_000));
    expect(heard).toMatchObject([{ citizenId: eva.citizen.id, roles: ['citizen', 'moderator'], by: admin.citizen.id }]);
    const log = await admin.graph<{ roleChanges: { citizenName: string }[] }>('{ roleChanges { citizenName } }');
    expect(log.data.roleChanges[0]?.citizenName).toBe('Εύα');
    await admin.graph(set, { id: eva.citizen.id, roles: [] });
  });

  it('is the only one who may: a citizen is refused without a word about who exists', async () => {
    for (const id of [admin.citizen.id, 'nobody']) {
      const { errors, data } = await maria.graph(set, { id, roles: ['administrator'] });
      expect([data, errors?.[0]?.extensions?.['code']]).toEqual([null, 'FORBIDDEN']);
    }
    expect((await maria.graph(people, {})).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('of the demo city has accounts of every role and neighbours in every district, however often it is seeded', async () => {
    const told: string[] = [];
    let chance = 0;
    const context = { random: () => (chance = (chance + 0.37) % 1), now: new Date(), scale: 0.2, progress: () => undefined, tell: (line: string) => void told.push(line) };
    for (let time = 0; time < 2; time++) await city.get(Seeds).inOrder().find(({ name }) => name === 'identity')?.run(context);
    const neighbours = await city.get(Citizens).sample();
    expect(neighbours).toHaveLength(120);
    expect(new Set(neighbours.map(({ districtId }) => districtId)).size).toBe(6);
    const said = neighbours.filter(({ birthYear }) => birthYear);
    expect(said.length).toBeGreaterThan(90);
    expect(new Set(said.map(({ birthYear, birthYearBy }) => `${ageBandOf(birthYear, context.now.getFullYear())} ${birthYearBy}`)).size).toBe(5);
    expect(await city.get(Citizens).withRole('moderator')).toHaveLength(2);
    expect(told.join('\n')).toContain('admin@isegoria.example');
    expect((await signInAt(city.url, 'moderator@isegoria.example', demoPassword)).status).toBe(200);
  });
});

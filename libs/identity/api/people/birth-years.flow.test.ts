import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CitizenBirthYearVerified } from '@isegoria/identity/contracts';
import { Events, startCity, type TestCity } from '@isegoria/kernel/api';
import { BirthYears } from './birth-years.service';
import { Citizens } from './citizens.service';
import { IdentityModule } from '../identity.module';
import { sessionDoor } from '../session/session.door';
import { signedIn, type SignedIn } from '../session/signed-in';

const verify = 'mutation V($email: String!, $birthYear: Int!) { verifyBirthYear(email: $email, birthYear: $birthYear) { __typename ... on BirthYearVerified { name birthYear } ... on NotAllowed { reason } ... on NotFound { reason } ... on Invalid { problems { field code } } } }';
const say = 'mutation S($birthYear: Int) { updateDemographics(birthYear: $birthYear) { __typename ... on Me { birthYear birthYearBy } } }';

describe('an official who has somebody’s card in hand', () => {
  let city: TestCity;
  let official: SignedIn;
  let administrator: SignedIn;
  const heard: CitizenBirthYearVerified[] = [];

  beforeAll(async () => {
    city = await startCity([IdentityModule], { doors: [sessionDoor] });
    city.get(Events).on('citizen.birthYearVerified', 'test', (seen) => void heard.push(seen));
    official = await signedIn(city, { roles: ['official'], email: 'official@example.org', name: 'Υπάλληλος' });
    administrator = await signedIn(city, { roles: ['administrator'], name: 'Διαχειρίστρια' });
  }, 60_000);
  afterAll(() => city.stop());

  const seen = async (who: SignedIn, email: string, birthYear: number) => (await who.graph<{ verifyBirthYear: object }>(verify, { email, birthYear })).data.verifyBirthYear;

  it('verifies the year, which the person cannot change any more, on record', async () => {
    const eleni = await signedIn(city, { name: 'Ελένη', email: 'eleni@example.org', birthYear: 1999, saidBy: 'self' });
    expect(await seen(official, ' Eleni@Example.org', 1984)).toEqual({ __typename: 'BirthYearVerified', name: 'Ελένη', birthYear: 1984 });
    expect(await city.get(Citizens).find(eleni.citizen.id)).toMatchObject({ birthYear: 1984, birthYearBy: 'verified' });
    expect((await eleni.graph<{ updateDemographics: object }>(say, { birthYear: 1999 })).data.updateDemographics).toEqual({ __typename: 'Me', birthYear: 1984, birthYearBy: 'verified' });
    expect(heard).toMatchObject([{ citizenId: eleni.citizen.id, by: official.citizen.id }]);
    const { data } = await administrator.graph<{ birthYearChecks: object[] }>('{ birthYearChecks { citizenName byName } }');
    expect(data.birthYearChecks).toEqual([{ citizenName: 'Ελένη', byName: 'Υπάλληλος' }]);
  });

  it('does so once: a mistake is an administrator’s to correct', async () => {
    expect(await seen(official, 'eleni@example.org', 1985)).toEqual({ __typename: 'NotAllowed', reason: 'verified' });
    expect(await seen(administrator, 'eleni@example.org', 1985)).toMatchObject({ birthYear: 1985 });
    expect(heard).toHaveLength(2);
  });

  it('is heard by the others although the process died before it told them', async () => {
    const eva = await signedIn(city, { name: 'Εύα', email: 'eva@example.org' });
    const dies = vi.spyOn(city.get(Events), 'publish').mockRejectedValueOnce(new Error('killed'));
    expect((await official.graph(verify, { email: 'eva@example.org', birthYear: 1984 })).errors).toHaveLength(1);
    dies.mockRestore();
    const before = heard.length;
    for (let time = 0; time < 2; time++) await city.get(BirthYears).tellLeft(new Date(Date.now() + 20_000));
    expect(heard.slice(before)).toMatchObject([{ citizenId: eva.citizen.id, by: official.citizen.id }]);
  });

  it('is refused their own card, nobody’s card and a year to come; a citizen is refused altogether', async () => {
    expect(await seen(official, 'official@example.org', 1980)).toEqual({ __typename: 'NotAllowed', reason: 'own' });
    expect(await seen(official, 'nobody@example.org', 1980)).toEqual({ __typename: 'NotFound', reason: 'citizen' });
    expect(await seen(official, 'eleni@example.org', 3000)).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'birthYear' }] });
    const maria = await signedIn(city);
    expect((await maria.graph(verify, { email: 'eleni@example.org', birthYear: 1950 })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await official.graph('{ birthYearChecks { id } }')).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

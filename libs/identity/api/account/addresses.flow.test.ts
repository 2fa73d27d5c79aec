import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CitizenLetter } from '@isegoria/identity/contracts';
import { Events, eventually, startCity, type TestCity } from '@isegoria/kernel/api';
import { Account } from './account.schema';
import { signInAt } from '../entrance/browser';
import type { NewCitizen } from '../people/citizens.service';
import { IdentityModule } from '../identity.module';
import { Passwords } from './passwords.service';
import { sessionDoor } from '../session/session.door';
import { openSession, signedIn } from '../session/signed-in';

const password = 'θάλασσα με άλογα';
const ask = 'mutation ($email: String!, $password: String!) { changeEmail(email: $email, password: $password) { __typename ... on LetterSent { email } ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }';
const confirm = 'mutation ($token: String!) { confirmNewEmail(token: $token) { __typename ... on EmailChanged { email } } }';
const change = 'mutation ($current: String!, $password: String!) { changePassword(current: $current, password: $password) { __typename } }';

describe('a citizen who moves to another address', () => {
  let city: TestCity;
  const letters: CitizenLetter[] = [];
  beforeAll(async () => {
    city = await startCity([IdentityModule], { doors: [sessionDoor] });
    city.get(Events).on('citizen.letter', 'test', (letter) => void letters.push(letter));
  }, 60_000);
  afterAll(() => city.stop());

  const accounts = () => city.get<Model<Account>>(getModelToken(Account.name));
  const somebody = async (email: string, more: Partial<NewCitizen> = {}) => signedIn(city, { email, password: await city.get(Passwords).hash(password), confirmed: true, ...more });
  const asks = async (who: Awaited<ReturnType<typeof somebody>>, email: string, by = password) => (await who.graph<{ changeEmail: object }>(ask, { email, password: by })).data.changeEmail;
  const letter = (name: string, email: string) => eventually(`the letter ${name}`, () => letters.findLast((one) => one.name === name && one.to.email === email));
  const tokenOf = ({ path }: CitizenLetter) => new URL(path, 'http://x').searchParams.get('token') ?? '';
  const presses = async (token: string, cookie = '') => (await city.graph<{ confirmNewEmail: object }>(confirm, { token }, { cookie })).data.confirmNewEmail;
  const notFound = { __typename: 'NotFound' };

  it('keeps the old one until the link at the new one is pressed, once; then other sessions end and the old one is told', async () => {
    const maria = await somebody('maria@example.org');
    const elsewhere = await openSession(city, maria.citizen.id);
    expect(await asks(maria, ' Nea@Example.org ')).toEqual({ __typename: 'LetterSent', email: 'nea@example.org' });
    const token = tokenOf(await letter('email_new', 'nea@example.org'));
    await letter('email_asked', 'maria@example.org');
    expect((await signInAt(city.url, 'nea@example.org', password)).status).toBe(401);
    for (const wrong of [`${token}x`, '', '__proto__']) expect(await presses(wrong)).toEqual(notFound);
    const tries = await Promise.all([1, 2, 3].map(() => presses(token, maria.cookie)));
    expect(tries.filter((one) => '__typename' in one && one.__typename === 'EmailChanged')).toEqual([{ __typename: 'EmailChanged', email: 'nea@example.org' }]);
    expect((await city.graph<object>('{ me { id } }', {}, { cookie: elsewhere })).data).toEqual({ me: null });
    expect([(await signInAt(city.url, 'maria@example.org', password)).status, (await signInAt(city.url, 'nea@example.org', password)).status]).toEqual([401, 200]);
    expect((await letter('email_changed', 'maria@example.org')).path).toBe('/contact');
    expect((await accounts().findById(maria.citizen.id).lean<Account>().exec())?.findable).toContain('nea@example.org');
  });

  it('asks with the password, for an address that is one and is not theirs already', async () => {
    const nikos = await somebody('nikos@example.org');
    expect(await asks(nikos, 'new@example.org', 'not my password')).toEqual({ __typename: 'NotAllowed', reason: 'password' });
    expect(await asks(nikos, 'no')).toEqual({ __typename: 'Invalid', problems: [{ field: 'email', code: 'invalid' }] });
    expect(await asks(nikos, 'Nikos@example.org')).toEqual({ __typename: 'Invalid', problems: [{ field: 'email', code: 'same' }] });
    expect((await city.graph(ask, { email: 'new@example.org', password })).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('learns nowhere whether somebody has the address; that somebody is told', async () => {
    const [anna, owner] = [await somebody('anna@example.org'), await somebody('taken@example.org', { name: 'Άλλη' })];
    expect(await asks(anna, 'taken@example.org')).toEqual({ __typename: 'LetterSent', email: 'taken@example.org' });
    expect((await letter('email_taken', 'taken@example.org')).to.name).toBe('Άλλη');
    await letter('email_asked', 'anna@example.org');
    expect(letters.some(({ name, to }) => name === 'email_new' && to.email === 'taken@example.org')).toBe(false);
    expect((await accounts().findById(owner.citizen.id).lean<Account>().exec())?.email).toBe('taken@example.org');
  });

  it('does not get an address at which somebody has made an account since', async () => {
    const petros = await somebody('petros@example.org');
    await asks(petros, 'wanted@example.org');
    const token = tokenOf(await letter('email_new', 'wanted@example.org'));
    await somebody('wanted@example.org');
    expect(await presses(token)).toEqual(notFound);
    expect((await signInAt(city.url, 'petros@example.org', password)).status).toBe(200);
  });

  it('stops it with a new password', async () => {
    const rena = await somebody('rena@example.org');
    await asks(rena, 'thief@example.org');
    const token = tokenOf(await letter('email_new', 'thief@example.org'));
    expect((await rena.graph<object>(change, { current: password, password: 'another long one!' })).data).toEqual({ changePassword: { __typename: 'PasswordChanged' } });
    expect(await presses(token)).toEqual(notFound);
  });

  it('who had mistyped it confirms the right one by the same link; the mistyped one, perhaps somebody’s, gets no letter', async () => {
    const vaso = await somebody('vaos@example.org', { confirmed: false });
    await asks(vaso, 'vaso@example.org');
    expect(await presses(tokenOf(await letter('email_new', 'vaso@example.org')))).toMatchObject({ __typename: 'EmailChanged' });
    expect((await accounts().findById(vaso.citizen.id).lean<Account>().exec())?.confirmedAt).toBeInstanceOf(Date);
    expect(letters.some(({ to }) => to.email === 'vaos@example.org')).toBe(false);
  });
});

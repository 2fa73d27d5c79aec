import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITIZEN_OF_COOKIE, type CitizenLetter, type CitizenOfCookie, el } from '@isegoria/identity/contracts';
import { Events, eventually, Homes, startCity, type TestCity } from '@isegoria/kernel/api';
import { Account } from './account.schema';
import { Accounts } from './accounts.service';
import { signInAt } from '../entrance/browser';
import { Citizens } from '../people/citizens.service';
import { IdentityModule } from '../identity.module';
import { sessionDoor } from '../session/session.door';
import { type SignedIn, signedIn } from '../session/signed-in';
import { LetterToken } from './token.schema';

const password = 'θάλασσα με άλογα';
const hostile = 'Μαρία <script>alert(1)</script> Παπαδοπούλου';
const signUp = 'mutation Join($input: SignUpInput!) { signUp(input: $input) { __typename ... on LetterSent { email } ... on Invalid { problems { field code } } } }';
const confirm = 'mutation Confirm($token: String!) { confirmEmail(token: $token) { __typename ... on AddressConfirmed { next } } }';
const reset = 'mutation Reset($token: String!, $password: String!) { resetPassword(token: $token, password: $password) { __typename ... on Invalid { problems { code } } } }';
const askReset = 'mutation Ask($email: String!) { requestPasswordReset(email: $email) { __typename } }';

describe('a newcomer', () => {
  let city: TestCity;
  const letters: CitizenLetter[] = [];
  beforeAll(async () => {
    city = await startCity([IdentityModule], { doors: [sessionDoor] });
    city.get(Events).on('citizen.letter', 'test', (letter) => void letters.push(letter));
  }, 60_000);
  afterAll(() => city.stop());

  const input = (more: object = {}) => ({ name: hostile, email: 'Maria@Example.org', password, locale: 'el', agrees: true, next: '/proposals/x', ...more });
  const letter = (name: string, email = 'maria@example.org') => eventually(`the letter ${name}`, () => letters.findLast((one) => one.name === name && one.to.email === email));
  const secretOf = ({ path }: CitizenLetter) => new URL(path, 'http://x').searchParams.get('token') ?? '';
  const account = () => city.get<Model<Account>>(getModelToken(Account.name)).findOne({ email: 'maria@example.org' }).lean<Account>().exec();

  it('signs up, gets a letter, and is nobody’s double click away from a second account', async () => {
    const answers = await Promise.all([city.graph<{ signUp: object }>(signUp, { input: input() }), city.graph<{ signUp: object }>(signUp, { input: input() })]);
    for (const { data } of answers) expect(data.signUp).toEqual({ __typename: 'LetterSent', email: 'maria@example.org' });
    await letter('confirm');
    expect(await city.get<Model<Account>>(getModelToken(Account.name)).countDocuments({ email: 'maria@example.org' })).toBe(1);
    const kept = await account();
    expect(kept?.name).toBe(hostile);
    expect(kept?.password).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(await city.get<Model<LetterToken>>(getModelToken(LetterToken.name)).find().lean())).not.toContain(secretOf(await letter('confirm')));
  });

  it('who signs up once more before the address is confirmed gets a new link, and the account stays as it was made', async () => {
    const email = 'katerina@example.org';
    await city.graph(signUp, { input: input({ email }) });
    const first = secretOf(await letter('confirm', email));
    await city.get<Model<Account>>(getModelToken(Account.name)).updateOne({ email }, { $set: { createdAt: new Date(Date.now() - 120_000) } });
    const answer = await city.graph<{ signUp: object }>(signUp, { input: input({ email, name: 'Άλλη', password: 'another long one!' }) });
    expect(answer.data.signUp).toEqual({ __typename: 'LetterSent', email });
    const again = await letter('confirm_again', email);
    expect(again.to.name).toBe(hostile);
    const confirmed = async (token: string) => (await city.graph<{ confirmEmail: object }>(confirm, { token })).data.confirmEmail;
    expect([await confirmed(first), await confirmed(secretOf(again))]).toEqual([{ __typename: 'NotFound' }, { __typename: 'AddressConfirmed', next: '/proposals/x' }]);
    expect((await signInAt(city.url, email, 'another long one!')).status).toBe(401);
    expect((await signInAt(city.url, email, password)).status).toBe(200);
  });

  it('reads before the address is confirmed, and is known as unconfirmed', async () => {
    const { cookie } = await signInAt(city.url, 'maria@example.org', password);
    expect((await city.graph<{ me: object }>('{ me { name confirmed roles } }', {}, { cookie })).data.me).toEqual({ name: hostile, confirmed: false, roles: ['citizen'] });
  });

  it('confirms by the link, once, and never by a tampered one', async () => {
    const token = secretOf(await letter('confirm'));
    for (const wrong of [`${token}x`, token.slice(1), '', '__proto__', 'x'.repeat(5000)]) {
      expect((await city.graph<object>(confirm, { token: wrong })).data).toEqual({ confirmEmail: { __typename: 'NotFound' } });
    }
    expect((await city.graph<object>(reset, { token, password: 'another long one!' })).data).toEqual({ resetPassword: { __typename: 'NotFound' } });
    const answers = await Promise.all(Array.from({ length: 8 }, () => city.graph<{ confirmEmail: { __typename: string } }>(confirm, { token })));
    expect(answers.filter(({ data }) => data.confirmEmail.__typename === 'AddressConfirmed')).toHaveLength(1);
    expect((await account())?.confirmedAt).toBeInstanceOf(Date);
  });

  it('who signs up with a known address gets the same answer, and its owner a letter', async () => {
    const answer = await city.graph<{ signUp: object }>(signUp, { input: input({ name: 'Άλλος', password: 'another long one!' }) });
    expect(answer.data.signUp).toEqual({ __typename: 'LetterSent', email: 'maria@example.org' });
    expect((await letter('known')).to.name).toBe(hostile);
    expect((await signInAt(city.url, 'maria@example.org', 'another long one!')).status).toBe(401);
  });

  it('is told what is wrong with the form, and operators reach nothing', async () => {
    const wrong = await city.graph<{ signUp: object }>(signUp, { input: input({ email: 'no', password: 'password123' }) });
    expect(wrong.data.signUp).toEqual({ __typename: 'Invalid', problems: [{ field: 'email', code: 'invalid' }] });
    const obvious = await city.graph<{ signUp: object }>(signUp, { input: input({ password: 'password123' }) });
    expect(obvious.data.signUp).toEqual({ __typename: 'Invalid', problems: [{ field: 'password', code: 'obvious' }] });
    expect((await city.graph(signUp, { input: input({ email: { $gt: '' } }) })).errors?.length).toBe(1);
  });

  it('who forgot the password sets a new one by a letter, once, and every session ends', async () => {
    const { cookie } = await signInAt(city.url, 'maria@example.org', password);
    for (const email of ['maria@example.org', 'nobody@example.org']) expect((await city.graph<object>(askReset, { email })).data).toEqual({ requestPasswordReset: { __typename: 'LetterSent' } });
    const token = secretOf(await letter('reset'));
    expect((await city.graph<{ resetPassword: object }>(reset, { token, password: 'short' })).data.resetPassword).toEqual({ __typename: 'Invalid', problems: [{ code: 'too_short' }] });
    const tries = await Promise.all([1, 2, 3].map((turn) => city.graph<{ resetPassword: { __typename: string } }>(reset, { token, password: `a new and long one ${turn}` })));
    expect(tries.filter(({ data }) => data.resetPassword.__typename === 'PasswordChanged')).toHaveLength(1);
    expect((await city.graph<object>('{ me { id } }', {}, { cookie })).data).toEqual({ me: null });
    expect((await signInAt(city.url, 'maria@example.org', password)).status).toBe(401);
    expect(letters.some(({ name, to }) => name === 'reset' && to.email === 'nobody@example.org')).toBe(false);
  });

  it('cannot use a link that is too old', async () => {
    await city.graph(askReset, { email: 'maria@example.org' });
    const before = letters.length;
    const late = await eventually('a new letter', () => letters.findLast(({ name }, at) => name === 'reset' && at >= before - 1));
    await city.get<Model<LetterToken>>(getModelToken(LetterToken.name)).updateMany({ purpose: 'reset' }, { $set: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await city.graph<object>(reset, { token: secretOf(late), password: 'yet another long one' })).data).toEqual({ resetPassword: { __typename: 'NotFound' } });
  });

  it('cannot flood anybody with letters', async () => {
    const answers = [];
    for (let turn = 0; turn < 8; turn++) answers.push((await city.graph<{ requestPasswordReset: { __typename: string } }>(askReset, { email: 'victim@example.org' })).data.requestPasswordReset.__typename);
    expect(answers.filter((answer) => answer === 'TooMany')).toHaveLength(3);
  });

  it('may say when they were born and their gender, which stays with them and is nobody’s proof', async () => {
    const say = 'mutation Say($birthYear: Int, $gender: Gender) { updateDemographics(birthYear: $birthYear, gender: $gender) { __typename ... on Me { birthYear birthYearBy gender genderBy } ... on Invalid { problems { field code } } } }';
    const said = async ({ graph }: Awaited<ReturnType<typeof signedIn>>, variables: object) => (await graph<{ updateDemographics: object }>(say, { ...variables })).data.updateDemographics;
    const eleni = await signedIn(city, { name: 'Ελένη' });
    expect(await said(eleni, { birthYear: 1984, gender: 'female' })).toEqual({ __typename: 'Me', birthYear: 1984, birthYearBy: 'self', gender: 'female', genderBy: 'self' });
    expect(await city.get(Citizens).find(eleni.citizen.id)).toMatchObject({ birthYear: 1984, birthYearBy: 'self' });
    const asked = { districts: [], verified: false };
    const grown = (await city.get(Citizens).count({ ...asked, bornUntil: 1990 })) - 1;
    expect(await city.get(Citizens).count({ ...asked, verified: true, bornUntil: 1990 })).toBe(0);
    expect(await said(eleni, { birthYear: 3000 })).toEqual({ __typename: 'Invalid', problems: [{ field: 'birthYear', code: 'invalid' }] });
    expect(await said(eleni, {})).toEqual({ __typename: 'Me', birthYear: null, birthYearBy: null, gender: null, genderBy: null });
    expect(await city.get(Citizens).count({ ...asked, bornUntil: 1990 })).toBe(grown);

    const known = await signedIn(city, { name: 'Γιάννης', birthYear: 1960 });
    expect(await said(known, { birthYear: 1990, gender: 'male' })).toEqual({ __typename: 'Me', birthYear: 1960, birthYearBy: 'verified', gender: 'male', genderBy: 'self' });
    expect(await city.get(Citizens).count({ ...asked, bornUntil: 1990 })).toBe(grown + 1);
    expect((await city.graph(say, {})).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('lives in a district that the city has, or says none', async () => {
    city.get(Homes).register((districtId) => Promise.resolve(districtId === 'kentro'));
    const invented = await city.graph<{ signUp: object }>(signUp, { input: input({ email: 'new@example.org', districtId: 'my-own-island' }) });
    expect(invented.data.signUp).toEqual({ __typename: 'Invalid', problems: [{ field: 'districtId', code: 'invalid' }] });
    const { graph } = await signedIn(city, { districtId: 'kentro' });
    const save = 'mutation Save($input: ProfileInput!) { updateProfile(input: $input) { __typename ... on Me { districtId } ... on Invalid { problems { field } } } }';
    const moved = async (districtId: string | null) => (await graph<{ updateProfile: object }>(save, { input: { name: 'Μαρία', locale: 'el', districtId } })).data.updateProfile;
    expect(await moved('my-own-island')).toEqual({ __typename: 'Invalid', problems: [{ field: 'districtId' }] });
    expect([await moved(null), await moved('kentro')]).toEqual([{ __typename: 'Me', districtId: null }, { __typename: 'Me', districtId: 'kentro' }]);
    const stayed = await signedIn(city, { districtId: 'given-up' });
    const renamed = await stayed.graph<{ updateProfile: object }>(save, { input: { name: 'Στράτος', locale: 'el', districtId: 'given-up' } });
    expect(renamed.data.updateProfile, 'whose district was retired stays at home there').toEqual({ __typename: 'Me', districtId: 'given-up' });
  });

  it('does not leave the city without an administrator, however many of them press at once', async () => {
    const leave = async ({ graph }: SignedIn) => (await graph<{ deleteAccount: { __typename: string } }>('mutation { deleteAccount(password: "") { __typename } }')).data.deleteAccount.__typename;
    const all = await Promise.all(['Άννα', 'Βάσω', 'Γιώτα'].map((name) => signedIn(city, { name, roles: ['administrator'] })));
    const answers = await Promise.all(all.map(leave));
    const stayed = all.filter((_, at) => answers[at] === 'NotAllowed');
    expect(stayed.length).toBeGreaterThan(0);
    const kept = await city.get<Model<Account>>(getModelToken(Account.name)).find({ roles: 'administrator' }).lean<Account[]>().exec();
    expect(kept.map(({ _id }) => _id).sort()).toEqual(stayed.map(({ citizen }) => citizen.id).sort());
    for (const one of stayed.slice(1)) expect(await leave(one)).toBe('AccountDeleted');
    expect(await Promise.all(stayed.slice(0, 1).map(leave))).toEqual(['NotAllowed']);
  });

  it('takes their data along, and leaves without a name', async () => {
    const nikos = await signedIn(city, { name: 'Νίκος Μακρής', email: 'nikos@example.org', birthYear: 1979, gender: 'male', saidBy: 'self' });
    const file = await fetch(`${city.url}/auth/my-data`, { headers: { cookie: nikos.cookie } });
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(await file.json()).toMatchObject({ account: [{ name: 'Νίκος Μακρής', email: 'nikos@example.org', birthYear: 1979, gender: 'male', hasPassword: false }], end: { isComplete: true } });
    expect((await fetch(`${city.url}/auth/my-data`)).status).toBe(401);
    expect((await nikos.graph<object>('mutation { deleteAccount(password: "") { __typename } }')).data).toEqual({ deleteAccount: { __typename: 'AccountDeleted' } });
    expect((await nikos.graph<object>('{ me { id } }')).data).toEqual({ me: null });
    const kept = await city.get<Model<Account>>(getModelToken(Account.name)).findById(nikos.citizen.id).lean<Account>().exec();
    expect(kept).toMatchObject({ name: '', email: null, password: null, findable: [], roles: ['citizen'], birthYear: null, birthYearBy: null, gender: null, genderBy: null });
    expect(await city.get<CitizenOfCookie>(CITIZEN_OF_COOKIE)(nikos.cookie)).toBeNull();
    // What another window sent at the same moment is told at a field, with the one sentence for it.
    const profile = await city.get(Accounts).updateProfile(nikos.citizen, { name: 'Νίκος Μακρής', districtId: null, locale: 'el' });
    const demographics = await city.get(Accounts).updateDemographics(nikos.citizen, { birthYear: 1979 });
    expect([profile, demographics]).toMatchObject([{ problems: [{ field: 'name', code: 'gone' }] }, { problems: [{ field: 'birthYear', code: 'gone' }] }]);
    expect(el.problem.gone).toContain('δεν υπάρχει πια');
  });
});

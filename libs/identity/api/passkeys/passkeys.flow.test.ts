import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CitizenLetter } from '@isegoria/identity/contracts';
import { Events, eventually, publicUrl, startCity, type TestCity } from '@isegoria/kernel/api';
import { Account } from '../account/account.schema';
import { knockAt, signInAt } from '../entrance/browser';
import { IdentityModule } from '../identity.module';
import { Passwords } from '../account/passwords.service';
import { sessionDoor } from '../session/session.door';
import { openSession, type SignedIn, signedIn } from '../session/signed-in';
import { Device, type Odd } from './device.builders';

const password = 'θάλασσα με άλογα';
const ask = 'mutation Ask($proof: ProofInput!) { askPasskey(proof: $proof) { __typename ... on PasskeyAsked { options } ... on NotAllowed { reason } } }';
const add = 'mutation Add($name: String!, $response: String!) { addPasskey(name: $name, response: $response) { __typename ... on PasskeyAdded { passkey { id name usedAt } } ... on NotAllowed { reason } ... on Invalid { problems { field code } } } }';
const remove = 'mutation Remove($id: ID!, $proof: ProofInput!) { removePasskey(id: $id, proof: $proof) { __typename ... on NotAllowed { reason } } }';
const own = '{ me { passkeys { id name usedAt } } }';

type Options = { challenge: string; rp: { id: string }; user: { id: string; name: string }; authenticatorSelection: object; excludeCredentials: object[] };

describe('a passkey', () => {
  let here: TestCity;
  let there: TestCity;
  const letters: CitizenLetter[] = [];
  beforeAll(async () => {
    here = await startCity([IdentityModule], { doors: [sessionDoor] });
    there = await startCity([IdentityModule], { doors: [sessionDoor], beside: true });
    here.get(Events).on('citizen.letter', 'test', (letter) => void letters.push(letter));
  }, 60_000);
  afterAll(async () => {
    await there.stop();
    await here.stop();
  });

  const origin = () => new URL(publicUrl()).origin;
  const aCitizen = async (email: string) => signedIn(here, { email, password: await here.get(Passwords).hash(password) });
  const asked = async (who: SignedIn, proof: object = { password }) => {
    const { data } = await who.graph<{ askPasskey: { options: string; reason?: string } }>(ask, { proof });
    return data.askPasskey;
  };
  const optionsFor = async (who: SignedIn) => JSON.parse((await asked(who)).options) as Options;
  const adds = async (who: SignedIn, response: object, name = 'Κινητό της Μαρίας <b>') => (await who.graph<{ addPasskey: { passkey?: { name: string }; reason?: string } }>(add, { name, response: JSON.stringify(response) })).data.addPasskey;
  const keyOf = async (who: SignedIn) => {
    const device = new Device(origin());
    expect(await adds(who, device.makes(await optionsFor(who)))).toMatchObject({ passkey: { id: device.id, usedAt: null } });
    return device;
  };
  const question = async (city = here) => (await knockAt(city.url, 'passkey/ask', {})).said['options'] as { challenge: string; rpId: string };
  const comes = async (device: Device, odd: Odd = {}, city = here) => knockAt(city.url, 'passkey/sign-in', device.answers(await question(city), odd));
  const me = async (city: TestCity, cookie: string) => (await city.graph<{ me: { id: string } | null }>('{ me { id } }', {}, { cookie })).data.me;
  const keys = async (who: SignedIn) => (await who.graph<{ me: { passkeys: { id: string; name: string; usedAt: string | null }[] } }>(own)).data.me.passkeys;
  const account = (id: string) => here.get<Model<Account>>(getModelToken(Account.name)).findById(id).lean<Account>().exec();

  it('is added with the password, lets its owner in at any process without a word typed, and its owner is told by a letter', async () => {
    const maria = await aCitizen('maria@example.org');
    const device = await keyOf(maria);
    expect(await keys(maria)).toEqual([{ id: device.id, name: 'Κινητό της Μαρίας <b>', usedAt: null }]);
    const { status, said, cookie } = await comes(device, {}, there);
    expect([status, said]).toEqual([200, { done: true }]);
    expect(await me(here, cookie)).toEqual({ id: maria.citizen.id });
    expect((await keys(maria))[0]?.usedAt).not.toBeNull();
    await eventually('the letter', () => letters.some(({ name, to }) => name === 'passkey_added' && to.email === 'maria@example.org'));
  });

  it('asks the device for a key that names its owner, after a finger, a face or a PIN, and says nothing of the account’s number', async () => {
    const nikos = await aCitizen('nikos@example.org');
    const first = await keyOf(nikos);
    const options = await optionsFor(nikos);
    expect(options).toMatchObject({ rp: { id: new URL(publicUrl()).hostname }, user: { name: 'nikos@example.org' }, authenticatorSelection: { residentKey: 'required', userVerification: 'required' }, excludeCredentials: [{ id: first.id }] });
    expect(Buffer.from(options.user.id, 'base64url').toString()).not.toContain(nikos.citizen.id);
  });

  it('is not added without the password or a passkey that answers just now', async () => {
    const eleni = await aCitizen('eleni@example.org');
    for (const proof of [{}, { password: 'not this one' }, { passkey: '{}' }, { passkey: 'no json' }]) expect(await asked(eleni, proof)).toMatchObject({ reason: 'proof' });
    const device = await keyOf(eleni);
    expect(await asked(eleni, { passkey: JSON.stringify(device.answers(await question())) })).toMatchObject({ __typename: 'PasskeyAsked' });
    // Somebody else's passkey shows nothing of this account.
    const other = await keyOf(await aCitizen('other@example.org'));
    expect(await asked(eleni, { passkey: JSON.stringify(other.answers(await question())) })).toMatchObject({ reason: 'proof' });
  });

  it('is not made of another’s question, of one that was answered, or of one for signing in', async () => {
    const [anna, kostas] = [await aCitizen('anna@example.org'), await aCitizen('kostas@example.org')];
    const device = new Device(origin());
    expect(await adds(kostas, device.makes(await optionsFor(anna)))).toMatchObject({ reason: 'late' });
    const options = await optionsFor(anna);
    expect(await adds(anna, device.makes({ ...options, challenge: (await question()).challenge }))).toMatchObject({ reason: 'late' });
    const made = device.makes(options);
    expect((await Promise.all([adds(anna, made), adds(anna, made)])).map(({ reason = 'added' }) => reason).sort()).toEqual(['added', 'late']);
    expect(await adds(anna, made)).toMatchObject({ reason: 'late' });
    // The same key leads into one account only.
    expect(await adds(kostas, device.makes(await optionsFor(kostas)))).toMatchObject({ reason: 'taken' });
    expect([await keys(anna), await keys(kostas)].map(({ length }) => length)).toEqual([1, 0]);
  });

  it('of another site, or of a device that asked nobody, is none', async () => {
    const petros = await aCitizen('petros@example.org');
    const device = new Device(origin());
    for (const odd of [{ origin: 'https://isegoria.evil.example' }, { isUnverified: true }]) expect(await adds(petros, device.makes(await optionsFor(petros), odd))).toMatchObject({ reason: 'wrong' });
    const known = await keyOf(petros);
    const strange = [{ origin: 'https://isegoria.evil.example' }, { isUnverified: true }, { challenge: 'A'.repeat(43) }];
    for (const odd of strange) expect(await comes(known, odd)).toMatchObject({ status: 401, said: { reason: 'wrong' }, cookie: '' });
    const twisted = known.answers(await question());
    const flipped = { ...twisted, response: { ...twisted.response, signature: `A${twisted.response.signature.slice(1)}` } };
    expect((await knockAt(here.url, 'passkey/sign-in', flipped)).status).toBe(401);
    for (const odd of [{}, { id: { $ne: '' } }, { ...twisted, id: 7 }, { ...twisted, response: null }]) expect((await knockAt(here.url, 'passkey/sign-in', odd)).status).toBe(401);
    expect((await comes(known)).status).toBe(200);
  });

  it('answers each question once, also when two send the answer at the same moment', async () => {
    const device = await keyOf(await aCitizen('twice@example.org'));
    const answer = device.answers(await question());
    const both = await Promise.all([here, there].map((city) => knockAt(city.url, 'passkey/sign-in', answer)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await knockAt(here.url, 'passkey/sign-in', answer)).status).toBe(401);
  });

  it('that counts backwards is a copy, and lets nobody in', async () => {
    const who = await aCitizen('copied@example.org');
    const device = await keyOf(who);
    for (let time = 0; time < 3; time++) expect((await comes(device)).status).toBe(200);
    expect((await account(who.citizen.id))?.passkeys?.[0]?.counter).toBe(3);
    for (const counter of [2, 3, 0]) expect((await comes(device, { counter })).status).toBe(401);
    expect((await comes(device, { counter: 4 })).status).toBe(200);
  });

  it('that was removed is as good as one that never was, and the owner is told', async () => {
    const lia = await aCitizen('lia@example.org');
    const device = await keyOf(lia);
    const takes = async (proof: object) => (await lia.graph<{ removePasskey: object }>(remove, { id: device.id, proof })).data.removePasskey;
    expect(await takes({ password: 'not this one' })).toEqual({ __typename: 'NotAllowed', reason: 'proof' });
    const open = device.answers(await question());
    expect(await takes({ passkey: JSON.stringify(device.answers(await question())) })).toEqual({ __typename: 'PasskeyRemoved' });
    expect(await takes({ password })).toEqual({ __typename: 'PasskeyRemoved' });
    const gone = await knockAt(here.url, 'passkey/sign-in', open);
    const never = await comes(new Device(origin()));
    expect(gone).toEqual(never);
    await eventually('the letter', () => letters.filter(({ name, to }) => name === 'passkey_removed' && to.email === 'lia@example.org').length === 1);
  });

  it('is renamed by its owner alone', async () => {
    const [vera, thief] = [await aCitizen('vera@example.org'), await aCitizen('thief@example.org')];
    const { id } = await keyOf(vera);
    const rename = async (who: SignedIn, name: string) => (await who.graph<{ renamePasskey: object }>('mutation($id: ID!, $name: String!) { renamePasskey(id: $id, name: $name) { __typename } }', { id, name })).data.renamePasskey;
    expect([await rename(thief, 'Δικό μου'), await rename(vera, ' '), await rename(vera, 'Φορητός')].map((one) => '__typename' in one && one.__typename)).toEqual(['NotFound', 'Invalid', 'PasskeyRenamed']);
    expect((await keys(vera))[0]?.name).toBe('Φορητός');
  });

  it('gives a session of its own id, and goes on working when every session ends and when the password changes', async () => {
    const who = await aCitizen('ends@example.org');
    const device = await keyOf(who);
    const prepared = await openSession(here, (await aCitizen('attacker@example.org')).citizen.id);
    const { cookie } = await knockAt(here.url, 'passkey/sign-in', device.answers(await question()), { cookie: prepared });
    expect(await me(here, prepared)).toBeNull();
    await here.graph('mutation { signOutEverywhere { done } }', {}, { cookie });
    expect(await me(here, cookie)).toBeNull();
    expect(await me(here, (await comes(device)).cookie)).toEqual({ id: who.citizen.id });
  });

  it('leaves with the account, and lets nobody in after it', async () => {
    const who = await aCitizen('leaves@example.org');
    const device = await keyOf(who);
    await who.graph('mutation { deleteAccount(password: "θάλασσα με άλογα") { __typename } }');
    expect(await account(who.citizen.id)).not.toHaveProperty('passkeys');
    expect((await comes(device)).status).toBe(401);
  });

  it('does not stand in the way of the password of a citizen', async () => {
    await keyOf(await aCitizen('both@example.org'));
    expect(await signInAt(here.url, 'both@example.org', password)).toMatchObject({ status: 200, said: { done: true } });
  });

  it('is tried from one address so often and no more', async () => {
    const tries = await Promise.all(Array.from({ length: 45 }, () => knockAt(here.url, 'passkey/sign-in', { id: 'x' })));
    expect(tries.at(-1)).toMatchObject({ status: 429, said: { reason: 'too_many' } });
  });
});

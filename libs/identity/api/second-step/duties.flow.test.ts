import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITIZEN_OF_COOKIE, type CitizenOfCookie, type Role } from '@isegoria/identity/contracts';
import { forgetEnv, publicUrl, startCity, type TestCity } from '@isegoria/kernel/api';
import { knockAt, signInAt } from '../entrance/browser';
import { Citizens } from '../people/citizens.service';
import { IdentityModule } from '../identity.module';
import { Device } from '../passkeys/device.builders';
import { Passwords } from '../account/passwords.service';
import { sessionDoor } from '../session/session.door';
import { type SignedIn, signedIn } from '../session/signed-in';

const password = 'θάλασσα με άλογα';
const ask = 'mutation { askPasskey(proof: { password: "θάλασσα με άλογα" }) { ... on PasskeyAsked { options } } }';
const add = 'mutation Add($response: String!) { addPasskey(name: "Κλειδί", response: $response) { __typename } }';

describe('a city that asks more than a password of whoever has duties', () => {
  let city: TestCity;
  beforeAll(async () => {
    process.env['SECOND_STEP'] = 'duties';
    city = await startCity([IdentityModule], { doors: [sessionDoor] });
  }, 60_000);
  afterAll(async () => {
    await city.stop();
    delete process.env['SECOND_STEP'];
    forgetEnv();
  });

  const someone = async (email: string, roles: Role[], more: object = {}) => signedIn(city, { email, roles, departmentId: 'technical', password: await city.get(Passwords).hash(password), ...more });
  const addsKey = async (who: SignedIn) => {
    const device = new Device(new URL(publicUrl()).origin);
    const { options } = (await who.graph<{ askPasskey: { options: string } }>(ask)).data.askPasskey;
    expect((await who.graph<{ addPasskey: object }>(add, { response: JSON.stringify(device.makes(JSON.parse(options) as { challenge: string })) })).data.addPasskey).toEqual({ __typename: 'PasskeyAdded' });
    return device;
  };
  const reads = async (who: SignedIn) => (await who.graph<{ people: object } | null>('{ people { total } }')).errors?.[0];
  const rolesAt = async (who: SignedIn) => (await city.get<CitizenOfCookie>(CITIZEN_OF_COOKIE)(who.cookie))?.roles;

  it('refuses what needs a role, with a sentence that says what to do, until there is a passkey; then opens at once', async () => {
    const admin = await someone('admin@example.org', ['administrator']);
    expect(await reads(admin)).toMatchObject({ message: expect.stringContaining('/account'), extensions: { code: 'FORBIDDEN' } });
    // No door knows the role: neither the sockets', nor the rules of other slices.
    expect([await rolesAt(admin), (await city.get(Citizens).find(admin.citizen.id))?.roles]).toEqual([['citizen'], ['citizen']]);
    const seen = '{ me { roles needsSecondStep } }';
    expect((await admin.graph<object>(seen)).data).toEqual({ me: { roles: ['citizen', 'administrator'], needsSecondStep: true } });
    await addsKey(admin);
    expect(await reads(admin)).toBeUndefined();
    expect((await admin.graph<object>(seen)).data).toEqual({ me: { roles: ['citizen', 'administrator'], needsSecondStep: false } });
    expect(await rolesAt(admin)).toEqual(['citizen', 'administrator']);
  });

  it('does not say to a citizen that something is behind a second step', async () => {
    const maria = await someone('maria@example.org', []);
    expect((await reads(maria))?.message).toBe('You may not do this.');
    const moderator = await someone('moderator@example.org', ['moderator']);
    expect((await reads(moderator))?.message).toBe('You may not do this.');
  });

  it('lets nobody around their passkey by the password, and the passkey straight in', async () => {
    const official = await someone('official@example.org', ['official']);
    expect((await signInAt(city.url, 'official@example.org', password)).said).toEqual({ done: true });
    const device = await addsKey(official);
    const { said, cookie } = await signInAt(city.url, 'official@example.org', password);
    expect(said).toEqual({ done: false, step: 'passkey' });
    expect((await city.graph<object>('{ me { id } }', {}, { cookie })).data).toEqual({ me: null });
    expect(await knockAt(city.url, 'second-step', { code: '123456' }, { cookie })).toMatchObject({ status: 401, said: { reason: 'wrong' } });
    const { options } = (await knockAt(city.url, 'passkey/ask', {})).said as { options: { challenge: string } };
    const through = await knockAt(city.url, 'passkey/sign-in', device.answers(options));
    expect((await city.graph<object>('{ me { id } }', {}, { cookie: through.cookie })).data).toEqual({ me: { id: official.citizen.id } });
  });

  it('leaves whoever comes by another site alone to that site', async () => {
    const admin = await someone('directory@example.org', ['administrator'], { password: null });
    expect(await reads(admin)).toBeUndefined();
  });
});

import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Secret, TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CitizenLetter, CitizenSecondStepRemoved } from '@isegoria/identity/contracts';
import { Clock, Events, eventually, log, startCity, type TestCity } from '@isegoria/kernel/api';
import { Account } from '../account/account.schema';
import { knockAt, signInAt } from '../entrance/browser';
import { IdentityModule } from '../identity.module';
import { Passwords } from '../account/passwords.service';
import { sessionDoor } from '../session/session.door';
import { type SignedIn, signedIn } from '../session/signed-in';
import { Tokens } from '../account/tokens.service';
import { SecondStepRemovals } from './removals.service';

const password = 'θάλασσα με άλογα';
const ask = 'mutation Ask($proof: ProofInput!) { askSecondStep(proof: $proof) { __typename ... on SecondStepAsked { secret address } ... on NotAllowed { reason } } }';
const confirm = 'mutation Confirm($code: String!) { confirmSecondStep(code: $code) { __typename ... on SecondStepOn { codes } ... on NotAllowed { reason } } }';
const end = 'mutation End($proof: ProofInput!, $code: String!) { endSecondStep(proof: $proof, code: $code) { __typename ... on NotAllowed { reason } } }';
const renew = 'mutation Renew($proof: ProofInput!, $code: String!) { renewRecoveryCodes(proof: $proof, code: $code) { __typename ... on RecoveryCodesRenewed { codes } ... on NotAllowed { reason } } }';
const remove = 'mutation Remove($id: ID!) { removeSecondStep(citizenId: $id) { __typename ... on SecondStepRemoved { person { hasSecondStep } } ... on NotAllowed { reason } } }';

const codeOf = (secret: string, at = Date.now()) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
const wrongOf = (secret: string) => String((Number(codeOf(secret)) + 500_000) % 1_000_000).padStart(6, '0');

interface Guarded extends SignedIn {
  email: string;
  secret: string;
  codes: string[];
}

describe('a second step', () => {
  let here: TestCity;
  let there: TestCity;
  const letters: CitizenLetter[] = [];
  beforeAll(async () => {
    here = await startCity([IdentityModule], { doors: [sessionDoor] });
    there = await startCity([IdentityModule], { doors: [sessionDoor], beside: true });
    here.get(Events).on('citizen.letter', 'test', (letter) => void letters.push(letter));
  }, 60_000);
  afterEach(() => vi.restoreAllMocks());
  afterAll(async () => {
    await there.stop();
    await here.stop();
  });

  const accounts = () => here.get<Model<Account>>(getModelToken(Account.name));
  const account = (id: string) => accounts().findById(id).lean<Account>().exec();
  const aCitizen = async (email: string, more: object = {}) => signedIn(here, { email, password: await here.get(Passwords).hash(password), ...more });
  const asked = async (who: SignedIn, proof: object = { password }) => (await who.graph<{ askSecondStep: { secret: string; address: string; reason?: string } }>(ask, { proof })).data.askSecondStep;
  const confirmed = async (who: SignedIn, code: string) => (await who.graph<{ confirmSecondStep: { codes: string[]; reason?: string } }>(confirm, { code })).data.confirmSecondStep;
  const ended = async (who: SignedIn, code: string, proof: object = { password }) => (await who.graph<{ endSecondStep: object }>(end, { proof, code })).data.endSecondStep;
  const renewed = async (who: SignedIn, code: string, proof: object = { password }) => (await who.graph<{ renewRecoveryCodes: { codes: string[] } }>(renew, { proof, code })).data.renewRecoveryCodes;
  /** As if half a minute had gone by: the next code of the phone may be the same one. */
  const aMomentLater = (who: SignedIn) => accounts().updateOne({ _id: who.citizen.id }, { $set: { 'secondStep.lastMoment': 0 } });
  const guarded = async (email: string, more: object = {}): Promise<Guarded> => {
    const who = await aCitizen(email, more);
    const { secret } = await asked(who);
    const { codes } = await confirmed(who, codeOf(secret));
    await aMomentLater(who);
    return { ...who, email, secret, codes };
  };
  const password1 = async ({ email }: { email: string }, city = here) => (await signInAt(city.url, email, password)).cookie;
  const code = (cookie: string, typed: string, city = here) => knockAt(city.url, 'second-step', { code: typed }, { cookie });
  const me = async (city: TestCity, cookie: string) => (await city.graph<{ me: { id: string } | null }>('{ me { id } }', {}, { cookie })).data.me;
  const heard = (name: CitizenLetter['name'], email: string) => eventually(`the letter ${name}`, () => letters.find((one) => one.name === name && one.to.email === email));

  it('begins with the password and the first code; what the city keeps of it opens nothing', async () => {
    const maria = await aCitizen('maria@example.org');
    for (const proof of [{}, { password: 'not this one' }]) expect(await asked(maria, proof)).toMatchObject({ reason: 'proof' });
    const { secret, address } = await asked(maria);
    expect(address).toMatch(/^otpauth:\/\/totp\/.*secret=/);
    // Another tab reads the same secret, so that either picture is right.
    expect((await asked(maria)).secret).toBe(secret);
    expect(await confirmed(maria, wrongOf(secret))).toMatchObject({ reason: 'code' });
    expect((await account(maria.citizen.id))?.secondStep).toBeUndefined();
    const { codes } = await confirmed(maria, codeOf(secret));
    expect(new Set(codes)).toHaveLength(10);
    const kept = JSON.stringify(await account(maria.citizen.id));
    for (const word of [secret, ...codes, ...codes.map((one) => one.replace(/-/g, ''))]) expect(kept).not.toContain(word);
    expect(await asked(maria)).toMatchObject({ reason: 'on' });
    await heard('second_step_on', 'maria@example.org');
  });

  it('stands between the password and the session, in every process', async () => {
    const nikos = await guarded('nikos@example.org');
    const { status, said, cookie } = await signInAt(here.url, nikos.email, password);
    expect([status, said]).toEqual([200, { done: false, step: 'code' }]);
    expect([await me(here, cookie), await me(there, cookie)]).toEqual([null, null]);
    expect(await code(cookie, wrongOf(nikos.secret), there)).toMatchObject({ status: 401, said: { reason: 'wrong' } });
    const typed = codeOf(nikos.secret).replace(/^.../, '$& ');
    const through = await code(cookie, typed, there);
    expect([through.status, await me(here, through.cookie)]).toEqual([200, { id: nikos.citizen.id }]);
    expect(through.cookie).not.toBe(cookie);
    expect(await me(here, cookie)).toBeNull();
  });

  it('takes each code of the phone once: of two at the same moment, one comes in', async () => {
    const eleni = await guarded('eleni@example.org');
    const [one, other] = [await password1(eleni), await password1(eleni, there)];
    const typed = codeOf(eleni.secret);
    const both = await Promise.all([code(one, typed), code(other, typed, there), code(one, typed, there)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await code(await password1(eleni), typed)).status).toBe(401);
    // The first code, by which it was set up, is used as well.
    const anna = await aCitizen('anna@example.org');
    const { secret } = await asked(anna);
    const first = codeOf(secret);
    await confirmed(anna, first);
    expect((await code(await password1({ email: 'anna@example.org' }), first)).status).toBe(401);
  });

  it('takes each recovery code once, however it is typed, and says so by a letter', async () => {
    const { email, codes, ...who } = await guarded('kostas@example.org');
    const [used = '', next = ''] = codes;
    const [one, other] = [await password1({ email }), await password1({ email })];
    const both = await Promise.all([code(one, ` ${used.toUpperCase().replace(/-/g, ' ')}`), code(other, used, there)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await code(await password1({ email }), used)).status).toBe(401);
    expect((await code(await password1({ email }), next)).status).toBe(200);
    expect((await who.graph<object>('{ me { secondStep { codesLeft } } }')).data).toEqual({ me: { secondStep: { codesLeft: 8 } } });
    await heard('recovery_code_used', email);
  });

  it('is given ten new recovery codes with the password and a code, and not with one of them; the old ones work no more', async () => {
    const { email, codes: old, secret, ...who } = await guarded('roula@example.org');
    const [used = '', other = ''] = old;
    expect(await renewed(who, codeOf(secret), { password: 'not this one' })).toMatchObject({ reason: 'proof' });
    expect(await renewed(who, wrongOf(secret))).toMatchObject({ reason: 'code' });
    const typed = codeOf(secret);
    const both = await Promise.all([renewed(who, typed), renewed(who, typed)]);
    expect(both.map((answer) => ('codes' in answer ? 'renewed' : answer)).sort()).toEqual([{ __typename: 'NotAllowed', reason: 'code' }, 'renewed']);
    const { codes } = both.find((answer) => 'codes' in answer) ?? { codes: [] };
    expect(new Set([...codes, ...old])).toHaveLength(20);
    expect((await code(await password1({ email }), other)).status).toBe(401);
    // Whoever lost the phone renews with a code of paper: it is gone with the others.
    const again = await renewed(who, codes[0] ?? '');
    expect(again.codes).toHaveLength(10);
    for (const gone of [used, ...codes.slice(0, 2)]) expect((await code(await password1({ email }), gone)).status).toBe(401);
    expect((await code(await password1({ email }), again.codes[9] ?? '')).status).toBe(200);
    await heard('recovery_codes_renewed', email);
    expect(await renewed(await aCitizen('without@example.org'), '123456')).toMatchObject({ reason: 'off' });
  });

  it('counts guesses at one account over all processes, and then the right code has to wait too', async () => {
    const petros = await guarded('petros@example.org');
    const cookie = await password1(petros);
    const tries = await Promise.all(Array.from({ length: 9 }, (_, turn) => code(cookie, String(100_000 + turn), turn % 2 ? here : there)));
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(6);
    expect(tries.filter(({ status, said }) => status === 429 && Number(said['retryAfterSeconds']) > 0)).toHaveLength(3);
    // A new password try does not begin the count again.
    expect((await code(await password1(petros), codeOf(petros.secret))).status).toBe(429);
    const other = await guarded('paula@example.org');
    expect((await code(await password1(other), codeOf(other.secret))).status).toBe(200);
  });

  it('is owed for ten minutes, in the browser of the password, and not after a new password', async () => {
    const lia = await guarded('lia@example.org');
    expect(await code('', codeOf(lia.secret))).toMatchObject({ status: 401, said: { reason: 'late' } });
    expect(await code(lia.cookie, codeOf(lia.secret))).toMatchObject({ status: 401, said: { reason: 'late' } });
    const cookie = await password1(lia);
    vi.spyOn(here.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 11 * 60_000));
    expect(await code(cookie, codeOf(lia.secret, Date.now() + 11 * 60_000))).toMatchObject({ status: 401, said: { reason: 'late' } });
    vi.restoreAllMocks();
    await accounts().updateOne({ _id: lia.citizen.id }, { $inc: { epoch: 1 } });
    expect(await code(cookie, codeOf(lia.secret))).toMatchObject({ status: 401, said: { reason: 'late' } });
    for (const odd of [{ code: { $ne: '' } }, {}, { code: 'x'.repeat(101) }]) expect((await knockAt(here.url, 'second-step', odd, { cookie })).status).toBe(400);
  });

  it('lets nobody in, and breaks nothing, where the city has another secret by now', async () => {
    const nina = await guarded('nina@example.org');
    await accounts().updateOne({ _id: nina.citizen.id }, { $set: { 'secondStep.secret': 'of another city' } });
    vi.spyOn(log, 'error').mockImplementation(() => undefined);
    expect(await code(await password1(nina), codeOf(nina.secret))).toMatchObject({ status: 401, said: { reason: 'wrong' } });
  });

  it('stays when the password is forgotten and a new one is chosen', async () => {
    const vera = await guarded('vera@example.org');
    const token = await here.get(Tokens).issue('reset', { citizenId: vera.citizen.id, email: vera.email });
    await here.graph('mutation($token: String!) { resetPassword(token: $token, password: "νέος κωδικός με νόημα") { __typename } }', { token });
    expect((await signInAt(here.url, vera.email, 'νέος κωδικός με νόημα')).said).toEqual({ done: false, step: 'code' });
  });

  it('is switched off with the password and a code, and not with one of them', async () => {
    const dimos = await guarded('dimos@example.org');
    expect(await ended(dimos, codeOf(dimos.secret), { password: 'not this one' })).toMatchObject({ reason: 'proof' });
    expect(await ended(dimos, wrongOf(dimos.secret))).toMatchObject({ reason: 'code' });
    const typed = codeOf(dimos.secret);
    for (const turn of [1, 2]) expect([turn, await ended(dimos, typed)]).toEqual([turn, { __typename: 'SecondStepOff' }]);
    expect((await signInAt(here.url, dimos.email, password)).said).toEqual({ done: true });
    await heard('second_step_off', dimos.email);
  });

  describe('of somebody who lost the phone', () => {
    const removed = async (by: SignedIn, id: string) => (await by.graph<{ removeSecondStep: object } | null>(remove, { id })).data?.removeSecondStep ?? null;
    const log = async (by: SignedIn) => (await by.graph<{ secondStepRemovals: object[] }>('{ secondStepRemovals { citizenName byName } }')).data.secondStepRemovals;

    it('is taken away by an administrator, on record and told, and every session ends', async () => {
      const admin = await guarded('admin@example.org', { name: 'Χριστίνα', roles: ['administrator'] });
      const lost = await guarded('lost@example.org', { name: 'Λουκάς' });
      const told: CitizenSecondStepRemoved[] = [];
      here.get(Events).on('citizen.secondStepRemoved', 'test', (removal) => void told.push(removal));
      expect(await removed(lost, admin.citizen.id)).toBeNull();
      expect(await removed(admin, admin.citizen.id)).toEqual({ __typename: 'NotAllowed', reason: 'own' });
      expect(await removed(admin, 'nobody')).toEqual({ __typename: 'NotFound' });
      // A second press finds nothing, and writes nothing.
      for (const turn of [1, 2]) expect([turn, await removed(admin, lost.citizen.id)]).toEqual([turn, { __typename: 'SecondStepRemoved', person: { hasSecondStep: false } }]);
      expect(await log(admin)).toEqual([{ citizenName: 'Λουκάς', byName: 'Χριστίνα' }]);
      expect(told).toMatchObject([{ citizenId: lost.citizen.id, by: admin.citizen.id }]);
      await heard('second_step_removed', lost.email);
      expect(await me(here, lost.cookie)).toBeNull();
      expect((await signInAt(here.url, lost.email, password)).said).toEqual({ done: true });
    });

    it('is told although the process died before it told, with one letter', async () => {
      const admin = await aCitizen('second@example.org', { roles: ['administrator'] });
      const lost = await guarded('killed@example.org');
      const dies = vi.spyOn(here.get(Events), 'publish').mockRejectedValueOnce(new Error('killed'));
      expect(await removed(admin, lost.citizen.id)).toBeNull();
      dies.mockRestore();
      expect(await me(here, lost.cookie)).toBeNull();
      for (const turn of [1, 2]) await here.get(SecondStepRemovals).tellLeft(new Date(Date.now() + turn * 20_000));
      await heard('second_step_removed', lost.email);
      expect(letters.filter(({ name, to }) => name === 'second_step_removed' && to.email === lost.email)).toHaveLength(1);
    });
  });
});

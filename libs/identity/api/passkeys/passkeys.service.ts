import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { Model } from 'mongoose';
import {
  type AddPasskeyResult, type AskPasskeyResult, type Citizen, type MutationAddPasskeyArgs, type MutationRemovePasskeyArgs, type MutationRenamePasskeyArgs, type NotAllowed, type Passkey, passkeyForm, type ProofInput,
  type RemovePasskeyResult, type RenamePasskeyResult, type TooMany,
} from '@isegoria/identity/contracts';
import { type Allowance, Clock, invalid, isThere, Limits, log, plain, publicUrl, refuse } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Account, type KeptPasskey } from '../account/account.schema';
import { Citizens } from '../people/citizens.service';
import { Letters } from '../account/letters.service';
import { refusalOf } from '../refusals';
import type { SessionUser } from '../session/session.store';
import { SignIn } from '../entrance/sign-in.service';
import { Challenges, challengeSeconds } from './challenges';
import { type Assertion, assertionIn, type Attestation, attestationIn, jsonIn, mostPasskeys } from './passkeys.rules';

/** Questions that one address may ask for: every look at the sign-in page is one. */
const asksFrom: Allowance = { points: 300, seconds: 15 * 60 };

type Refused = { refused: 'wrong' } | { refused: 'too_many'; retryAfterSeconds: number };

/** One more would be too many, or it is there already. */
const noMore = refuse('many');

/**
 * Passkeys (WebAuthn): a key in the device, or in the person's password manager, that opens for the finger, the face or the device's PIN. It is bound to this city's address, so no
 * other site can ask for it, and it stands for both steps of signing in. Nobody types who they are: the answer names the key, and the key its account.
 */
@Injectable()
export class Passkeys {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    private readonly challenges: Challenges,
    private readonly citizens: Citizens,
    private readonly signIn: SignIn,
    private readonly letters: Letters,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** A question for whoever has a passkey of this city: it is the same for everybody, and names nobody. */
  async ask(address: string) {
    const tooMany = await this.limits.take('passkey-asked', address, asksFrom);
    if (tooMany) return { refused: 'too_many' as const, ...tooMany };
    return { options: await generateAuthenticationOptions({ rpID: rpId(), challenge: await this.challenge('sign-in'), userVerification: 'required', timeout: challengeSeconds * 1000 }) };
  }

  /** Whose passkey answered. What did not fit is one answer, whatever was wrong with it. */
  async come(said: unknown, address: string): Promise<SessionUser | Refused> {
    const tooMany = await this.signIn.tooManyFrom(address);
    if (tooMany) return { refused: 'too_many', ...tooMany };
    const account = await this.whose(assertionIn(said), {});
    if (!account) return { refused: 'wrong' };
    await this.signIn.giveBack(address);
    return { id: account._id, epoch: account.epoch };
  }

  /** The account of whoever shows that it is theirs, before an act that matters. */
  async owner(id: string, proof: ProofInput): Promise<Account | NotAllowed | TooMany> {
    const account = await this.accounts.findOne({ _id: id, leftAt: null }).lean<Account>().exec();
    if (!account) return refuse('proof');
    const theirs = await this.proves(account, proof);
    return theirs === true ? account : refusalOf(theirs, 'proof');
  }

  /** Whether somebody shows that the account is theirs: by a passkey of it that answered just now, or by the password. Whoever has no password is not asked. */
  private async proves({ _id, password: kept }: Account, { password, passkey }: ProofInput): Promise<true | Refused> {
    if (passkey) return (await this.whose(assertionIn(jsonIn(passkey)), { _id })) ? true : { refused: 'wrong' };
    return kept === null ? true : this.signIn.isTheirs(_id, password ?? '');
  }

  async askNew({ id }: Citizen, proof: ProofInput): Promise<AskPasskeyResult> {
    const account = await this.owner(id, proof);
    if ('__typename' in account) return account;
    const { name, email, passkeys = [] } = account;
    if (passkeys.length >= mostPasskeys) return noMore;
    const options = await generateRegistrationOptions({
      rpName: new URL(publicUrl()).hostname, rpID: rpId(), challenge: await this.challenge(`add:${id}`), timeout: challengeSeconds * 1000,
      userID: new Uint8Array(handleOf(id)), userName: email ?? name, userDisplayName: name, attestationType: 'none', supportedAlgorithmIDs: [-8, -7, -257],
      excludeCredentials: passkeys.map((passkey) => ({ id: passkey.id, transports: passkey.transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { __typename: 'PasskeyAsked', options: JSON.stringify(options) };
  }

  async add({ id }: Citizen, { name: wanted, response }: MutationAddPasskeyArgs): Promise<AddPasskeyResult> {
    const name = plain(wanted);
    const problems = problemsOf(passkeyForm, { name });
    if (problems.length > 0) return invalid(problems);
    const made = await this.made(id, attestationIn(jsonIn(response)));
    if (typeof made === 'string') return refuse(made);
    const passkey: KeptPasskey = { ...made, name, since: this.clock.now(), usedAt: null };
    const account = await this.accounts
      .findOneAndUpdate({ _id: id, leftAt: null, [`passkeys.${mostPasskeys - 1}`]: { $exists: false } }, { $push: { passkeys: passkey } })
      .lean<Account>().exec()
      .catch((error: unknown) => {
        if (!isThere(error)) throw error;
        return 'taken' as const;
      });
    if (account === 'taken') return refuse('taken');
    if (!account) return noMore;
    this.citizens.forget(id);
    log.info({ citizenId: id }, 'a passkey was added');
    await this.letters.tellOwner(account, 'passkey_added');
    return { __typename: 'PasskeyAdded', passkey: shownPasskey(passkey) };
  }

  async rename({ id }: Citizen, { id: passkeyId, name: wanted }: MutationRenamePasskeyArgs): Promise<RenamePasskeyResult> {
    const name = plain(wanted);
    const problems = problemsOf(passkeyForm, { name });
    if (problems.length > 0) return invalid(problems);
    const account = await this.accounts
      .findOneAndUpdate({ _id: id, leftAt: null, 'passkeys.id': passkeyId }, { $set: { 'passkeys.$[named].name': name } }, { returnDocument: 'after', arrayFilters: [{ 'named.id': passkeyId }] })
      .lean<Account>().exec();
    const passkey = account?.passkeys?.find((one) => one.id === passkeyId);
    return passkey ? { __typename: 'PasskeyRenamed', passkey: shownPasskey(passkey) } : { __typename: 'NotFound', reason: 'passkey' };
  }

  /** The password, or another site, still leads in: no account is made without one of them. */
  async remove({ id }: Citizen, { id: passkeyId, proof }: MutationRemovePasskeyArgs): Promise<RemovePasskeyResult> {
    const account = await this.owner(id, proof);
    if ('__typename' in account) return account;
    const before = await this.accounts.findOneAndUpdate({ _id: id, 'passkeys.id': passkeyId }, { $pull: { passkeys: { id: passkeyId } } }).lean<Account>().exec();
    if (!before) return { __typename: 'PasskeyRemoved', id: passkeyId };
    this.citizens.forget(id);
    log.info({ citizenId: id }, 'a passkey was removed');
    await this.letters.tellOwner(account, 'passkey_removed');
    return { __typename: 'PasskeyRemoved', id: passkeyId };
  }

  /** The account whose passkey said this, if it is true and was asked here; it notes that it was used. The question is used up by the looking. */
  private async whose(said: Assertion | null, of: { _id?: string }): Promise<Account | null> {
    const account = said && (await this.accounts.findOne({ ...of, 'passkeys.id': said.id, leftAt: null }).lean<Account>().exec());
    const passkey = account?.passkeys?.find(({ id }) => id === said?.id);
    if (!said || !account || !passkey) return null;
    const counter = await this.counterOf(said, account._id, passkey);
    if (counter === null) return null;
    // The store looks again: whoever removed it meanwhile, or answered by a copy of it, decides.
    const used = { _id: account._id, leftAt: null, passkeys: { $elemMatch: { id: passkey.id, counter: passkey.counter } } };
    return this.accounts
      .findOneAndUpdate(used, { $set: { 'passkeys.$[used].counter': counter, 'passkeys.$[used].usedAt': this.clock.now() } }, { returnDocument: 'after', arrayFilters: [{ 'used.id': passkey.id }] })
      .lean<Account>().exec();
  }

  /** What the device counts by now, if what it said is true; the library refuses a count that did not grow, which a copied key would show. */
  private async counterOf({ response: { userHandle, ...response }, ...said }: Assertion, citizenId: string, { id, key, counter }: KeptPasskey): Promise<number | null> {
    if (userHandle && userHandle !== handleOf(citizenId).toString('base64url')) return null;
    const credential = { id, counter, publicKey: new Uint8Array(Buffer.from(key, 'base64url')) };
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: { ...said, response }, credential, requireUserVerification: true, expectedOrigin: origin(), expectedRPID: rpId(), expectedChallenge: (challenge) => this.challenges.take('sign-in', challenge),
      });
      return verified ? authenticationInfo.newCounter : null;
    } catch (error) {
      log.warn({ citizenId, why: String(error) }, 'a passkey did not fit');
      return null;
    }
  }

  private async made(citizenId: string, said: Attestation | null): Promise<Pick<KeptPasskey, 'id' | 'key' | 'counter' | 'transports'> | 'late' | 'wrong'> {
    if (!said) return 'wrong';
    let isAsked = false;
    const expectedChallenge = async (challenge: string) => (isAsked = await this.challenges.take(`add:${citizenId}`, challenge));
    try {
      const { registrationInfo } = await verifyRegistrationResponse({ response: said, requireUserVerification: true, expectedOrigin: origin(), expectedRPID: rpId(), expectedChallenge });
      if (!registrationInfo) return 'wrong';
      const { id, publicKey, counter } = registrationInfo.credential;
      return { id, key: Buffer.from(publicKey).toString('base64url'), counter, transports: said.response.transports };
    } catch (error) {
      log.warn({ citizenId, why: String(error) }, 'a new passkey did not fit');
      return isAsked ? 'wrong' : 'late';
    }
  }

  /** In bytes: the library would read a text as text. */
  private async challenge(purpose: string): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(Buffer.from(await this.challenges.ask(purpose), 'base64url'));
  }
}

export const shownPasskey = ({ id, name, since, usedAt }: KeptPasskey): Passkey => ({ id, name, since, usedAt });

/** Where a passkey is of: the address that citizens see. */
const origin = (): string => new URL(publicUrl()).origin;
const rpId = (): string => new URL(publicUrl()).hostname;

/** What devices know an account by: it says nothing of the person, and outlives the city's secret. */
const handleOf = (citizenId: string): Buffer => createHash('sha256').update(`passkey ${citizenId}`).digest();

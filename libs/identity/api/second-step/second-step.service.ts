import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { FastifyRequest } from 'fastify';
import type { Model } from 'mongoose';
import type { AskSecondStepResult, Citizen, ConfirmSecondStepResult, EndSecondStepResult, MutationEndSecondStepArgs, NotAllowed, ProofInput, RenewRecoveryCodesResult, TooMany } from '@isegoria/identity/contracts';
import { type Allowance, Clock, Limits, log, refuse, unwrapped, wrapped } from '@isegoria/kernel/api';
import { Account, type KeptSecondStep } from '../account/account.schema';
import { Citizens } from '../people/citizens.service';
import { Letters } from '../account/letters.service';
import { Passkeys } from '../passkeys/passkeys.service';
import type { SessionUser } from '../session/session.store';
import { SignIn } from '../entrance/sign-in.service';
import { addressOf, digitsOf, momentOf, newPhoneSecret, newRecoveryCode, recoveryCodes, recoveryHash } from './codes';
import { secondStepEnv } from './second-step.env';
import { type Step, stepAfterPassword } from './second-step.rules';

/** Tries at the codes of one account, counted over all processes: only whoever knows the password gets to try. A guess is right three times in a million. */
const atAccount: Allowance = { points: 6, seconds: 15 * 60 };
const inADay: Allowance = { points: 40, seconds: 24 * 3600 };

/** Between the password and the code, and between the secret and its first code. */
export const patienceMs = 10 * 60_000;

type Refused = { refused: 'wrong' } | { refused: 'late' } | { refused: 'too_many'; retryAfterSeconds: number };

/** A second step of signing in: a code of six digits that a phone makes from a secret and the time (TOTP, RFC 6238), or one of ten recovery codes. */
@Injectable()
export class SecondSteps {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    private readonly citizens: Citizens,
    private readonly passkeys: Passkeys,
    private readonly signIn: SignIn,
    private readonly letters: Letters,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** What is still asked of whoever gave the right password; null where nothing is. */
  async stepOf({ id }: SessionUser): Promise<Step | null> {
    const account = await this.accounts.findById(id).lean<Account>().exec();
    return account && stepAfterPassword(account, secondStepEnv.SECOND_STEP);
  }

  /** Takes the code of whoever owes one. Of two who send the same one at once, one comes in. */
  async pass(req: FastifyRequest, typed: string): Promise<SessionUser | Refused> {
    const { owing } = req.session;
    const isLate = !owing || this.clock.now().getTime() - owing.at > patienceMs;
    // A password that was changed meanwhile began another epoch.
    const account = isLate ? null : await this.accounts.findOne({ _id: owing.id, epoch: owing.epoch, leftAt: null }).lean<Account>().exec();
    if (!account) return { refused: 'late' };
    const tooMany = (await this.signIn.tooManyFrom(req.ip)) ?? (await this.tooManyAt(account._id));
    if (tooMany) return { refused: 'too_many', ...tooMany };
    if (!(await this.takes(account, typed))) return { refused: 'wrong' };
    await this.signIn.giveBack(req.ip);
    return { id: account._id, epoch: account.epoch };
  }

  /** The secret waits in the session of who asked: who asks again, in another tab, reads the same. */
  async ask({ id }: Citizen, proof: ProofInput, req: FastifyRequest): Promise<AskSecondStepResult> {
    const account = await this.passkeys.owner(id, proof);
    if ('__typename' in account) return account;
    if (account.secondStep) return refuse('on');
    if (!account.password) return refuse('no_password');
    const secret = this.waiting(req, id) ?? newPhoneSecret();
    req.session.settingUp = { secret: wrapped(Buffer.from(secret), 'second-step'), citizenId: id, at: this.clock.now().getTime() };
    await req.session.save();
    return { __typename: 'SecondStepAsked', secret, address: addressOf(secret, account.email ?? account.name) };
  }

  async confirm({ id }: Citizen, typed: string, req: FastifyRequest): Promise<ConfirmSecondStepResult> {
    const secret = this.waiting(req, id);
    if (!secret) return refuse('late');
    const tooMany = await this.tooManyAt(id);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    const now = this.clock.now();
    const digits = digitsOf(typed);
    const lastMoment = digits === null ? null : momentOf(secret, digits, now);
    if (lastMoment === null) return refuse('code');
    const { codes, hashes } = newCodes(id);
    const secondStep = { secret: wrapped(Buffer.from(secret), 'second-step'), since: now, lastMoment, codes: hashes };
    const account = await this.accounts.findOneAndUpdate({ _id: id, leftAt: null, password: { $ne: null }, secondStep: { $exists: false } }, { $set: { secondStep } }).lean<Account>().exec();
    if (!account) return refuse('on');
    await this.forgive(id);
    delete req.session.settingUp;
    await req.session.save();
    await this.changed(account, 'second_step_on');
    return { __typename: 'SecondStepOn', codes };
  }

  async end({ id }: Citizen, shown: MutationEndSecondStepArgs): Promise<EndSecondStepResult> {
    const owner = await this.ownerBy(id, shown);
    // A second press, or another tab, has done it.
    if (owner === null) return { __typename: 'SecondStepOff', done: true };
    if ('__typename' in owner) return owner;
    await this.accounts.updateOne({ _id: id, 'secondStep.since': owner.since }, { $unset: { secondStep: 1 } }).exec();
    await this.changed(owner.account, 'second_step_off');
    return { __typename: 'SecondStepOff', done: true };
  }

  /** Ten new codes in place of all that there were. */
  async renewCodes({ id }: Citizen, shown: MutationEndSecondStepArgs): Promise<RenewRecoveryCodesResult> {
    const owner = await this.ownerBy(id, shown);
    if (owner === null) return refuse('off');
    if ('__typename' in owner) return owner;
    const { codes, hashes } = newCodes(id);
    const { matchedCount } = await this.accounts.updateOne({ _id: id, 'secondStep.since': owner.since }, { $set: { 'secondStep.codes': hashes } }).exec();
    if (matchedCount === 0) return refuse('off');
    await this.changed(owner.account, 'recovery_codes_renewed');
    return { __typename: 'RecoveryCodesRenewed', codes };
  }

  /** The account of whoever gives a proof and then a code that fits, with the beginning of its second step; null where it has none. */
  private async ownerBy(id: string, { proof, code }: MutationEndSecondStepArgs): Promise<{ account: Account; since: Date } | NotAllowed | TooMany | null> {
    const account = await this.passkeys.owner(id, proof);
    if ('__typename' in account) return account;
    if (!account.secondStep) return null;
    const tooMany = await this.tooManyAt(id);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    return (await this.takes(account, code)) ? { account, since: account.secondStep.since } : refuse('code');
  }

  /** Uses a code up, of the phone or of recovery; false where it does not fit or was used. The write decides, so of two at once one is true. */
  private async takes({ _id, secondStep, ...account }: Account, typed: string): Promise<boolean> {
    if (!secondStep) return false;
    const digits = digitsOf(typed);
    const isTaken = digits ? await this.takesDigits(_id, secondStep, digits) : await this.takesRecovery(_id, typed);
    if (!isTaken) {
      log.info({ citizenId: _id }, 'a code of the second step did not fit');
      return false;
    }
    if (!digits) await this.letters.tellOwner(account, 'recovery_code_used');
    await this.forgive(_id);
    return true;
  }

  private async takesDigits(_id: string, { secret, since }: KeptSecondStep, digits: string): Promise<boolean> {
    const known = opened(secret, _id);
    const moment = known === null ? null : momentOf(known, digits, this.clock.now());
    if (moment === null) return false;
    const { matchedCount } = await this.accounts.updateOne({ _id, 'secondStep.since': since, 'secondStep.lastMoment': { $lt: moment } }, { $set: { 'secondStep.lastMoment': moment } }).exec();
    return matchedCount > 0;
  }

  private async takesRecovery(_id: string, typed: string): Promise<boolean> {
    const hash = recoveryHash(_id, typed);
    const { matchedCount } = await this.accounts.updateOne({ _id, 'secondStep.codes': hash }, { $pull: { 'secondStep.codes': hash } }).exec();
    return matchedCount > 0;
  }

  private async tooManyAt(citizenId: string) {
    return (await this.limits.take('second-step-at', citizenId, atAccount)) ?? (await this.limits.take('second-step-day', citizenId, inADay));
  }

  /** Whoever had the right code may have mistyped before. */
  private async forgive(citizenId: string): Promise<void> {
    await Promise.all([this.limits.forget('second-step-at', citizenId), this.limits.forget('second-step-day', citizenId)]);
  }

  private waiting({ session: { settingUp } }: FastifyRequest, citizenId: string): string | null {
    if (settingUp?.citizenId !== citizenId || this.clock.now().getTime() - settingUp.at > patienceMs) return null;
    return opened(settingUp.secret, citizenId);
  }

  private async changed(account: Account, letter: 'second_step_on' | 'second_step_off' | 'recovery_codes_renewed'): Promise<void> {
    this.citizens.forget(account._id);
    log.info({ citizenId: account._id, letter }, 'a second step of signing in was changed');
    await this.letters.tellOwner(account, letter);
  }
}

/** Ten codes, and what is kept of them. */
function newCodes(citizenId: string): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
  return { codes, hashes: codes.map((code) => recoveryHash(citizenId, code)) };
}

/** Null where it was wrapped with another secret of the city: then no code fits, and an administrator takes the second step away. */
function opened(secret: string, citizenId: string): string | null {
  try {
    return unwrapped(secret, 'second-step').toString();
  } catch {
    log.error({ citizenId }, 'the secret of a second step was wrapped with another CITY_SECRET');
    return null;
  }
}

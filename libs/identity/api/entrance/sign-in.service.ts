import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { type Allowance, Events, Limits, log } from '@isegoria/kernel/api';
import { Account, citizenOf, emailOf } from '../account/account.schema';
import { Citizens } from '../people/citizens.service';
import { Passwords } from '../account/passwords.service';
import { SessionStore, type SessionUser } from '../session/session.store';

/** Tries at one account, from wherever; and from one address, at whichever account. Counted over all processes. */
const atAccount: Allowance = { points: 8, seconds: 15 * 60 };
const fromAddress: Allowance = { points: 40, seconds: 15 * 60 };

/** What comes of a try to sign in. */
export type Attempt = { citizen: Citizen; epoch: number } | { refused: 'wrong' } | { refused: 'too_many'; retryAfterSeconds: number };

/** Who may come in. */
@Injectable()
export class SignIn {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    private readonly citizens: Citizens,
    private readonly passwords: Passwords,
    private readonly sessions: SessionStore,
    private readonly limits: Limits,
    private readonly events: Events,
  ) {}

  /** Tries a password. A wrong address and a wrong password are the same answer, in the same time. */
  async attempt(email: string, password: string, address: string): Promise<Attempt> {
    const tooMany = (await this.tooManyFrom(address)) ?? (await this.limits.take('sign-in-at', keyOf(email), atAccount));
    if (tooMany) return { refused: 'too_many', ...tooMany };
    const account = await this.accounts.findOne({ email: emailOf(email) }).lean<Account>().exec();
    if (!(await this.passwords.fits(account?.password ?? null, password.slice(0, 1000))) || !account) {
      log.info({ account: account?._id ?? 'unknown' }, 'a password did not fit');
      return { refused: 'wrong' };
    }
    await this.welcomeBack(email);
    await this.giveBack(address);
    return { citizen: citizenOf(account), epoch: account.epoch };
  }

  /** Takes one try from this address, at whichever door. */
  tooManyFrom(address: string) {
    return this.limits.take('sign-in-from', address, fromAddress);
  }

  /** Whoever came in gets their try back: a library's readers share one address. */
  async giveBack(address: string): Promise<void> {
    await this.limits.take('sign-in-from', address, fromAddress, -1);
  }

  /** Who showed that the account is theirs may try again at once. */
  async welcomeBack(email: string): Promise<void> {
    await this.limits.forget('sign-in-at', keyOf(email));
  }

  /** Asks for the password once more before an act that matters; the same limit as at the door. */
  async isTheirs(citizenId: string, password: string): Promise<true | { refused: 'wrong' } | { refused: 'too_many'; retryAfterSeconds: number }> {
    const tooMany = await this.limits.take('password-again', citizenId, atAccount);
    if (tooMany) return { refused: 'too_many', ...tooMany };
    const account = await this.accounts.findById(citizenId).lean<Account>().exec();
    return (await this.passwords.fits(account?.password ?? null, password.slice(0, 1000))) ? true : { refused: 'wrong' };
  }

  /** Ends every session of a person, here, in the other processes and on sockets. What was signed in with the old epoch is nobody's; answers who they are from now on. */
  async endSessions(citizenId: string): Promise<SessionUser> {
    const account = await this.accounts.findOneAndUpdate({ _id: citizenId }, { $inc: { epoch: 1 } }, { returnDocument: 'after' }).lean<Account>().exec();
    this.citizens.forget(citizenId);
    await this.sessions.endAll(citizenId);
    await this.events.publish('citizen.sessionsEnded', { citizenId });
    return { id: citizenId, epoch: account?.epoch ?? 0 };
  }
}

/** Addresses do not stand in Redis as they are. */
const keyOf = (email: string): string => createHash('sha256').update(emailOf(email)).digest('base64url');

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { FastifyRequest } from 'fastify';
import type { Model } from 'mongoose';
import { type ChangeEmailResult, type Citizen, type ConfirmNewEmailResult, emailForm, type MutationChangeEmailArgs } from '@isegoria/identity/contracts';
import { Clock, Events, isThere, Jobs } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Account, emailOf } from './account.schema';
import { beginSession } from '../session/begin-session';
import { Citizens, findableBy } from '../people/citizens.service';
import { Letters } from './letters.service';
import { goneFor, refusalOf } from '../refusals';
import { SignIn } from '../entrance/sign-in.service';
import { Tokens } from './tokens.service';

/** Who wants to move to which address. */
interface Move {
  citizenId: string;
  email: string;
}

const same = { field: 'email', code: 'same', limit: null };
const noSuchLink = { __typename: 'NotFound' as const, reason: 'link' };

/**
 * An account moves to another address when whoever reads mail there says so, and not before. Its owner is told at the old one
 * while it can still be stopped (a new password ends the link), and when it is done. Whether somebody has an account with the new
 * address is told by no answer, by no time that an answer takes, and not at the old address either.
 */
@Injectable()
export class Addresses implements OnModuleInit {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    private readonly citizens: Citizens,
    private readonly tokens: Tokens,
    private readonly letters: Letters,
    private readonly signIn: SignIn,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.define<Move>('identity.move', (move) => this.write(move));
  }

  async ask({ id }: Citizen, { email: wanted, password }: MutationChangeEmailArgs, visitor: string): Promise<ChangeEmailResult> {
    const email = emailOf(wanted);
    const problems = problemsOf(emailForm, { email });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const account = await this.accounts.findById(id).lean<Account>().exec();
    if (!account) return goneFor('email');
    // Whoever signs in elsewhere has no password to be asked for.
    const theirs = account.password === null ? true : await this.signIn.isTheirs(id, password);
    if (theirs !== true) return refusalOf(theirs);
    if (account.email === email) return { __typename: 'Invalid', problems: [same] };
    return (await this.move(id, email, visitor)) ?? { __typename: 'LetterSent', email };
  }

  /** Sends the letter that asks for a press; or says that there were too many. */
  async move(citizenId: string, email: string, visitor: string) {
    const refused = await this.letters.tooMany(email, visitor);
    if (!refused) await this.jobs.add('identity.move', { citizenId, email });
    return refused;
  }

  /** Ends every session but the one that pressed, if it is theirs: that one goes on under a new id. */
  async confirm(secret: string, viewer: Citizen | null, req: FastifyRequest): Promise<ConfirmNewEmailResult> {
    const move = await this.tokens.consume('move', secret);
    const before = move && (await this.accounts.findOne({ _id: move.citizenId, leftAt: null }).lean<Account>().exec());
    if (!move || !before) return noSuchLink;
    const { _id: id, name, confirmedAt } = before;
    const { email } = move;
    const at = this.clock.now();
    try {
      await this.accounts.updateOne({ _id: id, leftAt: null }, { $set: { email, confirmedAt: confirmedAt ?? at, findable: findableBy(name, email) } }).exec();
    } catch (error) {
      // Somebody made an account with the address since the letter went out.
      if (isThere(error)) return noSuchLink;
      throw error;
    }
    await this.tokens.endAll(id);
    const user = await this.signIn.endSessions(id);
    this.citizens.forget(id);
    if (viewer?.id === id) await beginSession(req, user);
    if (confirmedAt === null) await this.events.publish('citizen.confirmed', { citizenId: id, at });
    await this.tellAtOld(before, 'email_changed', '/contact');
    return { __typename: 'EmailChanged', email };
  }

  private async write({ citizenId, email }: Move): Promise<void> {
    const account = await this.accounts.findOne({ _id: citizenId, leftAt: null }).lean<Account>().exec();
    if (!account) return;
    const known = await this.accounts.findOne({ email }).lean<Account>().exec();
    if (known?._id === citizenId) return;
    if (known) await this.letters.send('email_taken', { email, name: known.name, locale: known.locale }, '/forgot');
    else {
      const secret = await this.tokens.issue('move', { citizenId, email });
      await this.letters.send('email_new', { email, name: account.name, locale: account.locale }, `/confirm-address?token=${secret}`);
    }
    await this.tellAtOld(account, 'email_asked', '/forgot');
  }

  /** An address that was never confirmed may be somebody else's. */
  private async tellAtOld({ email, name, locale, confirmedAt }: Account, letter: 'email_asked' | 'email_changed', path: string): Promise<void> {
    if (email && confirmedAt) await this.letters.send(letter, { email, name, locale }, path);
  }
}

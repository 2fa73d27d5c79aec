import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { FastifyRequest } from 'fastify';
import type { Model } from 'mongoose';
import {
  type ChangePasswordResult, type Citizen, type ConfirmEmailResult, type DeleteAccountResult, demographicsForm, emailForm, isObvious, type Me, type MutationChangePasswordArgs, type MutationUpdateDemographicsArgs, passwordForm, profileForm, type ProfileInput,
  type RequestPasswordResetResult, type ResendConfirmationResult, type ResetPasswordResult, safePath, signUpForm, type SignUpInput, type SignUpResult, type UpdateProfileResult,
} from '@isegoria/identity/contracts';
import { Clock, Events, Homes, Jobs, newId, plain } from '@isegoria/kernel/api';
import { localeOf, problemsOf } from '@isegoria/kernel/contracts';
import { Account, citizenOf, emailOf } from './account.schema';
import { beginSession } from '../session/begin-session';
import { Citizens, findableBy } from '../people/citizens.service';
import { Leavers } from './leavers';
import { type Joining, Letters } from './letters.service';
import { shownPasskey } from '../passkeys/passkeys.service';
import { Passwords } from './passwords.service';
import { goneFor, refusalOf } from '../refusals';
import { secondStepEnv } from '../second-step/second-step.env';
import { dutyWaits } from '../second-step/second-step.rules';
import type { SessionUser } from '../session/session.store';
import { SignIn } from '../entrance/sign-in.service';
import { Tokens } from './tokens.service';

/** A person and their own account. */
@Injectable()
export class Accounts {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    private readonly citizens: Citizens,
    private readonly passwords: Passwords,
    private readonly tokens: Tokens,
    private readonly letters: Letters,
    private readonly signIn: SignIn,
    private readonly leavers: Leavers,
    private readonly homes: Homes,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async me(citizen: Citizen | null): Promise<Me | null> {
    const account = citizen && (await this.accounts.findById(citizen.id).lean<Account>().exec());
    return account ? { __typename: 'Me', ...meOf(account) } : null;
  }

  /** The answer is the same for an address that is known; what differs is the letter. */
  async signUp(input: SignUpInput, address: string): Promise<SignUpResult> {
    const wanted = { ...input, name: plain(input.name), email: emailOf(input.email) };
    const problems = problemsOf(signUpForm, wanted);
    if (problems.length === 0 && isObvious(wanted.password, wanted)) return { __typename: 'Invalid', problems: [{ field: 'password', code: 'obvious' }] };
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    if (!(await this.homes.has(wanted.districtId))) return { __typename: 'Invalid', problems: [nowhere] };
    const refused = await this.letters.tooMany(wanted.email, address);
    if (refused) return refused;
    const { name, email, districtId = null, next = null } = wanted;
    const joining: Joining = {
      id: newId(), name, email, districtId, locale: localeOf(wanted.locale), next: next && safePath(next),
      password: await this.passwords.hash(wanted.password), agreedAt: this.clock.now(), wantsNewsletter: input.wantsNewsletter ?? false,
    };
    await this.jobs.add('identity.join', joining);
    return { __typename: 'LetterSent', email };
  }

  async confirm(secret: string): Promise<ConfirmEmailResult> {
    const token = await this.tokens.consume('confirm', secret);
    if (!token) return { __typename: 'NotFound', reason: 'link' };
    const at = this.clock.now();
    await this.accounts.updateOne({ _id: token.citizenId, email: token.email, confirmedAt: null }, { $set: { confirmedAt: at } }).exec();
    this.citizens.forget(token.citizenId);
    await this.events.publish('citizen.confirmed', { citizenId: token.citizenId, at });
    return { __typename: 'AddressConfirmed', next: token.next };
  }

  async resendConfirmation({ id, confirmed }: Citizen, address: string): Promise<ResendConfirmationResult> {
    const account = await this.accounts.findById(id).lean<Account>().exec();
    if (confirmed || !account?.email) return { __typename: 'NotAllowed', reason: 'confirmed' };
    const refused = await this.letters.tooMany(account.email, address);
    if (refused) return refused;
    await this.letters.askToConfirm(account);
    return { __typename: 'LetterSent', email: account.email };
  }

  async requestReset(wanted: string, address: string): Promise<RequestPasswordResetResult> {
    const email = emailOf(wanted);
    const problems = problemsOf(emailForm, { email });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const refused = await this.letters.tooMany(email, address);
    if (refused) return refused;
    await this.jobs.add('identity.reset', { email });
    return { __typename: 'LetterSent', email };
  }

  /** Whoever holds the link has shown that the address is theirs, so it is confirmed too. */
  async reset(secret: string, password: string): Promise<ResetPasswordResult> {
    const pending = await this.tokens.peek('reset', secret);
    const account = pending && (await this.accounts.findOne({ _id: pending.citizenId, email: pending.email }).lean<Account>().exec());
    if (!account) return { __typename: 'NotFound', reason: 'link' };
    const problems = passwordProblems(password, account);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const hashed = await this.passwords.hash(password);
    if (!(await this.tokens.consume('reset', secret))) return { __typename: 'NotFound', reason: 'link' };
    const confirmedAt = account.confirmedAt ?? this.clock.now();
    await this.setPassword(account, hashed, { confirmedAt });
    return { __typename: 'PasswordChanged', done: true };
  }

  /** Ends every other session; the one that asked goes on, under a new id. */
  async changePassword({ id }: Citizen, { current, password }: MutationChangePasswordArgs, req: FastifyRequest): Promise<ChangePasswordResult> {
    const theirs = await this.signIn.isTheirs(id, current);
    if (theirs !== true) return refusalOf(theirs);
    const account = await this.accounts.findById(id).lean<Account>().exec();
    if (!account) return goneFor('password');
    const problems = passwordProblems(password, account);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    await beginSession(req, await this.setPassword(account, await this.passwords.hash(password), {}));
    return { __typename: 'PasswordChanged', done: true };
  }

  async updateProfile({ id }: Citizen, input: ProfileInput): Promise<UpdateProfileResult> {
    const wanted = { ...input, name: plain(input.name) };
    const problems = problemsOf(profileForm, wanted);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const before = await this.accounts.findById(id).lean<Account>().exec();
    // Whoever lives in a district that the city has given up stays at home there.
    const isHome = (wanted.districtId ?? null) === (before?.districtId ?? null) || (await this.homes.has(wanted.districtId));
    if (!isHome) return { __typename: 'Invalid', problems: [nowhere] };
    const change = { name: wanted.name, districtId: wanted.districtId ?? null, locale: localeOf(wanted.locale), findable: findableBy(wanted.name, before?.email ?? null) };
    const account = await this.accounts.findOneAndUpdate({ _id: id, leftAt: null }, { $set: change }, { returnDocument: 'after' }).lean<Account>().exec();
    this.citizens.forget(id);
    return account ? { __typename: 'Me', ...meOf(account) } : goneFor('name');
  }

  /** For statistics alone. What a register said is not the person's to change. */
  async updateDemographics({ id }: Citizen, { birthYear = null, gender = null }: MutationUpdateDemographicsArgs): Promise<UpdateProfileResult> {
    const problems = problemsOf(demographicsForm, { birthYear, gender });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    // An account of old has a year that only a register can have said, and no word of who said it.
    await this.accounts.updateOne({ _id: id, leftAt: null, $or: [{ birthYearBy: 'self' }, { birthYear: null }] }, { $set: { birthYear, birthYearBy: birthYear && 'self' } }).exec();
    await this.accounts.updateOne({ _id: id, leftAt: null, genderBy: { $ne: 'verified' } }, { $set: { gender, genderBy: gender && 'self' } }).exec();
    const account = await this.accounts.findOne({ _id: id, leftAt: null }).lean<Account>().exec();
    this.citizens.forget(id);
    return account ? { __typename: 'Me', ...meOf(account) } : goneFor('birthYear');
  }

  /** The person goes; what they said in public stays, by nobody. */
  async leave({ id, personId }: Citizen, password: string): Promise<DeleteAccountResult> {
    const account = await this.accounts.findById(id).lean<Account>().exec();
    const theirs = account?.password ? await this.signIn.isTheirs(id, password) : true;
    if (theirs !== true) return refusalOf(theirs);
    if (!(await this.laysDownAdministration(id))) return { __typename: 'NotAllowed', reason: 'last_administrator' };
    const at = await this.leavers.empty({ id, personId });
    await this.tokens.endAll(id);
    await this.signIn.endSessions(id);
    await this.leavers.tell({ id, personId }, at);
    if (account?.email) await this.letters.send('left', { email: account.email, name: account.name, locale: account.locale }, '/');
    return { __typename: 'AccountDeleted', done: true };
  }

  /** Who leaves gives up the role first, and the others are counted after: of two administrators who leave at once, none goes unseen by the other. False for the last one, who keeps it. */
  private async laysDownAdministration(id: string): Promise<boolean> {
    const had = await this.accounts.findOneAndUpdate({ _id: id, leftAt: null, roles: 'administrator' }, { $pull: { roles: 'administrator' } }).lean<Account>().exec();
    if (!had || (await this.accounts.exists({ roles: 'administrator' }).exec()) !== null) return true;
    await this.accounts.updateOne({ _id: id }, { $addToSet: { roles: 'administrator' } }).exec();
    return false;
  }

  private async setPassword(account: Account, password: string, more: Partial<Account>): Promise<SessionUser> {
    await this.accounts.updateOne({ _id: account._id }, { $set: { password, ...more } }).exec();
    const user = await this.signIn.endSessions(account._id);
    await this.tokens.endAll(account._id);
    if (!account.email) return user;
    await this.signIn.welcomeBack(account.email);
    await this.letters.send('password_changed', { email: account.email, name: account.name, locale: account.locale }, '/forgot');
    return user;
  }
}

/** A district that the city has not: whoever made one up would be alone in it wherever people are told by where they live. */
const nowhere = { field: 'districtId', code: 'invalid' };

function passwordProblems(password: string, account: Account | null) {
  const problems = problemsOf(passwordForm, { password });
  if (problems.length > 0) return problems;
  return isObvious(password, { name: account?.name ?? '', email: account?.email ?? '' }) ? [{ field: 'password', code: 'obvious' }] : [];
}

function meOf(account: Account): Omit<Me, '__typename'> {
  const { personId: _, waitingRoles: __, ...citizen } = citizenOf(account);
  const { email, roles, password, passkeys = [], secondStep } = account;
  return {
    ...citizen, email, roles, hasPassword: password !== null, passkeys: passkeys.map(shownPasskey),
    secondStep: secondStep ? { since: secondStep.since, codesLeft: secondStep.codes.length } : null, needsSecondStep: dutyWaits(account, secondStepEnv.SECOND_STEP),
  };
}

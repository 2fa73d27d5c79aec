import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { FastifyRequest } from 'fastify';
import type { Model } from 'mongoose';
import { type JoinInput, joinForm, type JoinResult, type Newcomer } from '@isegoria/identity/contracts';
import { Clock, Events, Homes, isThere, log, newId, plain } from '@isegoria/kernel/api';
import { localeOf, problemsOf } from '@isegoria/kernel/contracts';
import { Account, emailOf } from '../account/account.schema';
import { Addresses } from '../account/addresses.service';
import { beginSession } from '../session/begin-session';
import { Citizens } from '../people/citizens.service';
import { People } from '../people/people.service';
import type { SessionUser, Vouched } from '../session/session.store';
import { Strategies } from './strategies';

/** For how long a session remembers who came from another site without an account. */
const rememberedMs = 30 * 60_000;

const late: JoinResult = { __typename: 'NotAllowed', reason: 'late' };

/**
 * People whom another site vouches for. Who has an account is let in; who has none is asked first what an account needs, so that nobody has one who only
 * looked. One person, one account: the store refuses a second (`personId` is unique, and so is what another site knows them by).
 */
@Injectable()
export class Newcomers {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    private readonly citizens: Citizens,
    private readonly addresses: Addresses,
    private readonly people: People,
    private readonly strategies: Strategies,
    private readonly homes: Homes,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The account of a person; null where they have none (any more). What the register says of the year of birth is taken over, and what a directory says of roles is done. */
  async known(vouched: Vouched): Promise<SessionUser | null> {
    const { birthYear, link, roles } = vouched;
    const verified = birthYear === null ? {} : { birthYear, birthYearBy: 'verified' as const };
    const account = await this.accounts.findOneAndUpdate({ ...whose(vouched), leftAt: null }, { $set: { leftAt: null, ...verified } }, { returnDocument: 'after' }).lean<Account>().exec();
    if (!account) return null;
    this.citizens.forget(account._id);
    if (link && roles) await this.people.follow(account._id, link, roles);
    return { id: account._id, epoch: account.epoch };
  }

  /** Remembers them in a session of its own id. Whoever was signed in here before is not any more. */
  async receive(req: FastifyRequest, vouched: Vouched, way: string): Promise<void> {
    await req.session.regenerate();
    req.session.newcomer = { ...vouched, way, at: this.clock.now().getTime() };
    await req.session.save();
  }

  /** That an address has an account is told only to whom the other site says that it is theirs. */
  async shown(req: FastifyRequest): Promise<Newcomer | null> {
    const newcomer = this.remembered(req);
    const way = newcomer && this.strategies.labelOf(newcomer.way);
    if (!way) return null;
    const { name, personId, email = null } = newcomer;
    const hasAccount = email !== null && (await this.accounts.exists({ email: emailOf(email) })) !== null;
    return { name, way, email, hasAccount, isPerson: personId !== null };
  }

  async join(req: FastifyRequest, input: JoinInput): Promise<JoinResult> {
    const newcomer = this.remembered(req);
    if (!newcomer) return late;
    const wanted = { ...input, name: plain(input.name), email: emailOf(input.email) };
    const problems = problemsOf(joinForm, wanted);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    if (!(await this.homes.has(wanted.districtId))) return { __typename: 'Invalid', problems: [{ field: 'districtId', code: 'invalid' }] };
    const { birthYear, way, hint, link, roles, isConfirmed = true } = newcomer;
    const id = newId();
    const agreedAt = this.clock.now();
    const found = newcomer.personId ? { personId: newcomer.personId } : { ways: [{ key: link ?? '', name: way, since: agreedAt, gave: [] }] };
    try {
      await this.citizens.create({ id, ...found, name: wanted.name, districtId: wanted.districtId ?? null, birthYear, locale: localeOf(wanted.locale), confirmed: isConfirmed, agreedAt });
    } catch (error) {
      if (!isThere(error)) throw error;
      // The same press twice, or another tab: the account that is there is theirs.
      const user = await this.known(newcomer);
      if (!user) throw error;
      await beginSession(req, user, { way, hint });
      return { __typename: 'Joined', citizenId: user.id, letterSent: false };
    }
    log.info({ citizenId: id, way }, 'a person whom another site vouches for has joined');
    if (link && roles) await this.people.follow(id, link, roles);
    await beginSession(req, { id, epoch: 0 }, { way, hint });
    const at = this.clock.now();
    await this.events.publish('citizen.signedUp', { citizenId: id, wantsNewsletter: input.wantsNewsletter ?? false, at });
    if (isConfirmed) await this.events.publish('citizen.confirmed', { citizenId: id, at });
    const letterSent = wanted.email !== '' && (await this.addresses.move(id, wanted.email, req.ip)) === null;
    return { __typename: 'Joined', citizenId: id, letterSent };
  }

  private remembered({ session }: FastifyRequest) {
    const { newcomer } = session;
    return newcomer && this.clock.now().getTime() - newcomer.at < rememberedMs ? newcomer : null;
  }
}

/** What an account is found by. */
function whose({ personId, link }: Vouched): { personId: string } | { 'ways.key': string } {
  if (personId) return { personId };
  if (link) return { 'ways.key': link };
  throw new Error('A site that vouches for no person names nobody.');
}

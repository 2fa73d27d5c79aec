import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { FastifyRequest } from 'fastify';
import type { Model } from 'mongoose';
import { type JoinInput, joinForm, type JoinResult, type Newcomer } from '@isegoria/identity/contracts';
import { Clock, Events, Homes, isThere, log, newId, plain } from '@isegoria/kernel/api';
import { localeOf, problemsOf } from '@isegoria/kernel/contracts';
import { Account, emailOf } from './account.schema';
import { Addresses } from './addresses.service';
import { beginSession } from './begin-session';
import { Citizens } from './citizens.service';
import type { SessionUser, Vouched } from './session.store';
import { Strategies } from './strategies';

/** For how long a session remembers who came from another site without an account. */
const rememberedMs = 30 * 60_000;

const late: JoinResult = { __typename: 'NotAllowed', reason: 'late' };

/**
 * People whom another site vouches for. Who has an account is let in; who has none is asked first what an account needs, so that nobody has one who only
 * looked. One person, one account: the store refuses a second (`personId` is unique).
 */
@Injectable()
export class Newcomers {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    private readonly citizens: Citizens,
    private readonly addresses: Addresses,
    private readonly strategies: Strategies,
    private readonly homes: Homes,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The account of a person; null where they have none (any more). What the register says of the year of birth is taken over. */
  async known({ personId, birthYear }: Vouched): Promise<SessionUser | null> {
    const verified = birthYear === null ? {} : { birthYear, birthYearBy: 'verified' as const };
    const account = await this.accounts.findOneAndUpdate({ personId, leftAt: null }, { $set: { personId, ...verified } }, { returnDocument: 'after' }).lean<Account>().exec();
    if (account) this.citizens.forget(account._id);
    return account && { id: account._id, epoch: account.epoch };
  }

  /** Remembers them in a session of its own id. Whoever was signed in here before is not any more. */
  async receive(req: FastifyRequest, vouched: Vouched, way: string): Promise<void> {
    await req.session.regenerate();
    req.session.newcomer = { ...vouched, way, at: this.clock.now().getTime() };
    await req.session.save();
  }

  shown(req: FastifyRequest): Newcomer | null {
    const newcomer = this.remembered(req);
    const way = newcomer && this.strategies.labelOf(newcomer.way);
    return way ? { name: newcomer.name, way } : null;
  }

  async join(req: FastifyRequest, input: JoinInput): Promise<JoinResult> {
    const newcomer = this.remembered(req);
    if (!newcomer) return late;
    const wanted = { ...input, name: plain(input.name), email: emailOf(input.email) };
    const problems = problemsOf(joinForm, wanted);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    if (!(await this.homes.has(wanted.districtId))) return { __typename: 'Invalid', problems: [{ field: 'districtId', code: 'invalid' }] };
    const { personId, birthYear, way } = newcomer;
    const id = newId();
    try {
      await this.citizens.create({ id, personId, name: wanted.name, districtId: wanted.districtId ?? null, birthYear, locale: localeOf(wanted.locale), agreedAt: this.clock.now() });
    } catch (error) {
      if (!isThere(error)) throw error;
      // The same press twice, or another tab: the account that is there is theirs.
      const user = await this.known(newcomer);
      if (!user) throw error;
      await beginSession(req, user, way);
      return { __typename: 'Joined', citizenId: user.id, letterSent: false };
    }
    log.info({ citizenId: id, way }, 'a person whom another site vouches for has joined');
    await beginSession(req, { id, epoch: 0 }, way);
    const at = this.clock.now();
    await this.events.publish('citizen.signedUp', { citizenId: id, at });
    await this.events.publish('citizen.confirmed', { citizenId: id, at });
    const letterSent = wanted.email !== '' && (await this.addresses.move(id, wanted.email, req.ip)) === null;
    return { __typename: 'Joined', citizenId: id, letterSent };
  }

  private remembered({ session }: FastifyRequest) {
    const { newcomer } = session;
    return newcomer && this.clock.now().getTime() - newcomer.at < rememberedMs ? newcomer : null;
  }
}

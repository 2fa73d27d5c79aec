import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { FastifyRequest } from 'fastify';
import type { Model } from 'mongoose';
import { type Citizen, type connectOutcomes, type ConnectWayResult, type DisconnectWayResult, isVerified, type MutationConnectWayArgs, type OwnWay } from '@isegoria/identity/contracts';
import { Clock, isThere, log, refuse } from '@isegoria/kernel/api';
import { Account, type ConnectedWay } from '../account/account.schema';
import { People } from '../people/people.service';
import { refusalOf } from '../refusals';
import type { Vouched } from '../session/session.store';
import { SignIn } from './sign-in.service';
import { Strategies } from './strategies';

/** For how long the password opens the way to another site. */
const openMs = 10 * 60_000;

const notFound = { __typename: 'NotFound' as const, reason: 'way' };

/** The other sites that lead into an account: connected by the person, who shows first that the account is theirs, and never because an address is the same. */
@Injectable()
export class Ways {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    private readonly people: People,
    private readonly signIn: SignIn,
    private readonly strategies: Strategies,
    private readonly clock: Clock,
  ) {}

  async of({ id }: Citizen): Promise<OwnWay[]> {
    const known = this.strategies.connected();
    const ways = (await this.accounts.findById(id).lean<Account>().exec())?.ways ?? [];
    // A way that the city has given up may still be taken off.
    const own = ways.map(({ name, since }) => ({ ...(known.find((way) => way.name === name) ?? { name, label: { el: name, en: name }, forStaff: false }), since }));
    return [...own, ...known.filter(({ name }) => !ways.some((way) => way.name === name)).map((way) => ({ ...way, since: null }))];
  }

  /** Opens the way: whoever comes back by it in this session is this account's person. */
  async open({ id }: Citizen, { name, password }: MutationConnectWayArgs, req: FastifyRequest): Promise<ConnectWayResult> {
    if (!this.strategies.connected().some((way) => way.name === name)) return notFound;
    const account = await this.accounts.findOne({ _id: id, leftAt: null }).lean<Account>().exec();
    if (account?.ways?.some((way) => way.name === name)) return refuse('connected');
    const theirs = await this.isTheirs(account, password);
    if (theirs !== true) return refusalOf(theirs);
    req.session.connecting = { way: name, citizenId: id, at: this.clock.now().getTime() };
    await req.session.save();
    return { __typename: 'WayOpened', path: `/auth/${name}?next=/account&connect=1` };
  }

  /** Whose account waits for this way to come back, once; null where nobody's does. */
  async awaited(req: FastifyRequest, way: string, citizen: Citizen | null): Promise<Citizen | null> {
    const { connecting } = req.session;
    if (!connecting) return null;
    delete req.session.connecting;
    await req.session.save();
    const isOpen = connecting.way === way && this.clock.now().getTime() - connecting.at < openMs;
    return isOpen && citizen?.id === connecting.citizenId ? citizen : null;
  }

  /** One write: the store refuses what leads into another account already. */
  async connect({ id }: Citizen, way: string, { link, roles }: Vouched): Promise<(typeof connectOutcomes)[number]> {
    if (!link) return 'other';
    const connected: ConnectedWay = { key: link, name: way, since: this.clock.now(), gave: [] };
    try {
      const { matchedCount } = await this.accounts.updateOne({ _id: id, leftAt: null, 'ways.name': { $ne: way } }, { $push: { ways: connected } }).exec();
      const stands = matchedCount > 0 || (await this.accounts.exists({ _id: id, leftAt: null, 'ways.key': link })) !== null;
      if (!stands) return 'gone';
    } catch (error) {
      if (!isThere(error)) throw error;
      return 'taken';
    }
    log.info({ citizenId: id, way }, 'an account was connected with another site');
    if (roles) await this.people.follow(id, link, roles);
    return 'connected';
  }

  async disconnect({ id }: Citizen, { name, password }: MutationConnectWayArgs): Promise<DisconnectWayResult> {
    const account = await this.accounts.findOne({ _id: id, leftAt: null }).lean<Account>().exec();
    const way = account?.ways?.find((one) => one.name === name);
    if (!account || !way) return notFound;
    const theirs = await this.isTheirs(account, password);
    if (theirs !== true) return refusalOf(theirs);
    const lastWay = refuse('last_way');
    if (account.password === null && !isVerified(account) && (account.ways ?? []).length < 2) return lastWay;
    if (!(await this.people.follow(id, way.key, { roles: [], departmentId: null }))) return refuse('last_administrator');
    // Whoever takes two off at once keeps one: the store looks again.
    const another = account.password !== null ? { password: { $ne: null } } : isVerified(account) ? { personId: account.personId } : { 'ways.1': { $exists: true } };
    const { matchedCount } = await this.accounts.updateOne({ _id: id, ...another }, { $pull: { ways: { key: way.key } } }).exec();
    if (matchedCount === 0) return lastWay;
    log.info({ citizenId: id, way: name }, 'an account was disconnected from another site');
    return { __typename: 'WayDisconnected', name };
  }

  /** Another site says that somebody's session ended there. */
  async endSessions(link: string): Promise<void> {
    const account = await this.accounts.findOne({ 'ways.key': link }, { _id: 1 }).lean<Pick<Account, '_id'>>().exec();
    if (account) await this.signIn.endSessions(account._id);
  }

  /** Whoever signs in elsewhere has no password to be asked for. */
  private isTheirs(account: Account | null, password: string) {
    return account?.password ? this.signIn.isTheirs(account._id, password) : true;
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { type Citizen, type MutationSetRolesArgs, type Person, type Role, type RoleChange, roles as knownRoles, type SetRolesResult } from '@isegoria/identity/contracts';
import { Clock, Events, Jobs, log, newId, Offices, pageOf, Transactions } from '@isegoria/kernel/api';
import { type Localized, type Page, words } from '@isegoria/kernel/contracts';
import { Account, type ConnectedWay } from '../account/account.schema';
import { Citizens } from './citizens.service';
import { rolesAfter, type SaidRoles } from './followed-roles.rules';
import { RoleChangeRecord } from './role-change.schema';
import { Strategies } from '../entrance/strategies';
import { tellLeft, tellOf } from '../untold';

/** A directory stands in a record where an administrator does. */
const byWay = 'way:';

/** People as an administrator sees them, and the roles that they give, by hand or by a directory that they trust with it. */
@Injectable()
export class People implements OnModuleInit {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    @InjectModel(RoleChangeRecord.name) private readonly changes: Model<RoleChangeRecord>,
    private readonly citizens: Citizens,
    private readonly strategies: Strategies,
    private readonly offices: Offices,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('identity.role-changes', 30_000, () => this.tellLeft(this.clock.now()));
  }

  /** Tells of changes that a process wrote and died before it told. */
  tellLeft(now: Date): Promise<void> {
    return tellLeft(this.changes, now, (change) => this.tell(change));
  }

  /** By the beginnings of the words of a name, or by a whole address. */
  async find({ search, role, first, after }: { search?: string | null; role?: string | null; first?: number | null; after?: string | null }): Promise<Page<Person>> {
    const filter = { leftAt: null, ...(isRole(role) ? { roles: role } : {}), ...wordsFilter(search ?? '') };
    const page = await pageOf(this.accounts, { filter, sort: [['_id', 1]], first, after });
    return { ...page, items: page.items.map(personOf) };
  }

  async changed(first?: number | null): Promise<RoleChange[]> {
    const found = await this.changes.find().sort({ at: -1, _id: -1 }).limit(Math.min(Math.max(first ?? 20, 1), 100)).lean<RoleChangeRecord[]>().exec();
    const cards = await this.citizens.cards(found.flatMap(({ citizenId, by }) => [citizenId, by]));
    return found.map(({ _id: id, citizenId, by, ...change }) => ({ id, citizenId, ...change, citizenName: cards.get(citizenId)?.name ?? '', byName: cards.get(by)?.name ?? '', byWay: this.wayOf(by) }));
  }

  async setRoles(by: Citizen, { citizenId, roles: wanted, departmentId, seen }: MutationSetRolesArgs): Promise<SetRolesResult> {
    const roles = knownRoles.filter((role) => role === 'citizen' || wanted.includes(role));
    if (wanted.some((role) => !isRole(role))) return { __typename: 'Invalid', problems: [{ field: 'roles', code: 'invalid' }] };
    if (roles.includes('official') && !departmentId) return { __typename: 'Invalid', problems: [{ field: 'departmentId', code: 'required' }] };
    const department = (roles.includes('official') && departmentId) || null;
    if (department && !(await this.mayWorkIn(department, citizenId))) return { __typename: 'Invalid', problems: [{ field: 'departmentId', code: 'invalid' }] };
    const asSeen = seen ? { roles: seen.roles.filter(isRole), departmentId: seen.departmentId ?? null } : {};
    const [before, record] = await this.write({ _id: citizenId, leftAt: null, ...asSeen }, by.id, { roles, departmentId: department });
    if (!before || !record) return this.overtaken(citizenId, roles, department);
    if (!(await this.holds(before, record))) return { __typename: 'NotAllowed', reason: 'last_administrator' };
    return { __typename: 'RolesSet', person: personOf({ ...before, roles, departmentId: department }) };
  }

  /**
   * Does what a directory says, as an administrator would by hand: on record, and told. It takes only what it gave. False where the last administrator would have lost the role by it:
   * then nothing changes. Whoever changes roles at the same moment is waited for.
   */
  async follow(citizenId: string, key: string, said: SaidRoles): Promise<boolean> {
    for (;;) {
      const account = await this.accounts.findOne({ _id: citizenId, leftAt: null, 'ways.key': key }).lean<Account>().exec();
      const way = account?.ways?.find((one) => one.key === key);
      if (!account || !way) return true;
      const { roles, departmentId, gave } = rolesAfter({ ...account, gave: way.gave }, await this.inOffice(said, account));
      if (same(account, { roles, departmentId }) && sameRoles(way.gave, gave)) return true;
      const [before, record] = await this.write({ _id: citizenId, leftAt: null, roles: account.roles, departmentId: account.departmentId, 'ways.key': key }, byWay + way.name, { roles, departmentId }, { key, gave });
      if (before && (!record || (await this.holds(before, record)))) return true;
      if (before) return false;
    }
  }

  /** A directory may still speak of a department that the city has not: then nobody is made an official of it. */
  private async inOffice(said: SaidRoles, { _id }: Account): Promise<SaidRoles> {
    if (!said.roles.includes('official') || (said.departmentId && (await this.mayWorkIn(said.departmentId, _id)))) return said;
    log.warn({ citizenId: _id, departmentId: said.departmentId }, 'a directory names a department that the city has not');
    return { roles: said.roles.filter((role) => role !== 'official'), departmentId: null };
  }

  /** Looked at after the write: of two administrators who take each other's role at once, one is given it back. What holds is told. */
  private async holds(before: Account, record: RoleChangeRecord): Promise<boolean> {
    const { citizenId, by, after, departmentId } = record;
    if ((await this.accounts.countDocuments({ roles: 'administrator' }).exec()) === 0) {
      const { roles, departmentId, ways } = before;
      await this.accounts.updateOne({ _id: citizenId }, { $set: { roles, departmentId, ...(ways ? { ways } : {}) } }).exec();
      await this.changes.deleteOne({ _id: record._id }).exec();
      return false;
    }
    this.citizens.forget(citizenId);
    log.info({ by, citizenId, before: before.roles, after, departmentId }, 'roles were set');
    await tellOf(this.changes, record, (change) => this.tell(change));
    return true;
  }

  private wayOf(by: string): Localized | null {
    if (!by.startsWith(byWay)) return null;
    const name = by.slice(byWay.length);
    return this.strategies.labelOf(name) ?? { el: name, en: name };
  }

  /** Whoever works in a department that the city has given up stays there until they are moved; nobody is moved into it. */
  private async mayWorkIn(departmentId: string, citizenId: string): Promise<boolean> {
    return (await this.offices.has(departmentId)) || (await this.accounts.exists({ _id: citizenId, departmentId })) !== null;
  }

  /** Nothing was written: nobody is there, somebody was quicker, or the same press came twice and its change stands already. */
  private async overtaken(citizenId: string, roles: readonly Role[], departmentId: string | null): Promise<SetRolesResult> {
    const now = await this.accounts.findOne({ _id: citizenId, leftAt: null }).lean<Account>().exec();
    if (!now) return { __typename: 'NotFound', reason: 'citizen' };
    return { __typename: same(now, { roles: [...roles], departmentId }) ? 'RolesSet' : 'RolesOvertaken', person: personOf(now) };
  }

  /** The change and the record of it, or neither. Where the roles stay as they are there is nothing to record. */
  private async write(whose: QueryFilter<Account>, by: string, { roles, departmentId }: SaidRoles, from?: Pick<ConnectedWay, 'key' | 'gave'>): Promise<[Account, RoleChangeRecord | null] | [null, null]> {
    const at = this.clock.now();
    const change = { roles, departmentId, ...(from ? { 'ways.$[from].gave': from.gave } : {}) };
    const arrayFilters = from ? { arrayFilters: [{ 'from.key': from.key }] } : {};
    let written: [Account, RoleChangeRecord | null] | [null, null] = [null, null];
    await this.transactions.run(async (session) => {
      const before = await this.accounts.findOneAndUpdate(whose, { $set: change }, { session, ...arrayFilters }).lean<Account>().exec();
      written = [before, null] as typeof written;
      if (!before || (from && same(before, change))) return;
      const record = { _id: newId(at), citizenId: before._id, by, before: before.roles, after: roles, departmentId, at, isTold: false };
      await this.changes.collection.insertOne(record as never, { session });
      written = [before, record];
    });
    return written;
  }

  private tell({ citizenId, after: roles, departmentId, by, at }: RoleChangeRecord): Promise<void> {
    return this.events.publish('citizen.rolesChanged', { citizenId, roles, departmentId, by, at });
  }
}

const sameRoles = (one: readonly Role[], other: readonly Role[]): boolean => one.length === other.length && one.every((role) => other.includes(role));
const same = (one: SaidRoles, other: SaidRoles): boolean => one.departmentId === other.departmentId && sameRoles(one.roles, other.roles);

const isRole = (role: unknown): role is Role => knownRoles.some((known) => known === role);

function wordsFilter(search: string): Record<string, unknown> {
  if (search.includes('@')) return { findable: search.trim().toLowerCase().slice(0, 254) };
  // Folded words are letters and digits only, so nothing in them is a sign of a pattern.
  const wanted = words(search.slice(0, 100)).slice(0, 5);
  return wanted.length > 0 ? { $and: wanted.map((word) => ({ findable: { $regex: `^${word}` } })) } : {};
}

export function personOf(account: Account): Person {
  const { _id: id, name, email, roles, departmentId, districtId, confirmedAt, createdAt } = account;
  return { id, name, email, roles, departmentId, districtId, createdAt, confirmed: confirmedAt !== null, hasSecondStep: Boolean(account.secondStep ?? account.passkeys?.length) };
}

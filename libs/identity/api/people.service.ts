import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { type Citizen, type MutationSetRolesArgs, type Person, type Role, type RoleChange, roles as knownRoles, type SetRolesResult } from '@isegoria/identity/contracts';
import { Clock, Events, Jobs, log, newId, Offices, pageOf, Transactions } from '@isegoria/kernel/api';
import { type Page, words } from '@isegoria/kernel/contracts';
import { Account } from './account.schema';
import { Citizens } from './citizens.service';
import { RoleChangeRecord } from './role-change.schema';
import { tellLeft, tellOf } from './untold';

/** People as an administrator sees them, and the roles that they give. */
@Injectable()
export class People implements OnModuleInit {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    @InjectModel(RoleChangeRecord.name) private readonly changes: Model<RoleChangeRecord>,
    private readonly citizens: Citizens,
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
    return found.map(({ _id: id, citizenId, by, ...change }) => ({ id, citizenId, ...change, citizenName: cards.get(citizenId)?.name ?? '', byName: cards.get(by)?.name ?? '' }));
  }

  async setRoles(by: Citizen, { citizenId, roles: wanted, departmentId, seen }: MutationSetRolesArgs): Promise<SetRolesResult> {
    const roles = knownRoles.filter((role) => role === 'citizen' || wanted.includes(role));
    if (wanted.some((role) => !isRole(role))) return { __typename: 'Invalid', problems: [{ field: 'roles', code: 'invalid' }] };
    if (roles.includes('official') && !departmentId) return { __typename: 'Invalid', problems: [{ field: 'departmentId', code: 'required' }] };
    const department = (roles.includes('official') && departmentId) || null;
    if (department && !(await this.mayWorkIn(department, citizenId))) return { __typename: 'Invalid', problems: [{ field: 'departmentId', code: 'invalid' }] };
    const asSeen = seen ? { roles: seen.roles.filter(isRole), departmentId: seen.departmentId ?? null } : {};
    const [before, record] = await this.write({ _id: citizenId, leftAt: null, ...asSeen }, by, roles, department);
    if (!before || !record) return this.overtaken(citizenId, roles, department);
    // Looked at after the write: of two administrators who take each other's role at once, one is given it back.
    if ((await this.accounts.countDocuments({ roles: 'administrator' }).exec()) === 0) {
      await this.accounts.updateOne({ _id: citizenId }, { $set: { roles: before.roles, departmentId: before.departmentId } }).exec();
      await this.changes.deleteOne({ _id: record._id }).exec();
      return { __typename: 'NotAllowed', reason: 'last_administrator' };
    }
    this.citizens.forget(citizenId);
    log.info({ by: by.id, citizenId, before: before.roles, after: roles, departmentId: department }, 'roles were set');
    await tellOf(this.changes, record, (change) => this.tell(change));
    return { __typename: 'RolesSet', person: personOf({ ...before, roles, departmentId: department }) };
  }

  /** Whoever works in a department that the city has given up stays there until they are moved; nobody is moved into it. */
  private async mayWorkIn(departmentId: string, citizenId: string): Promise<boolean> {
    return (await this.offices.has(departmentId)) || (await this.accounts.exists({ _id: citizenId, departmentId })) !== null;
  }

  /** Nothing was written: nobody is there, somebody was quicker, or the same press came twice and its change stands already. */
  private async overtaken(citizenId: string, roles: readonly Role[], departmentId: string | null): Promise<SetRolesResult> {
    const now = await this.accounts.findOne({ _id: citizenId, leftAt: null }).lean<Account>().exec();
    if (!now) return { __typename: 'NotFound', reason: 'citizen' };
    const stands = now.departmentId === departmentId && now.roles.length === roles.length && roles.every((role) => now.roles.includes(role));
    return { __typename: stands ? 'RolesSet' : 'RolesOvertaken', person: personOf(now) };
  }

  /** The change and the record of it, or neither. */
  private async write(whose: QueryFilter<Account>, by: Citizen, roles: Role[], departmentId: string | null): Promise<[Account, RoleChangeRecord] | [null, null]> {
    const at = this.clock.now();
    let written: [Account, RoleChangeRecord] | [null, null] = [null, null];
    await this.transactions.run(async (session) => {
      const before = await this.accounts.findOneAndUpdate(whose, { $set: { roles, departmentId } }, { session }).lean<Account>().exec();
      written = [null, null];
      if (!before) return;
      const record = { _id: newId(at), citizenId: before._id, by: by.id, before: before.roles, after: roles, departmentId, at, isTold: false };
      await this.changes.collection.insertOne(record as never, { session });
      written = [before, record];
    });
    return written;
  }

  private tell({ citizenId, after: roles, departmentId, by, at }: RoleChangeRecord): Promise<void> {
    return this.events.publish('citizen.rolesChanged', { citizenId, roles, departmentId, by, at });
  }
}

const isRole = (role: unknown): role is Role => knownRoles.some((known) => known === role);

function wordsFilter(search: string): Record<string, unknown> {
  if (search.includes('@')) return { findable: search.trim().toLowerCase().slice(0, 254) };
  // Folded words are letters and digits only, so nothing in them is a sign of a pattern.
  const wanted = words(search.slice(0, 100)).slice(0, 5);
  return wanted.length > 0 ? { $and: wanted.map((word) => ({ findable: { $regex: `^${word}` } })) } : {};
}

function personOf(account: Account): Person {
  const { _id: id, name, email, roles, departmentId, districtId, confirmedAt, createdAt } = account;
  return { id, name, email, roles, departmentId, districtId, createdAt, confirmed: confirmedAt !== null };
}

import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type Citizen, type Gender, isVerified, ownPerson, type Role, type SaidBy } from '@isegoria/identity/contracts';
import { Clock, newId, plain } from '@isegoria/kernel/api';
import { type Locale, portions, words } from '@isegoria/kernel/contracts';
import { Account, citizenOf, type ConnectedWay, emailOf } from '../account/account.schema';
import { ShortMemory } from '../short-memory';

/** A citizen with the epoch that their sessions must be of. */
export interface Standing {
  citizen: Citizen;
  epoch: number;
}

/** Someone to be made: by sign-up, by a seed, by a test. */
export interface NewCitizen {
  id?: string;
  /** The verified person, where somebody else vouches for them; otherwise the account is its own person. */
  personId?: string;
  name: string;
  email?: string | null;
  /** The hash, never the password. */
  password?: string | null;
  ways?: ConnectedWay[];
  roles?: Role[];
  departmentId?: string | null;
  districtId?: string | null;
  birthYear?: number | null;
  gender?: Gender | null;
  /** Who said the year and the gender: a register, where it is not told otherwise. */
  saidBy?: SaidBy;
  locale?: Locale;
  confirmed?: boolean;
  createdAt?: Date;
  agreedAt?: Date | null;
  made?: boolean;
}

const standingMs = 10_000;
const cardMs = 30_000;

/** Who the citizens are, for all slices. Answers come from a memory of ten seconds. */
@Injectable()
export class Citizens {
  private readonly standings = new ShortMemory<Standing | null>(standingMs, (id) => this.load(id));
  private readonly names = new ShortMemory<{ id: string; name: string } | null>(cardMs, () => Promise.resolve(null));

  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    private readonly clock: Clock,
  ) {}

  /** The citizen, or null: unknown, or left. */
  async find(id: string): Promise<Citizen | null> {
    return (await this.standings.get(id))?.citizen ?? null;
  }

  /** Those among them to whom mail may go: confirmed, with an address, and of some districts (none named: of the whole city). */
  async reachable(ids: readonly string[], districts: readonly string[]): Promise<Set<string>> {
    const found = await this.accounts
      .find({ _id: { $in: [...ids] }, leftAt: null, email: { $ne: null }, confirmedAt: { $ne: null }, ...(districts.length > 0 ? { districtId: { $in: [...districts] } } : {}) }, { _id: 1 })
      .lean<Pick<Account, '_id'>[]>()
      .exec();
    return new Set(found.map(({ _id }) => _id));
  }

  /** The citizen and their epoch; at once where it is known. */
  standing(id: string): Standing | null | Promise<Standing | null> {
    return this.standings.get(id);
  }

  /** After a change of the account: this process shows it at once, the others within seconds. */
  forget(id: string): void {
    this.standings.forget(id);
    this.names.forget(id);
  }

  /** Names by id, for lists. Who left is there with an empty name. */
  async cards(ids: string[]): Promise<Map<string, { id: string; name: string }>> {
    const wanted = [...new Set(ids)].filter((id) => id !== '');
    const missing = wanted.filter((id) => this.names.peek(id) === undefined);
    if (missing.length > 0) {
      const found = await this.accounts.find({ _id: { $in: missing } }, { name: 1 }).lean<Account[]>().exec();
      for (const { _id: id, name } of found) this.names.put(id, { id, name });
    }
    const cards = wanted.map((id) => this.names.peek(id)).filter((card) => card !== undefined && card !== null);
    return new Map(cards.map((card) => [card.id, card]));
  }

  /** The persons behind some accounts, by the account; who has left is not among them. */
  async persons(ids: readonly string[]): Promise<Map<string, string>> {
    const persons = new Map<string, string>();
    for (const part of portions([...new Set(ids)], 100)) {
      for (const { _id, personId } of await this.accounts.find({ _id: { $in: part }, leftAt: null }, { personId: 1 }).lean<Pick<Account, '_id' | 'personId'>[]>().exec()) persons.set(_id, personId);
    }
    return persons;
  }

  /** Since when some accounts are there, and whether somebody vouches for their persons; who has left is not among them. For counting at once: nobody keeps it by the account. */
  async beginnings(ids: readonly string[]): Promise<Map<string, { createdAt: Date; isVerified: boolean }>> {
    const beginnings = new Map<string, { createdAt: Date; isVerified: boolean }>();
    for (const part of portions([...new Set(ids)], 100)) {
      const found = await this.accounts.find({ _id: { $in: part }, leftAt: null }, { personId: 1, createdAt: 1 }).lean<Pick<Account, '_id' | 'personId' | 'createdAt'>[]>().exec();
      for (const { _id, personId, createdAt } of found) beginnings.set(_id, { createdAt, isVerified: isVerified({ personId }) });
    }
    return beginnings;
  }

  async withRole(role: Role): Promise<Citizen[]> {
    const found = await this.accounts.find({ roles: role }).sort({ _id: 1 }).limit(1000).lean<Account[]>().exec();
    return found.map(citizenOf);
  }

  /** How to reach a person, or null where there is no address. */
  async contact(id: string): Promise<{ email: string; locale: Locale; name: string } | null> {
    const account = await this.accounts.findById(id, { email: 1, locale: 1, name: 1 }).lean<Account>().exec();
    return account?.email ? { email: account.email, locale: account.locale, name: account.name } : null;
  }

  /** Makes one citizen; the store refuses a second with the same address. */
  async create(wanted: NewCitizen): Promise<Citizen> {
    const account = this.account(wanted);
    await this.accounts.collection.insertOne(account as never);
    return citizenOf(account);
  }

  /** Makes many at once, for seeds and imports. */
  async createMany(wanted: NewCitizen[]): Promise<Citizen[]> {
    const made = wanted.map((one) => this.account(one));
    for (let from = 0; from < made.length; from += 500) await this.accounts.collection.insertMany(made.slice(from, from + 500) as never[]);
    return made.map(citizenOf);
  }

  /** The person behind an address, or null: for officials, before whom the person stands. */
  async byEmail(email: string): Promise<Citizen | null> {
    const account = await this.accounts.findOne({ email: emailOf(email) }).lean<Account>().exec();
    return account && citizenOf(account);
  }

  /** The people behind many addresses, by the address in lower case; who is not found is left out. */
  async byEmails(emails: readonly string[]): Promise<Map<string, Citizen>> {
    const found = new Map<string, Citizen>();
    for (let at = 0; at < emails.length; at += 200) {
      const part = emails.slice(at, at + 200).map(emailOf);
      for (const account of await this.accounts.find({ email: { $in: part } }).lean<Account[]>().exec()) if (account.email) found.set(account.email, citizenOf(account));
    }
    return found;
  }

  /** How many confirmed citizens there are of some districts (none named: of the whole city), verified only, or born until a year: by papers where only verified ones are counted, else by whoever said it. */
  count({ districts, verified, bornUntil }: { districts: readonly string[]; verified: boolean; bornUntil: number | null }): Promise<number> {
    return this.accounts
      .countDocuments({
        leftAt: null,
        confirmedAt: { $ne: null },
        ...(districts.length > 0 ? { districtId: { $in: [...districts] } } : {}),
        ...(verified ? { personId: { $not: new RegExp(`^${ownPerson}`) } } : {}),
        ...(bornUntil === null ? {} : { birthYear: { $ne: null, $lte: bornUntil }, ...(verified ? { birthYearBy: { $ne: 'self' } } : {}) }),
      })
      .exec();
  }

  /** How many of these people live in each district; those who said none, or have left, are not counted. */
  async countByDistrict(ids: readonly string[]): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (let at = 0; at < ids.length; at += 500) {
      const found = await this.accounts.find({ _id: { $in: ids.slice(at, at + 500) }, leftAt: null }, { districtId: 1 }).lean<Pick<Account, '_id' | 'districtId'>[]>().exec();
      for (const { districtId } of found) if (districtId) counts.set(districtId, (counts.get(districtId) ?? 0) + 1);
    }
    return counts;
  }

  /** Those among these persons who were an account alone and have left. Whether somebody is gone whom a register vouches for, nobody can tell. */
  async goneAmong(personIds: readonly string[]): Promise<Set<string>> {
    const gone = new Set(personIds.filter((personId) => personId.startsWith(ownPerson)));
    for (const part of portions([...gone], 100)) {
      const ids = part.map((personId) => personId.slice(ownPerson.length));
      for (const { _id } of await this.accounts.find({ _id: { $in: ids }, leftAt: null }, { _id: 1 }).lean<Pick<Account, '_id'>[]>().exec()) gone.delete(`${ownPerson}${_id}`);
    }
    return gone;
  }

  /** The made-up citizens of the demo city, always in the same order; empty in a city of real people. */
  async sample(first = 10_000): Promise<Citizen[]> {
    const found = await this.accounts.find({ made: true }).sort({ _id: 1 }).limit(first).lean<Account[]>().exec();
    return found.map(citizenOf);
  }

  private account({ id = newId(), confirmed = true, saidBy = 'verified', ...wanted }: NewCitizen): Account {
    const createdAt = wanted.createdAt ?? this.clock.now();
    const name = plain(wanted.name);
    const email = wanted.email?.toLowerCase() ?? null;
    return {
      _id: id,
      personId: wanted.personId ?? `${ownPerson}${id}`,
      name,
      email,
      password: wanted.password ?? null,
      roles: [...new Set<Role>(['citizen', ...(wanted.roles ?? [])])],
      departmentId: wanted.departmentId ?? null,
      districtId: wanted.districtId ?? null,
      birthYear: wanted.birthYear ?? null,
      birthYearBy: wanted.birthYear ? saidBy : null,
      gender: wanted.gender ?? null,
      genderBy: wanted.gender ? saidBy : null,
      locale: wanted.locale ?? 'el',
      confirmedAt: confirmed ? createdAt : null,
      epoch: 0,
      findable: findableBy(name, email),
      agreedAt: wanted.agreedAt ?? null,
      createdAt,
      leftAt: null,
      ...(wanted.ways ? { ways: wanted.ways } : {}),
      ...(wanted.made ? { made: true } : {}),
    };
  }

  private async load(id: string): Promise<Standing | null> {
    const account = await this.accounts.findById(id).lean<Account>().exec();
    return account && !account.leftAt ? { citizen: citizenOf(account), epoch: account.epoch } : null;
  }
}

/** The words that a person is found by. */
export function findableBy(name: string, email: string | null): string[] {
  return [...new Set([...words(name), ...(email ? [email] : [])])];
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { type BirthYearCheck, birthYearForm, type Citizen, hasRole, type MutationVerifyBirthYearArgs, type VerifyBirthYearResult } from '@isegoria/identity/contracts';
import { Clock, Events, Jobs, log, newId, Transactions } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Account } from '../account/account.schema';
import { BirthYearCheckRecord } from './birth-year-check.schema';
import { Citizens } from './citizens.service';
import { tellLeft, tellOf } from '../untold';

/** Years of birth that officials at a desk saw on a card. Each is on record, and an act of power: it may open a vote. */
@Injectable()
export class BirthYears implements OnModuleInit {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    @InjectModel(BirthYearCheckRecord.name) private readonly checks: Model<BirthYearCheckRecord>,
    private readonly citizens: Citizens,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('identity.birth-years', 30_000, () => this.tellLeft(this.clock.now()));
  }

  /** Of the account with this address, whose person stands before the official. What was verified once, an administrator alone corrects. */
  async verify(by: Citizen, { email, birthYear }: MutationVerifyBirthYearArgs): Promise<VerifyBirthYearResult> {
    const problems = problemsOf(birthYearForm, { email, birthYear });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const citizen = await this.citizens.byEmail(email);
    if (!citizen) return { __typename: 'NotFound', reason: 'citizen' };
    if (citizen.personId === by.personId) return { __typename: 'NotAllowed', reason: 'own' };
    const isOpen = hasRole(by, 'administrator') ? {} : { $or: [{ birthYear: null }, { birthYearBy: 'self' as const }] };
    const at = this.clock.now();
    const record = { _id: newId(at), citizenId: citizen.id, by: by.id, at, isTold: false };
    const isWritten = await this.write({ _id: citizen.id, leftAt: null, ...isOpen }, birthYear, record);
    if (!isWritten) return { __typename: 'NotAllowed', reason: 'verified' };
    this.citizens.forget(citizen.id);
    log.info({ by: by.id, citizenId: citizen.id }, 'a year of birth was verified');
    await tellOf(this.checks, record, (check) => this.tell(check));
    return { __typename: 'BirthYearVerified', name: citizen.name, birthYear };
  }

  /** Tells of what a process wrote and died before it told. */
  tellLeft(now: Date): Promise<void> {
    return tellLeft(this.checks, now, (check) => this.tell(check));
  }

  /** The year and the record of it, or neither. */
  private async write(whose: QueryFilter<Account>, birthYear: number, record: BirthYearCheckRecord): Promise<boolean> {
    let isWritten = false;
    await this.transactions.run(async (session) => {
      const { matchedCount } = await this.accounts.updateOne(whose, { $set: { birthYear, birthYearBy: 'verified' } }, { session });
      isWritten = matchedCount > 0;
      if (isWritten) await this.checks.collection.insertOne(record as never, { session });
    });
    return isWritten;
  }

  private tell({ citizenId, by, at }: BirthYearCheckRecord): Promise<void> {
    return this.events.publish('citizen.birthYearVerified', { citizenId, by, at });
  }

  async latest(): Promise<BirthYearCheck[]> {
    const found = await this.checks.find().sort({ at: -1, _id: -1 }).limit(20).lean<BirthYearCheckRecord[]>().exec();
    const cards = await this.citizens.cards(found.flatMap(({ citizenId, by }) => [citizenId, by]));
    return found.map(({ _id: id, citizenId, by, at }) => ({ id, at, citizenName: cards.get(citizenId)?.name ?? '', byName: cards.get(by)?.name ?? '' }));
  }
}

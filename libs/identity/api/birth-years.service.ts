import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type BirthYearCheck, birthYearForm, type Citizen, hasRole, type MutationVerifyBirthYearArgs, type VerifyBirthYearResult } from '@isegoria/identity/contracts';
import { Clock, Events, log, newId } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Account } from './account.schema';
import { BirthYearCheckRecord } from './birth-year-check.schema';
import { Citizens } from './citizens.service';

/** Years of birth that officials at a desk saw on a card. Each is on record, and an act of power: it may open a vote. */
@Injectable()
export class BirthYears {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    @InjectModel(BirthYearCheckRecord.name) private readonly checks: Model<BirthYearCheckRecord>,
    private readonly citizens: Citizens,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Of the account with this address, whose person stands before the official. What was verified once, an administrator alone corrects. */
  async verify(by: Citizen, { email, birthYear }: MutationVerifyBirthYearArgs): Promise<VerifyBirthYearResult> {
    const problems = problemsOf(birthYearForm, { email, birthYear });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const citizen = await this.citizens.byEmail(email);
    if (!citizen) return { __typename: 'NotFound', reason: 'citizen' };
    if (citizen.personId === by.personId) return { __typename: 'NotAllowed', reason: 'own' };
    const isOpen = hasRole(by, 'administrator') ? {} : { $or: [{ birthYear: null }, { birthYearBy: 'self' as const }] };
    const { matchedCount } = await this.accounts.updateOne({ _id: citizen.id, leftAt: null, ...isOpen }, { $set: { birthYear, birthYearBy: 'verified' } }).exec();
    if (matchedCount === 0) return { __typename: 'NotAllowed', reason: 'verified' };
    const at = this.clock.now();
    this.citizens.forget(citizen.id);
    log.info({ by: by.id, citizenId: citizen.id }, 'a year of birth was verified');
    await this.checks.create({ _id: newId(at), citizenId: citizen.id, by: by.id, at });
    await this.events.publish('citizen.birthYearVerified', { citizenId: citizen.id, by: by.id, at });
    return { __typename: 'BirthYearVerified', name: citizen.name, birthYear };
  }

  async latest(): Promise<BirthYearCheck[]> {
    const found = await this.checks.find().sort({ at: -1, _id: -1 }).limit(20).lean<BirthYearCheckRecord[]>().exec();
    const cards = await this.citizens.cards(found.flatMap(({ citizenId, by }) => [citizenId, by]));
    return found.map(({ _id: id, citizenId, by, at }) => ({ id, at, citizenName: cards.get(citizenId)?.name ?? '', byName: cards.get(by)?.name ?? '' }));
  }
}

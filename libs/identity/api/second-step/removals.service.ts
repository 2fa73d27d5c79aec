import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Citizen, RemoveSecondStepResult, SecondStepRemoval } from '@isegoria/identity/contracts';
import { Clock, Events, Jobs, log, newId, refuse, Transactions } from '@isegoria/kernel/api';
import { Account } from '../account/account.schema';
import { Citizens } from '../people/citizens.service';
import { Letters } from '../account/letters.service';
import { personOf } from '../people/people.service';
import { SignIn } from '../entrance/sign-in.service';
import { tellLeft, tellOf } from '../untold';
import { SecondStepRemovalRecord } from './second-step-removal.schema';

const hasOne = { $or: [{ secondStep: { $exists: true } }, { 'passkeys.0': { $exists: true } }] };

/**
 * An administrator's act for whoever lost the device and the codes: it takes the passkeys too, as they are in the same pocket, and ends every session. On record, and the owner hears of it: whoever
 * only said that they lost something may be somebody else.
 */
@Injectable()
export class SecondStepRemovals implements OnModuleInit {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    @InjectModel(SecondStepRemovalRecord.name) private readonly removals: Model<SecondStepRemovalRecord>,
    private readonly citizens: Citizens,
    private readonly letters: Letters,
    private readonly signIn: SignIn,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('identity.second-step-removals', 30_000, () => this.tellLeft(this.clock.now()));
  }

  async remove(by: Citizen, citizenId: string): Promise<RemoveSecondStepResult> {
    const account = await this.accounts.findOne({ _id: citizenId, leftAt: null }).lean<Account>().exec();
    if (!account) return { __typename: 'NotFound', reason: 'citizen' };
    if (account.personId === by.personId) return refuse('own');
    const at = this.clock.now();
    const record = { _id: newId(at), citizenId, by: by.id, at, isTold: false };
    if (await this.write(record)) {
      log.warn({ by: by.id, citizenId }, 'an administrator took away passkeys and second step');
      await tellOf(this.removals, record, (removal) => this.tell(removal));
    }
    const { passkeys: _, secondStep: __, ...without } = account;
    return { __typename: 'SecondStepRemoved', person: personOf(without) };
  }

  async latest(): Promise<SecondStepRemoval[]> {
    const found = await this.removals.find().sort({ at: -1, _id: -1 }).limit(20).lean<SecondStepRemovalRecord[]>().exec();
    const cards = await this.citizens.cards(found.flatMap(({ citizenId, by }) => [citizenId, by]));
    return found.map(({ _id: id, citizenId, by, at }) => ({ id, at, citizenName: cards.get(citizenId)?.name ?? '', byName: cards.get(by)?.name ?? '' }));
  }

  /** Tells of what a process wrote and died before it told. */
  tellLeft(now: Date): Promise<void> {
    return tellLeft(this.removals, now, (removal) => this.tell(removal));
  }

  /** What opened the account and the record of it, or neither. The sessions are of a former epoch by the same write. */
  private async write(record: SecondStepRemovalRecord): Promise<boolean> {
    let isWritten = false;
    await this.transactions.run(async (session) => {
      const { matchedCount } = await this.accounts.updateOne({ _id: record.citizenId, leftAt: null, ...hasOne }, { $unset: { secondStep: 1, passkeys: 1 }, $inc: { epoch: 1 } }, { session });
      isWritten = matchedCount > 0;
      if (isWritten) await this.removals.collection.insertOne(record as never, { session });
    });
    return isWritten;
  }

  private async tell({ _id: key, citizenId, by, at }: SecondStepRemovalRecord): Promise<void> {
    await this.signIn.endSessions(citizenId);
    await this.events.publish('citizen.secondStepRemoved', { citizenId, by, at });
    const account = await this.accounts.findById(citizenId).lean<Account>().exec();
    if (account) await this.letters.tellOwner(account, 'second_step_removed', { path: '/contact', key });
  }
}

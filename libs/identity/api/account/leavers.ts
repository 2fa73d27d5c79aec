import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ownPerson } from '@isegoria/identity/contracts';
import { anyDate, Clock, eachLeft, Events, Jobs } from '@isegoria/kernel/api';
import { Account } from './account.schema';
import { type Person, PersonalData } from './personal-data';

/** What was on its way when somebody left has arrived after this: a mail, a count, a notice. */
export const arrivedMs = 10 * 60_000;
const everyMs = 60_000;

/** What stays of an account between the leaving and the end of it: a number, and whom the slices still have to forget. */
const emptied = {
  name: '', email: null, password: null, districtId: null, departmentId: null, birthYear: null, birthYearBy: null, gender: null, genderBy: null,
  roles: ['citizen' as const], findable: [], agreedAt: null, confirmedAt: null,
};

/**
 * Sees people off. The account is emptied at once and every slice hears of it; some minutes later all are asked to forget once more, and
 * then the account itself goes: names made of its number (a voter's key) lead nowhere from then on. A process that dies in between, or a
 * slice that fails, leaves an emptied account to the next round.
 */
@Injectable()
export class Leavers implements OnModuleInit {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    private readonly personalData: PersonalData,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('identity.leavers', everyMs, () => this.seeOff(this.clock.now()));
  }

  /** The person may come back as a new account at once, so theirs lets the verified person go. */
  async empty({ id, personId }: Person): Promise<Date> {
    const leftAt = this.clock.now();
    await this.accounts.updateOne({ _id: id, leftAt: null }, { $set: { ...emptied, personId: `${ownPerson}${id}`, leaving: personId, leftAt }, $unset: { ways: 1, passkeys: 1, secondStep: 1 } }).exec();
    return leftAt;
  }

  tell({ id, personId }: Person, at: Date): Promise<void> {
    return this.events.publish('citizen.left', { citizenId: id, personId, at });
  }

  /** The second farewell, of those who left long enough before `now`. */
  async seeOff(now: Date): Promise<void> {
    const gone = await this.accounts.find({ leftAt: { $gt: anyDate, $lt: new Date(now.getTime() - arrivedMs) } }).limit(50).lean<Account[]>().exec();
    await eachLeft('people who left', gone, async (account) => {
      const person = await this.personOf(account);
      for (const part of this.personalData.all()) await part.forget(person);
      await this.accounts.deleteOne({ _id: account._id }).exec();
    });
  }

  /** Whoever came back meanwhile, as a verified person with a new account, keeps what is theirs now. */
  private async personOf({ _id: id, personId, leaving }: Account): Promise<Person> {
    const known = leaving ?? personId;
    const isBack = (await this.accounts.exists({ personId: known, leftAt: null })) !== null;
    return { id, personId: isBack ? `${ownPerson}${id}` : known };
  }
}

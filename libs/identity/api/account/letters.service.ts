import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { CitizenLetter } from '@isegoria/identity/contracts';
import { type Allowance, Clock, Events, Jobs, Limits, newId } from '@isegoria/kernel/api';
import type { Locale } from '@isegoria/kernel/contracts';
import { Account } from './account.schema';
import { Citizens, type NewCitizen } from '../people/citizens.service';
import { Tokens } from './tokens.service';

/** Letters that one address gets, and that one visitor causes, in an hour. */
const lettersTo: Allowance = { points: 5, seconds: 3600 };
const lettersFrom: Allowance = { points: 40, seconds: 3600 };

const aMinute = 60_000;

/** A sign-up as it waits: the password is hashed already. */
export interface Joining {
  id: string;
  name: string;
  email: string;
  password: string;
  districtId: string | null;
  locale: Locale;
  next: string | null;
  agreedAt: Date;
  wantsNewsletter: boolean;
}

/**
 * What happens after the answer. Whether an address is known is decided here and not while the visitor waits, so that
 * neither the answer nor its time tells.
 */
@Injectable()
export class Letters implements OnModuleInit {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    private readonly citizens: Citizens,
    private readonly tokens: Tokens,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.define<Joining>('identity.join', (joining) => this.join(joining));
    this.jobs.define<{ email: string }>('identity.reset', ({ email }) => this.reset(email));
  }

  async send(name: CitizenLetter['name'], to: CitizenLetter['to'], path: string): Promise<void> {
    await this.events.publish('citizen.letter', { key: `${name}:${newId()}`, name, to, path });
  }

  /** Tells the owner what became of their account, where they have an address. The same `key` is the same letter. */
  async tellOwner({ email, name, locale }: Pick<Account, 'email' | 'name' | 'locale'>, letter: CitizenLetter['name'], { path = '/account', key = newId() } = {}): Promise<void> {
    if (email) await this.events.publish('citizen.letter', { key: `${letter}:${key}`, name: letter, to: { email, name, locale }, path });
  }

  /** Refuses one letter more to this address, or from this visitor; null where it may go. */
  async tooMany(email: string, visitor: string) {
    const refused = (await this.limits.take('letters-from', visitor, lettersFrom)) ?? (await this.limits.take('letters-to', email, lettersTo));
    return refused && { __typename: 'TooMany' as const, ...refused };
  }

  async askToConfirm(account: Pick<Account, '_id' | 'name' | 'email' | 'locale'>, next: string | null = null, letter: 'confirm' | 'confirm_again' = 'confirm'): Promise<void> {
    if (!account.email) return;
    const secret = await this.tokens.issue('confirm', { citizenId: account._id, email: account.email, next });
    await this.send(letter, { email: account.email, name: account.name, locale: account.locale }, `/confirm?token=${secret}`);
  }

  private async join({ next, id, wantsNewsletter, ...joining }: Joining): Promise<void> {
    const known = await this.accounts.findOne({ email: joining.email }).lean<Account>().exec();
    // The job ran before and died after the account was made.
    if (known?._id === id) return this.askToConfirm(known, next);
    // The first letter was lost, or its link is too old. The account stays as it was first made: who asks again has not shown that they are the same.
    if (known && known.confirmedAt === null) {
      // A double press: the first letter is on its way, and a second would end its link.
      if (this.clock.now().getTime() - known.createdAt.getTime() < aMinute) return;
      return this.askToConfirm(known, next, 'confirm_again');
    }
    if (known) return this.send('known', { email: joining.email, name: known.name, locale: known.locale }, '/forgot');
    const wanted: NewCitizen = { id, ...joining, confirmed: false };
    await this.citizens.create(wanted);
    await this.events.publish('citizen.signedUp', { citizenId: id, wantsNewsletter, at: this.clock.now() });
    await this.askToConfirm({ _id: id, ...joining }, next);
  }

  private async reset(email: string): Promise<void> {
    const account = await this.accounts.findOne({ email }).lean<Account>().exec();
    if (!account || account.made) return;
    const secret = await this.tokens.issue('reset', { citizenId: account._id, email });
    await this.send('reset', { email, name: account.name, locale: account.locale }, `/reset?token=${secret}`);
  }
}

import { Injectable } from '@nestjs/common';
import { Files } from '@isegoria/files/api';
import { Transactions } from '@isegoria/kernel/api';
import type { Subject } from '@isegoria/kernel/contracts';
import type { ClientSession } from 'mongoose';

/** Claims pictures within the write that is going on. */
export type Claim = (ids: readonly string[], ownerId: string, subject: Subject) => Promise<void>;

/** What is written together with the pictures that go with it. */
@Injectable()
export class WithPictures {
  constructor(
    private readonly files: Files,
    private readonly transactions: Transactions,
  ) {}

  /** One transaction: all that `work` writes and claims, or nothing. `pictures` where one of these is not its owner's to give. */
  async write<T>(work: (session: ClientSession, claim: Claim) => Promise<T>): Promise<{ done: T } | 'pictures'> {
    let written: { done: T } | undefined;
    try {
      await this.transactions.run(async (session) => {
        const claim: Claim = async (ids, ownerId, subject) => {
          if (!(await this.files.claim(ids, ownerId, subject, session))) throw new NotTheirs();
        };
        written = { done: await work(session, claim) };
      });
    } catch (error) {
      if (error instanceof NotTheirs) return 'pictures';
      throw error;
    }
    if (!written) throw new Error('a transaction ended without its work');
    return written;
  }
}

/** Takes the transaction back. */
class NotTheirs extends Error {}

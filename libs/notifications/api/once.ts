import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, isThere } from '@isegoria/kernel/api';
import { MailRecord } from './mail.schema';

/** Whoever claimed a sending and did not do it in this time died over it. */
export const claimMs = 5 * 60_000;

/** What leaves the house, once for its key. */
@Injectable()
export class Once {
  constructor(
    @InjectModel(MailRecord.name) private readonly sendings: Model<MailRecord>,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends, where nobody has. The claim is the insert; a second run finds it. A claim without a sending is taken over when it is old. True when it is out;
   * false while another process is about to, or was killed over it: who looks again after `claimMs` finds out which.
   */
  async send(key: string, send: () => Promise<void>): Promise<boolean> {
    const now = this.clock.now();
    const stale = { _id: key, sentAt: null, claimedAt: { $lt: new Date(now.getTime() - claimMs) } };
    const claimed = await this.sendings.updateOne(stale, { $set: { claimedAt: now } }, { upsert: true }).exec().catch(nullIfKnown);
    if (!claimed) return ((await this.sendings.findById(key).lean<MailRecord>().exec())?.sentAt ?? null) !== null;
    try {
      await send();
    } catch (error) {
      await this.sendings.deleteOne({ _id: key, sentAt: null }).exec();
      throw error;
    }
    await this.sendings.updateOne({ _id: key }, { $set: { sentAt: this.clock.now() } }).exec();
    return true;
  }
}

/** The insert met a sending of the same key: it was sent, or another process is about to. */
function nullIfKnown(error: unknown): null {
  if (isThere(error)) return null;
  throw error;
}

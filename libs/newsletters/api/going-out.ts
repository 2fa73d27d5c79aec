import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import { Clock, Jobs, log } from '@isegoria/kernel/api';
import { PublicActs } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import { goingOut } from './desk.service';
import { LetterMail } from './letter-mail';
import { NewsletterCopy, NewsletterRecord } from './newsletter.schema';
import { newslettersEnv } from './newsletters.env';
import { pauseAfter, triesMost } from './newsletters.rules';
import { Readers, stopUrlOf } from './readers.service';

const everyMs = 10_000;

/** Who looks again after a copy that another process was killed over finds it free by then. */
const claimMs = 5 * 60_000;

/**
 * Takes letters out: lays a copy ready for each reader, and hands the copies over at the city's pace. Every step may be done twice: a copy is there once by its name, a mail goes once by its key, and the figures are
 * counted from the copies. A process that is killed leaves the rest to the next round.
 */
@Injectable()
export class GoingOut implements OnModuleInit {
  constructor(
    @InjectModel(NewsletterRecord.name) private readonly letters: Model<NewsletterRecord>,
    @InjectModel(NewsletterCopy.name) private readonly copies: Model<NewsletterCopy>,
    private readonly readers: Readers,
    private readonly citizens: Citizens,
    private readonly mail: LetterMail,
    private readonly acts: PublicActs,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(goingOut, everyMs, () => this.round());
  }

  async round(): Promise<void> {
    const now = this.clock.now();
    for (const letter of await this.letters.find({ stage: 'scheduled', sendAt: { $lte: now } }).sort({ sendAt: 1 }).limit(10).lean<NewsletterRecord[]>().exec()) await this.begin(letter, now);
    let left = Math.max(1, Math.floor((newslettersEnv.NEWSLETTER_PER_MINUTE * everyMs) / 60_000));
    for (const letter of await this.letters.find({ stage: 'sending' }).sort({ sendAt: 1 }).limit(10).lean<NewsletterRecord[]>().exec()) left -= await this.go(letter, left);
  }

  /** From here on it is public, with what it points to as it stands now. */
  private async begin({ _id, paths }: NewsletterRecord, now: Date): Promise<void> {
    const cards = await this.mail.cards(paths);
    await this.letters.updateOne({ _id, stage: 'scheduled' }, { $set: { stage: 'sending', wentAt: now, cards } }).exec();
  }

  /** Answers how many copies were handed over. */
  private async go(found: NewsletterRecord, most: number): Promise<number> {
    const letter = found.isLaid ? found : await this.lay(found);
    if (!letter) return 0;
    await this.record(letter);
    const due = await this.copies.find({ letterId: letter._id, state: 'waits', dueAt: { $lte: this.clock.now() } }).sort({ dueAt: 1 }).limit(Math.max(most, 0)).lean<NewsletterCopy[]>().exec();
    for (const copy of due) {
      // Somebody may have stopped it since the last copy.
      if (!(await this.letters.exists({ _id: letter._id, stage: 'sending' }))) break;
      await this.hand(letter, copy);
    }
    await this.count(letter._id);
    return due.length;
  }

  /** A copy for each reader, by and by; answers the letter once all are there. Where it stops half way, it goes on after the last; one that somebody stopped is null. */
  private async lay({ _id: letterId, districtIds, categoryIds, laidTo }: NewsletterRecord): Promise<NewsletterRecord | null> {
    for (let after = laidTo; ; ) {
      const { ids, last, isLast } = await this.readers.next({ districtIds, categoryIds }, after);
      const dueAt = this.clock.now();
      const writes = ids.map((citizenId) => ({ updateOne: { filter: { _id: `${letterId}:${citizenId}` }, update: { $setOnInsert: { letterId, citizenId, state: 'waits' as const, tries: 0, dueAt } }, upsert: true } }));
      if (writes.length > 0) await this.copies.bulkWrite(writes, { ordered: false });
      const people = isLast ? { people: await this.copies.countDocuments({ letterId }).exec() } : {};
      const letter = await this.letters.findOneAndUpdate({ _id: letterId, stage: 'sending' }, { $set: { laidTo: isLast ? null : last, isLaid: isLast, ...people } }, { returnDocument: 'after' }).lean<NewsletterRecord>().exec();
      if (!letter || isLast) return letter;
      after = last;
    }
  }

  /** The city speaks to many at once: an act of power, in the ledger, with the digest of its words. */
  private async record({ _id: id, title, text, people }: NewsletterRecord): Promise<void> {
    await this.acts.record({ act: 'newsletter.sent', id: `newsletter:${id}`, rule: null, role: 'clerk', subject: { kind: 'newsletter', id }, body: { people, words: digest(JSON.stringify([title, text])) } });
  }

  private async hand(letter: NewsletterRecord, { _id, citizenId, tries }: NewsletterCopy): Promise<void> {
    const to = (await this.readers.isStill(citizenId)) ? await this.citizens.contact(citizenId) : null;
    const end = (state: NewsletterCopy['state']) => this.copies.updateOne({ _id, state: 'waits' }, { $set: { state } }).exec();
    if (!to) return void (await end('left'));
    try {
      const isOut = await this.mail.send(letter, { name: _id, to, stopUrl: stopUrlOf(citizenId, letter._id) });
      if (isOut) await end('sent');
      else await this.copies.updateOne({ _id }, { $set: { dueAt: new Date(this.clock.now().getTime() + claimMs) } }).exec();
    } catch (error) {
      log.warn({ letterId: letter._id, tries: tries + 1, error: String(error) }, 'a copy of a newsletter was not taken');
      if (tries + 1 >= triesMost) await end('failed');
      else await this.copies.updateOne({ _id }, { $set: { tries: tries + 1, dueAt: new Date(this.clock.now().getTime() + pauseAfter(tries + 1)) } }).exec();
    }
  }

  private async count(letterId: string): Promise<void> {
    const [sent, failed, waiting] = await Promise.all((['sent', 'failed', 'waits'] as const).map((state) => this.copies.countDocuments({ letterId, state }).exec()));
    await this.letters.updateOne({ _id: letterId }, { $set: { sent, failed } }).exec();
    if (waiting === 0) await this.letters.updateOne({ _id: letterId, stage: 'sending', isLaid: true }, { $set: { stage: 'sent' } }).exec();
  }
}

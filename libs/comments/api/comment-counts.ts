import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { CommentCounts as Counts } from '@isegoria/comments/contracts';
import { Events } from '@isegoria/kernel/api';
import { parseSubject } from '@isegoria/kernel/contracts';
import { Announcer } from '@isegoria/realtime/api';
import { CommentCount, CommentRecord } from './comment.schema';

const none: Counts = { for: 0, against: 0, neutral: 0, total: 0 };

/** How many arguments each subject has. */
@Injectable()
export class CommentCounts {
  constructor(
    @InjectModel(CommentRecord.name) private readonly comments: Model<CommentRecord>,
    @InjectModel(CommentCount.name) private readonly counts: Model<CommentCount>,
    private readonly events: Events,
    private readonly announcer: Announcer,
  ) {}

  async of(subjects: string[]): Promise<Map<string, Counts>> {
    const found = await this.counts.find({ _id: { $in: subjects } }).lean<CommentCount[]>().exec();
    const known = new Map(found.map((count) => [count._id, countsOf(count)]));
    return new Map(subjects.map((key) => [key, known.get(key) ?? none]));
  }

  async one(key: string): Promise<Counts> {
    return (await this.of([key])).get(key) ?? none;
  }

  /**
   * Counts a subject's comments and keeps the result. Two counts at once are put in order by their tickets: a ticket is drawn
   * before counting, and a count never overwrites one with a later ticket, which has seen at least as much.
   */
  async recount(key: string): Promise<Counts> {
    const drawn = await this.counts.findOneAndUpdate({ _id: key }, { $inc: { ticket: 1 } }, { upsert: true, returnDocument: 'after' }).lean<CommentCount>().exec();
    const ticket = drawn?.ticket ?? 0;
    const counts = await this.count(key);
    const older = { _id: key, $or: [{ counted: { $lt: ticket } }, { counted: null }] };
    const { matchedCount } = await this.counts.updateOne(older, { $set: { ...counts, counted: ticket } }).exec();
    // A later ticket has counted and told already.
    if (matchedCount > 0) await this.tell(key, counts);
    return counts;
  }

  /** A parent's number of public replies. */
  async recountReplies(parentId: string): Promise<void> {
    const replies = await this.comments.countDocuments({ parentId, visibility: 'public' }).exec();
    await this.comments.updateOne({ _id: parentId }, { $set: { replies } }).exec();
    await this.comments.updateOne({ _id: parentId, visibility: 'withdrawn' }, { $set: { listed: replies > 0 } }).exec();
  }

  private async count(key: string): Promise<Counts> {
    const sides = await this.comments
      .aggregate<{ _id: string; arguments: number; replies: number }>([
        { $match: { subject: key, parentId: null, visibility: 'public' } },
        { $group: { _id: '$alignment', arguments: { $sum: 1 }, replies: { $sum: '$replies' } } },
      ])
      .exec();
    const side = (alignment: string) => sides.find(({ _id }) => _id === alignment)?.arguments ?? 0;
    const total = sides.reduce((sum, { arguments: own, replies }) => sum + own + replies, 0);
    return { for: side('FOR'), against: side('AGAINST'), neutral: side('NEUTRAL'), total };
  }

  private async tell(key: string, counts: Counts): Promise<void> {
    const subject = parseSubject(key);
    if (!subject) return;
    await this.announcer.announce(subject, 'comments.counted', counts);
    await this.events.publish('comments.counted', { subject, ...pick(counts) });
  }
}

function countsOf(count: CommentCount): Counts {
  return { for: count.for ?? 0, against: count.against ?? 0, neutral: count.neutral ?? 0, total: count.total ?? 0 };
}

const pick = ({ for: pro, against, neutral, total }: Counts) => ({ for: pro, against, neutral, total });

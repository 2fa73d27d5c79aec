import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Redis } from 'ioredis';
import type { Model } from 'mongoose';
import type { CommentPublished } from '@isegoria/comments/contracts';
import { Clock, excerpt, Jobs, REDIS, redisKey, Subjects, titlesOf } from '@isegoria/kernel/api';
import { type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { Follows, Inbox } from '@isegoria/notifications/api';
import { CommentRecord } from './comment.schema';

/** A notice that is due about what was written since some moment. */
export interface NoticeDue {
  subject: Subject;
  since: Date;
}

const quietSeconds = 3600;

/**
 * Who is told of new arguments: those who follow the subject, at most once an hour, and the one who was answered, each time.
 * Nothing of this goes by mail.
 */
@Injectable()
export class CommentNotices {
  constructor(
    @InjectModel(CommentRecord.name) private readonly comments: Model<CommentRecord>,
    @Inject(REDIS) private readonly redis: Redis,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly subjects: Subjects,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** May hear of one twice: whoever follows stays as they are, and a notice has its key. */
  async published(comment: CommentPublished): Promise<void> {
    await this.follows.follow(comment.authorId, comment.subject, 'comment');
    if (comment.parentId) return this.tellAnswered(comment, comment.parentId);
    await this.tellFollowersSoon({ subject: comment.subject, since: comment.at });
  }

  /** The first argument of an hour is told at once; those that follow are told together when the hour is over. */
  async tellFollowersSoon({ subject, since }: NoticeDue): Promise<void> {
    const quiet = redisKey('told', subjectKey(subject));
    const isFirst = await this.redis.set(quiet, '1', 'EX', quietSeconds, 'NX');
    if (isFirst) return this.tellFollowers({ subject, since });
    const wait = Math.max(await this.redis.ttl(quiet), 1);
    const hour = Math.floor((this.clock.now().getTime() / 1000 + wait) / quietSeconds);
    await this.jobs.add('comments.tell', { subject, since }, { id: `${subjectKey(subject)}:${hour}`, delayMs: wait * 1000 });
  }

  private async tellFollowers({ subject, since }: NoticeDue): Promise<void> {
    const card = await this.subjects.card(subject);
    const filter = { subject: subjectKey(subject), parentId: null, visibility: 'public' as const, publishedAt: { $gte: since } };
    const recent = await this.comments.find(filter).sort({ _id: -1 }).limit(100).lean<CommentRecord[]>().exec();
    const latest = recent[0];
    if (!card?.isPublic || !latest) return;
    const writers = new Set(recent.map(({ authorId }) => authorId));
    const to = (await this.follows.followers(subject)).filter((id) => writers.size > 1 || !writers.has(id));
    const params = { count: recent.length, title: titlesOf(card), text: excerpt(latest.text, 120) };
    await this.inbox.tell({ to, about: subject, name: 'comments.arguments', params, mail: false, key: `arguments:${subjectKey(subject)}:${latest._id}` });
  }

  private async tellAnswered({ id, authorId, subject }: CommentPublished, parentId: string): Promise<void> {
    const parent = await this.comments.findById(parentId).lean<CommentRecord>().exec();
    const reply = await this.comments.findById(id).lean<CommentRecord>().exec();
    if (!parent || !reply || parent.authorId === authorId) return;
    const card = await this.subjects.card(subject);
    // Not who: a name in another's inbox would outlive the account.
    const params = { title: card ? titlesOf(card) : '', text: excerpt(reply.text, 120) };
    await this.inbox.tell({ to: [parent.authorId], about: { kind: 'comment', id }, name: 'comments.replied', params, mail: false, key: `reply:${id}` });
  }
}

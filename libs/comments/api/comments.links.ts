import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Events, Jobs, Seeds, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { parseSubject } from '@isegoria/kernel/contracts';
import { Announcer, Rooms } from '@isegoria/realtime/api';
import type { BallotCounted } from '@isegoria/votes/contracts';
import { CommentNotices, type NoticeDue } from './comment-notices';
import { CommentStanding } from './comment-standing';
import { CommentRecord } from './comment.schema';
import { CommentsSeed } from './seed';
import { Sightings } from './sightings';

/** Where comments meet the rest of the city: what they hear, what they answer for, what they do later. */
@Injectable()
export class CommentsLinks implements OnModuleInit {
  constructor(
    @InjectModel(CommentRecord.name) private readonly comments: Model<CommentRecord>,
    private readonly standing: CommentStanding,
    private readonly notices: CommentNotices,
    private readonly sightings: Sightings,
    private readonly subjects: Subjects,
    private readonly announcer: Announcer,
    private readonly rooms: Rooms,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly seeds: Seeds,
    private readonly seed: CommentsSeed,
  ) {}

  onModuleInit(): void {
    this.subjects.register('comment', { cards: (ids) => this.cards(ids) });
    this.rooms.open('comment');
    this.events.on('moderation.decided', 'comments.decide', (decided) => this.standing.decide(decided));
    this.events.on('ballot.counted', 'comments.agreements', (counted) => this.agree(counted));
    this.events.later('comment.published', 'comments.notices', (comment) => this.notices.published(comment));
    this.jobs.define<NoticeDue>('comments.tell', (due) => this.notices.tellFollowersSoon(due));
    this.seeds.register(this.seed);
    this.jobs.every('comments.enter', 60_000, () => this.standing.enterTheForgotten());
  }

  /** How many agree with a comment is the count of its ballot. */
  private async agree({ subject, kind, voters, seq }: BallotCounted): Promise<void> {
    if (subject.kind !== 'comment' || kind !== 'support') return;
    const older = { _id: subject.id, supportsSeq: { $lt: seq } };
    const record = await this.comments.findOneAndUpdate(older, { $set: { supports: voters, supportsSeq: seq } }).lean<CommentRecord>().exec();
    const about = record && parseSubject(record.subject);
    if (about) await this.announcer.announce(about, 'comment.agreed', { id: subject.id, parentId: record.parentId, supports: voters });
  }

  /** A comment is called by what it is about, and stands on that page; it is public where that is, and its argument is. */
  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const records = await this.comments.find({ _id: { $in: ids } }).lean<CommentRecord[]>().exec();
    const parentIds = records.map(({ parentId }) => parentId).filter((id) => id !== null);
    const [abouts, seen, hidden] = await Promise.all([
      this.subjects.cards(records.map(({ subject }) => parseSubject(subject)).filter((subject) => subject !== null)),
      this.sightings.of(records.map(({ _id }) => _id)),
      this.notListed(parentIds),
    ]);
    return records.flatMap((record) => {
      const about = abouts.get(record.subject);
      const isPublic = record.visibility === 'public' && (about?.isPublic ?? false) && !hidden.has(record.parentId ?? '');
      return about ? [{ ...cardOf(record, about), isPublic, seenBy: seen.get(record._id) ?? 0 }] : [];
    });
  }

  private async notListed(ids: string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const hidden = await this.comments.find({ _id: { $in: ids }, listed: false }, { _id: 1 }).lean<{ _id: string }[]>().exec();
    return new Set(hidden.map(({ _id }) => _id));
  }
}

function cardOf(record: CommentRecord, about: SubjectCard): Omit<SubjectCard, 'isPublic'> {
  return {
    kind: 'comment',
    id: record._id,
    title: about.title,
    ...(about.english && { english: { title: about.english.title, excerpt: record.text } }),
    path: `${about.path}#comment-${record._id}`,
    excerpt: record.text,
    authorId: record.authorId,
    departmentId: about.departmentId ?? null,
    acceptsComments: false,
    createdAt: record.createdAt,
    about: { kind: about.kind, id: about.id },
  };
}

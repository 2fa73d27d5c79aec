import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Seed, SeedContext, SubjectCard } from '@isegoria/kernel/api';
import { Subjects } from '@isegoria/kernel/api';
import { parseSubject, subjectKey } from '@isegoria/kernel/contracts';
import { CommentStanding } from './comment-standing';
import { CommentCount, CommentRecord } from './comment.schema';
import { type LivelyComment, livelyComments } from './seed-texts';

const minute = 60_000;

/** The arguments that keep the demo city's moderators busy: some wait to be read, some went a little far. The others come with their proposals. */
@Injectable()
export class CommentsSeed implements Seed {
  readonly name = 'comments';
  readonly order = 58;

  constructor(
    @InjectModel(CommentRecord.name) private readonly comments: Model<CommentRecord>,
    @InjectModel(CommentCount.name) private readonly counts: Model<CommentCount>,
    private readonly citizens: Citizens,
    private readonly subjects: Subjects,
    private readonly standing: CommentStanding,
  ) {}

  async run({ now, random, progress }: SeedContext): Promise<void> {
    const abouts = await this.openSubjects();
    const authors = await this.citizens.sample(400);
    if (abouts.length === 0 || authors.length === 0) return;
    for (const [at, wanted] of livelyComments.entries()) {
      const about = abouts[at % abouts.length];
      const author = authors[Math.floor(random() * authors.length)];
      if (about && author) await this.write(aRecord(wanted, at, { about, authorId: author.id, at: new Date(now.getTime() - (10 + random() * 170) * minute) }));
      progress('comments', at + 1, livelyComments.length);
    }
  }

  private async openSubjects(): Promise<SubjectCard[]> {
    const discussed = await this.counts.find({ total: { $gt: 0 } }).sort({ _id: -1 }).limit(60).lean<CommentCount[]>().exec();
    const subjects = discussed.map(({ _id }) => parseSubject(_id)).filter((subject) => subject !== null);
    const cards = [...(await this.subjects.cards(subjects)).values()];
    return cards.filter(({ isPublic, acceptsComments }) => isPublic && acceptsComments);
  }

  private async write(record: CommentRecord): Promise<void> {
    if (await this.comments.exists({ _id: record._id })) return;
    await this.comments.create(record);
    await this.standing.enter(record);
  }
}

function aRecord({ text, alignment, waits }: LivelyComment, number: number, { about, authorId, at }: { about: SubjectCard; authorId: string; at: Date }): CommentRecord {
  return {
    _id: `seed-lively-${String(number).padStart(2, '0')}`,
    subject: subjectKey(about),
    parentId: null,
    authorId,
    alignment,
    text,
    visibility: waits ? 'waiting' : 'public',
    listed: !waits,
    supports: 0,
    supportsSeq: 0,
    replies: 0,
    entered: false,
    nonce: `seed:${number}`,
    createdAt: at,
    publishedAt: waits ? null : at,
    editedAt: null,
    verdict: null,
    decidedAt: null,
  };
}

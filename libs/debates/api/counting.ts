import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Comments } from '@isegoria/comments/api';
import type { CommentPublished, CommentsCounted } from '@isegoria/comments/contracts';
import { Events, Turns } from '@isegoria/kernel/api';
import { Announcer } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Debate } from './debate.schema';
import { subjectOf } from './moves';

/** How many people took part in a debate and on which sides: counted anew from the comments after each change, one count at a time, so that no older one is written over a newer. */
@Injectable()
export class Counting implements OnModuleInit {
  constructor(
    @InjectModel(Debate.name) private readonly debates: Model<Debate>,
    private readonly comments: Comments,
    private readonly announcer: Announcer,
    private readonly turns: Turns,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.later('comments.counted', 'debates.count', (counted) => this.counted(counted));
    this.events.later('comment.published', 'debates.said', (said) => this.said(said));
  }

  async counted({ subject }: Pick<CommentsCounted, 'subject'>): Promise<void> {
    if (subject.kind !== 'debate') return;
    await this.turns.take(`debate-people:${subject.id}`, async () => {
      const [authors, { for: argumentsFor, against: argumentsAgainst }] = await Promise.all([this.comments.authorsOn([subject]), this.comments.countsOf(subject)]);
      const { matchedCount } = await this.debates.updateOne({ _id: subject.id }, { $set: { people: authors.length, argumentsFor, argumentsAgainst } }).exec();
      if (matchedCount > 0) await this.announcer.announce(subjectOf(subject.id), 'people', { people: authors.length, argumentsFor, argumentsAgainst });
    });
  }

  /** Hearing it late or twice moves nothing back. */
  private async said({ subject, at }: CommentPublished): Promise<void> {
    if (subject.kind === 'debate') await this.debates.updateOne({ _id: subject.id }, { $max: { lastSaidAt: at } }).exec();
  }
}

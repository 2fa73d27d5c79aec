import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { CommentsCounted } from '@isegoria/comments/contracts';
import { type ArgumentsDelta, articleOfSubject, type Stance, stanceQuestion, type StancesDelta } from '@isegoria/consultations/contracts';
import { Events } from '@isegoria/kernel/api';
import { Announcer } from '@isegoria/realtime/api';
import type { BallotCounted } from '@isegoria/votes/contracts';
import type { Model } from 'mongoose';
import { AmendmentRecord } from './amendments/amendment.schema';
import { ArticleCounts } from './articles/article-counts';

/** What consultations hear from those who count: how people stand, who supports an amendment, how many arguments there are. */
@Injectable()
export class Hearing implements OnModuleInit {
  constructor(
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    private readonly counts: ArticleCounts,
    private readonly announcer: Announcer,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.on('ballot.counted', 'consultations.stances', (counted) => this.stood(counted));
    this.events.on('ballot.counted', 'consultations.supports', (counted) => this.supported(counted));
    this.events.on('comments.counted', 'consultations.arguments', (counted) => this.argued(counted));
  }

  private async stood({ subject, voters: people, counts, seq: countedSeq }: BallotCounted): Promise<void> {
    const article = subject.kind === 'consultation-article' ? articleOfSubject(subject.id) : null;
    if (!article) return;
    const { consultationId, articleId } = article;
    const of = (stance: Stance) => counts.find(({ questionId, optionId }) => questionId === stanceQuestion && optionId === stance)?.count ?? 0;
    const stances = { agree: of('agree'), withChanges: of('withChanges'), disagree: of('disagree'), people };
    await this.counts.stances(consultationId, articleId, { ...stances, countedSeq });
    const delta: StancesDelta = { articleId, ...stances };
    await this.announcer.announce({ kind: 'consultation', id: consultationId }, 'stances', delta);
  }

  private async supported({ subject, kind, voters, seq }: BallotCounted): Promise<void> {
    if (subject.kind !== 'amendment' || kind !== 'support') return;
    await this.amendments.updateOne({ _id: subject.id, supportsSeq: { $lte: seq } }, { $set: { supports: voters, supportsSeq: seq } }).exec();
  }

  private async argued({ subject, total, neutral, against, for: inFavour }: CommentsCounted): Promise<void> {
    const article = subject.kind === 'consultation-article' ? articleOfSubject(subject.id) : null;
    if (!article && subject.kind !== 'consultation') return;
    const consultationId = article?.consultationId ?? subject.id;
    const counted = { for: inFavour, against, neutral, total };
    await this.counts.arguments(consultationId, article?.articleId ?? null, counted);
    const delta: ArgumentsDelta = { articleId: article?.articleId ?? null, ...counted };
    await this.announcer.announce({ kind: 'consultation', id: consultationId }, 'arguments', delta);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { AmendmentsDelta } from '@isegoria/consultations/contracts';
import { Clock, eachLeft, Events, Jobs } from '@isegoria/kernel/api';
import { afterDecision, type ModerationDecided } from '@isegoria/moderation/contracts';
import { Follows } from '@isegoria/notifications/api';
import { Announcer } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { AmendmentRecord } from './amendment.schema';
import { ArticleCounts } from '../articles/article-counts';
import { ArticleTexts } from '../articles/article-texts';
import { Consultation } from '../consultation.schema';
import { ConsultationBallots } from '../consultation-ballots';
import { articleSubject } from '../consultation-views';

/** What a moderator reads in the place of a wording. */
const leaveOut = 'Να αφαιρεθεί το άρθρο.';

const forgottenAfterMs = 30_000;
const lookMs = 60_000;

/** What follows when an amendment comes or goes, whoever moved it: the moderators' case, the ballot, the counts, every open page. Each step may be taken twice. */
@Injectable()
export class AmendmentStanding implements OnModuleInit {
  constructor(
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    private readonly texts: ArticleTexts,
    private readonly counts: ArticleCounts,
    private readonly ballots: ConsultationBallots,
    private readonly follows: Follows,
    private readonly announcer: Announcer,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.on('moderation.decided', 'consultations.decide', (decided) => this.decide(decided));
    this.jobs.every('consultations.enter', lookMs, () => this.enterTheForgotten());
  }

  /** It is new, became public or was taken back. The mark is set last, so that one whose process died in between is found and entered again. */
  async enter(record: AmendmentRecord): Promise<void> {
    if (record.entered) return;
    const consultation = await this.consultations.findById(record.consultationId).lean<Consultation>().exec();
    if (!consultation) return;
    if (record.visibility === 'withdrawn') await this.gone(record);
    else {
      await this.submit(record, consultation);
      if (record.visibility === 'public') await this.publish(record, consultation);
    }
    await this.amendments.updateOne({ _id: record._id, visibility: record.visibility }, { $set: { entered: true } }).exec();
  }

  /** Hears a moderator. An older decision that comes late, or again, changes nothing; neither does one about what was taken back. */
  async decide(decided: ModerationDecided): Promise<void> {
    const { item, at } = decided;
    if (item.kind !== 'amendment') return;
    const set = afterDecision(decided);
    const { visibility } = set;
    const pending = { _id: item.id, $or: [{ decidedAt: null }, { decidedAt: { $lt: at } }] };
    // What is hidden is over: its author may write another. What was sent back waits for them to take it back.
    const moves = { $set: { ...set, ...(visibility === 'public' && { entered: false }) }, ...(visibility === 'hidden' && { $unset: { slot: 1 } }) };
    const former = await this.amendments.findOneAndUpdate({ ...pending, visibility: { $nin: ['withdrawn', visibility] } }, moves).lean<AmendmentRecord>().exec();
    if (!former) await this.amendments.updateOne({ ...pending, visibility }, { $set: set }).exec();
    else if (visibility === 'public') await this.enter({ ...former, ...set, entered: false });
    else if (former.visibility === 'public') await this.recount({ ...former, ...set });
  }

  /** Enters those that were written or taken back, and whose process did not live to tell anyone. */
  async enterTheForgotten(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - forgottenAfterMs);
    const forgotten = await this.amendments.find({ entered: false, createdAt: { $lt: before } }).limit(100).lean<AmendmentRecord[]>().exec();
    await eachLeft('amendments', forgotten, (record) => this.enter(record));
  }

  private async submit(record: AmendmentRecord, consultation: Consultation): Promise<void> {
    const { _id, consultationId, articleId, authorId, isRemoval, text, reason, visibility, createdAt } = record;
    const article = (await this.texts.asked(consultationId)).find(({ id }) => id === articleId);
    const name = [article?.label, article?.title].filter(Boolean).join(' – ');
    await this.follows.follow(authorId, { kind: 'amendment', id: _id }, 'author');
    await this.events.publish('contribution.submitted', {
      item: { kind: 'amendment', id: _id },
      authorId,
      title: [name, consultation.title.el].filter(Boolean).join(' · '),
      text: `${isRemoval ? leaveOut : text}\n\n${reason}`,
      mode: visibility === 'waiting' ? 'wait' : 'public',
      subject: articleSubject(consultationId, articleId),
      at: createdAt,
    });
  }

  private async publish(record: AmendmentRecord, consultation: Consultation): Promise<void> {
    const { _id: id, consultationId, articleId, authorId } = record;
    const at = record.publishedAt ?? this.clock.now();
    if (!record.publishedAt) await this.amendments.updateOne({ _id: id, publishedAt: null }, { $set: { publishedAt: at } }).exec();
    await this.ballots.openAmendment(id, consultation);
    await this.ballots.settleAmendment(id, consultation);
    await this.recount({ ...record, visibility: 'public' });
    if (!record.publishedAt || !record.decidedAt) await this.events.publish('amendment.published', { id, consultationId, articleId, authorId, at });
  }

  private async gone(record: AmendmentRecord): Promise<void> {
    await this.events.publish('contribution.withdrawn', { item: { kind: 'amendment', id: record._id } });
    if (!record.publishedAt) return;
    await this.ballots.closeAmendment(record._id);
    await this.recount(record);
  }

  private async recount({ _id: id, consultationId, articleId, visibility }: AmendmentRecord): Promise<void> {
    const amendments = await this.counts.amended(consultationId, articleId);
    const delta: AmendmentsDelta = { articleId, amendments, id, isPublic: visibility === 'public' };
    await this.announcer.announce({ kind: 'consultation', id: consultationId }, 'amendments', delta);
    await this.announcer.announce(articleSubject(consultationId, articleId), 'amendments', delta);
  }
}

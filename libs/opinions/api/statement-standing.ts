import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, eachLeft, Events, Subjects } from '@isegoria/kernel/api';
import { parseSubject } from '@isegoria/kernel/contracts';
import { afterDecision, type ModerationDecided } from '@isegoria/moderation/contracts';
import { Cartographer } from './cartographer';
import { StatementRecord } from './opinion.schema';
import { OpinionPages } from './opinion-pages';

const forgottenAfterMs = 30_000;

/** What follows when a statement comes, goes, or is decided about: the moderators' queue, the map. Each step may be taken twice. */
@Injectable()
export class StatementStanding {
  constructor(
    @InjectModel(StatementRecord.name) private readonly statements: Model<StatementRecord>,
    private readonly cartographer: Cartographer,
    private readonly pages: OpinionPages,
    private readonly subjects: Subjects,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The mark is set last, so that one whose process died in between is found and entered again. */
  async enter(record: StatementRecord): Promise<void> {
    if (record.entered) return;
    if (record.visibility === 'withdrawn') return this.withdrawn(record);
    const subject = parseSubject(record.subject);
    if (!subject) return;
    const card = await this.subjects.card(subject);
    const mode = record.visibility === 'waiting' ? 'wait' : 'public';
    await this.events.publish('contribution.submitted', { item: { kind: 'opinion', id: record._id }, authorId: record.authorId, title: card?.title ?? '', text: record.text, mode, subject, at: record.createdAt });
    await this.changed(record.subject);
    await this.done(record._id, record.visibility);
  }

  async enterTheForgotten(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - forgottenAfterMs);
    const forgotten = await this.statements.find({ entered: false, createdAt: { $lt: before } }).limit(100).lean<StatementRecord[]>().exec();
    await eachLeft('statements', forgotten, (record) => this.enter(record));
  }

  /** Hears a moderator. An older decision that comes late, or again, changes nothing; neither does one about a withdrawn statement. */
  async decide(decided: ModerationDecided): Promise<void> {
    const { item, at } = decided;
    if (item.kind !== 'opinion') return;
    const after = afterDecision(decided);
    const pending = { _id: item.id, visibility: { $ne: 'withdrawn' as const }, $or: [{ decidedAt: null }, { decidedAt: { $lt: at } }] };
    const former = await this.statements.findOneAndUpdate(pending, { $set: after }).lean<StatementRecord>().exec();
    if (former && former.visibility !== after.visibility) await this.changed(former.subject);
  }

  async withdrawn(former: StatementRecord): Promise<void> {
    await this.events.publish('contribution.withdrawn', { item: { kind: 'opinion', id: former._id } });
    await this.changed(former.subject);
    await this.done(former._id, 'withdrawn');
  }

  /** What was changed once more meanwhile stays to be told. */
  private async done(_id: string, visibility: StatementRecord['visibility']): Promise<void> {
    await this.statements.updateOne({ _id, visibility }, { $set: { entered: true } }).exec();
  }

  private async changed(subject: string): Promise<void> {
    this.pages.forget(subject);
    await this.cartographer.due(subject);
  }
}

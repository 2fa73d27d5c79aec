import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Comment, CommentVisibility } from '@isegoria/comments/contracts';
import { Citizens } from '@isegoria/identity/api';
import { Clock, eachLeft, Events, Subjects } from '@isegoria/kernel/api';
import { parseSubject, type Subject } from '@isegoria/kernel/contracts';
import { afterDecision, type ModerationDecided } from '@isegoria/moderation/contracts';
import { Announcer } from '@isegoria/realtime/api';
import { CommentCounts } from './comment-counts';
import { CommentPages } from './comment-pages';
import { publicView } from './comment-view';
import { CommentEdition, CommentRecord } from './comment.schema';

const longestLiveHtml = 5000;
const forgottenAfterMs = 30_000;

/**
 * What follows when a comment's place among the public ones changes, whoever changed it: the counts, the open page of every
 * reader, the moderators' queue, the ballot on which people agree. Each step may be taken twice.
 */
@Injectable()
export class CommentStanding {
  constructor(
    @InjectModel(CommentRecord.name) private readonly comments: Model<CommentRecord>,
    @InjectModel(CommentEdition.name) private readonly editions: Model<CommentEdition>,
    private readonly counts: CommentCounts,
    private readonly pages: CommentPages,
    private readonly subjects: Subjects,
    private readonly citizens: Citizens,
    private readonly announcer: Announcer,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** A comment is new, or became public. The mark is set last, so that one whose process died in between is found and entered again. */
  async enter(record: CommentRecord): Promise<void> {
    if (record.entered) return;
    if (record.visibility === 'withdrawn') return this.withdrawn(record, 'public');
    await this.submit(record);
    if (record.visibility === 'public') await this.publish(record);
    await this.done(record);
  }

  /** Enters those that were written, changed or taken back, and whose process did not live to tell anyone. */
  async enterTheForgotten(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - forgottenAfterMs);
    const forgotten = await this.comments.find({ entered: false, createdAt: { $lt: before } }).limit(100).lean<CommentRecord[]>().exec();
    await eachLeft('comments', forgotten, (record) => this.enter(record));
  }

  /** Its author put it right. */
  async edited(record: CommentRecord, former: CommentVisibility): Promise<void> {
    await this.submit(record);
    if (record.visibility === 'public' && former !== 'public') await this.publish(record);
    else await this.announceChange(record, former);
    await this.done(record);
  }

  /** Its author took it back, and wants it gone: neither it nor its earlier editions are kept here. */
  async withdrawn(record: CommentRecord, former: CommentVisibility): Promise<void> {
    await this.editions.deleteMany({ commentId: record._id }).exec();
    await this.announceChange(record, former);
    await this.events.publish('contribution.withdrawn', { item: { kind: 'comment', id: record._id } });
    await this.done(record);
  }

  /** Hears a moderator. An older decision that comes late, or again, changes nothing; neither does one about a withdrawn comment. */
  async decide(decided: ModerationDecided): Promise<void> {
    const { item, at } = decided;
    if (item.kind !== 'comment') return;
    const after = afterDecision(decided);
    const { visibility } = after;
    const isShown = visibility === 'public';
    const pending = { _id: item.id, $or: [{ decidedAt: null }, { decidedAt: { $lt: at } }] };
    const change = { ...after, listed: isShown };
    const moves = { ...change, ...(isShown && { entered: false }) };
    const former = await this.comments.findOneAndUpdate({ ...pending, visibility: { $nin: ['withdrawn', visibility] } }, { $set: moves }).lean<CommentRecord>().exec();
    if (!former) await this.comments.updateOne({ ...pending, visibility }, { $set: change }).exec();
    else if (isShown) await this.enter({ ...former, ...moves });
    else await this.announceChange({ ...former, ...moves }, former.visibility);
  }

  /** What was changed once more meanwhile stays to be told. */
  private async done({ _id, visibility, editedAt }: CommentRecord): Promise<void> {
    await this.comments.updateOne({ _id, visibility, editedAt }, { $set: { entered: true } }).exec();
  }

  private async submit(record: CommentRecord): Promise<void> {
    const subject = parseSubject(record.subject);
    if (!subject || (record.visibility !== 'waiting' && record.visibility !== 'public')) return;
    const card = await this.subjects.card(subject);
    await this.events.publish('contribution.submitted', {
      item: { kind: 'comment', id: record._id },
      authorId: record.authorId,
      title: card?.title ?? '',
      text: record.text,
      mode: record.visibility === 'waiting' ? 'wait' : 'public',
      subject,
      alignment: record.parentId ? 'REPLY' : record.alignment,
      at: record.editedAt ?? record.createdAt,
    });
  }

  private async publish(record: CommentRecord): Promise<void> {
    const subject = parseSubject(record.subject);
    if (!subject) return;
    const at = record.publishedAt ?? this.clock.now();
    if (!record.publishedAt) await this.comments.updateOne({ _id: record._id, publishedAt: null }, { $set: { publishedAt: at } }).exec();
    await this.events.publish('ballots.wanted', { ballots: [agreementBallot(record._id)] });
    const { _id: id, parentId, authorId, alignment } = record;
    await this.announcer.announce(subject, 'comment.published', { id, parentId, alignment, comment: await this.brief(record) });
    await this.recount(record);
    await this.events.publish('comment.published', { id, subject, parentId, authorId, alignment, at });
  }

  private async announceChange(record: CommentRecord, former: CommentVisibility): Promise<void> {
    const subject = parseSubject(record.subject);
    if (!subject || former !== 'public') return this.pages.forget(record.subject);
    if (record.visibility === 'public') await this.announceText(subject, record);
    else await this.announcer.announce(subject, 'comment.hidden', { id: record._id, parentId: record.parentId });
    await this.recount(record);
  }

  private async announceText(subject: Subject, record: CommentRecord): Promise<void> {
    const comment = await this.brief(record);
    await this.announcer.announce(subject, 'comment.edited', { id: record._id, parentId: record.parentId, html: comment?.html ?? null, editedAt: record.editedAt });
  }

  /** The comment as every reader may have it, or null where it is too long for a delta: then pages ask for it. */
  private async brief(record: CommentRecord): Promise<Comment | null> {
    const view = publicView(record, await this.citizens.cards([record.authorId]));
    return view.html.length > longestLiveHtml ? null : { ...view, text: '' };
  }

  private async recount(record: CommentRecord): Promise<void> {
    if (record.parentId) await this.counts.recountReplies(record.parentId);
    this.pages.forget(record.subject);
    await this.counts.recount(record.subject);
    this.pages.forget(record.subject);
  }
}

/** The ballot of a comment: one question, one option. */
export function agreementBallot(id: string) {
  const subject: Subject = { kind: 'comment', id };
  return { id: `comment:${id}`, subject, kind: 'support' as const, questions: [{ id: 'support', options: ['yes'] }] };
}

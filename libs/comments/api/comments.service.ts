import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import {
  type AddCommentInput, type AddCommentResult, editSchema, type EditCommentResult, newCommentSchema, type WithdrawCommentResult,
} from '@isegoria/comments/contracts';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { Clock, isThere, Limits, newId, plain, Subjects } from '@isegoria/kernel/api';
import { parseSubject, problemsOf, subjectKey } from '@isegoria/kernel/contracts';
import { CommentPages } from './comment-pages';
import { CommentEdition, CommentRecord } from './comment.schema';
import { CommentStanding } from './comment-standing';
import { firstVisibility, refusalToEdit, refusalToWrite, visibilityAfterEdit } from './comments.rules';

const pace = { points: 20, seconds: 600 };
const noComment = { __typename: 'NotFound', reason: 'comment' } as const;

/** What an author may do with a comment: write it, correct it, take it back. */
@Injectable()
export class CommentsService {
  constructor(
    @InjectModel(CommentRecord.name) private readonly comments: Model<CommentRecord>,
    @InjectModel(CommentEdition.name) private readonly editions: Model<CommentEdition>,
    private readonly subjects: Subjects,
    private readonly pages: CommentPages,
    private readonly standing: CommentStanding,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async add(citizen: Citizen, input: AddCommentInput): Promise<AddCommentResult> {
    const text = plain(input.text);
    const problems = problemsOf(newCommentSchema, { ...input, text });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const unconfirmed = mayContribute(citizen);
    if (unconfirmed) return unconfirmed;
    const card = await this.subjects.card(input.subject);
    const refused = refusalToWrite(card);
    if (refused) return refused;
    if (input.parentId && !(await this.isArgument(input.parentId, subjectKey(input.subject)))) return noComment;
    const tooMany = await this.limits.take('comment', citizen.id, pace);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };

    const record = await this.insertOnce(this.aRecord(citizen, { ...input, text }, firstVisibility(card?.commentMode)));
    await this.standing.enter(record);
    return this.saved(record._id, citizen.id);
  }

  async edit(citizen: Citizen, id: string, written: string): Promise<EditCommentResult> {
    const text = plain(written);
    const problems = problemsOf(editSchema, { text });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const record = await this.ownedBy(citizen, id);
    if (!record) return noComment;
    const now = this.clock.now();
    const refused = refusalToEdit(record, now);
    if (refused) return { __typename: 'NotAllowed', reason: refused };

    const subject = parseSubject(record.subject);
    const card = subject && (await this.subjects.card(subject));
    const visibility = visibilityAfterEdit(record.visibility, card?.commentMode);
    // The former state stands in the filter: a decision that came in between is not overwritten.
    const unchanged = { _id: id, visibility: record.visibility, text: record.text };
    const changed = { text, visibility, listed: visibility === 'public', editedAt: now, entered: false };
    // The edition first: a withdrawal in between takes all of them with it.
    const edition = await this.editions.create({ _id: newId(), commentId: id, text: record.text, until: now });
    const { matchedCount } = await this.comments.updateOne(unchanged, { $set: changed }).exec();
    if (matchedCount === 0) {
      await this.editions.deleteOne({ _id: edition._id }).exec();
      return { __typename: 'NotAllowed', reason: 'changed' };
    }
    await this.standing.edited({ ...record, ...changed }, record.visibility);
    return this.saved(id, citizen.id);
  }

  async withdraw(citizen: Citizen, id: string): Promise<WithdrawCommentResult> {
    const record = await this.ownedBy(citizen, id);
    if (!record) return noComment;
    if (record.visibility !== 'withdrawn') await this.takeBack(record);
    return this.saved(id, citizen.id);
  }

  async takeBack(record: CommentRecord): Promise<void> {
    const changed = { text: '', visibility: 'withdrawn' as const, listed: record.replies > 0, verdict: null, entered: false };
    await this.comments.updateOne({ _id: record._id }, { $set: changed }).exec();
    await this.standing.withdrawn({ ...record, ...changed }, record.visibility);
  }

  private async saved(id: string, citizenId: string): Promise<{ __typename: 'CommentSaved'; comment: Awaited<ReturnType<CommentPages['viewFor']>> }> {
    const record = await this.comments.findById(id).lean<CommentRecord>().orFail().exec();
    return { __typename: 'CommentSaved', comment: await this.pages.viewFor(record, citizenId) };
  }

  /** Inserts, or answers what the same nonce inserted before. */
  private async insertOnce(record: CommentRecord): Promise<CommentRecord> {
    try {
      await this.comments.create(record);
      return record;
    } catch (error) {
      if (!isThere(error)) throw error;
      return this.comments.findOne({ authorId: record.authorId, nonce: record.nonce }).lean<CommentRecord>().orFail().exec();
    }
  }

  private aRecord(citizen: Citizen, input: AddCommentInput, visibility: 'waiting' | 'public'): CommentRecord {
    const now = this.clock.now();
    return {
      _id: newId(now),
      subject: subjectKey(input.subject),
      parentId: input.parentId ?? null,
      authorId: citizen.id,
      alignment: input.parentId ? 'NEUTRAL' : input.alignment,
      text: input.text,
      visibility,
      listed: visibility === 'public',
      supports: 0,
      supportsSeq: 0,
      replies: 0,
      entered: false,
      nonce: input.nonce,
      createdAt: now,
      publishedAt: visibility === 'public' ? now : null,
      editedAt: null,
      verdict: null,
      decidedAt: null,
    };
  }

  private async isArgument(id: string, subject: string): Promise<boolean> {
    return (await this.comments.exists({ _id: id, subject, parentId: null, visibility: 'public' })) !== null;
  }

  private ownedBy(citizen: Citizen, id: string): Promise<CommentRecord | null> {
    return this.comments.findOne({ _id: id, authorId: citizen.id }).lean<CommentRecord>().exec();
  }
}

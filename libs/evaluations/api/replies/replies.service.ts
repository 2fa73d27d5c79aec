import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type EvaluationRound, type LatestReply, type RepliedEvent, type Reply as ReplyView, type ReplyInput, replyProblems, type ReplyResult } from '@isegoria/evaluations/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, Events, plain, Unheard, unheard, unlessThere } from '@isegoria/kernel/api';
import { type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { Announcer } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { EvaluationNews } from '../evaluation-news';
import { isOverdue } from './replies.rules';
import { Reply } from './reply.schema';
import { refusalToSpeak, type Weighed } from '../figures/weighing.rules';
import { Weighing } from '../figures/weighing.service';

/** More of the latest are not told at once. */
const MOST = 30;
const NOT_FOUND = { __typename: 'NotFound', reason: 'decision' } as const;

/** «You said, we did»: a department answers the pattern, in public, and everybody who evaluated is told. */
@Injectable()
export class Replies implements OnModuleInit {
  constructor(
    @InjectModel(Reply.name) private readonly replies: Model<Reply>,
    private readonly weighing: Weighing,
    private readonly organisation: Organisation,
    private readonly news: EvaluationNews,
    private readonly announcer: Announcer,
    private readonly events: Events,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.replies);
    this.events.later('decision.replied', 'evaluations.news', (replied) => this.tell(replied));
  }

  async of({ kind, id }: Subject): Promise<ReplyView[]> {
    const weighed = await this.weighing.find(id);
    const found = await this.replies.find({ 'subject.kind': String(kind), 'subject.id': String(id) }).sort({ at: -1 }).limit(100).lean<Reply[]>().exec();
    return found.map((reply) => this.view(reply, weighed));
  }

  /** The last ones of all, newest first. */
  async latest(first: number): Promise<LatestReply[]> {
    const many = Math.min(Math.max(Math.trunc(first) || 1, 1), MOST);
    return this.views(await this.replies.find({}).sort({ at: -1, _id: -1 }).limit(many).lean<Reply[]>().exec());
  }

  /** Replies as everybody may read them, each with what it is about. */
  async views(replies: readonly Reply[]): Promise<LatestReply[]> {
    const weighed = await this.weighing.named(replies.map(({ subject }) => subject));
    return replies.flatMap((reply) => {
      const about = weighed.get(subjectKey(reply.subject));
      return about ? [{ reply: this.view(reply, about), title: about.title, path: about.path }] : [];
    });
  }

  async reply(official: Citizen, input: ReplyInput): Promise<ReplyResult> {
    const weighed = await this.weighing.find(input.subject.id);
    if (!weighed || weighed.subject.kind !== input.subject.kind) return NOT_FOUND;
    // What belonged to a department that is retired belongs to none: any of the others may answer for it.
    const theirs = await this.organisation.answering(weighed.departmentId, null);
    const reason = refusalToSpeak(official, theirs) ?? (wasAsked(weighed, input.round) ? null : 'round');
    if (reason) return { __typename: 'NotAllowed', reason };
    const words = { said: plain(input.said), did: plain(input.did), promise: plain(input.promise ?? ''), dueAt: input.dueAt ?? null, nonce: input.nonce };
    const problems = replyProblems(words, this.clock.now());
    const criterionId = input.criterionId ?? null;
    if (criterionId && !weighed.criteria.some(({ id }) => id === criterionId)) problems.push({ field: 'criterionId', code: 'invalid', limit: null });
    if (problems.length > 0) return { __typename: 'Invalid', problems };

    const { said, did, promise, dueAt, nonce } = words;
    const at = this.clock.now();
    const _id = createHash('sha256').update(`${official.id} ${nonce}`).digest('base64url').slice(0, 22);
    const round: EvaluationRound = input.round === 2 ? 2 : 1;
    const departmentId = theirs ?? (await this.organisation.answering(official.departmentId, null));
    const told = unheard('decision.replied', { replyId: _id, subject: weighed.subject, isKept: false, at });
    await this.replies.create({ _id, subject: weighed.subject, round, criterionId, said, did, promise: promise && dueAt ? { text: promise, dueAt, doneAt: null } : null, departmentId, byId: official.id, at, unheard: [told] }).catch(unlessThere);
    return this.announced(_id, weighed);
  }

  /** The promise is kept: said once, and everybody who was promised it is told. */
  async keepPromise(official: Citizen, replyId: string): Promise<ReplyResult> {
    const reply = await this.replies.findById(String(replyId)).lean<Reply>().exec();
    const weighed = reply?.promise && (await this.weighing.find(reply.subject.id));
    if (!reply || !weighed) return NOT_FOUND;
    const reason = refusalToSpeak(official, await this.organisation.answering(reply.departmentId, null));
    if (reason) return { __typename: 'NotAllowed', reason };
    const at = this.clock.now();
    const told = unheard('decision.replied', { replyId: reply._id, subject: reply.subject, isKept: true, at });
    await this.replies.updateOne({ _id: reply._id, 'promise.doneAt': null }, { $set: { 'promise.doneAt': at }, $push: { unheard: told } }).exec();
    return this.announced(reply._id, weighed);
  }

  private async announced(_id: string, weighed: Weighed): Promise<ReplyResult> {
    const reply = await this.replies.findById(_id).lean<Reply>().exec();
    if (!reply) return NOT_FOUND;
    await this.unheard.tell(this.replies, _id);
    await this.announcer.announce(reply.subject, 'replied', {});
    return { __typename: 'ReplySaved', reply: this.view(reply, weighed) };
  }

  private async tell({ replyId, isKept }: RepliedEvent): Promise<void> {
    const reply = await this.replies.findById(replyId).lean<Reply>().exec();
    const weighed = reply && (await this.weighing.find(reply.subject.id));
    if (!reply || !weighed) return;
    if (isKept) await this.news.promiseKept(reply, weighed.title);
    else await this.news.replied(reply, weighed.title);
  }

  private view({ _id: id, subject, round, criterionId, said, did, promise, departmentId, at }: Reply, weighed: Weighed | null): ReplyView {
    const criterion = weighed?.criteria.find((one) => one.id === criterionId)?.label ?? null;
    return { id, subject, round, criterionId, criterion, said, did, departmentId, at, promise: promise && { ...promise, isOverdue: isOverdue(promise, this.clock.now()) } };
  }
}

const wasAsked = ({ openedAt, secondAt }: Weighed, round: number): boolean => (round === 1 ? openedAt !== null : round === 2 && secondAt !== null);

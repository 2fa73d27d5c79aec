import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { CommentsCounted } from '@isegoria/comments/contracts';
import { Citizens } from '@isegoria/identity/api';
import { Clock, Events, unheard } from '@isegoria/kernel/api';
import { subjectKey } from '@isegoria/kernel/contracts';
import type { ModerationDecided } from '@isegoria/moderation/contracts';
import { Announcer } from '@isegoria/realtime/api';
import { dueAfter, isHeld } from '@isegoria/requests/contracts';
import { Votes } from '@isegoria/votes/api';
import type { BallotCounted } from '@isegoria/votes/contracts';
import type { Model } from 'mongoose';
import { Catalogue } from '../catalogue';
import { change, standing } from '../change';
import { CitizenWords } from '../citizen-words.service';
import { FollowThrough } from '../follow-through';
import { requestSubject, titleOf } from '../request-labels';
import { type RemarkRecord, RequestRecord } from '../request.schema';

/** What requests hear from the others: a moderator decided, those affected and comments were counted. */
@Injectable()
export class Hearing implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly catalogue: Catalogue,
    private readonly words: CitizenWords,
    private readonly citizens: Citizens,
    private readonly votes: Votes,
    private readonly followThrough: FollowThrough,
    private readonly announcer: Announcer,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.on('moderation.decided', 'requests', (decided) => this.decided(decided));
    this.events.on('ballot.counted', 'requests', (counted) => this.counted(counted));
    this.events.on('comments.counted', 'requests', (counted) => this.commented(counted));
  }

  /** Hearing it twice changes nothing. */
  async decided(decision: ModerationDecided): Promise<void> {
    if (decision.item.kind === 'request-moment') return this.words.decide(decision);
    if (decision.item.kind !== 'request') return;
    const seen = await this.requests.findById(decision.item.id).lean<RequestRecord>().exec();
    // What was taken back before anybody read it is over.
    if (!seen || (seen.status === 'withdrawn' && !seen.listed)) return;
    const moved = decision.decision === 'approved' ? await this.approve(seen) : await this.refuse(seen, decision, decision.decision);
    if (!moved) return this.decided(decision);
    if (moved.revision === seen.revision) return;
    await this.followThrough.changed(moved);
    if (seen.listed && !moved.listed) await this.announcer.announce(requestSubject(moved._id), 'hidden', {});
  }

  /** How many it concerns too. The reporter's own press says nothing new; an older count that arrives late is not taken. */
  async counted({ subject, kind, voters, seq }: BallotCounted): Promise<void> {
    if (subject.kind !== 'request' || kind !== 'support') return;
    const request = await this.requests.findById(subject.id, { reporterId: 1 }).lean<Pick<RequestRecord, 'reporterId'>>().exec();
    const reporter = request?.reporterId ? await this.citizens.find(request.reporterId) : null;
    const [own] = await this.votes.of(reporter, [subjectKey(subject)]);
    const affected = voters - (own && own.answers.length > 0 ? 1 : 0);
    await this.requests.updateOne({ _id: subject.id, countedSeq: { $lte: seq } }, { $set: { affected, countedSeq: seq } }).exec();
  }

  async commented({ subject, total }: CommentsCounted): Promise<void> {
    if (subject.kind === 'request') await this.requests.updateOne({ _id: subject.id }, { $set: { comments: total } }).exec();
  }

  /** It stands as it stood before a moderator had it; what nobody had read yet reaches the department now. */
  private async approve(seen: RequestRecord): Promise<RequestRecord | null> {
    if (!isHeld(seen.status)) return seen;
    const before = seen.remark?.from ?? seen.status;
    const status = before === 'waiting' ? 'received' : before;
    const set = { ...standing(status, seen.isPrivate), remark: null, unfinished: true };
    if (seen.publishedAt) return change(this.requests, seen, set);
    const at = this.clock.now();
    const { _id: id, serviceId, departmentId, districtId, place } = seen;
    const service = await this.catalogue.service(serviceId);
    const dueAt = dueAfter(at, service?.days ?? 0);
    const published = unheard('request.published', { id, title: titleOf(service, place), serviceId, departmentId, districtId, at });
    return change(this.requests, seen, { ...set, publishedAt: at, changedAt: at, dueAt, promisedAt: dueAt }, { told: [published] });
  }

  private async refuse(seen: RequestRecord, { rule, reason, caseId, at }: ModerationDecided, decision: RemarkRecord['decision']): Promise<RequestRecord | null> {
    if (seen.status === decision && seen.remark?.caseId === caseId) return seen;
    const from = isHeld(seen.status) ? (seen.remark?.from ?? seen.status) : seen.status;
    return change(this.requests, seen, { ...standing(decision, seen.isPrivate), remark: { decision, rule, reason, caseId, at, from }, unfinished: true });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, eachLeft, Jobs, Unheard } from '@isegoria/kernel/api';
import { Follows } from '@isegoria/notifications/api';
import { Announcer } from '@isegoria/realtime/api';
import { Ballots, supportQuestions } from '@isegoria/votes/api';
import { subjectKey } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { requestSubject } from './request-labels';
import { RequestRecord } from './request.schema';

const lookAgainMs = 60_000;

/**
 * What follows from an act. Each step may come twice without harm, and the request stays marked `unfinished` until the last one, so that
 * what a crash cut short is done a minute later.
 */
@Injectable()
export class FollowThrough implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly follows: Follows,
    private readonly ballots: Ballots,
    private readonly announcer: Announcer,
    private readonly unheard: Unheard,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.requests);
    this.jobs.every('requests.follow-through', lookAgainMs, () => this.finishOld());
  }

  /** After it was taken in. */
  async takenIn(request: RequestRecord): Promise<void> {
    if (request.reporterId) await this.follows.follow(request.reporterId, requestSubject(request._id), 'author');
    await this.changed(request);
  }

  /** After every change of where it stands. */
  async changed(request: RequestRecord): Promise<void> {
    const { _id: id, listed, departmentId, status, revision } = request;
    const subject = requestSubject(id);
    if (listed) await this.ballots.open({ id: subjectKey(subject), subject, kind: 'support', questions: supportQuestions });
    await this.unheard.tell(this.requests, id);
    await this.announcer.announce(subject, 'changed', { status, revision });
    await this.announcer.announce({ kind: 'request-desk', id: departmentId }, 'queue', {});
    await this.requests.updateOne({ _id: id, revision }, { $unset: { unfinished: 1 } }).exec();
  }

  /** What a process that died left undone. */
  async finishOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - lookAgainMs / 2);
    await eachLeft('requests', await this.requests.find({ unfinished: true, changedAt: { $lt: before } }).limit(100).lean<RequestRecord[]>().exec(), (request) => this.takenIn(request));
  }
}

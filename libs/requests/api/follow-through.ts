import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, eachLeft, Events, Jobs, Unheard } from '@isegoria/kernel/api';
import { subjectKey } from '@isegoria/kernel/contracts';
import { Follows } from '@isegoria/notifications/api';
import { Announcer } from '@isegoria/realtime/api';
import { everyDesk } from '@isegoria/requests/contracts';
import { Ballots, supportQuestions } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Catalogue } from './catalogue';
import { News } from './links/news';
import { requestSubject, titleOf } from './request-labels';
import { RequestRecord } from './request.schema';

const lookAgainMs = 60_000;

/** Whoever has the queue of this department open hears of it, and an administrator, who sees all departments. */
export async function deskChanged(announcer: Announcer, departmentId: string): Promise<void> {
  for (const id of [departmentId, everyDesk]) await announcer.announce({ kind: 'request-desk', id }, 'queue', {});
}

/**
 * What follows from an act. Each step may come twice without harm, and the request stays marked `unfinished` until the last one, so that
 * what a crash cut short is done a minute later.
 */
@Injectable()
export class FollowThrough implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly catalogue: Catalogue,
    private readonly news: News,
    private readonly follows: Follows,
    private readonly ballots: Ballots,
    private readonly announcer: Announcer,
    private readonly events: Events,
    private readonly unheard: Unheard,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.requests);
    this.jobs.every('requests.follow-through', lookAgainMs, () => this.finishOld());
  }

  /** After it was taken in. A private one is no moderator's matter: nobody else reads it. */
  async takenIn(request: RequestRecord): Promise<void> {
    const { _id: id, reporterId, isPrivate, serviceId, place, text, status, createdAt } = request;
    const item = requestSubject(id);
    if (reporterId) await this.follows.follow(reporterId, item, 'author');
    if (!isPrivate) {
      const title = titleOf(await this.catalogue.service(serviceId), place).el;
      await this.events.publish('contribution.submitted', { item, authorId: reporterId ?? '', title, text, mode: status === 'waiting' ? 'wait' : 'public', at: createdAt });
    }
    await this.changed(request);
  }

  /** After every change of where it stands. Of one that came to a private service nobody else says any more that it concerns them too. */
  async changed(request: RequestRecord): Promise<void> {
    const { _id: id, listed, isPrivate, departmentId, status, revision } = request;
    const subject = requestSubject(id);
    const ballotId = subjectKey(subject);
    if (status === 'withdrawn') {
      await this.ballots.close(ballotId);
      await this.events.publish('contribution.withdrawn', { item: subject });
    } else if (isPrivate) await this.ballots.close(ballotId);
    else if (listed) await this.ballots.open({ id: ballotId, subject, kind: 'support', questions: supportQuestions });
    await this.unheard.tell(this.requests, id);
    if (isPrivate) await this.news.privately(request);
    await this.announcer.announce(subject, 'changed', { status, revision });
    await deskChanged(this.announcer, departmentId);
    await this.requests.updateOne({ _id: id, revision }, { $unset: { unfinished: 1 } }).exec();
  }

  /** What a process that died left undone. */
  async finishOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - lookAgainMs / 2);
    await eachLeft('requests', await this.requests.find({ unfinished: true, changedAt: { $lt: before } }).limit(100).lean<RequestRecord[]>().exec(), (request) =>
      request.history.length === 1 || request.status === 'waiting' ? this.takenIn(request) : this.changed(request),
    );
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, eachLeft, Events, gathered, Jobs } from '@isegoria/kernel/api';
import { Activity, Follows } from '@isegoria/notifications/api';
import { Processes } from '@isegoria/processes/api';
import { Announcer } from '@isegoria/realtime/api';
import { Ballots } from '@isegoria/votes/api';
import { ballotOf } from '../proposal-ballot';
import { ProposalLists } from '../proposal-lists';
import { Proposal } from '../proposal.schema';
import { stepDayOf } from '../proposals.rules';

const lookAgainMs = 60_000;

/**
 * What follows from an act: the moderators' case, the ballot, the news. Each step may come twice without harm, and the proposal
 * stays marked `unfinished` until the last one, so that what a crash cut short is done a minute later.
 */
@Injectable()
export class FollowThrough implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly lists: ProposalLists,
    private readonly ballots: Ballots,
    private readonly processes: Processes,
    private readonly follows: Follows,
    private readonly activity: Activity,
    private readonly announcer: Announcer,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): Promise<void> {
    this.jobs.every('proposals.follow-through', lookAgainMs, () => this.finishOld());
    return this.noteSteps();
  }

  /** After the author handed it in, or handed a change in. */
  async handedIn(proposal: Proposal): Promise<void> {
    const { _id: id, authorId, title, text, publication, submittedAt } = proposal;
    const waits = publication === 'waiting';
    const at = proposal.touchedAt;
    await this.follows.follow(authorId, { kind: 'proposal', id }, 'author');
    await this.events.publish('contribution.submitted', { item: { kind: 'proposal', id }, authorId, title, text, mode: waits ? 'wait' : 'public', at });
    if (submittedAt?.getTime() === at.getTime()) await this.events.publish('proposal.submitted', { id, authorId, waits, at });
    if (waits) return this.done(proposal);
    await this.published(proposal);
  }

  /** After everyone may read it. */
  async published(proposal: Proposal): Promise<void> {
    const { _id: id, authorId, title, category, district, departmentId, publishedAt, editedAt, answerDueAt, processId, requestIds = [], debateId = null } = proposal;
    const settings = processId ? await this.processes.settingsFor(processId) : null;
    if (settings?.supports ?? true) await this.ballots.open(ballotOf(id));
    // What was put right while it waited is as new as any; what is corrected later was told of already.
    const isFirst = proposal.unfinished === true && publishedAt !== null && (editedAt === null || editedAt < publishedAt);
    if (isFirst) {
      const at = publishedAt;
      await this.activity.record({ about: { kind: 'proposal', id }, name: 'proposals.published', params: { title }, at, key: `proposal.published:${id}` });
      await this.events.publish('proposal.published', { id, authorId, title, category: category ?? '', district: district ?? '', departmentId, answerDueAt: answerDueAt ?? at, requestIds, debateId, at });
    }
    await this.announcer.announce({ kind: 'proposal', id }, 'published', {});
    await this.done(proposal);
  }

  async withdrawn(proposal: Proposal): Promise<void> {
    const { _id: id, authorId, withdrawal } = proposal;
    const subject = { kind: 'proposal', id };
    await this.ballots.close(ballotOf(id).id);
    await this.events.publish('contribution.withdrawn', { item: subject });
    if (proposal.publishedAt && withdrawal) {
      await this.events.publish('proposal.withdrawn', { id, authorId, reason: withdrawal.reason, at: withdrawal.at });
      await this.announcer.announce(subject, 'withdrawn', {});
    }
    await this.done(proposal);
  }

  private async done({ _id, touchedAt }: Proposal): Promise<void> {
    this.lists.changed();
    await this.proposals.updateOne({ _id, touchedAt }, { $unset: { unfinished: 1 } }).exec();
  }

  /** What a process that died left undone. */
  async finishOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - lookAgainMs / 2);
    const cut = await this.proposals.find({ unfinished: true, touchedAt: { $lt: before } }).limit(100).lean<Proposal[]>().exec();
    await eachLeft('proposals', cut, (proposal) => (proposal.publication === 'withdrawn' ? this.withdrawn(proposal) : this.handedIn(proposal)));
  }

  /** Of what an older city accepted without keeping the next step's day apart. Whoever starts first does it; later starts find none left. */
  private async noteSteps(): Promise<void> {
    const unnoted = { stepDay: { $exists: false } };
    for await (const some of gathered<Proposal>(this.proposals.find({ listed: true, status: 'ACCEPTED', ...unnoted }, { answers: 1 }).lean<Proposal[]>().cursor())) {
      await this.proposals.bulkWrite(some.map(({ _id, answers }) => ({ updateOne: { filter: { _id, ...unnoted }, update: { $set: { stepDay: stepDayOf(answers.at(-1)) } } } })));
    }
  }
}

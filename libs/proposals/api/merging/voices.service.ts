import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, eachLeft, Events, Jobs, newId } from '@isegoria/kernel/api';
import { Follows } from '@isegoria/notifications/api';
import type { CloseMergeQuestionResult, MergeQuestion } from '@isegoria/proposals/contracts';
import { Announcer } from '@isegoria/realtime/api';
import { Votes } from '@isegoria/votes/api';
import type { BallotCounted } from '@isegoria/votes/contracts';
import { ballotOf } from '../proposal-ballot';
import { ProposalViews } from '../proposal-view';
import { Proposal } from '../proposal.schema';
import { MergeNo } from './merge-invitation.schema';

const counting = 'proposals.merging.count';
const countMs = 600_000;
/** The job that asks those whose votes came last (see `MergingNews`). */
export const askingLate = 'proposals.merging.ask-late';

/** Of some people's accounts: those who support a proposal, with the person behind each. */
type Supporters = Map<string, string>;

/**
 * The supporters of a merged proposal: who they are, what is asked of them, how many of them support the one in which it goes on. No support is ever moved; each
 * is given anew, by a cast of one's own.
 */
@Injectable()
export class Voices implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    @InjectModel(MergeNo.name) private readonly noes: Model<MergeNo>,
    private readonly votes: Votes,
    private readonly follows: Follows,
    private readonly citizens: Citizens,
    private readonly views: ProposalViews,
    private readonly announcer: Announcer,
    private readonly jobs: Jobs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(counting, countMs, () => this.countAgain());
    this.events.on('ballot.counted', 'proposals.merging', (counted) => this.heard(counted));
    this.events.later('proposal.merged', 'proposals.merging.count', () => this.jobs.nudge(counting));
  }

  /** Whoever supports it. Everybody who supports something has come to follow it, also who then wanted to hear nothing; whether they support it, the count knows. */
  async supportersOf(id: string): Promise<Supporters> {
    const persons = await this.citizens.persons(await this.follows.everFollowed({ kind: 'proposal', id }));
    const giving = await this.votes.givenBy(ballotOf(id).id, [...persons.values()]);
    return new Map([...persons].filter(([, personId]) => giving.has(personId)));
  }

  /** Those of some supporters who support another proposal too. */
  async alsoFor(supporters: Supporters, id: string): Promise<Set<string>> {
    const giving = await this.votes.givenBy(ballotOf(id).id, [...supporters.values()]);
    return new Set([...supporters].filter(([, personId]) => giving.has(personId)).map(([citizenId]) => citizenId));
  }

  /** What is asked of a reader about merged proposals and the one in which they go on, where they supported the former and neither support the latter nor said no. */
  async questions(citizen: Citizen | null, parts: readonly Proposal[], end: Proposal | null): Promise<MergeQuestion[]> {
    if (!citizen || !end?.listed || parts.length === 0) return [];
    const [voted, noes] = await Promise.all([
      this.votes.of(citizen, [end, ...parts].map(({ _id }) => ballotOf(_id).id)),
      this.noes.find({ _id: { $in: parts.map(({ _id }) => noOf(_id, citizen.id)) } }).lean<MergeNo[]>().exec(),
    ]);
    const supported = new Set(voted.filter(({ answers }) => answers.length > 0).map(({ ballotId }) => ballotId));
    if (supported.has(ballotOf(end._id).id)) return [];
    const asked = parts.filter(({ _id, visibility }) => visibility === 'visible' && supported.has(ballotOf(_id).id) && !noes.some(({ proposalId }) => proposalId === _id));
    const [into, ...proposals] = await this.views.of([end, ...asked]);
    return into ? proposals.map((proposal) => ({ proposal, into })) : [];
  }

  async close(citizen: Citizen, proposalId: string): Promise<CloseMergeQuestionResult> {
    const id = String(proposalId);
    const isMerged = await this.proposals.exists({ _id: id, publication: 'merged' });
    if (!isMerged) return { __typename: 'NotFound', reason: 'proposal' };
    await this.noes.updateOne({ _id: noOf(id, citizen.id) }, { $setOnInsert: { proposalId: id, citizenId: citizen.id, at: this.clock.now() } }, { upsert: true }).exec();
    return { __typename: 'MergeQuestionClosed', id };
  }

  /** Somebody came to support, or no longer supports, a proposal that others are part of; or a merged one, whose last votes come in. */
  private async heard({ subject, kind, joined, left }: BallotCounted): Promise<void> {
    if (subject.kind !== 'proposal' || kind !== 'support' || joined.length + left.length === 0) return;
    const anew = { $set: { recount: newId() } };
    const [ofParts, itself] = await Promise.all([this.proposals.updateMany({ mergedInto: subject.id }, anew).exec(), this.proposals.updateOne({ _id: subject.id, mergedInto: { $type: 'string' } }, anew).exec()]);
    if (itself.matchedCount > 0 && joined.length > 0) await this.jobs.add(askingLate, { id: subject.id });
    if (ofParts.matchedCount + itself.matchedCount > 0) await this.jobs.nudge(counting);
  }

  /** Counts the people themselves, never adds one. What came while it counted is counted the next time. */
  async countAgain(): Promise<void> {
    const left = await this.proposals.find({ recount: { $gt: '' } }, { mergedInto: 1, recount: 1 }).limit(100).lean<Proposal[]>().exec();
    await eachLeft('merged proposals', left, async ({ _id, mergedInto, recount }) => {
      if (!mergedInto) return;
      const alsoSupport = (await this.alsoFor(await this.supportersOf(_id), mergedInto)).size;
      const { modifiedCount } = await this.proposals.updateOne({ _id, mergedInto, recount }, { $set: { alsoSupport }, $unset: { recount: 1 } }).exec();
      if (modifiedCount === 0) return this.jobs.nudge(counting);
      for (const id of [_id, mergedInto]) await this.announcer.announce({ kind: 'proposal', id }, 'merging', {});
    });
  }
}

const noOf = (proposalId: string, citizenId: string): string => `${proposalId}|${citizenId}`;

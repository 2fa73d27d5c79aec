import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { ProjectMade } from '@isegoria/budgeting/contracts';
import type { CommentsCounted } from '@isegoria/comments/contracts';
import { Clock, Events } from '@isegoria/kernel/api';
import type { ModerationDecided } from '@isegoria/moderation/contracts';
import { Processes } from '@isegoria/processes/api';
import { Announcer } from '@isegoria/realtime/api';
import type { BallotCounted } from '@isegoria/votes/contracts';
import { FollowThrough } from './told/follow-through';
import { ProposalLists } from './proposal-lists';
import { Proposal, type RemarkRecord } from './proposal.schema';
import { move, published } from './standing';

const usualAnswerDays = 60;

/** What proposals hear from the others: a moderator decided, supporters and arguments were counted, a budget made a project of it. */
@Injectable()
export class Hearing implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly processes: Processes,
    private readonly followThrough: FollowThrough,
    private readonly lists: ProposalLists,
    private readonly announcer: Announcer,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.on('moderation.decided', 'proposals', (decided) => this.decided(decided));
    this.events.on('ballot.counted', 'proposals', (counted) => this.supported(counted));
    this.events.on('comments.counted', 'proposals', (counted) => this.argued(counted));
    this.events.later('project.made', 'proposals', (made) => this.becameProject(made));
  }

  /** A moderator's decision shows or hides it at once. Hearing it twice changes nothing. */
  async decided(decision: ModerationDecided): Promise<void> {
    if (decision.item.kind !== 'proposal') return;
    const seen = await this.proposals.findById(decision.item.id).lean<Proposal>().exec();
    if (!seen || seen.publication === 'draft') return;
    const moved = decision.decision === 'approved' ? await this.approve(seen) : await this.refuse(seen, remarkOf(decision, decision.decision));
    if (!moved) return this.decided(decision);
    this.lists.changed();
    const becamePublic = moved.listed && !seen.listed;
    if (becamePublic) await this.followThrough.published(moved);
    if (seen.listed && !moved.listed) await this.announcer.announce({ kind: 'proposal', id: moved._id }, 'hidden', {});
  }

  /** How many stand behind it now. An older count that arrives late is not taken. */
  async supported({ subject, kind, counts, seq }: BallotCounted): Promise<void> {
    if (subject.kind !== 'proposal' || kind !== 'support') return;
    const supports = counts.find(({ questionId, optionId }) => questionId === 'support' && optionId === 'yes')?.count ?? 0;
    await this.proposals.updateOne({ _id: subject.id, countedSeq: { $lte: seq } }, { $set: { supports, countedSeq: seq, activeAt: this.clock.now() } }).exec();
  }

  async argued({ subject, for: argumentsFor, against: argumentsAgainst }: CommentsCounted): Promise<void> {
    if (subject.kind !== 'proposal') return;
    const { matchedCount } = await this.proposals.updateOne({ _id: subject.id }, { $set: { argumentsFor, argumentsAgainst, activeAt: this.clock.now() } }).exec();
    if (matchedCount > 0) await this.announcer.announce(subject, 'arguments', { for: argumentsFor, against: argumentsAgainst });
  }

  /** Its page says so from now on. The last telling counts. */
  async becameProject({ proposalId, title, path, budgetTitle: budget, at }: ProjectMade): Promise<void> {
    await this.proposals.updateOne({ _id: proposalId }, { $set: { project: { title, path, budget, at } } }).exec();
    await this.announcer.announce({ kind: 'proposal', id: proposalId }, 'project', {});
  }

  private async approve(seen: Proposal): Promise<Proposal | null> {
    if (seen.visibility === 'visible' && seen.publication !== 'waiting') return seen;
    const publication = seen.publication === 'waiting' ? 'public' : seen.publication;
    const settings = seen.processId ? await this.processes.settingsFor(seen.processId) : null;
    const first = seen.publishedAt ? {} : { ...published(this.clock.now(), settings?.answerWithinDays ?? usualAnswerDays), unfinished: true };
    return move(this.proposals, seen, { publication, visibility: 'visible' }, { ...first, remark: null });
  }

  private async refuse(seen: Proposal, remark: RemarkRecord): Promise<Proposal | null> {
    if (seen.remark?.caseId === remark.caseId && seen.remark.decision === remark.decision && seen.visibility === remark.decision) return seen;
    return move(this.proposals, seen, { visibility: remark.decision }, { remark });
  }
}

function remarkOf({ rule, reason, caseId, at }: ModerationDecided, decision: RemarkRecord['decision']): RemarkRecord {
  return { decision, rule, reason, caseId, at };
}

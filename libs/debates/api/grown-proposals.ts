import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Events } from '@isegoria/kernel/api';
import { Follows, Inbox } from '@isegoria/notifications/api';
import type { ProposalPublishedEvent } from '@isegoria/proposals/contracts';
import type { Model } from 'mongoose';
import { Debate } from './debate.schema';
import { Moves, subjectOf } from './moves';

/** From a debate to a proposal: the two are tied when the proposal is public, and whoever follows the debate hears of it. */
@Injectable()
export class GrownProposals implements OnModuleInit {
  constructor(
    @InjectModel(Debate.name) private readonly debates: Model<Debate>,
    private readonly moves: Moves,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.later('proposal.published', 'debates.proposals', (published) => this.grew(published));
  }

  /** Hearing it twice changes nothing. */
  private async grew({ id, title, authorId, debateId }: ProposalPublishedEvent): Promise<void> {
    if (!debateId) return;
    const { matchedCount } = await this.debates.updateOne({ _id: debateId, listed: true }, { $addToSet: { proposalIds: id }, $inc: { revision: 1 } }).exec();
    if (matchedCount === 0) return;
    const to = (await this.follows.followers(subjectOf(debateId))).filter((citizen) => citizen !== authorId);
    await this.inbox.tell({ to, about: { kind: 'proposal', id }, name: 'debates.grew', params: { title }, mail: false, key: `debate.grew:${id}` });
    await this.moves.tell(debateId);
  }
}

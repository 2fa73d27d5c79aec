import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Events } from '@isegoria/kernel/api';
import type { Publication } from '@isegoria/proposals/contracts';
import { Announcer } from '@isegoria/realtime/api';
import { Ballots } from '@isegoria/votes/api';
import { ballotOf } from '../proposal-ballot';
import { ProposalLists } from '../proposal-lists';
import { type JoiningRecord, Proposal } from '../proposal.schema';

/** What moderators know an addition under, by the invitation that it came from. */
export const additionKind = 'proposal-addition';

/** What follows from a merge or a separation besides the news: the ballot, the moderators' book, the open pages. All of it says how things stand, and may be done again. */
@Injectable()
export class JoiningAftermath implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly ballots: Ballots,
    private readonly lists: ProposalLists,
    private readonly announcer: Announcer,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.later('proposal.merged', 'proposals.merging', ({ id }) => this.settle(id));
    this.events.later('proposal.separated', 'proposals.merging', ({ id }) => this.settle(id));
  }

  /** Closes the ballot of a merged proposal; opens that of one that stands by itself again, with the votes that it had. Looked at again afterwards: the two may have moved on meanwhile. */
  async settle(id: string): Promise<void> {
    this.lists.changed();
    const publication = await this.publicationOf(id);
    const isMerged = publication === 'merged';
    if (isMerged) await this.ballots.close(ballotOf(id).id);
    if (publication === 'public') await this.ballots.reopen(ballotOf(id).id);
    const part = await this.proposals.findById(id).lean<Proposal>().exec();
    if ((part?.publication ?? null) !== publication) return this.settle(id);
    const last = part?.joinings?.findLast(({ as }) => as === 'PART');
    if (!part || !last) return;
    if (isMerged) await this.submitAddition(part, last);
    const name = isMerged ? 'merged' : 'separated';
    await this.announcer.announce({ kind: 'proposal', id }, name, {});
    await this.announcer.announce({ kind: 'proposal', id: last.otherId }, isMerged ? 'joined' : 'separated', {});
  }

  private async publicationOf(id: string): Promise<Publication | null> {
    const found = await this.proposals.findById(id, { publication: 1 }).lean<Proposal>().exec();
    return found?.publication ?? null;
  }

  /** An addition is a citizen's text as any: moderators know of it, and read it first where the phase says so. */
  private async submitAddition(part: Proposal, { otherId: wholeId, invitationId }: JoiningRecord): Promise<void> {
    const whole = await this.proposals.findById(wholeId).lean<Proposal>().exec();
    const joined = whole?.joinings?.find((one) => one.invitationId === invitationId);
    if (!whole || !joined?.addition || joined.shown === 'hidden') return;
    const mode = joined.shown === 'waiting' ? 'wait' : 'public';
    await this.events.publish('contribution.submitted', { item: { kind: additionKind, id: joined.invitationId }, authorId: part.authorId, title: whole.title, text: joined.addition, mode, subject: { kind: 'proposal', id: wholeId }, at: joined.at });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Events } from '@isegoria/kernel/api';
import { PublicActs } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import type { ProposalAnsweredEvent, ProposalMergedEvent, ProposalSeparatedEvent } from '@isegoria/proposals/contracts';
import { Proposal } from '../proposal.schema';

/** An official answer stands in the public ledger: which proposal, what became of it, and the digest of the answer's words. So does a merge by two authors, with the digest of what was added, for it ends a ballot; and its undoing. */
@Injectable()
export class ActsOfPower implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    this.events.later('proposal.answered', 'proposals.ledger', (answered) => this.answered(answered));
    this.events.later('proposal.merged', 'proposals.ledger', (merged) => this.merged(merged));
    this.events.later('proposal.separated', 'proposals.ledger', (separated) => this.separated(separated));
  }

  /** An answer goes into the ledger; seeds call it for the past. */
  async answered({ id, at }: Pick<ProposalAnsweredEvent, 'id' | 'at'>): Promise<void> {
    const proposal = await this.proposals.findById(id, { answers: 1 }).lean<Pick<Proposal, 'answers'>>().exec();
    const answer = proposal?.answers.find((one) => one.at.getTime() === at.getTime());
    if (!answer) return;
    const { status, text, nextStep, nextStepAt, cost, departmentId } = answer;
    const words = digest(JSON.stringify([status, text, nextStep, nextStepAt, cost]));
    await this.acts.record({
      act: 'proposal.answered',
      // The moment is public on the page; here it only tells the same words, said again later, from these.
      id: `answer:${id}:${digest(`${words} ${at.toISOString()}`)}`,
      rule: null,
      role: 'official',
      subject: { kind: 'proposal', id },
      body: { status, department: departmentId, words },
    });
  }

  /** A merge goes into the ledger; seeds call it for the past. */
  async merged({ id, intoId, at }: Pick<ProposalMergedEvent, 'id' | 'intoId' | 'at'>): Promise<void> {
    const whole = await this.proposals.findById(intoId, { joinings: 1 }).lean<Pick<Proposal, 'joinings'>>().exec();
    const joining = whole?.joinings?.find((one) => one.otherId === id && one.at.getTime() === at.getTime());
    if (!joining) return;
    const body = { into: intoId, addition: joining.addition ? digest(joining.addition) : null };
    await this.acts.record({ act: 'proposal.merged', id: `merged:${id}:${digest(at.toISOString())}`, rule: null, role: 'citizen', subject: { kind: 'proposal', id }, body });
  }

  private async separated({ id, fromId, at }: ProposalSeparatedEvent): Promise<void> {
    await this.acts.record({ act: 'proposal.separated', id: `separated:${id}:${digest(at.toISOString())}`, rule: null, role: 'citizen', subject: { kind: 'proposal', id }, body: { from: fromId } });
  }
}

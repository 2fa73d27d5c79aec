import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Events } from '@isegoria/kernel/api';
import { PublicActs } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import type { ProposalAnsweredEvent } from '@isegoria/proposals/contracts';
import { Proposal } from './proposal.schema';

/** An official answer stands in the public ledger: which proposal, what became of it, and the digest of the answer's words. */
@Injectable()
export class ActsOfPower implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    this.events.later('proposal.answered', 'proposals.ledger', (answered) => this.answered(answered));
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
}

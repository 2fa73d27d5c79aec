import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Events, excerpt } from '@isegoria/kernel/api';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import { Organisation } from '@isegoria/organisation/api';
import type { ProposalAnsweredEvent, ProposalWithdrawnEvent } from '@isegoria/proposals/contracts';
import { Lineage } from '../merging/lineage.service';
import { Proposal } from '../proposal.schema';

/** Tells the city, and each who supports or follows a proposal, what became of it. Each piece of news has its key: heard twice, it is told once. */
@Injectable()
export class News implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly organisation: Organisation,
    private readonly lineage: Lineage,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.later('proposal.answered', 'proposals.news', (answered) => this.answered(answered));
    this.events.later('proposal.withdrawn', 'proposals.news', (withdrawn) => this.withdrawn(withdrawn));
  }

  private async answered({ id, title, departmentId, status, at }: ProposalAnsweredEvent): Promise<void> {
    const about = { kind: 'proposal', id };
    const department = departmentId ? await this.organisation.department(departmentId) : null;
    const proposal = await this.proposals.findById(id, { answers: 1, joinings: 1 }).lean<Proposal>().exec();
    const answer = proposal?.answers.find((one) => one.at.getTime() === at.getTime());
    const to = await this.concerned(id, proposal);
    const params = { title, people: to.length, department: department?.name ?? '', text: excerpt(answer?.text ?? '', 160) };
    const name = `proposals.answered_${status.toLowerCase()}`;
    const key = `proposal.answered:${id}:${at.getTime()}`;
    await this.activity.record({ about, name, params, at, key });
    await this.inbox.tell({ to, about, name, params, mail: true, key });
  }

  private async withdrawn({ id, authorId, reason, at }: ProposalWithdrawnEvent): Promise<void> {
    const about = { kind: 'proposal', id };
    const proposal = await this.proposals.findById(id, { title: 1, joinings: 1 }).lean<Proposal>().exec();
    const params = { title: proposal?.title ?? '', text: excerpt(reason, 160) };
    const key = `proposal.withdrawn:${id}`;
    const to = (await this.concerned(id, proposal)).filter((citizen) => citizen !== authorId);
    await this.activity.record({ about, name: 'proposals.withdrawn', params, at, key });
    await this.inbox.tell({ to, about, name: 'proposals.withdrawn', params, mail: false, key });
  }

  /** Whoever follows it, and whoever follows what became part of it: each once, also who follows both. */
  private async concerned(id: string, proposal: Proposal | null): Promise<string[]> {
    const parts = proposal ? await this.lineage.partsOf(proposal) : [];
    const followers = await Promise.all([id, ...parts.map(({ _id }) => _id)].map((one) => this.follows.followers({ kind: 'proposal', id: one })));
    return [...new Set(followers.flat())];
  }
}

import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { Clock, plain } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { type Current, Processes } from '@isegoria/processes/api';
import {
  type EditProposalResult, type Proposal as ProposalView, type ProposalInput, proposalInput, type SubmitProposalResult, withdrawalInput, type WithdrawProposalResult,
} from '@isegoria/proposals/contracts';
import { FollowThrough } from './told/follow-through';
import { notYourPicture, ProposalFields } from './proposal-fields';
import { ProposalViews } from './proposal-view';
import { Proposal } from './proposal.schema';
import { editRefusal, mayRead, submittedPerDay, withdrawRefusal } from './proposals.rules';
import { noSuchProposal } from './refusals';
import { move, published } from './standing';


const dayMs = 86_400_000;

/** What an author does with a proposal: hands it in, puts it right, takes it back. */
@Injectable()
export class ProposalsService {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly fields: ProposalFields,
    private readonly processes: Processes,
    private readonly followThrough: FollowThrough,
    private readonly views: ProposalViews,
    private readonly clock: Clock,
  ) {}

  /** A proposal that this reader may see, or null. */
  async find(id: string, viewer: Citizen | null): Promise<ProposalView | null> {
    const proposal = await this.load(id);
    return proposal && mayRead(proposal, viewer) ? this.views.one(proposal, viewer) : null;
  }

  /** Whether proposals are taken now, so that nobody writes one only to be told at its end. */
  async collects(processId: string | null): Promise<boolean> {
    return (await this.collecting(processId)) !== null;
  }

  async submit(citizen: Citizen, id: string): Promise<SubmitProposalResult> {
    const refused = mayContribute(citizen);
    if (refused) return refused;
    const draft = await this.own(citizen, id);
    if (!draft) return noSuchProposal('submit', citizen.id, id);
    // A second press finds it handed in already and gets the same answer.
    if (draft.publication !== 'draft') return this.submitted(draft, citizen);
    const problems = [...problemsOf(proposalInput, written(draft)), ...(await this.fields.unknown(draft))].filter(firstOfField);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const phase = await this.openPhase(draft);
    if (typeof phase === 'string') return { __typename: 'NotAllowed', reason: phase };
    const wait = await this.waitOf(citizen);
    if (wait) return { __typename: 'TooMany', retryAfterSeconds: wait };

    const at = this.clock.now();
    const axes = phase.waits ? ({ publication: 'waiting' } as const) : ({ publication: 'public' } as const);
    const set = { submittedAt: at, touchedAt: at, processId: phase.processId, unfinished: true, ...(phase.waits ? {} : published(at, phase.answerWithinDays)) };
    const handedIn = await move(this.proposals, draft, axes, set);
    if (!handedIn) return this.submit(citizen, id);
    await this.followThrough.handedIn(handedIn);
    return this.submitted(handedIn, citizen);
  }

  async edit(citizen: Citizen, id: string, input: ProposalInput): Promise<EditProposalResult> {
    const seen = await this.own(citizen, id);
    if (!seen || seen.publication === 'draft') return noSuchProposal('edit', citizen.id, id);
    const at = this.clock.now();
    const reason = editRefusal(seen, at);
    if (reason) return { __typename: 'NotAllowed', reason: `edit_${reason}` };
    const fields = await this.fields.of({ ...input, processId: input.processId ?? seen.processId, requestIds: seen.requestIds ?? [], debateId: seen.debateId ?? null });
    const problems = [...problemsOf(proposalInput, input), ...(await this.fields.unknown(fields, seen))].filter(firstOfField);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const phase = await this.openPhase(fields);
    if (typeof phase === 'string') return { __typename: 'NotAllowed', reason: phase };
    if (!(await this.fields.illustrate(citizen, id, fields.pictures, seen.pictures))) return { __typename: 'Invalid', problems: [notYourPicture] };

    // What a moderator sent back is looked at again, whatever the phase says now.
    const waits = phase.waits || seen.visibility === 'returned' || seen.publication === 'waiting';
    const axes = { publication: waits ? 'waiting' : 'public', visibility: 'visible' } as const;
    const changed = await move(this.proposals, seen, axes, { ...fields, processId: phase.processId, editedAt: at, touchedAt: at, unfinished: true });
    if (!changed) return this.edit(citizen, id, input);
    await this.followThrough.handedIn(changed);
    return { __typename: 'ProposalEdited', proposal: await this.views.one(changed, citizen), waits };
  }

  async withdraw(citizen: Citizen, id: string, reason: string): Promise<WithdrawProposalResult> {
    const problems = problemsOf(withdrawalInput, { reason });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const seen = await this.own(citizen, id);
    if (!seen) return noSuchProposal('withdraw', citizen.id, id);
    if (seen.publication === 'withdrawn') return { __typename: 'ProposalWithdrawn', proposal: await this.views.one(seen, citizen) };
    const refused = withdrawRefusal(seen);
    if (refused) return { __typename: 'NotAllowed', reason: `withdraw_${refused}` };

    const at = this.clock.now();
    const withdrawn = await move(this.proposals, seen, { publication: 'withdrawn' }, { withdrawal: { reason: plain(reason), at }, touchedAt: at, unfinished: true });
    if (!withdrawn) return this.withdraw(citizen, id, reason);
    await this.followThrough.withdrawn(withdrawn);
    return { __typename: 'ProposalWithdrawn', proposal: await this.views.one(withdrawn, citizen) };
  }

  private load(id: string): Promise<Proposal | null> {
    return this.proposals.findById(String(id)).lean<Proposal>().exec();
  }

  private own(citizen: Citizen, id: string): Promise<Proposal | null> {
    return this.proposals.findOne({ _id: String(id), authorId: citizen.id }).lean<Proposal>().exec();
  }

  /** Seconds until this citizen may hand in one more. Counted from what they did hand in, so that a second press costs nothing. */
  private async waitOf({ id: authorId }: Citizen): Promise<number> {
    const now = this.clock.now().getTime();
    const today = { authorId, submittedAt: { $gt: new Date(now - dayMs) } };
    const recent = await this.proposals.find(today, { submittedAt: 1 }).sort({ submittedAt: -1 }).limit(submittedPerDay).lean<Proposal[]>().exec();
    const oldest = recent.at(submittedPerDay - 1)?.submittedAt;
    return oldest ? Math.ceil((oldest.getTime() + dayMs - now) / 1000) : 0;
  }

  private async submitted(proposal: Proposal, citizen: Citizen): Promise<SubmitProposalResult> {
    return { __typename: 'ProposalSubmitted', proposal: await this.views.one(proposal, citizen), waits: proposal.publication === 'waiting' };
  }

  /** The phase that takes proposals now, of the process that was chosen or of the main one, or null. */
  private async collecting(processId: string | null): Promise<Current | null> {
    // A participatory budget gathers its ideas as proposals too; who names no process writes to the city's main one.
    const open = [...(await this.processes.open('proposals')), ...(await this.processes.open('budgets'))];
    const current = processId ? open.find(({ process }) => process.id === processId) : open[0];
    return current && current.phase.settings.contributions !== 'closed' ? current : null;
  }

  /** The same for a proposal of this district, or why there is none. */
  private async openPhase({ district, processId }: Pick<Proposal, 'district' | 'processId'>): Promise<{ processId: string; waits: boolean; answerWithinDays: number } | string> {
    const current = await this.collecting(processId);
    if (!current) return 'no_phase';
    const { contributions, districts, answerWithinDays } = current.phase.settings;
    if (districts && districts.length > 0 && !districts.includes(district ?? '')) return 'other_districts';
    return { processId: current.process.id, waits: contributions === 'wait', answerWithinDays };
  }
}

function written({ title, text, category, district, place, processId }: Proposal): ProposalInput {
  return { title, text, category, district, place, processId };
}

function firstOfField({ field }: { field: string }, at: number, all: { field: string }[]): boolean {
  return all.findIndex((other) => other.field === field) === at;
}

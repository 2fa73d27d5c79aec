import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, newId, refuse, Transactions, Unheard, unheard } from '@isegoria/kernel/api';
import { Processes } from '@isegoria/processes/api';
import type { SeparateProposalsResult } from '@isegoria/proposals/contracts';
import { ProposalViews } from '../proposal-view';
import { type JoiningRecord, Proposal } from '../proposal.schema';
import { noSuchProposal } from '../refusals';
import { move } from '../standing';
import { MergeInvitation } from './merge-invitation.schema';
import { JoiningAftermath } from './joining-aftermath';
import { additionOf, joiningOf, separateRefusal } from './merging.rules';

/** Somebody else moved one of the two first: what was begun is undone, and looked at again. */
class Overtaken extends Error {}

/**
 * Makes one of two proposals, and two of one. Both proposals are written in one transaction, each only from where it was seen: of two merges that meet in a
 * proposal one is undone and looks again, so that no chain can close into a circle and no answer, withdrawal or hiding is passed over.
 */
@Injectable()
export class Joining {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    @InjectModel(MergeInvitation.name) private readonly invitations: Model<MergeInvitation>,
    private readonly processes: Processes,
    private readonly aftermath: JoiningAftermath,
    private readonly views: ProposalViews,
    private readonly transactions: Transactions,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  /** Both authors have said yes to the same words. Answers whether it was done; false: something moved, look again. */
  async join(invitation: MergeInvitation, part: Proposal, whole: Proposal): Promise<boolean> {
    const at = this.clock.now();
    const { _id: invitationId, revision } = invitation;
    const addition = additionOf(invitation);
    const settings = whole.processId ? await this.processes.settingsFor(whole.processId) : null;
    const shown = addition && settings?.contributions === 'wait' ? 'waiting' : 'visible';
    const joining = { invitationId, at, separatedAt: null } as const;
    const told = unheard('proposal.merged', { id: part._id, title: part.title, intoId: whole._id, intoTitle: whole.title, at });
    const isDone = await this.together(async (session) => {
      const asPart: JoiningRecord = { ...joining, as: 'PART', otherId: whole._id, addition: '', shown: 'visible' };
      const asWhole: JoiningRecord = { ...joining, as: 'WHOLE', otherId: part._id, addition, shown };
      await moved(move(this.proposals, part, { publication: 'merged' }, { mergedInto: whole._id, recount: newId(at), touchedAt: at }, { $push: { joinings: asPart, unheard: told } }, session));
      await moved(move(this.proposals, whole, {}, { touchedAt: at, activeAt: at }, { $push: { joinings: asWhole } }, session));
      const write = { $set: { state: 'MERGED', waitsFor: null, decidedAt: at }, $inc: { revision: 1 }, $unset: { slot: 1 } };
      await moved(this.invitations.findOneAndUpdate({ _id: invitationId, revision, state: 'OPEN' }, write, { session }).lean<MergeInvitation>().exec());
    });
    if (!isDone) return false;
    await this.aftermath.settle(part._id);
    await this.unheard.tell(this.proposals, part._id);
    return true;
  }

  async separate(citizen: Citizen, partId: string): Promise<SeparateProposalsResult> {
    const part = await this.proposals.findById(String(partId)).lean<Proposal>().exec();
    const joining = part ? joiningOf(part) : undefined;
    const wholeId = part?.joinings?.findLast(({ as }) => as === 'PART')?.otherId;
    const whole = wholeId ? await this.proposals.findById(wholeId).lean<Proposal>().exec() : null;
    if (!part || !wholeId || ![part.authorId, whole?.authorId].includes(citizen.id)) return noSuchProposal('separate', citizen.id, partId);
    // Pressed twice, or by both at once: it is done.
    if (!joining && part.publication === 'public') return { __typename: 'ProposalsSeparated', proposal: await this.views.one(part, citizen) };
    const at = this.clock.now();
    const refused = separateRefusal(joining, whole, { isAuthorOfPart: citizen.id === part.authorId, now: at });
    if (refused || !joining) return refuse(`separate_${refused ?? 'not_merged'}`);
    if (!(await this.undo({ part, whole, joining, at }))) return this.separate(citizen, partId);
    await this.aftermath.settle(part._id);
    await this.unheard.tell(this.proposals, part._id);
    const after = await this.proposals.findById(part._id).lean<Proposal>().orFail().exec();
    return { __typename: 'ProposalsSeparated', proposal: await this.views.one(after, citizen) };
  }

  private undo({ part, whole, joining, at }: { part: Proposal; whole: Proposal | null; joining: JoiningRecord; at: Date }): Promise<boolean> {
    const { invitationId, otherId } = joining;
    const told = unheard('proposal.separated', { id: part._id, title: part.title, fromId: otherId, fromTitle: whole?.title ?? '', at });
    const ended = { $set: { 'joinings.$.separatedAt': at } };
    return this.together(async (session) => {
      await moved(move(this.proposals, part, { publication: 'public' }, { touchedAt: at, activeAt: at }, { $unset: { mergedInto: 1, alsoSupport: 1, recount: 1 }, $push: { unheard: told } }, session));
      if (whole) await moved(move(this.proposals, whole, {}, { touchedAt: at }, {}, session));
      for (const _id of [part._id, otherId]) await this.proposals.updateOne({ _id, 'joinings.invitationId': invitationId }, ended, { session }).exec();
      await this.invitations.updateOne({ _id: invitationId, state: 'MERGED' }, { $set: { state: 'SEPARATED', decidedAt: at }, $inc: { revision: 1 } }, { session }).exec();
    });
  }

  private async together(work: Parameters<Transactions['run']>[0]): Promise<boolean> {
    try {
      await this.transactions.run(work);
      return true;
    } catch (error) {
      if (error instanceof Overtaken) return false;
      throw error;
    }
  }
}

async function moved(write: Promise<unknown>): Promise<void> {
  if (!(await write)) throw new Overtaken();
}

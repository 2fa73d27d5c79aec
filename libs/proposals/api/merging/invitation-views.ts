import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { pageOf } from '@isegoria/kernel/api';
import type { MergeInvitation as InvitationView, MergeInvitationPage } from '@isegoria/proposals/contracts';
import { importer } from '../import/proposals.importer';
import { ProposalViews } from '../proposal-view';
import { Proposal } from '../proposal.schema';
import { MergeInvitation } from './merge-invitation.schema';
import { additionOf, mergeRefusal, sideOf, waiting } from './merging.rules';

/** Invitations as their two authors read them; nobody else does. */
@Injectable()
export class InvitationViews {
  constructor(
    @InjectModel(MergeInvitation.name) private readonly invitations: Model<MergeInvitation>,
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly views: ProposalViews,
    private readonly citizens: Citizens,
  ) {}

  async find(citizen: Citizen, id: string): Promise<InvitationView | null> {
    const found = await this.invitations.findById(String(id)).lean<MergeInvitation>().exec();
    return found ? ((await this.of([found], citizen))[0] ?? null) : null;
  }

  async mine(citizen: Citizen, first?: number | null, after?: string | null): Promise<MergeInvitationPage> {
    const filter = { $or: [{ partAuthorId: citizen.id }, { wholeAuthorId: citizen.id }] };
    const page = await pageOf(this.invitations, { filter, sort: [['at', -1], ['_id', -1]], first, after });
    return { ...page, items: await this.of(page.items, citizen) };
  }

  waitingFor({ id }: Citizen): Promise<number> {
    const mine = [{ partAuthorId: id, waitsFor: 'PART' as const }, { wholeAuthorId: id, waitsFor: 'WHOLE' as const }, { partAuthorId: id, state: 'SUGGESTED' as const }, { wholeAuthorId: id, state: 'SUGGESTED' as const }];
    return this.invitations.countDocuments({ state: { $in: [...waiting] }, $or: mine }).exec();
  }

  /** Those of one proposal that wait, for its author. */
  async on(proposalId: string, citizen: Citizen): Promise<InvitationView[]> {
    const found = await this.invitations.find({ state: { $in: waiting }, $or: [{ partId: proposalId }, { wholeId: proposalId }] }).limit(20).lean<MergeInvitation[]>().exec();
    return this.of(found, citizen);
  }

  async of(invitations: readonly MergeInvitation[], citizen: Citizen): Promise<InvitationView[]> {
    const mine = invitations.filter((one) => sideOf(one, citizen) !== null);
    const records = await this.proposals.find({ _id: { $in: mine.flatMap(({ partId, wholeId }) => [partId, wholeId]) } }).lean<Proposal[]>().exec();
    const [views, isHere] = await Promise.all([this.views.of(records), this.hereAmong(records)]);
    const record = new Map(records.map((one) => [one._id, one]));
    const view = new Map(views.map((one) => [one.id, one]));
    return mine.flatMap((invitation): InvitationView[] => {
      const [mySide, part, whole] = [sideOf(invitation, citizen), view.get(invitation.partId), view.get(invitation.wholeId)];
      if (!mySide || !part || !whole) return [];
      const { _id: id, state, waitsFor, by, at, expiresAt, decidedAt, revision, isMessageHidden, isReplyHidden } = invitation;
      const blocked = waiting.includes(state) ? mergeRefusal(record.get(part.id) ?? null, record.get(whole.id) ?? null, isHere) : null;
      const [message, reply] = [isMessageHidden ? '' : invitation.message, isReplyHidden ? '' : invitation.reply];
      const addition = isMessageHidden || (isReplyHidden && invitation.changed !== null) ? '' : additionOf(invitation);
      return [{ id, state, part, whole, mySide, waitsFor, by, message, addition, isChanged: invitation.changed !== null, reply, at, expiresAt, decidedAt, revision, blocked, isHidden: isMessageHidden || isReplyHidden }];
    });
  }

  /** Who among the authors can say yes: who has not left, and is a person of this city. */
  async hereAmong(proposals: readonly Pick<Proposal, 'authorId'>[]): Promise<(authorId: string) => boolean> {
    const persons = await this.citizens.persons(proposals.map(({ authorId }) => authorId).filter((id) => id !== '' && id !== importer.id));
    return (authorId) => persons.has(authorId);
  }
}

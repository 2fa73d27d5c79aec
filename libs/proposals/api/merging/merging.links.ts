import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Events, excerpt, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import type { ModerationDecided } from '@isegoria/moderation/contracts';
import { isReadable } from '@isegoria/proposals/contracts';
import { Announcer, Rooms } from '@isegoria/realtime/api';
import { type JoiningRecord, Proposal } from '../proposal.schema';
import { additionKind } from './joining-aftermath';
import { MergeInvitation } from './merge-invitation.schema';
import { invitationRoom, messageKind, messageText, readKey, replyText } from './merge-texts';
import { sideOf } from './merging.rules';

/** Where merging meets the rest of the city: what its words are called and who reads them, what moderators decide about them, who watches an invitation. */
@Injectable()
export class MergingLinks implements OnModuleInit {
  constructor(
    @InjectModel(MergeInvitation.name) private readonly invitations: Model<MergeInvitation>,
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly announcer: Announcer,
    private readonly subjects: Subjects,
    private readonly events: Events,
    private readonly rooms: Rooms,
  ) {}

  onModuleInit(): void {
    this.subjects.register(messageKind, { cards: (ids) => this.messages(ids) });
    this.subjects.register(additionKind, { cards: (ids) => this.additions(ids) });
    this.events.on('moderation.decided', 'proposals.merging', (decided) => this.decided(decided));
    this.rooms.open(invitationRoom('').kind, async (citizen, id) => {
      const invitation = await this.invitations.findById(id).lean<MergeInvitation>().exec();
      return citizen !== null && invitation !== null && sideOf(invitation, citizen) !== null;
    });
  }

  /** Hides what broke a rule, or shows it again. Heard twice it says the same. */
  private async decided({ item, decision }: ModerationDecided): Promise<void> {
    const isHidden = decision !== 'approved';
    if (item.kind === additionKind) {
      // Both of the two note the joining; it is the whole that has an addition to show.
      const noted = { 'joinings.invitationId': item.id };
      await this.proposals.updateMany(noted, { $set: { 'joinings.$.shown': isHidden ? 'hidden' : 'visible' } }).exec();
      for (const { _id } of await this.proposals.find(noted, { _id: 1 }).lean<Proposal[]>().exec()) await this.announcer.announce({ kind: 'proposal', id: _id }, 'merging', {});
    }
    if (item.kind !== messageKind) return;
    const { id, isReply } = readKey(item.id);
    const found = await this.invitations.findByIdAndUpdate(id, { $set: isReply ? { isReplyHidden: isHidden } : { isMessageHidden: isHidden } }).lean<MergeInvitation>().exec();
    if (found) await this.announcer.announce(invitationRoom(id), 'changed', { revision: found.revision });
  }

  private async messages(keys: string[]): Promise<SubjectCard[]> {
    const wanted = keys.map((key) => ({ key: String(key), ...readKey(String(key)) }));
    const found = await this.invitations.find({ _id: { $in: wanted.map(({ id }) => id) } }).lean<MergeInvitation[]>().exec();
    const titles = await this.titlesOf(found.map(({ partId }) => partId));
    return wanted.flatMap(({ key, id, isReply }): SubjectCard[] => {
      const invitation = found.find(({ _id }) => _id === id);
      if (!invitation) return [];
      const { partAuthorId, wholeAuthorId, senderId, replierId, partId, at } = invitation;
      const authorId = isReply ? replierId : senderId;
      const shownTo = [partAuthorId, wholeAuthorId].filter((one) => one !== '' && one !== authorId);
      const text = isReply ? replyText(invitation) : messageText(invitation);
      return [{ kind: messageKind, id: key, title: titles.get(partId) ?? '', path: `/proposals/merges/${id}`, excerpt: excerpt(text), authorId: authorId || null, shownTo, isPublic: false, acceptsComments: false, createdAt: at }];
    });
  }

  private async additions(ids: string[]): Promise<SubjectCard[]> {
    const wanted = new Set(ids.map(String));
    const wholes = await this.proposals.find({ 'joinings.invitationId': { $in: [...wanted] } }).lean<Proposal[]>().exec();
    const found = wholes.flatMap((whole) => (whole.joinings ?? []).filter((one) => one.as === 'WHOLE' && wanted.has(one.invitationId)).map((joining) => ({ whole, joining })));
    const authors = await this.authorsOf(found.map(({ joining }) => joining.otherId));
    return found.map(({ whole, joining }) => additionCard(whole, joining, authors.get(joining.otherId) ?? ''));
  }

  private async titlesOf(ids: string[]): Promise<Map<string, string>> {
    const found = await this.proposals.find({ _id: { $in: ids } }, { title: 1 }).lean<Proposal[]>().exec();
    return new Map(found.map(({ _id, title }) => [_id, title]));
  }

  private async authorsOf(ids: string[]): Promise<Map<string, string>> {
    const found = await this.proposals.find({ _id: { $in: ids } }, { authorId: 1 }).lean<Proposal[]>().exec();
    return new Map(found.map(({ _id, authorId }) => [_id, authorId]));
  }
}

function additionCard(whole: Proposal, { invitationId, addition, at, shown }: JoiningRecord, authorId: string): SubjectCard {
  const about = { kind: 'proposal', id: whole._id };
  const isPublic = isReadable(whole) && shown === 'visible' && addition !== '';
  return { kind: additionKind, id: invitationId, title: whole.title, path: `/proposals/${whole._id}`, excerpt: excerpt(addition), authorId: authorId || null, isPublic, acceptsComments: false, about, createdAt: at };
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Events, Jobs } from '@isegoria/kernel/api';
import type { Params } from '@isegoria/notifications/contracts';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import type { MergeInvitationChanged, MergeState, ProposalMergedEvent, ProposalSeparatedEvent } from '@isegoria/proposals/contracts';
import { Announcer } from '@isegoria/realtime/api';
import { Proposal } from '../proposal.schema';
import { Lineage } from './lineage.service';
import { MergeInvitation } from './merge-invitation.schema';
import { invitationRoom, messageOf, submissionsOf } from './merge-texts';
import { authorOn, joiningOf, otherSide } from './merging.rules';
import { askingLate, Voices } from './voices.service';

/**
 * Tells whoever is concerned by a merge. Each supporter of what became a part is asked for themself, in one notice: all tellings of one merge have one key, so that
 * however often this runs nobody hears of it twice.
 */
@Injectable()
export class MergingNews implements OnModuleInit {
  constructor(
    @InjectModel(MergeInvitation.name) private readonly invitations: Model<MergeInvitation>,
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly lineage: Lineage,
    private readonly voices: Voices,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
    private readonly announcer: Announcer,
    private readonly events: Events,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.events.later('merge.changed', 'proposals.merging', (changed) => this.changed(changed));
    this.events.later('proposal.merged', 'proposals.merging.news', (merged) => this.merged(merged));
    this.events.later('proposal.separated', 'proposals.merging.news', (separated) => this.separated(separated));
    this.jobs.define<{ id: string }>(askingLate, ({ id }) => this.askLate(id), ({ id }) => id);
  }

  /** To the other author, and to the moderators' book: what one citizen writes to another can be reported. */
  private async changed({ id, revision }: MergeInvitationChanged): Promise<void> {
    const invitation = await this.invitations.findById(id).lean<MergeInvitation>().exec();
    if (!invitation || invitation.revision < revision) return;
    const [part, whole] = await Promise.all([invitation.partId, invitation.wholeId].map((one) => this.proposals.findById(one, { title: 1 }).lean<Proposal>().exec()));
    // What they wrote to each other stands in no notice and no mail: it is between the two, and goes when they take it along.
    const params = { title: part?.title ?? '', into: whole?.title ?? '' };
    await this.submit(invitation, params.title);
    const { to, name } = toldOf(invitation);
    if (name) await this.inbox.tell({ to, about: messageOf(id), name: `proposals.merge_${name}`, params, mail: name !== 'withdrawn', key: `merge:${id}:${invitation.revision}` });
    await this.announcer.announce(invitationRoom(id), 'changed', { revision: invitation.revision });
  }

  /** Whoever leaves meanwhile takes their words out of the book again, however late they came into it. */
  private async submit(invitation: MergeInvitation, title: string): Promise<void> {
    for (const submitted of submissionsOf(invitation, title)) await this.events.publish('contribution.submitted', submitted);
    const now = await this.invitations.findById(invitation._id).lean<MergeInvitation>().exec();
    const left = new Set(now ? submissionsOf(now, title).map(({ item }) => item.id) : []);
    for (const { item } of submissionsOf(invitation, title)) if (!left.has(item.id)) await this.events.publish('contribution.withdrawn', { item });
  }

  private async merged({ id, title, intoId, intoTitle, at }: ProposalMergedEvent): Promise<void> {
    const [about, into] = [{ kind: 'proposal', id }, { kind: 'proposal', id: intoId }];
    const key = `proposal.merged:${id}:${at.getTime()}`;
    const params = { title, into: intoTitle };
    await this.activity.record({ about, name: 'proposals.merged', params, at, key });
    const [part, whole] = await Promise.all([this.proposals.findById(id).lean<Proposal>().exec(), this.proposals.findById(intoId).lean<Proposal>().exec()]);
    if (!part || !whole) return;
    // Followers first: whoever comes to follow while supporters are looked up is told the next time, and as what they are.
    const [followers, ofParts, ofWhole] = await Promise.all([this.follows.followers(about), this.followersOfPartsOf(part), this.follows.followers(into)]);
    const supporters = await this.voices.supportersOf(id);
    const also = await this.voices.alsoFor(supporters, intoId);
    const heard = new Set([part.authorId, whole.authorId]);
    const fresh = (people: readonly string[]) => people.filter((one) => !heard.has(one) && heard.add(one));
    await this.inbox.tell({ to: [part.authorId, whole.authorId], about, name: 'proposals.merge_done', params, mail: true, key });
    await this.inbox.tell({ to: fresh(followers.filter((one) => supporters.has(one) && !also.has(one))), about, name: 'proposals.merge_question', params, isPersonal: true, mail: true, key });
    await this.inbox.tell({ to: fresh([...followers, ...ofParts]), about, name: 'proposals.merged', params, mail: false, key });
    const joined = whole.joinings?.find(({ otherId, at: joinedAt }) => otherId === id && joinedAt.getTime() === at.getTime());
    await this.inbox.tell({ to: fresh(ofWhole), about: into, name: joined?.addition ? 'proposals.joined_adding' : 'proposals.joined', params, mail: false, key });
  }

  /** The last votes of a ballot that closes are counted after the merge: who gave them is asked too. */
  private async askLate(id: string): Promise<void> {
    const part = await this.proposals.findById(id).lean<Proposal>().exec();
    const joining = part && joiningOf(part);
    const whole = joining && (await this.proposals.findById(joining.otherId, { title: 1 }).lean<Proposal>().exec());
    if (part && whole) await this.merged({ id, title: part.title, intoId: whole._id, intoTitle: whole.title, at: joining.at });
  }

  private async separated({ id, title, fromId, fromTitle, at }: ProposalSeparatedEvent): Promise<void> {
    const about = { kind: 'proposal', id };
    const [key, params] = [`proposal.separated:${id}:${at.getTime()}`, { title, from: fromTitle } satisfies Params];
    const people = await Promise.all([about, { kind: 'proposal', id: fromId }].map((one) => this.follows.followers(one)));
    await this.activity.record({ about, name: 'proposals.separated', params, at, key });
    await this.inbox.tell({ to: [...new Set(people.flat())], about, name: 'proposals.separated', params, mail: false, key });
  }

  /** Whoever follows what had become part of it before. */
  private async followersOfPartsOf(proposal: Proposal): Promise<string[]> {
    const parts = await this.lineage.partsOf(proposal);
    return (await Promise.all(parts.map(({ _id }) => this.follows.followers({ kind: 'proposal', id: _id })))).flat();
  }
}

/** Whom an invitation's last step concerns, and what it is called; of what was joined or separated the proposals' own news tell. */
function toldOf(invitation: MergeInvitation): { to: string[]; name: string | null } {
  const { state, by, waitsFor, changed, partAuthorId, wholeAuthorId } = invitation;
  const both = [partAuthorId, wholeAuthorId];
  const toBoth: Partial<Record<MergeState, string>> = { SUGGESTED: 'suggested', LAPSED: 'lapsed', ENDED: 'ended' };
  if (state === 'OPEN') return { to: waitsFor ? [authorOn(invitation, waitsFor)] : [], name: changed === null ? 'asked' : 'changed' };
  // Of a refusal hears who asked; where the one who asked refused what was changed, the other. Both may read it.
  if (state === 'REFUSED') return { to: by === null ? both : [authorOn(invitation, changed === null ? by : otherSide(by))], name: 'refused' };
  if (state === 'WITHDRAWN') return { to: by === null ? [] : [authorOn(invitation, otherSide(by))], name: 'withdrawn' };
  return { to: both, name: toBoth[state] ?? null };
}

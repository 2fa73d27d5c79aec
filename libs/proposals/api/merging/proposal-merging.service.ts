import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, prose } from '@isegoria/kernel/api';
import { isReadable, type MergedInto, type MergedPart, type Proposal as ProposalView, type ProposalAddition, type ProposalMerging } from '@isegoria/proposals/contracts';
import { ProposalViews } from '../proposal-view';
import { Proposal } from '../proposal.schema';
import { mayRead } from '../proposals.rules';
import { Similar } from '../similar/similar.service';
import { InvitationViews } from './invitation-views';
import { Invitations } from './invitations.service';
import { Lineage } from './lineage.service';
import { joiningOf, separableUntil, separateRefusal } from './merging.rules';
import { Voices } from './voices.service';

/** What joins a proposal with others, for its page. */
@Injectable()
export class Merging {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly lineage: Lineage,
    private readonly voices: Voices,
    private readonly invitations: Invitations,
    private readonly invitationViews: InvitationViews,
    private readonly similar: Similar,
    private readonly views: ProposalViews,
    private readonly citizens: Citizens,
    private readonly clock: Clock,
  ) {}

  async of(viewer: Citizen | null, id: string): Promise<ProposalMerging | null> {
    const page = await this.proposals.findById(String(id)).lean<Proposal>().exec();
    if (!page || !mayRead(page, viewer)) return null;
    const isMine = viewer?.id === page.authorId;
    const maySuggest = !isMine && page.status === 'OPEN' && (await this.invitations.maySuggest(viewer, page));
    const [end, allParts] = await Promise.all([this.lineage.endOf(page), this.lineage.partsOf(page)]);
    const [into, parts, additions, questions, invitations, similar] = await Promise.all([
      this.into(page, end, viewer),
      this.parts(page, allParts, viewer),
      this.additions(page),
      this.voices.questions(viewer, page.mergedInto ? [page] : allParts, end),
      isMine && viewer ? this.invitationViews.on(page._id, viewer) : [],
      page.status === 'OPEN' && (isMine || maySuggest) ? this.alike(page) : [],
    ]);
    return { into, parts, additions, questions, invitations, similar, maySuggest };
  }

  private async into(page: Proposal, end: Proposal | null, viewer: Citizen | null): Promise<MergedInto | null> {
    const joining = joiningOf(page);
    if (!joining) return null;
    const direct = end?._id === joining.otherId ? end : await this.proposals.findById(joining.otherId).lean<Proposal>().exec();
    const [proposal, last] = await Promise.all([direct, end].map((one) => this.seen(one)));
    return { proposal: proposal ?? null, end: last ?? null, at: joining.at, supports: page.supports, alsoSupport: page.alsoSupport ?? null, separableUntil: this.separable(page, direct, viewer) };
  }

  private async parts(page: Proposal, allParts: readonly Proposal[], viewer: Citizen | null): Promise<MergedPart[]> {
    const parts = allParts.filter((part) => part.mergedInto === page._id && isReadable(part));
    const views = await this.views.of(parts);
    return parts.flatMap((part, at) => {
      const [proposal, joining] = [views[at], joiningOf(part)];
      return proposal && joining ? [{ proposal, at: joining.at, supports: part.supports, alsoSupport: part.alsoSupport ?? null, separableUntil: this.separable(part, page, viewer) }] : [];
    });
  }

  /** Until when this reader may separate a part and its whole; null where they may not. */
  private separable(part: Proposal, whole: Proposal | null, viewer: Citizen | null): Date | null {
    const joining = joiningOf(part);
    if (!viewer || !joining || ![part.authorId, whole?.authorId].includes(viewer.id)) return null;
    const refused = separateRefusal(joining, whole, { isAuthorOfPart: viewer.id === part.authorId, now: this.clock.now() });
    return refused ? null : separableUntil(joining);
  }

  private async additions(page: Proposal): Promise<ProposalAddition[]> {
    const said = (page.joinings ?? []).filter(({ as, addition, shown }) => as === 'WHOLE' && addition !== '' && shown === 'visible');
    if (said.length === 0) return [];
    const sources = await this.proposals.find({ _id: { $in: said.map(({ otherId }) => otherId) } }).lean<Proposal[]>().exec();
    const source = new Map(sources.map((one) => [one._id, one]));
    const authors = await this.citizens.cards(sources.map(({ authorId }) => authorId));
    return said.map(({ invitationId: id, otherId: fromId, addition: text, at, separatedAt: endedAt }) => {
      const from = source.get(fromId);
      return { id, fromId, fromTitle: from && isReadable(from) ? from.title : null, author: authors.get(from?.authorId ?? '')?.name || null, text, html: prose(text), at, endedAt };
    });
  }

  private async alike(page: Proposal): Promise<ProposalView[]> {
    const found = await this.similar.to(page.title, page.text, page._id);
    return found.map(({ proposal }) => proposal).filter(({ status, author }) => status === 'OPEN' && author.id !== page.authorId).slice(0, 3);
  }

  private async seen(proposal: Proposal | null): Promise<ProposalView | null> {
    return proposal && isReadable(proposal) ? ((await this.views.of([proposal]))[0] ?? null) : null;
  }
}

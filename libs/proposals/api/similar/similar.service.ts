import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Kept } from '@isegoria/kernel/api';
import { askedStatuses, limits, type SimilarProposal } from '@isegoria/proposals/contracts';
import { Lineage } from '../merging/lineage.service';
import { Proposal } from '../proposal.schema';
import { ProposalViews } from '../proposal-view';
import { comparable, type Comparable, rarity, type Rarity, similarity, threshold, weight } from './similarity';

const sample = 2000;
const candidates = 30;
const shown = 5;
const asked = 14;

/**
 * Finds public proposals that say what is being written. The store ranks those that share the most telling traits; the best
 * of them are then compared whole. How telling a trait is, is learnt from the newest proposals and kept for ten minutes.
 */
@Injectable()
export class Similar {
  private readonly rare: Kept<Rarity>;

  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly lineage: Lineage,
    private readonly views: ProposalViews,
  ) {
    this.rare = new Kept(() => this.learn(), 600_000);
  }

  async to(title: string, text: string, excludeId: string | null): Promise<SimilarProposal[]> {
    const written = comparable(title.slice(0, limits.title), text.slice(0, limits.text));
    if (written.terms.length === 0) return [];
    const rare = await this.rare.get();
    const found = await this.ranked(written, rare, excludeId);
    const scored = found.map((proposal) => ({ proposal, score: similarity(written, proposal, rare) }));
    const near = scored.filter(({ score }) => score >= threshold).sort((a, b) => b.score - a.score);
    const alike = await this.whereTheyGoOn(near, excludeId);
    const views = await this.views.of(alike.map(({ proposal }) => proposal));
    return views.map((proposal, at) => ({ proposal, score: alike[at]?.score ?? 0 }));
  }

  /** In the place of a merged one that which it is part of, each once, as many as are shown: nobody is sent to where nothing is supported any more. */
  private async whereTheyGoOn(found: readonly { proposal: Proposal; score: number }[], excludeId: string | null): Promise<{ proposal: Proposal; score: number }[]> {
    const ends = new Map<string, { proposal: Proposal; score: number }>();
    for (const { proposal, score } of found) {
      if (ends.size === shown) break;
      const end = await this.lineage.endOf(proposal);
      if (end?.listed && end._id !== excludeId && !ends.has(end._id)) ends.set(end._id, { proposal: end, score });
    }
    return [...ends.values()];
  }

  private ranked(written: Comparable, rare: Rarity, excludeId: string | null): Promise<Proposal[]> {
    const inTitle = new Set(written.titleTerms);
    const telling = written.terms
      .filter((trait) => !trait.startsWith('@'))
      .map((trait) => ({ trait, weighs: weight(trait, inTitle.has(trait), rare) }))
      .sort((a, b) => b.weighs - a.weighs)
      .slice(0, asked);
    const shares = telling.map(({ trait, weighs }) => ({ $cond: [{ $in: [trait, '$terms'] }, weighs, 0] }));
    return this.proposals
      .aggregate<Proposal>([
        { $match: { listed: { $in: [true, false] }, status: { $in: [...askedStatuses] }, terms: { $in: telling.map(({ trait }) => trait) }, _id: { $ne: String(excludeId ?? '') } } },
        { $addFields: { shares: { $add: shares } } },
        { $sort: { shares: -1, supports: -1 } },
        { $limit: candidates },
      ])
      .exec();
  }

  private async learn(): Promise<Rarity> {
    const newest = await this.proposals.find({ listed: true }, { terms: 1 }).sort({ publishedAt: -1, _id: -1 }).limit(sample).lean<Proposal[]>().exec();
    const frequency = new Map<string, number>();
    for (const { terms } of newest) for (const trait of terms) frequency.set(trait, (frequency.get(trait) ?? 0) + 1);
    return rarity(frequency, newest.length);
  }
}

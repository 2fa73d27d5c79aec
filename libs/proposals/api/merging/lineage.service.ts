import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Proposal } from '../proposal.schema';

/** Longer chains, and more parts, than this are not followed: nobody reads them. */
const most = 60;
const fields = { terms: 0, titleTerms: 0 };

/** Which proposal is part of which. Chains have an end: see `Joining`. */
@Injectable()
export class Lineage {
  constructor(@InjectModel(Proposal.name) private readonly proposals: Model<Proposal>) {}

  /** Where a proposal goes on, at the end of its chain: itself where it stands by itself. */
  async endOf(proposal: Proposal): Promise<Proposal | null> {
    let end: Proposal | null = proposal;
    for (let steps = 0; end?.mergedInto && steps < most; steps++) end = await this.proposals.findById(end.mergedInto, fields).lean<Proposal>().exec();
    return end;
  }

  /** Those that are part of it now, then those that are part of them. What was joined to it, it notes itself, so that for most the store need not be asked. */
  async partsOf(whole: Pick<Proposal, '_id' | 'joinings'>): Promise<Proposal[]> {
    const all: Proposal[] = [];
    for (let next = [whole].filter(hasParts); next.length > 0 && all.length < most; ) {
      const parts = await this.proposals.find({ mergedInto: { $in: next.map(({ _id }) => _id) } }, fields).sort({ _id: 1 }).limit(most).lean<Proposal[]>().exec();
      all.push(...parts);
      next = parts.filter(hasParts);
    }
    return all;
  }
}

function hasParts({ joinings = [] }: Pick<Proposal, 'joinings'>): boolean {
  return joinings.some(({ as, separatedAt }) => as === 'WHOLE' && !separatedAt);
}

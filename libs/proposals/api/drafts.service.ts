import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { Clock, isThere, Limits, newId } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { type DiscardDraftResult, draftId, draftInput, type ProposalInput, type SaveDraftResult } from '@isegoria/proposals/contracts';
import { nothingYet } from './nothing-yet';
import { notYourPicture, ProposalFields } from './proposal-fields';
import { Proposal } from './proposal.schema';
import { draftsKept } from './proposals.rules';
import { noSuchProposal } from './refusals';
import { standing } from './standing';

const saving = { points: 120, seconds: 60 };

/** Drafts save themselves while their author types, so saving is cheap, forgiving, and harmless when it comes twice. */
@Injectable()
export class Drafts {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly fields: ProposalFields,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async save(citizen: Citizen, id: string | null, input: ProposalInput): Promise<SaveDraftResult> {
    const refused = mayContribute(citizen);
    if (refused) return refused;
    const tooMany = await this.limits.take('proposal-drafts', citizen.id, saving);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    const problems = problemsOf(draftInput, input);
    if (id !== null && problemsOf(draftId, id).length > 0) problems.push({ field: 'id', code: 'invalid', limit: null });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    return this.write(citizen, id ?? newId(), input);
  }

  async discard(citizen: Citizen, id: string): Promise<DiscardDraftResult> {
    const { deletedCount } = await this.proposals.deleteOne({ _id: String(id), authorId: citizen.id, publication: 'draft' }).exec();
    return deletedCount === 1 ? { __typename: 'DraftDiscarded', id } : noSuchProposal('discard', citizen.id, id);
  }

  private async write(citizen: Citizen, id: string, input: ProposalInput): Promise<SaveDraftResult> {
    const known = await this.proposals.findById(id, { authorId: 1, publication: 1, pictures: 1 }).lean<Proposal>().exec();
    if (known && known.authorId !== citizen.id) return noSuchProposal('draft', citizen.id, id);
    if (known && known.publication !== 'draft') return { __typename: 'NotAllowed', reason: 'submitted' };
    if (!known && (await this.proposals.countDocuments({ authorId: citizen.id, publication: 'draft' })) >= draftsKept) return { __typename: 'NotAllowed', reason: 'too_many_drafts' };

    const now = this.clock.now();
    const fields = await this.fields.of(input);
    if (!(await this.fields.illustrate(citizen, id, fields.pictures, known?.pictures))) return { __typename: 'Invalid', problems: [notYourPicture] };
    const $set = { ...fields, touchedAt: now };
    const $setOnInsert = { lang: 'el', createdAt: now, ...standing({ publication: 'draft', visibility: 'visible', answered: 'NONE' }), ...nothingYet };
    try {
      await this.proposals.updateOne({ _id: id, authorId: citizen.id, publication: 'draft' }, { $set, $setOnInsert }, { upsert: true });
    } catch (error) {
      // Between the look and the write somebody else took the id: it is theirs.
      if (isThere(error)) return noSuchProposal('draft', citizen.id, id);
      throw error;
    }
    return { __typename: 'DraftSaved', id, savedAt: now };
  }
}

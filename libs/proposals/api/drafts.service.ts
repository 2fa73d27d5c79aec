import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { Clock, isThere, Limits, newId } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { type DiscardDraftResult, draftId, draftInput, draftVersion, type MutationSaveDraftArgs, type SaveDraftResult } from '@isegoria/proposals/contracts';
import { nothingYet } from './nothing-yet';
import { notYourPicture, ProposalFields } from './proposal-fields';
import { ProposalViews } from './proposal-view';
import { Proposal } from './proposal.schema';
import { draftsKept } from './proposals.rules';
import { noSuchProposal } from './refusals';
import { standing } from './standing';

/** What a page saves, and which version of the draft it follows. */
type Save = Pick<MutationSaveDraftArgs, 'input' | 'version'>;

const saving = { points: 120, seconds: 60 };

/**
 * Drafts save themselves while their author types, so saving is cheap, forgiving, and harmless when it comes twice. A page that was left open
 * in another tab or on another device does not write over what came after it: it is shown what stands now.
 */
@Injectable()
export class Drafts {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly fields: ProposalFields,
    private readonly views: ProposalViews,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async save(citizen: Citizen, id: string | null, { input, version }: Save): Promise<SaveDraftResult> {
    const refused = mayContribute(citizen);
    if (refused) return refused;
    const tooMany = await this.limits.take('proposal-drafts', citizen.id, saving);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    const problems = problemsOf(draftInput, input);
    if (id !== null && problemsOf(draftId, id).length > 0) problems.push({ field: 'id', code: 'invalid', limit: null });
    if (version && problemsOf(draftVersion, version).length > 0) problems.push({ field: 'version', code: 'invalid', limit: null });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    return this.write(citizen, id ?? newId(), { input, version });
  }

  async discard(citizen: Citizen, id: string): Promise<DiscardDraftResult> {
    const { deletedCount } = await this.proposals.deleteOne({ _id: String(id), authorId: citizen.id, publication: 'draft' }).exec();
    return deletedCount === 1 ? { __typename: 'DraftDiscarded', id } : noSuchProposal('discard', citizen.id, id);
  }

  private async write(citizen: Citizen, id: string, { input, version }: Save): Promise<SaveDraftResult> {
    const known = await this.proposals.findById(id).lean<Proposal>().exec();
    if (known && known.authorId !== citizen.id) return noSuchProposal('draft', citizen.id, id);
    if (known && known.publication !== 'draft') return { __typename: 'NotAllowed', reason: 'submitted' };
    if (known && version && !follows(known, version)) return { __typename: 'DraftOvertaken', proposal: await this.views.one(known, citizen) };
    // Whoever saw a version of it and finds none has an older page open: the draft was thrown away, and stays so.
    if (!known && version?.after) return { __typename: 'NotAllowed', reason: 'discarded' };
    if (!known && (await this.proposals.countDocuments({ authorId: citizen.id, publication: 'draft' })) >= draftsKept) return { __typename: 'NotAllowed', reason: 'too_many_drafts' };

    const now = this.clock.now();
    const fields = await this.fields.of(input);
    if (!(await this.fields.illustrate(citizen, id, fields.pictures, known?.pictures))) return { __typename: 'Invalid', problems: [notYourPicture] };
    const $set = { ...fields, touchedAt: now, draftVersion: version?.name ?? newId() };
    const $setOnInsert = { lang: 'el', createdAt: now, ...standing({ publication: 'draft', visibility: 'visible', answered: 'NONE' }), ...nothingYet };
    try {
      const { matchedCount } = await this.proposals.updateOne({ _id: id, authorId: citizen.id, publication: 'draft', ...(known && version && { draftVersion: known.draftVersion ?? null }) }, { $set, $setOnInsert }, { upsert: !known });
      if (known && matchedCount === 0) return this.write(citizen, id, { input, version });
    } catch (error) {
      // Between the look and the write another page saved or sent it, or somebody else took the id: looked at again, it is told.
      if (isThere(error)) return this.write(citizen, id, { input, version });
      throw error;
    }
    return { __typename: 'DraftSaved', id, savedAt: now };
  }
}

/** Whether a save comes after what is kept: it saw that version, or it is that version, sent once more because no answer came. */
function follows({ draftVersion: kept }: Pick<Proposal, 'draftVersion'>, { name, after }: NonNullable<Save['version']>): boolean {
  return !kept || kept === name || kept === after;
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type Citizen, hasRole, mayContribute } from '@isegoria/identity/contracts';
import { Clock, eachLeft, invalid, isThere, Jobs, Limits, plain, refuse, Unheard, unheard } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import {
  type AnswerMergeInput, answerMergeInput, type AnswerMergeResult, type InviteToMergeInput, inviteToMergeInput, type InviteToMergeResult, mergeLimits, type MergeInvitation as InvitationView, type SuggestMergeInput, suggestMergeInput,
  type MergeSide, type SuggestMergeResult, type WithdrawMergeResult,
} from '@isegoria/proposals/contracts';
import { Proposal } from '../proposal.schema';
import { answersFor } from '../proposals.rules';
import { noSuchProposal } from '../refusals';
import { InvitationViews } from './invitation-views';
import { Joining } from './joining.service';
import { MergeInvitation } from './merge-invitation.schema';
import { additionOf, authorOn, expiryOf, mergeRefusal, otherSide, pairOf, sideOf, waiting, yesOf } from './merging.rules';

const pace = { points: mergeLimits.perDay, seconds: 86_400 };
const lapseMs = 3_600_000;

/** What a new invitation is before anything happened to it. */
const untouched = { changed: null, replierId: '', reply: null, isMessageHidden: false, isReplyHidden: false, decidedAt: null, revision: 1 };

/** Two authors come to an understanding: one invites, the other answers; the city may only suggest. Each change is one conditional write. */
@Injectable()
export class Invitations implements OnModuleInit {
  constructor(
    @InjectModel(MergeInvitation.name) private readonly invitations: Model<MergeInvitation>,
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly views: InvitationViews,
    private readonly joining: Joining,
    private readonly organisation: Organisation,
    private readonly unheard: Unheard,
    private readonly limits: Limits,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.invitations);
    this.jobs.every('proposals.merging.lapse', lapseMs, () => this.lapse());
  }

  async invite(citizen: Citizen, input: InviteToMergeInput): Promise<InviteToMergeResult> {
    const unconfirmed = mayContribute(citizen);
    if (unconfirmed) return unconfirmed;
    const written = { ...input, message: plain(input.message), addition: plain(input.addition ?? '') };
    const problems = problemsOf(inviteToMergeInput, written);
    if (problems.length > 0) return invalid(problems);
    const { id, mine, other, side, message, addition } = written;
    const own = await this.proposals.findById(mine).lean<Proposal>().exec();
    if (!own || own.authorId !== citizen.id) return noSuchProposal('merge', citizen.id, mine);
    const [partId, wholeId] = side === 'PART' ? [mine, other] : [other, mine];
    const made = await this.make({ _id: id, partId, wholeId, by: side, senderId: citizen.id, message, addition, state: 'OPEN', waitsFor: otherSide(side) });
    if ('__typename' in made) return made;
    return { __typename: 'MergeInvited', invitation: await this.shown(made, citizen) };
  }

  async suggest(official: Citizen, input: SuggestMergeInput): Promise<SuggestMergeResult> {
    const written = { ...input, message: plain(input.message) };
    const problems = problemsOf(suggestMergeInput, written);
    if (problems.length > 0) return invalid(problems);
    const { id, part: partId, whole: wholeId, message } = written;
    const found = await this.proposals.find({ _id: { $in: [partId, wholeId] } }).lean<Proposal[]>().exec();
    const may = await Promise.all(found.map((one) => this.maySuggest(official, one)));
    if (!may.includes(true)) return noSuchProposal('suggestMerge', official.id, partId);
    const made = await this.make({ _id: id, partId, wholeId, by: null, senderId: official.id, message, addition: '', state: 'SUGGESTED', waitsFor: null });
    return '__typename' in made ? made : { __typename: 'MergeSuggested', id: made._id };
  }

  /** A moderator, or an official who answers it. */
  async maySuggest(viewer: Citizen | null, { departmentId, category }: Pick<Proposal, 'departmentId' | 'category'>): Promise<boolean> {
    if (hasRole(viewer, 'moderator', 'administrator')) return true;
    return hasRole(viewer, 'official') && answersFor(viewer, await this.organisation.answering(departmentId, category));
  }

  async answer(citizen: Citizen, input: AnswerMergeInput): Promise<AnswerMergeResult> {
    const unconfirmed = mayContribute(citizen);
    if (unconfirmed) return unconfirmed;
    const written = { ...input, addition: input.addition === undefined || input.addition === null ? null : plain(input.addition), reply: plain(input.reply ?? '') || null };
    const problems = problemsOf(answerMergeInput, written);
    if (problems.length > 0) return invalid(problems);
    const seen = await this.invitations.findById(written.id).lean<MergeInvitation>().exec();
    const side = seen && sideOf(seen, citizen);
    if (!seen || !side) return noSuchInvitation;
    const words = written.addition ?? additionOf(seen);
    const isSaid = written.accept ? isYesAlready(seen, side, words) : seen.state === 'REFUSED';
    if (isSaid) return { __typename: 'MergeAnswered', invitation: await this.shown(seen, citizen) };
    // What was read is what is answered. The revision is of the invitation, so that a yes of both at once is seen too.
    if (seen.revision !== written.revision) return refuse(waiting.includes(seen.state) ? 'merge_meanwhile' : 'merge_over');
    const result = written.accept ? await this.accept(seen, side, words) : await this.refuse(seen, side, written.reply ?? '');
    if (typeof result === 'string') return refuse(`merge_${result}`);
    return result ? { __typename: 'MergeAnswered', invitation: await this.shown(result, citizen) } : this.answer(citizen, input);
  }

  async withdraw(citizen: Citizen, id: string): Promise<WithdrawMergeResult> {
    const seen = await this.invitations.findById(String(id)).lean<MergeInvitation>().exec();
    const side = seen && sideOf(seen, citizen);
    if (!seen || !side) return noSuchInvitation;
    if (seen.state === 'WITHDRAWN') return { __typename: 'MergeWithdrawn', invitation: await this.shown(seen, citizen) };
    if (seen.state !== 'OPEN' || seen.by !== side) return refuse('merge_over');
    const taken = await this.close(seen, 'WITHDRAWN');
    return taken ? { __typename: 'MergeWithdrawn', invitation: await this.shown(taken, citizen) } : this.withdraw(citizen, id);
  }

  /** An author leaves: what waits can come to nothing any more. */
  async end(ids: readonly string[]): Promise<void> {
    for (const one of await this.invitations.find({ _id: { $in: [...ids] }, state: { $in: waiting } }).lean<MergeInvitation[]>().exec()) await this.close(one, 'ENDED');
  }

  /** What nobody answered in thirty days. */
  async lapse(): Promise<void> {
    const over = await this.invitations.find({ state: { $in: waiting }, expiresAt: { $lt: this.clock.now() } }).limit(200).lean<MergeInvitation[]>().exec();
    await eachLeft('invitations to merge', over, (one) => this.close(one, 'LAPSED'));
  }

  /** Puts a new one into the pair's free place; who comes second is told so. */
  private async make(wanted: Pick<MergeInvitation, '_id' | 'partId' | 'wholeId' | 'by' | 'senderId' | 'message' | 'addition' | 'state' | 'waitsFor'>): Promise<MergeInvitation | ReturnType<typeof refuse> | { __typename: 'TooMany'; retryAfterSeconds: number }> {
    const again = await this.same(wanted);
    if (again) return again;
    const { partId, wholeId, senderId } = wanted;
    const both = await this.bothOf(wanted);
    if (typeof both === 'string') return refuse(`merge_${both}`);
    const [part, whole] = both;
    const pair = pairOf(partId, wholeId);
    const refusals = await this.invitations.countDocuments({ pair, state: 'REFUSED' }).exec();
    if (refusals >= mergeLimits.refusals) return refuse('merge_refused_twice');
    const tooMany = await this.limits.take('merge-invitations', senderId, pace);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    const at = this.clock.now();
    const told = unheard('merge.changed', { id: wanted._id, revision: 1, at });
    const record = { ...untouched, ...wanted, pair, slot: `${pair} ${refusals}`, partAuthorId: part.authorId, wholeAuthorId: whole.authorId, at, expiresAt: expiryOf(at), unheard: [told] };
    try {
      await this.invitations.collection.insertOne(record as never);
    } catch (error) {
      if (!isThere(error)) throw error;
      return (await this.same(wanted)) ?? refuse('merge_asked_already');
    }
    await this.unheard.tell(this.invitations, record._id);
    return record;
  }

  /** The same one, sent again: its number and its sender say so; another's number tells nothing. */
  private async same({ _id, senderId }: Pick<MergeInvitation, '_id' | 'senderId'>): Promise<MergeInvitation | null> {
    return this.invitations.findOne({ _id, senderId }).lean<MergeInvitation>().exec();
  }

  /** Part and whole, or why the two cannot be merged as they stand. */
  private async bothOf({ partId, wholeId }: Pick<MergeInvitation, 'partId' | 'wholeId'>): Promise<[part: Proposal, whole: Proposal] | string> {
    const found = await this.proposals.find({ _id: { $in: [partId, wholeId] } }).lean<Proposal[]>().exec();
    const [part = null, whole = null] = [partId, wholeId].map((id) => found.find(({ _id }) => _id === id));
    const refused = mergeRefusal(part, whole, await this.views.hereAmong(found));
    return refused ?? (part && whole ? [part, whole] : 'not_public');
  }

  private async accept(seen: MergeInvitation, side: MergeSide, words: string): Promise<MergeInvitation | string | null> {
    const both = await this.bothOf(seen);
    if (typeof both === 'string') return both;
    const [part, whole] = both;
    const yes = yesOf(seen, side, words);
    if (typeof yes === 'object') return yes.refused;
    const expiresAt = expiryOf(this.clock.now());
    if (yes === 'take_up') return this.move(seen, { state: 'OPEN', by: side, waitsFor: otherSide(side), addition: words, expiresAt });
    if (yes === 'change') return this.move(seen, { changed: words, replierId: authorOn(seen, side), waitsFor: otherSide(side), expiresAt });
    const isJoined = await this.joining.join(seen, part, whole);
    return isJoined ? this.invitations.findById(seen._id).lean<MergeInvitation>().exec() : null;
  }

  private async refuse(seen: MergeInvitation, side: MergeSide, reply: string): Promise<MergeInvitation | string | null> {
    if (!waiting.includes(seen.state)) return 'over';
    if (seen.state === 'OPEN' && seen.waitsFor !== side) return 'not_your_turn';
    return this.move(seen, { state: 'REFUSED', waitsFor: null, reply, replierId: authorOn(seen, side), decidedAt: this.clock.now() });
  }

  /** It came to nothing, and the pair's place is free for another. */
  private close(seen: MergeInvitation, state: 'WITHDRAWN' | 'ENDED' | 'LAPSED'): Promise<MergeInvitation | null> {
    return this.move(seen, { state, waitsFor: null, decidedAt: this.clock.now() }, { slot: 1 });
  }

  /** Moves an invitation from where it was seen, and only from there; null: somebody else did first. */
  private async move(seen: MergeInvitation, set: Partial<MergeInvitation>, unset: Record<string, 1> = {}): Promise<MergeInvitation | null> {
    const revision = seen.revision + 1;
    const told = unheard('merge.changed', { id: seen._id, revision, at: this.clock.now() });
    const write = { $set: { ...set, revision }, $unset: unset, $push: { unheard: told } };
    const moved = await this.invitations.findOneAndUpdate({ _id: seen._id, revision: seen.revision, state: seen.state }, write, { returnDocument: 'after' }).lean<MergeInvitation>().exec();
    if (moved) await this.unheard.tell(this.invitations, moved._id);
    return moved;
  }

  private async shown(invitation: MergeInvitation, citizen: Citizen): Promise<InvitationView> {
    const [view] = await this.views.of([invitation], citizen);
    if (!view) throw new Error('an invitation is shown to its authors');
    return view;
  }
}

const noSuchInvitation = { __typename: 'NotFound', reason: 'invitation' } as const;

/** Whether this side has said yes to these words before: a press that comes again. */
function isYesAlready(seen: MergeInvitation, side: MergeSide, words: string): boolean {
  if (seen.state === 'MERGED') return true;
  const isWithOther = seen.state === 'OPEN' && seen.waitsFor === otherSide(side);
  return isWithOther && words === additionOf(seen) && (seen.by === side || seen.changed !== null);
}

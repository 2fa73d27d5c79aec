import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { holdsUnheard, indexWhere, type UnheardEvent } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { SchemaTypes } from 'mongoose';
import type { Answered, MergeSide, Publication, ProposalAnswerStatus, ProposalStanding, Visibility } from '@isegoria/proposals/contracts';

/** A department's public answer as it was given. The last one counts; the former ones stay. */
export interface AnswerRecord {
  status: ProposalAnswerStatus;
  text: string;
  nextStep: string | null;
  nextStepAt: Date | null;
  cost: number | null;
  departmentId: string | null;
  byId: string;
  at: Date;
}

/** What a moderator said to the author. */
export interface RemarkRecord {
  decision: 'hidden' | 'returned';
  rule: number | null;
  reason: string;
  caseId: string;
  at: Date;
}

/** Another proposal that this one was joined with: of the two, each notes it. What was said stays, also where the two were separated again. */
export interface JoiningRecord {
  /** The invitation that led to it. */
  invitationId: string;
  /** Which of the two this one is. */
  as: MergeSide;
  otherId: string;
  at: Date;
  separatedAt: Date | null;
  /** Of the whole: what the other brought along. */
  addition: string;
  /** How moderators have it: what waits or is hidden nobody reads. */
  shown: 'visible' | 'waiting' | 'hidden';
}

/** More answers than this on one proposal are a conversation; the oldest go. */
export const answersKept = 20;

/** A proposal. Its supporters, arguments and reports stand in their own slices; here are only their counts. */
@Schema({ versionKey: false, collection: 'proposals', minimize: false })
export class Proposal {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) authorId!: string;
  @Prop({ type: String, default: '' }) title!: string;
  @Prop({ type: String, default: '' }) text!: string;
  @Prop({ type: String, required: true }) lang!: string;
  @Prop({ type: String, default: null }) category!: string | null;
  @Prop({ type: String, default: null }) district!: string | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) place!: { label: string; lat: number | null; lng: number | null } | null;
  /** The ids of its pictures, in their order; what they are stands with the files. */
  @Prop({ type: [String], default: [] }) pictures!: string[];
  @Prop({ type: String, default: null }) departmentId!: string | null;
  /** The everyday requests that it grew out of; older ones have none. */
  @Prop({ type: [String], default: [] }) requestIds?: string[];
  /** The debate that it was written from; most have none. */
  @Prop({ type: String }) debateId?: string | null;
  @Prop({ type: String, default: null }) processId!: string | null;

  // The three axes, and the two words made of them that lists ask by. They are only ever written together (`standing`).
  @Prop({ type: String, required: true }) publication!: Publication;
  @Prop({ type: String, required: true }) visibility!: Visibility;
  @Prop({ type: String, required: true }) answered!: Answered;
  @Prop({ type: String, required: true }) status!: ProposalStanding;
  @Prop({ type: Boolean, required: true }) listed!: boolean;

  @Prop({ type: Number, default: 0 }) supports!: number;
  /** Up to which number of the votes' log `supports` was counted, so that an older count cannot overwrite a newer one. */
  @Prop({ type: Number, default: 0 }) countedSeq!: number;
  @Prop({ type: Number, default: 0 }) argumentsFor!: number;
  @Prop({ type: Number, default: 0 }) argumentsAgainst!: number;

  @Prop({ type: Date, required: true }) createdAt!: Date;
  /** When its author last wrote on it. */
  @Prop({ type: Date, required: true }) touchedAt!: Date;
  @Prop({ type: Date, default: null }) submittedAt!: Date | null;
  @Prop({ type: Date, default: null }) publishedAt!: Date | null;
  @Prop({ type: Date, default: null }) editedAt!: Date | null;
  /** Which version of a draft is kept. */
  @Prop({ type: String }) draftVersion?: string;
  /** When something last happened to it: a support, an argument, an answer. */
  @Prop({ type: Date, default: null }) activeAt!: Date | null;
  @Prop({ type: Date, default: null }) answeredAt!: Date | null;
  @Prop({ type: Date, default: null }) answerDueAt!: Date | null;
  /** The city's day, yyyy-mm-dd, that was named for the next step of an accepted proposal; null where the last answer names none. */
  @Prop({ type: String, default: null }) stepDay!: string | null;
  @Prop({ type: [SchemaTypes.Mixed], default: [] }) answers!: AnswerRecord[];
  @Prop({ type: SchemaTypes.Mixed, default: null }) remark!: RemarkRecord | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) withdrawal!: { reason: string; at: Date } | null;

  /** The project of a participatory budget that it became, as the budget's own slice told it. */
  @Prop({ type: SchemaTypes.Mixed, default: null }) project!: { title: string; path: string; budget: Localized; at: Date } | null;

  /** The proposal that it became a part of. */
  @Prop({ type: String }) mergedInto?: string;
  /** Of a merged one: how many of its supporters support that other one too; and, while that is to be counted anew, the name of what made it so. */
  @Prop({ type: Number }) alsoSupport?: number;
  @Prop({ type: String }) recount?: string;
  @Prop({ type: [SchemaTypes.Mixed], default: undefined }) joinings?: JoiningRecord[];

  /** The traits that it is found and compared by (see similar/concepts.ts); those of the title again in `titleTerms`. */
  @Prop({ type: [String], default: [] }) terms!: string[];
  @Prop({ type: [String], default: [] }) titleTerms!: string[];

  /** Set together with a change of standing and cleared when all that follows from it was done: a crash in between is found. */
  @Prop({ type: Boolean }) unfinished?: boolean;
  /** Of its answers, until they were told. */
  unheard?: UnheardEvent[];
  /** Where an imported proposal came from, such as `decide-madrid:86`. */
  @Prop({ type: String }) source?: string;
}

export const ProposalSchema = SchemaFactory.createForClass(Proposal);

// Every public list is one of these: all, or those of one status, category or district, in one of the orders.
const orders = { supports: -1, publishedAt: -1, activeAt: -1 } as const;
for (const [field, direction] of Object.entries(orders)) {
  ProposalSchema.index({ listed: 1, [field]: direction, _id: -1 });
  for (const by of ['status', 'category', 'district']) ProposalSchema.index({ listed: 1, [by]: 1, [field]: direction, _id: -1 });
}
ProposalSchema.index({ listed: 1, answeredAt: -1, _id: -1 });
ProposalSchema.index({ listed: 1, _id: 1 });
ProposalSchema.index({ listed: 1, terms: 1 });
ProposalSchema.index({ 'answers.byId': 1 }, { sparse: true });
ProposalSchema.index({ authorId: 1, touchedAt: -1, _id: -1 });
ProposalSchema.index({ listed: 1, departmentId: 1, status: 1, answerDueAt: 1, _id: 1 });
indexWhere(ProposalSchema, { listed: 1, departmentId: 1, stepDay: 1, _id: 1 }, { field: 'stepDay', holds: 'text' });
indexWhere(ProposalSchema, { listed: 1, stepDay: 1, _id: 1 }, { field: 'stepDay', holds: 'text' });
// Sparse, not kept to strings: of «part of this one» the store does not see that it asks for a string, and would read every proposal.
ProposalSchema.index({ mergedInto: 1 }, { sparse: true });
indexWhere(ProposalSchema, { recount: 1 }, { field: 'recount', holds: 'text' });
ProposalSchema.index({ 'joinings.invitationId': 1 }, { sparse: true });
ProposalSchema.index({ unfinished: 1 }, { partialFilterExpression: { unfinished: true } });
holdsUnheard(ProposalSchema);
indexWhere(ProposalSchema, { source: 1 }, { field: 'source', holds: 'text', unique: true });

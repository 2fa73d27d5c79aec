import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { indexWhere } from '@isegoria/kernel/api';
import type { CaseKind, ModerationDecision, ObjectionOutcome } from '@isegoria/moderation/contracts';

/** One round of moderation about one contribution: why it came up, who works on it, and what was decided. It is decided once. */
@Schema({ versionKey: false, collection: 'moderation-cases' })
export class Case {
  @Prop({ type: String, required: true }) _id!: string;
  /** The contribution's key. */
  @Prop({ type: String, required: true }) item!: string;
  @Prop({ type: String, required: true }) kind!: CaseKind;
  @Prop({ type: String, required: true }) status!: 'open' | 'decided' | 'withdrawn';
  @Prop({ type: String, default: '' }) title!: string;
  @Prop({ type: String, default: '' }) text!: string;
  @Prop({ type: String, default: null }) reportedText!: string | null;
  @Prop({ type: String, default: null }) alignment!: string | null;
  @Prop({ type: String, default: null }) authorId!: string | null;
  @Prop({ type: Date, required: true }) since!: Date;
  /** Its place in the queue: `since`, moved forward by what the reports weigh. */
  @Prop({ type: Date, required: true }) orderAt!: Date;
  @Prop({ type: Number, default: 0 }) reports!: number;
  @Prop({ type: Number, default: 0 }) trustedReports!: number;
  @Prop({ type: Number, default: 0 }) weight!: number;
  /** The rule that most reports name. */
  @Prop({ type: Number, default: null }) reportedRule!: number | null;
  @Prop({ type: Boolean, default: false }) coordinated!: boolean;
  /** Grows with every report and every change of the text: a decision names the version that it was made on. */
  @Prop({ type: Number, default: 1 }) version!: number;
  /** The version at which the reports were last counted. */
  @Prop({ type: Number, default: 0 }) counted!: number;
  @Prop({ type: String, default: null }) claimedBy!: string | null;
  @Prop({ type: Date, default: null }) claimedUntil!: Date | null;
  /** Moderators who left it to another. */
  @Prop({ type: [String], default: [] }) passedBy!: string[];
  @Prop({ type: String, default: null }) passNote!: string | null;
  /** Hidden by weight of reports until somebody decides, where the city wants that. */
  @Prop({ type: Boolean, default: false }) held!: boolean;
  @Prop({ type: String, default: null }) decision!: ModerationDecision | null;
  @Prop({ type: Number, default: null }) rule!: number | null;
  @Prop({ type: String, default: '' }) reason!: string;
  @Prop({ type: String, default: null }) decidedBy!: string | null;
  @Prop({ type: Date, default: null }) decidedAt!: Date | null;
  /** Whether everyone who should hear of the decision has heard. */
  @Prop({ type: Boolean, default: true }) delivered!: boolean;
  /** Whether the public log shows it: all but the quiet approvals of what waited. */
  @Prop({ type: Boolean, default: false }) logged!: boolean;
  /** The decided case that this one looks at again. */
  @Prop({ type: String, default: null }) reopens!: string | null;
  /** Who had it looked at again, after it was decided, and when. */
  @Prop({ type: String, default: null }) reopenedBy!: string | null;
  @Prop({ type: Date, default: null }) reopenedAt!: Date | null;
  @Prop({ type: String, default: null }) objection!: ObjectionOutcome | null;
}

export const CaseSchema = SchemaFactory.createForClass(Case);
// However many reports arrive at once, a contribution has one open case.
CaseSchema.index({ item: 1 }, { unique: true, partialFilterExpression: { status: 'open' }, name: 'one_open_case' });
CaseSchema.index({ status: 1, orderAt: 1, _id: 1 });
CaseSchema.index({ item: 1, _id: -1 });
CaseSchema.index({ status: 1, decidedAt: -1 });
indexWhere(CaseSchema, { reopens: 1 }, { field: 'reopens', holds: 'text', unique: true });
indexWhere(CaseSchema, { reopenedBy: 1 }, { field: 'reopenedBy', holds: 'text' });
CaseSchema.index({ authorId: 1, status: 1 });
CaseSchema.index({ decidedBy: 1, decidedAt: -1, _id: -1 });
CaseSchema.index({ logged: 1, decidedAt: -1, _id: -1 });
CaseSchema.index({ logged: 1, _id: 1 });
CaseSchema.index({ decidedAt: 1 }, { partialFilterExpression: { delivered: false }, name: 'undelivered' });

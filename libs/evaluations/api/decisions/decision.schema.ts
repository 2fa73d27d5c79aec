import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { holdsUnheard, type UnheardEvent } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import type { Criterion } from '@isegoria/evaluations/contracts';
import { Schema as MongooseSchema } from 'mongoose';

export type Status = 'PUBLISHED' | 'REVOKED';

/** Who laid an act before the citizens: its type, enough of them, or an official. */
export type OpenedBy = 'type' | 'requests' | 'official';

/** What is still to be done and told after an act came in: see `ActNews`. */
export type Untold = 'corrected' | 'revoked' | 'reinstated' | 'came_revoked';

/** A decision in a citizen's words, where the municipality wrote them. */
export interface PlainWords {
  title: Localized;
  text: Localized;
}

/** An administrative act as it stands now. What it was before is in its versions. */
@Schema({ versionKey: false, collection: 'decisions' })
export class Decision {
  /** The act's number in Latin letters: see `idOfNumber`. An act that comes twice meets itself. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true, unique: true }) ada!: string;
  @Prop({ type: String, default: 'DIAVGEIA' }) source!: 'DIAVGEIA' | 'CITY';
  @Prop({ type: String, required: true }) registerSubject!: string;
  @Prop({ type: String, required: true }) subject!: string;
  /** The folded stems that it is found by. */
  @Prop({ type: [String], required: true }) terms!: string[];
  @Prop({ type: MongooseSchema.Types.Mixed, default: null }) plainWords!: PlainWords | null;
  @Prop({ type: String, required: true }) typeCode!: string;
  /** As the register names the type, where we have no better words for it. */
  @Prop({ type: MongooseSchema.Types.Mixed, default: null }) typeName!: Localized | null;
  @Prop({ type: String, default: null }) unitId!: string | null;
  @Prop({ type: MongooseSchema.Types.Mixed, default: null }) unitName!: Localized | null;
  @Prop({ type: String, required: true }) organisationId!: string;
  @Prop({ type: MongooseSchema.Types.Mixed, default: null }) organisationName!: Localized | null;
  /** The offices of those who signed. */
  @Prop({ type: [String], default: [] }) signedAs!: string[];
  @Prop({ type: String, default: null }) protocolNumber!: string | null;
  @Prop({ type: Date, required: true }) issueDate!: Date;
  @Prop({ type: Date, required: true }) publishedAt!: Date;
  /** When the register took this version: the later of two is the one that stands. */
  @Prop({ type: Date, required: true }) versionAt!: Date;
  @Prop({ type: String, required: true }) status!: Status;
  @Prop({ type: String, required: true }) versionId!: string;
  @Prop({ type: String, default: null }) correctedVersionId!: string | null;
  @Prop({ type: String, default: null }) documentUrl!: string | null;
  @Prop({ type: String, default: null }) url!: string | null;
  @Prop({ type: Number, default: null }) amount!: number | null;
  @Prop({ type: String, default: null }) districtId!: string | null;
  @Prop({ type: String, default: null }) departmentId!: string | null;
  @Prop({ type: Boolean, default: false }) isDemo!: boolean;
  /** The choice that it is a part of; then the choice is weighed. */
  @Prop({ type: String, default: null }) choiceId!: string | null;
  /** When it was laid before the citizens; null while nobody asked. Left out on acts from before one had to ask: those are open. */
  @Prop({ type: Date }) openedAt?: Date | null;
  @Prop({ type: String, default: null }) openedBy!: OpenedBy | null;
  /** How many asked for it. */
  @Prop({ type: Number, default: 0 }) requests!: number;
  /** When the second round opened, and when the department said that the work is delivered. */
  @Prop({ type: Date, default: null }) secondAt!: Date | null;
  @Prop({ type: Date, default: null }) deliveredAt!: Date | null;
  /** Set with a change of standing and cleared when the ballots follow it: a crash in between is found. */
  @Prop({ type: Boolean }) unsettled?: boolean;
  /** That it was opened, until that was told. */
  unheard?: UnheardEvent[];
  /** The criteria as the phase set them when the ballot opened. */
  @Prop({ type: MongooseSchema.Types.Mixed, required: true }) criteria!: Criterion[];
  /** People who evaluated it: set from the tally, so that the list can be in that order. */
  @Prop({ type: Number, default: 0 }) evaluated!: number;
  /** The number in the log of votes up to which it was counted. */
  @Prop({ type: Number, default: null }) countedTo!: number | null;
  /** There until everything that follows from the last version is done. */
  @Prop({ type: String }) untold?: Untold;
}

export const DecisionSchema = SchemaFactory.createForClass(Decision);
for (const order of ['publishedAt', 'evaluated']) {
  DecisionSchema.index({ [order]: -1, _id: -1 });
  DecisionSchema.index({ typeCode: 1, [order]: -1, _id: -1 });
  DecisionSchema.index({ unitId: 1, [order]: -1, _id: -1 });
}
DecisionSchema.index({ terms: 1, publishedAt: -1 });
DecisionSchema.index({ choiceId: 1, publishedAt: -1 });
DecisionSchema.index({ openedAt: 1, requests: -1 });
DecisionSchema.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: true } });
DecisionSchema.index({ untold: 1 }, { sparse: true });
DecisionSchema.index({ organisationId: 1 });
holdsUnheard(DecisionSchema);

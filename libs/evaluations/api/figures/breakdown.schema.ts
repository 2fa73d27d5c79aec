import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { indexWhere } from '@isegoria/kernel/api';
import type { Criterion, EvaluationRound } from '@isegoria/evaluations/contracts';
import type { Localized } from '@isegoria/kernel/contracts';
import type { Group, Publication, WhoAnswered } from '@isegoria/statistics/contracts';
import { Schema as MongooseSchema } from 'mongoose';

/** How many answered of one group when it was published, and how much each of them weighed. Not published itself. */
export interface PublishedCell extends Group {
  people: number;
  weight: number | null;
}

/**
 * Who evaluated an act or a choice, as last published. Reading it is one read by its id, however many people evaluated; it is made again, from all of
 * them, when enough more have come for nobody to stand out (libs/statistics/decisions/001).
 */
@Schema({ versionKey: false, collection: 'breakdowns', minimize: false })
export class Breakdown {
  /** `decisionId/round`. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) decisionId!: string;
  @Prop({ type: Number, required: true }) round!: EvaluationRound;
  /** Since when it has been waiting to be looked at; null when nothing came since. */
  @Prop({ type: Date, default: null }) dueAt!: Date | null;
  /** Everything below is null before the first publication. */
  @Prop({ type: Date, default: null }) at!: Date | null;
  /** The newest number in the log of votes among the answers that were counted. */
  @Prop({ type: Number, default: null }) seq!: number | null;
  @Prop({ type: Number, default: 0 }) people!: number;
  @Prop({ type: Number, default: null }) smallest!: number | null;
  @Prop({ type: MongooseSchema.Types.Mixed, default: null }) title!: Localized | null;
  @Prop({ type: String, default: null }) path!: string | null;
  @Prop({ type: MongooseSchema.Types.Mixed, default: null }) criteria!: Pick<Criterion, 'id' | 'label'>[] | null;
  @Prop({ type: MongooseSchema.Types.Mixed, default: null }) population!: { id: string; source: string; asOf: string } | null;
  @Prop({ type: MongooseSchema.Types.Mixed, default: null }) told!: WhoAnswered | null;
  @Prop({ type: MongooseSchema.Types.Mixed, default: null }) partitions!: Publication['partitions'] | null;
  @Prop({ type: MongooseSchema.Types.Mixed, default: null }) cells!: PublishedCell[] | null;
}

export const BreakdownSchema = SchemaFactory.createForClass(Breakdown);
indexWhere(BreakdownSchema, { dueAt: 1 }, { field: 'dueAt', holds: 'date' });
BreakdownSchema.index({ people: -1, _id: 1 });

import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { indexWhere } from '@isegoria/kernel/api';
import type { ChangeState, Concern, EvaluationGroup, EvaluationRound } from '@isegoria/evaluations/contracts';
import { Schema as MongooseSchema } from 'mongoose';

/**
 * One person's evaluation of a decision or of a choice, without the person: what breakdowns are counted from. The vote itself is in
 * the log of votes, which is written first; this says the same once more, with what a ballot has no room for (decisions/003).
 */
@Schema({ versionKey: false, collection: 'evaluations' })
export class Evaluation {
  /** What is weighed, the round and the person, by HMAC: one evaluation a person, whatever accounts they hold. */
  @Prop({ type: String, required: true }) _id!: string;
  /** The act that is weighed, or the choice: their ids never meet. */
  @Prop({ type: String, required: true }) decisionId!: string;
  @Prop({ type: String, required: true }) versionId!: string;
  /** The day, as its first moment in UTC: a time to the second would tell whose session it was. */
  @Prop({ type: Date, required: true }) at!: Date;
  /** The second round is held when the work is delivered. Left out in what was kept before there were rounds. */
  @Prop({ type: Number, default: 1 }) round!: EvaluationRound;
  /** The number in the log of votes of the cast that this says: a later one takes its place, an earlier one never does. */
  @Prop({ type: Number, default: 0 }) seq!: number;
  /** The last presses that this went through, by a hash of nonce and answers. One that comes again after a later one changes nothing here, as it does nothing in the count. */
  @Prop({ type: [String], default: undefined }) presses?: string[];
  /** The option by criterion. Empty in what was kept before answers were kept here. */
  @Prop({ type: MongooseSchema.Types.Mixed, default: {} }) answers!: Record<string, string>;
  @Prop({ type: MongooseSchema.Types.Mixed, default: { concerns: 'unsaid', how: [] } }) concern!: Concern;
  /** What should change, in the citizen's words; shown to nobody else before `changeState` is `public`. */
  @Prop({ type: String, default: null }) change!: string | null;
  /** The name of that text for moderators: drawn by lot, so that it leads to no person. */
  @Prop({ type: String, default: null }) changeItem!: string | null;
  @Prop({ type: String, default: null }) changeState!: ChangeState | null;
  /** Why a moderator did not let it stand, for its author alone. */
  @Prop({ type: String, default: null }) changeReason!: string | null;
  /** Who answered, in coarse bands, as it was known on that day. */
  @Prop({ type: MongooseSchema.Types.Mixed, default: { ageBand: null, districtId: null, gender: null } }) group!: EvaluationGroup;
  /** Found in the count without anything beside it, and put here without the person (`CutOff`). */
  @Prop({ type: Boolean }) isCutOff?: boolean;
}

export const EvaluationSchema = SchemaFactory.createForClass(Evaluation);
EvaluationSchema.index({ decisionId: 1, round: 1, versionId: 1 });
EvaluationSchema.index({ decisionId: 1, changeState: 1, at: -1, changeItem: -1 });
indexWhere(EvaluationSchema, { changeItem: 1 }, { field: 'changeItem', holds: 'text', unique: true });

import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Explanation, Fairness, Result } from '@isegoria/budgeting/contracts';
import { SchemaTypes } from 'mongoose';

/** A project as it stood on the ballot, with its votes. `key` is its number as the file writes it. */
export interface CountedProject {
  id: string;
  key: string;
  number: number;
  title: string;
  /** Cents, also where the file counts in other units. */
  cost: number;
  districtId: string | null;
  categoryId: string | null;
  votes: number;
  points: number;
}

/** The result of an area: written once, never changed. Amounts are in the units of its file (`result.decimals`), costs of projects in cents. */
@Schema({ versionKey: false, collection: 'budget-results', minimize: false })
export class AreaOutcome {
  /** `areaKey`: one result an area, whoever counts it twice. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) budgetId!: string;
  @Prop({ type: String, required: true }) areaId!: string;
  @Prop({ type: SchemaTypes.Mixed, required: true }) result!: Result;
  @Prop({ type: [SchemaTypes.Mixed], required: true }) explanations!: Explanation[];
  @Prop({ type: SchemaTypes.Mixed, required: true }) fairness!: Fairness;
  @Prop({ type: SchemaTypes.Mixed, required: true }) greedy!: { winners: string[]; fairness: Fairness };
  @Prop({ type: [SchemaTypes.Mixed], required: true }) projects!: CountedProject[];
  /** Where the gzipped `.pb` file lies. */
  @Prop({ type: String, required: true }) file!: string;
  /** base64url SHA-256 of the file, not gzipped. */
  @Prop({ type: String, required: true }) digest!: string;
  /** Of an imported budget: how many projects its file says otherwise of. */
  @Prop({ type: Number, default: null }) otherwise!: number | null;
  @Prop({ type: Date, required: true }) decidedAt!: Date;
}

export const AreaOutcomeSchema = SchemaFactory.createForClass(AreaOutcome);
AreaOutcomeSchema.index({ budgetId: 1 });

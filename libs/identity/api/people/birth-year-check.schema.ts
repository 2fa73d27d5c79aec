import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** Which official said that they saw a year of birth on a card: written with the change, never altered but for `isTold`. The year itself stands with the account alone. */
@Schema({ versionKey: false, collection: 'birth_year_checks' })
export class BirthYearCheckRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) citizenId!: string;
  @Prop({ type: String, required: true }) by!: string;
  @Prop({ type: Date, required: true }) at!: Date;
  /** Whether the public ledger and the other slices have heard of it. */
  @Prop({ type: Boolean }) isTold?: boolean;
}

export const BirthYearCheckSchema = SchemaFactory.createForClass(BirthYearCheckRecord);
BirthYearCheckSchema.index({ at: -1, _id: -1 });
BirthYearCheckSchema.index({ isTold: 1, at: 1 }, { partialFilterExpression: { isTold: false } });

import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** One person's report about one contribution, with the text as that person saw it. */
@Schema({ versionKey: false, collection: 'moderation-reports' })
export class Report {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) item!: string;
  /** The verified person, not the account. */
  @Prop({ type: String, required: true }) personId!: string;
  @Prop({ type: String, required: true }) reporterId!: string;
  @Prop({ type: Number, required: true }) rule!: number;
  @Prop({ type: String, default: '' }) note!: string;
  @Prop({ type: String, default: '' }) snapshot!: string;
  /** What it weighed when it was made, by the reporter's record. */
  @Prop({ type: Number, required: true }) weight!: number;
  @Prop({ type: Boolean, required: true }) trusted!: boolean;
  /** Null only between the report and its case. */
  @Prop({ type: String, default: null }) caseId!: string | null;
  @Prop({ type: String, required: true }) outcome!: 'open' | 'upheld' | 'rejected';
  @Prop({ type: Date, required: true }) at!: Date;
}

export const ReportSchema = SchemaFactory.createForClass(Report);
ReportSchema.index({ item: 1, personId: 1 }, { unique: true });
ReportSchema.index({ caseId: 1, _id: 1 });
ReportSchema.index({ reporterId: 1, outcome: 1 });

import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Postponement, SittingStatus } from '@isegoria/insights/contracts';
import { holdsUnheard, type UnheardEvent } from '@isegoria/kernel/api';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import { SchemaTypes } from 'mongoose';

export interface ItemRecord {
  id: string;
  title: Localized;
  subjects: Subject[];
}

/** How one measure stood at a moment. `in` is the section and the part that it belongs to. */
export interface Mark {
  in: string;
  id: string;
  value: number;
}

/** A sitting of the council with its agenda. Of the figures only the counts at its opening and closing are kept; words are read anew each time, so that what is hidden later is gone here too. */
@Schema({ versionKey: false, collection: 'sittings', minimize: false })
export class SittingRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: SchemaTypes.Mixed, required: true }) title!: Localized;
  @Prop({ type: String, required: true }) place!: string;
  @Prop({ type: Date, required: true }) startsAt!: Date;
  /** Those of records that were made before there were any are absent. */
  @Prop({ type: [SchemaTypes.Mixed], default: [] }) postponements?: Postponement[];
  @Prop({ type: String, required: true }) status!: SittingStatus;
  @Prop({ type: Date, default: null }) openedAt!: Date | null;
  @Prop({ type: Date, default: null }) closedAt!: Date | null;
  @Prop({ type: String, default: null }) minutesUrl!: string | null;
  @Prop({ type: [SchemaTypes.Mixed], default: [] }) items!: ItemRecord[];
  @Prop({ type: [SchemaTypes.Mixed], default: [] }) atOpening!: Mark[];
  @Prop({ type: [SchemaTypes.Mixed], default: [] }) atClosing!: Mark[];
  @Prop({ type: Number, required: true }) revision!: number;
  /** Of its last changes, until they were told. */
  unheard?: UnheardEvent[];
}

export const SittingSchema = SchemaFactory.createForClass(SittingRecord);
SittingSchema.index({ startsAt: -1, _id: -1 });
SittingSchema.index({ status: 1, startsAt: 1 });
SittingSchema.index({ status: 1, closedAt: 1 });
holdsUnheard(SittingSchema);

/** How many people had supported or evaluated a subject at the end of a day. Of the running day: so far. */
@Schema({ versionKey: false, collection: 'subject_days' })
export class SubjectDay {
  /** `<subject key>|<yyyy-mm-dd>`, by the city's clock. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) subject!: string;
  @Prop({ type: String, required: true }) day!: string;
  @Prop({ type: Number, required: true }) people!: number;
  /** Up to which number of the votes' log it was counted: an older count that comes late changes nothing. */
  @Prop({ type: Number, required: true }) seq!: number;
}

export const SubjectDaySchema = SchemaFactory.createForClass(SubjectDay);
SubjectDaySchema.index({ subject: 1, day: 1 });

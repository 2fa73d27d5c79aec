import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { OfflineChannel } from '@isegoria/votes/contracts';

/** What one official read on a slip, or was told. */
export interface Reading {
  by: string;
  channel: OfflineChannel;
  /** As the log keeps them. */
  answers: string[];
}

/** A vote that came by another channel, while two officials enter it independently. Once it is in the log, what was read is wiped from here. */
@Schema({ versionKey: false, collection: 'desk_entries' })
export class DeskEntry {
  /** `ballot|voter`: one for each person. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) ballotId!: string;
  /** The number of the slip or of the call, by which the two officials speak of it. It names nobody. */
  @Prop({ type: String, required: true }) slip!: string;
  @Prop({ type: [Object], required: true }) readings!: Reading[];
  /** Under which it stands in the log, whoever sends it how often. */
  @Prop({ type: String, required: true }) nonce!: string;
  /** Who entered it, once it is counted. */
  @Prop({ type: [String], default: [] }) countedBy!: string[];
}

export const DeskEntrySchema = SchemaFactory.createForClass(DeskEntry);
DeskEntrySchema.index({ 'readings.by': 1 });
DeskEntrySchema.index({ countedBy: 1 });

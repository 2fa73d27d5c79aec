import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** One uploaded picture. The bytes stand in the storage under their hash; this says whose it is and where it belongs. */
@Schema({ versionKey: false, collection: 'files' })
export class FileRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ required: true }) ownerId!: string;
  /** The storage's key of the picture, which is the hash of its bytes. */
  @Prop({ required: true }) full!: string;
  @Prop({ required: true }) small!: string;
  @Prop({ required: true }) width!: number;
  @Prop({ required: true }) height!: number;
  @Prop({ type: String, default: '' }) alt!: string;
  /** What it belongs to (`kind:id`), or null while it is only uploaded. */
  @Prop({ type: String, default: null }) subject!: string | null;
  /** The place among the pictures of its subject. */
  @Prop({ default: 0 }) place!: number;
  /** Since when it belongs to nothing; a day later it goes. */
  @Prop({ type: Date, default: null }) looseSince!: Date | null;
  @Prop({ required: true }) createdAt!: Date;
}

export const FileSchema = SchemaFactory.createForClass(FileRecord);
FileSchema.index({ subject: 1, place: 1 });
FileSchema.index({ looseSince: 1 });
FileSchema.index({ ownerId: 1 });
FileSchema.index({ full: 1 });
FileSchema.index({ small: 1 });

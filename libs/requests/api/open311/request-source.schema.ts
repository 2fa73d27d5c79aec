import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** A program that may hand requests in. Whoever reads the store cannot use its key: only the hash stands here. */
@Schema({ versionKey: false, collection: 'request_sources' })
export class SourceRecord {
  @Prop({ type: String, required: true }) _id!: string;
  /** base64url of the SHA-256 of the key. */
  @Prop({ type: String, required: true, unique: true }) keyHash!: string;
  @Prop({ type: String, required: true }) name!: string;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  @Prop({ type: Date, default: null }) lastUsedAt!: Date | null;
  /** It stays after its key was revoked: what came from it keeps its origin. */
  @Prop({ type: Date, default: null }) revokedAt!: Date | null;
}

export const SourceSchema = SchemaFactory.createForClass(SourceRecord);

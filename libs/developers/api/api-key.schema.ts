import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** A program's key. Whoever reads the store cannot use it: only its hash stands here. */
@Schema({ versionKey: false, collection: 'api_keys' })
export class ApiKeyRecord {
  /** base64url of the SHA-256 of the key. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true, unique: true }) id!: string;
  @Prop({ type: String, required: true }) ownerId!: string;
  @Prop({ type: Number, required: true }) slot!: number;
  @Prop({ type: String, required: true }) name!: string;
  @Prop({ type: String, required: true }) start!: string;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  /** The day alone. */
  @Prop({ type: Date, default: null }) lastUsedOn!: Date | null;
}

export const ApiKeySchema = SchemaFactory.createForClass(ApiKeyRecord);
ApiKeySchema.index({ ownerId: 1, slot: 1 }, { unique: true });

import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { PushKind } from '@isegoria/notifications/contracts';

/** A browser that a person asked to show their notices. */
@Schema({ versionKey: false, collection: 'devices' })
export class DeviceRecord {
  /** `deviceId` its endpoint: a browser is one person's, the last who asked there. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) ownerId!: string;
  /** Its place among those of its owner: there are no more than places. */
  @Prop({ type: Number, required: true }) slot!: number;
  /** The session in which it was asked for. Where nobody is signed in any more, nothing is shown. */
  @Prop({ type: String, required: true }) sessionId!: string;
  @Prop({ type: String, required: true }) endpoint!: string;
  @Prop({ type: String, required: true }) p256dh!: string;
  @Prop({ type: String, required: true }) auth!: string;
  @Prop({ type: String, required: true }) name!: string;
  @Prop({ type: Date, required: true }) addedAt!: Date;
  @Prop({ type: Date, default: null }) reachedAt!: Date | null;
  /** Since when the maker of the browser has taken nothing; null where it took the last one. */
  @Prop({ type: Date, default: null }) failingSince!: Date | null;
  /** Until when it is left alone, where it takes nothing. */
  @Prop({ type: Date, default: null }) restUntil!: Date | null;
}

export const DeviceSchema = SchemaFactory.createForClass(DeviceRecord);
DeviceSchema.index({ ownerId: 1, slot: 1 }, { unique: true });

/** Which notices a person does not want on their devices. */
@Schema({ versionKey: false, collection: 'push_wishes' })
export class PushWish {
  /** The person's id. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: [String], required: true }) off!: PushKind[];
}

export const PushWishSchema = SchemaFactory.createForClass(PushWish);

import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { InitiativeScope } from '@isegoria/initiatives/contracts';
import type { Localized } from '@isegoria/kernel/contracts';
import { SchemaTypes } from 'mongoose';

/** What a kind asks and promises. Written into each initiative that is started, so that it keeps them. */
export interface Terms {
  kindId: string;
  name: Localized;
  about: Localized;
  follows: Localized;
  needed: number;
  electors: number | null;
  percent: number | null;
  days: number;
  promoters: number;
  minimumAge: number | null;
  scope: InitiativeScope;
  checkDays: number;
  answerDays: number | null;
  keepMonths: number;
}

/** A kind of initiative, as an administrator sets it. Never deleted, only retired. */
@Schema({ versionKey: false, collection: 'initiative_kinds', minimize: false })
export class InitiativeKindRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: SchemaTypes.Mixed, required: true }) terms!: Terms;
  @Prop({ type: Boolean, default: false }) isRetired!: boolean;
  @Prop({ type: Number, required: true }) revision!: number;
}

export const InitiativeKindSchema = SchemaFactory.createForClass(InitiativeKindRecord);

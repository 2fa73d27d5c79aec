import { createHmac } from 'node:crypto';
import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { secretFor } from '@isegoria/kernel/api';
import type { PanelOfferState } from '@isegoria/panels/contracts';

/** That somebody offered themselves for a panel. The ticket and the group are public once it is drawn; whose they are only the city knows, and not for long. */
@Schema({ versionKey: false, collection: 'panel_offers' })
export class Offer {
  /** Made of the panel and the person by HMAC: one person once. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) panelId!: string;
  /** Null for who has left the city, and once it was forgotten. */
  @Prop({ type: String, default: null }) citizenId!: string | null;
  @Prop({ type: String, required: true }) ticket!: string;
  @Prop({ type: String, required: true }) cell!: string;
  @Prop({ type: String, required: true }) state!: PanelOfferState;
  /** The place in the order of the draw within the group; null before it. */
  @Prop({ type: Number, default: null }) rank!: number | null;
  /** Which seat in the order in which they were given; null for who was never asked. */
  @Prop({ type: Number, default: null }) seat!: number | null;
  @Prop({ type: Date, default: null }) answerBy!: Date | null;
  /** Of which state its owner was told: that the lot fell on them, that their seat went on because they did not answer. */
  @Prop({ type: String, default: null }) told!: PanelOfferState | null;
  @Prop({ type: Boolean, default: false }) showsName!: boolean;
  @Prop({ type: Date, required: true }) offeredAt!: Date;
}

export const OfferSchema = SchemaFactory.createForClass(Offer);
OfferSchema.index({ panelId: 1, ticket: 1 }, { unique: true });
OfferSchema.index({ panelId: 1, state: 1, seat: 1 });
OfferSchema.index({ state: 1, answerBy: 1 });
OfferSchema.index({ state: 1, told: 1 });
OfferSchema.index({ citizenId: 1 });

export const offerKey = (panelId: string, personId: string): string => createHmac('sha256', secretFor('panels')).update(`offer ${panelId} ${personId}`).digest('base64url');

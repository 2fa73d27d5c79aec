import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** What the check of a signature needs, beside the vote that it is. Erased with the check list. One without a vote is none. */
@Schema({ versionKey: false, collection: 'initiative_signatures' })
export class SignatureRecord {
  /** `<initiative>.<citizen>`: a person has one account, and signs once. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) initiativeId!: string;
  @Prop({ type: String, required: true }) citizenId!: string;
  @Prop({ type: String, required: true }) personId!: string;
  /** As on the identity card. */
  @Prop({ type: String, required: true }) fullName!: string;
  @Prop({ type: Number, default: null }) birthYear!: number | null;
  @Prop({ type: String, default: null }) districtId!: string | null;
  @Prop({ type: Boolean, required: true }) showsName!: boolean;
  /** Of the press that wrote it last. */
  @Prop({ type: String, required: true }) nonce!: string;
  @Prop({ type: Date, required: true }) signedAt!: Date;
}

export const SignatureSchema = SchemaFactory.createForClass(SignatureRecord);
SignatureSchema.index({ initiativeId: 1, fullName: 1, _id: 1 });
SignatureSchema.index({ initiativeId: 1, showsName: 1, signedAt: -1 });
SignatureSchema.index({ citizenId: 1 });

export const signatureId = (initiativeId: string, citizenId: string): string => `${initiativeId}.${citizenId}`;

/** How many had signed at the end of a day, as the count told it. */
@Schema({ versionKey: false, collection: 'initiative_days' })
export class SignatureDay {
  /** `<initiative>.<yyyy-mm-dd>` */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) initiativeId!: string;
  @Prop({ type: String, required: true }) day!: string;
  @Prop({ type: Number, required: true }) signatures!: number;
  @Prop({ type: Number, required: true }) seq!: number;
}

export const SignatureDaySchema = SchemaFactory.createForClass(SignatureDay);
SignatureDaySchema.index({ initiativeId: 1, day: 1 });

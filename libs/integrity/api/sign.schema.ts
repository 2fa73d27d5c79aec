import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { SchemaTypes } from 'mongoose';
import type { IntegrityFinding, IntegritySignKind } from '@isegoria/integrity/contracts';
import { holdsUnheard, type UnheardEvent } from '@isegoria/kernel/api';
import type { Found } from './signs.rules';

/** A sign that was noticed. It follows from the log alone, and is made anew from it. */
@Schema({ versionKey: false, collection: 'integrity_signs' })
export class IntegritySignRecord {
  /** Made of kind, thing and first hour (of new accounts: of the day), so that the same sign has the same name however often it is found. It names no thing: a hidden one stays hidden. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) ballotId!: string;
  @Prop({ type: String, required: true }) kind!: IntegritySignKind;
  @Prop({ type: Date, required: true }) from!: Date;
  @Prop({ type: Date, required: true }) to!: Date;
  @Prop({ type: SchemaTypes.Mixed, required: true }) figures!: Omit<Found, 'kind' | 'from' | 'to'>;
  unheard?: UnheardEvent[];
}

export const IntegritySignSchema = SchemaFactory.createForClass(IntegritySignRecord);
IntegritySignSchema.index({ to: -1, _id: -1 });
IntegritySignSchema.index({ kind: 1, to: -1, _id: -1 });
IntegritySignSchema.index({ ballotId: 1, from: -1 });
holdsUnheard(IntegritySignSchema);

/** A word of the city about a sign. It stays where the sign is reckoned anew, and is never changed: another one comes after it. */
@Schema({ versionKey: false, collection: 'integrity_words' })
export class IntegrityWordRecord {
  /** `<sign>|<revision>`: of two who write at once, one is the first. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) signId!: string;
  @Prop({ type: Number, required: true }) revision!: number;
  @Prop({ type: String, required: true }) finding!: IntegrityFinding;
  @Prop({ type: String, required: true }) text!: string;
  /** As whom it was said. By whom is not kept: it is the city's word. */
  @Prop({ type: String, required: true }) role!: string;
  @Prop({ type: Date, required: true }) at!: Date;
  unheard?: UnheardEvent[];
}

export const IntegrityWordSchema = SchemaFactory.createForClass(IntegrityWordRecord);
IntegrityWordSchema.index({ signId: 1, revision: -1 });
holdsUnheard(IntegrityWordSchema);

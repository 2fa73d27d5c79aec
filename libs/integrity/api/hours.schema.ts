import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { SchemaTypes } from 'mongoose';
import { indexWhere } from '@isegoria/kernel/api';
import type { Count } from './rhythm';

/** Under this name stands what the whole city gave. */
export const wholeCity = 'city';

/** How supports came to one thing, or to all, within a year. Sums alone: who they were is nowhere here. */
@Schema({ versionKey: false, collection: 'integrity_hours' })
export class SupportHours {
  /** `<ballot>|<years of 365 days since 1970, of four digits>`: in the order of time. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) ballotId!: string;
  /** Up to which number of the log it was counted: what comes again is not counted twice. */
  @Prop({ type: Number, required: true }) upTo!: number;
  /** By the hour since 1970. */
  @Prop({ type: SchemaTypes.Mixed, required: true }) hours!: Record<string, Count>;
  /** From which hour since 1970 on it is to be looked at for signs; not there where nothing changed. */
  @Prop({ type: Number }) due?: number;
}

export const SupportHoursSchema = SchemaFactory.createForClass(SupportHours);
SupportHoursSchema.index({ ballotId: 1, _id: 1 });
indexWhere(SupportHoursSchema, { due: 1 }, { field: 'due', holds: 'number' });

/** How far the log was read. */
@Schema({ versionKey: false, collection: 'integrity_places' })
export class WatchPlace {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: Number, required: true }) at!: number;
  /** What is being counted now, written before it is: whoever goes on after a crash counts just that. */
  @Prop({ type: Number, required: true }) to!: number;
}

export const WatchPlaceSchema = SchemaFactory.createForClass(WatchPlace);

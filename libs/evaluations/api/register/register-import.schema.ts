import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { ImportCounts, RegisterFailureCode } from '@isegoria/evaluations/contracts';
import { Schema as MongooseSchema } from 'mongoose';
import type { Reason } from './reasons';

/** A run through all steps. It outlives the process that began it: whoever finds it goes on after the last step done. */
export interface Pass {
  id: string;
  /** When it began: all that was submitted before is here when it ends. */
  to: Date;
  /** The checkpoint that it began from. */
  readTo: Date | null;
  done: number;
  of: number;
}

export interface StoredFailure {
  code: RegisterFailureCode;
  asked: string;
  at: Date;
}

export type StoredCounts = Omit<ImportCounts, '__typename'>;

export const noCounts: StoredCounts = { added: 0, changed: 0, unchanged: 0, refused: 0 };

/** Whose acts of the register come in, and how far they have come. There is one. */
@Schema({ versionKey: false, collection: 'register_import' })
export class RegisterImportRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, default: null }) organisationId!: string | null;
  @Prop({ type: String, default: null }) organisationName!: string | null;
  @Prop({ type: MongooseSchema.Types.Mixed, default: [] }) units!: { id: string; name: string }[];
  /** YYYY-MM-DD */
  @Prop({ type: String, required: true }) since!: string;
  @Prop({ type: Boolean, default: false }) isOn!: boolean;
  @Prop({ type: Number, required: true }) everyMinutes!: number;
  /** The checkpoint: all that the register took before is here. */
  @Prop({ type: Date, default: null }) readTo!: Date | null;
  @Prop({ type: MongooseSchema.Types.Mixed, default: null }) pass!: Pass | null;
  @Prop({ type: Date, default: null }) askedAt!: Date | null;
  @Prop({ type: Date, default: null }) startedAt!: Date | null;
  /** The last sign of life of a run. */
  @Prop({ type: Date, default: null }) aliveAt!: Date | null;
  @Prop({ type: Date, default: null }) endedAt!: Date | null;
  /** The register asked not to be asked before. */
  @Prop({ type: Date, default: null }) notBefore!: Date | null;
  @Prop({ type: MongooseSchema.Types.Mixed, default: noCounts }) lastRun!: StoredCounts;
  @Prop({ type: MongooseSchema.Types.Mixed, default: null }) failure!: StoredFailure | null;
}

export const RegisterImportSchema = SchemaFactory.createForClass(RegisterImportRecord);

/** A record that was refused, until it comes in. */
@Schema({ versionKey: false, collection: 'register_refusals' })
export class RegisterRefusalRecord {
  /** The record's name, or the digest of its text where it has none. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) record!: string;
  @Prop({ type: MongooseSchema.Types.Mixed, required: true }) reasons!: Reason[];
  @Prop({ type: Date, required: true }) at!: Date;
}

export const RegisterRefusalSchema = SchemaFactory.createForClass(RegisterRefusalRecord);
RegisterRefusalSchema.index({ at: -1, _id: -1 });

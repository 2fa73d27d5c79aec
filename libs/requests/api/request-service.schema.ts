import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Localized } from '@isegoria/kernel/contracts';
import type { RequestStep, ServiceAnswerType } from '@isegoria/requests/contracts';
import { SchemaTypes } from 'mongoose';

export interface QuestionRecord {
  id: string;
  text: Localized;
  hint: Localized;
  type: ServiceAnswerType;
  isRequired: boolean;
  /** One that was taken out stays, marked, like its question. */
  choices: { id: string; name: Localized; isRetired?: boolean }[];
}

/** A service of the catalogue. Its id is its `service_code` in Open311, and is never used again for another. */
@Schema({ versionKey: false, collection: 'request_services', minimize: false, timestamps: { createdAt: false, updatedAt: 'changedAt' } })
export class ServiceRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: SchemaTypes.Mixed, required: true }) name!: Localized;
  @Prop({ type: SchemaTypes.Mixed, required: true }) description!: Localized;
  @Prop({ type: SchemaTypes.Mixed, required: true }) group!: Localized;
  @Prop({ type: [String], default: [] }) keywords!: string[];
  @Prop({ type: String, required: true }) departmentId!: string;
  @Prop({ type: Number, required: true }) days!: number;
  @Prop({ type: SchemaTypes.Mixed, required: true }) notice!: Localized;
  /** A question that was taken out stays here, marked, so that what was answered can be read. */
  @Prop({ type: [SchemaTypes.Mixed], default: [] }) questions!: (QuestionRecord & { isRetired?: boolean })[];
  @Prop({ type: Number, required: true }) nearMetres!: number;
  @Prop({ type: Boolean, default: false }) isPrivate!: boolean;
  @Prop({ type: Boolean, default: false }) waits!: boolean;
  @Prop({ type: Boolean, default: false }) isRetired!: boolean;
  /** How often it was saved since it was made; not there yet on one that never was. */
  @Prop({ type: Number, default: 0 }) revision?: number;
  /** Set by each write: programs ask for the list again when it moved (Open311's `changeset`). */
  @Prop({ type: Date }) changedAt?: Date;
}

export const ServiceSchema = SchemaFactory.createForClass(ServiceRecord);

/** Words that officials of a department use again and again. */
@Schema({ versionKey: false, collection: 'request_templates' })
export class TemplateRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) departmentId!: string;
  @Prop({ type: String, required: true }) name!: string;
  @Prop({ type: String, required: true }) text!: string;
  @Prop({ type: String, default: null }) step!: RequestStep | null;
}

export const TemplateSchema = SchemaFactory.createForClass(TemplateRecord);
TemplateSchema.index({ departmentId: 1, name: 1 });

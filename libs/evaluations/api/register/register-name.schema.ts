import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** What the register calls a unit, a type or the office of a signatory. */
@Schema({ versionKey: false, collection: 'register_names' })
export class RegisterNameRecord {
  /** `unit:99001`, `type:Α.2`, `signer:990011` */
  @Prop({ type: String, required: true }) _id!: string;
  /** Of a signatory the offices, never the person's name. */
  @Prop({ type: [String], required: true }) names!: string[];
  @Prop({ type: Date, required: true }) at!: Date;
}

export const RegisterNameSchema = SchemaFactory.createForClass(RegisterNameRecord);

import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** What a witness confirmed last. One for each key: a witness never goes back. */
@Schema({ versionKey: false, collection: 'ledger_cosignatures', writeConcern: { w: 'majority' } })
export class CosignatureRecord {
  /** The witness's verifier key. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: Number, required: true }) size!: number;
  @Prop({ type: String, required: true }) root!: string;
  /** Seconds since 1970, as the witness says. */
  @Prop({ type: Number, required: true }) time!: number;
  /** The signature line of the note. */
  @Prop({ type: String, required: true }) line!: string;
}

export const CosignatureSchema = SchemaFactory.createForClass(CosignatureRecord);

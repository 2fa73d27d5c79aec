import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { PublicAct } from '@isegoria/ledger/contracts';

/** An act of power on its way into the ledger. The collection is a log: its numbers have no gap. */
@Schema({ versionKey: false, collection: 'ledger_acts', writeConcern: { w: 'majority' } })
export class LedgerActRecord {
  @Prop({ type: Number, required: true }) _id!: number;
  /** Chosen by whoever records it, so that recording twice makes one. */
  @Prop({ type: String, required: true, unique: true }) id!: string;
  /** base64 of the leaf's hash. */
  @Prop({ type: String, required: true }) hash!: string;
  @Prop({ type: Object, required: true }) leaf!: PublicAct;
}

export const LedgerActSchema = SchemaFactory.createForClass(LedgerActRecord);

import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Subject } from '@isegoria/kernel/contracts';
import type { BallotKind } from '@isegoria/votes/contracts';

/** A question put to citizens. Who opens it chooses its id, so that opening twice makes one. */
@Schema({ versionKey: false, collection: 'ballots' })
export class Ballot {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: { kind: String, id: String, _id: false }, required: true }) subject!: Subject;
  @Prop({ type: String, required: true }) kind!: BallotKind;
  @Prop({ type: [{ id: String, options: [String], _id: false }], required: true }) questions!: { id: string; options: string[] }[];
  @Prop({ type: Date, default: null }) opensAt!: Date | null;
  @Prop({ type: Date, default: null }) closesAt!: Date | null;
  /** Empty: the whole city is asked. */
  @Prop({ type: [String], required: true }) districts!: string[];
}

export const BallotSchema = SchemaFactory.createForClass(Ballot);

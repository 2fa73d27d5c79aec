import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Subject } from '@isegoria/kernel/contracts';
import type { BallotKind, BallotSecrecy, Electorate, OfflineChannel, Question } from '@isegoria/votes/contracts';

/** Who is asked, and how many they were when it was announced. */
export type StoredElectorate = Omit<Electorate, '__typename' | 'listTitle'>;

/** A question put to citizens. Who opens it chooses its id, so that opening twice makes one. */
@Schema({ versionKey: false, collection: 'ballots' })
export class Ballot {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: { kind: String, id: String, _id: false }, required: true }) subject!: Subject;
  @Prop({ type: String, required: true }) kind!: BallotKind;
  /** What a form allows beside the options is left out where it does not matter. */
  @Prop({ type: [Object], required: true }) questions!: (Question & { options: string[] })[];
  @Prop({ type: Date, default: null }) opensAt!: Date | null;
  @Prop({ type: Date, default: null }) closesAt!: Date | null;
  /** Empty: the whole city is asked. */
  @Prop({ type: [String], required: true }) districts!: string[];
  /** Left out on ballots from before there was a choice: a support is open, the others are secret. See `secrecyOf`. */
  @Prop({ type: String }) secrecy?: BallotSecrecy;
  @Prop({ type: Object }) electorate?: StoredElectorate;
  @Prop({ type: [String] }) channels?: OfflineChannel[];
  /** Whether each vote keeps the voter's district. */
  @Prop({ type: Boolean }) byDistrict?: boolean;
  /** Whether the sums are told at the end alone. */
  @Prop({ type: Boolean }) sumsAtEnd?: boolean;
}

export const BallotSchema = SchemaFactory.createForClass(Ballot);
/** Supports are by far the most, ask everybody and have no other channel: they are in neither. */
BallotSchema.index({ closesAt: 1 }, { partialFilterExpression: { electorate: { $exists: true } } });
BallotSchema.index({ channels: 1 }, { sparse: true });

import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { BoxResult } from '@isegoria/votes/contracts';
import type { Sums } from '../count/counting';

/** What came out of a box: the figures, and the sums by the names of `sums.ts`. */
export interface BoxOutcome {
  result: Omit<BoxResult, '__typename'>;
  sums: Sums;
}

/** Under which names what was in a box is kept. They have nothing in common. */
export interface BoxSets {
  papers: string;
  electors: string;
  audit: string;
}

/** The box of a sealed ballot. Its document decides alone whether it is opened: one write, from a box that is not. */
@Schema({ versionKey: false, collection: 'ballot_boxes' })
export class Box {
  /** The ballot's id. */
  @Prop({ type: String, required: true }) _id!: string;
  /** How many bytes a ballot has before it is sealed. */
  @Prop({ type: Number, required: true }) size!: number;
  @Prop({ type: String, default: null }) publicKey!: string | null;
  /** Who keeps which share, the share by its digest. */
  @Prop({ type: [Object], default: [] }) trustees!: { citizenId: string; digest: string }[];
  /** Behind the voters' names in this box, wrapped. Null from the opening on: then nobody can tell whose a name was. */
  @Prop({ type: String, default: null }) secret!: string | null;
  /** The share that was given first, wrapped, until the second one comes. One share alone says nothing. */
  @Prop({ type: Object, default: null }) given!: { citizenId: string; share: string } | null;
  /** All shares, wrapped: only in a demo city, whose boxes open by themselves. */
  @Prop({ type: [String], default: null }) demoShares!: string[] | null;
  /** From here on no process takes a ballot for it, whatever its clock says. */
  @Prop({ type: Boolean, default: false }) isFrozen!: boolean;
  /** Which process opens it, and until when others leave it alone. */
  @Prop({ type: Object, default: null }) opening!: { by: string; until: Date } | null;
  /** What openings began to write: of these one becomes `sets`, the others were broken off and are cleared away. */
  @Prop({ type: [Object], default: [] }) staged!: BoxSets[];
  @Prop({ type: Object, default: null }) sets!: BoxSets | null;
  @Prop({ type: Object, default: null }) result!: BoxOutcome['result'] | null;
  @Prop({ type: Object, default: null }) sums!: Sums | null;
  /** Whether the ledger and the other slices have heard of the opening. */
  @Prop({ type: Boolean, default: false }) isTold!: boolean;
}

export const BoxSchema = SchemaFactory.createForClass(Box);
BoxSchema.index({ 'sets.electors': 1 }, { sparse: true });

import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { DeclaredRule } from '@isegoria/budgeting/contracts';
import type { Localized } from '@isegoria/kernel/contracts';
import type { BallotSecrecy, OfflineChannel } from '@isegoria/votes/contracts';
import { SchemaTypes } from 'mongoose';

/** Money with a ballot of its own. Once the voting is announced it knows which projects stand on that ballot, in their order. */
export interface StoredArea {
  id: string;
  /** Cents. */
  money: number;
  projects: string[];
}

/** How each ballot is answered. */
export interface StoredBallot {
  form: 'approval' | 'points' | 'ranking';
  withinMoney: boolean;
  most: number | null;
  points: number | null;
}

/** Whom all ballots of a budget ask, besides the residents of their area. */
export interface StoredElectorate {
  verified: boolean;
  minimumAge: number | null;
  list: string | null;
}

/** A participatory budget. What is declared in it may change until `announcedAt`, and never after. */
@Schema({ versionKey: false, collection: 'budgets', minimize: false })
export class Budget {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: SchemaTypes.Mixed, required: true }) title!: Localized;
  @Prop({ type: SchemaTypes.Mixed, required: true }) summary!: Localized;
  @Prop({ type: String, default: null }) processId!: string | null;
  @Prop({ type: [SchemaTypes.Mixed], required: true }) areas!: StoredArea[];
  @Prop({ type: SchemaTypes.Mixed, required: true }) ballot!: StoredBallot;
  @Prop({ type: SchemaTypes.Mixed, required: true }) rule!: DeclaredRule;
  @Prop({ type: String, required: true }) secrecy!: BallotSecrecy;
  /** Null: nothing was declared, and everybody with a confirmed address is asked. */
  @Prop({ type: SchemaTypes.Mixed, default: null }) electorate?: StoredElectorate | null;
  @Prop({ type: [String] }) channels?: OfflineChannel[];
  @Prop({ type: String, default: 'EUR' }) currency!: string;
  /** The number of the next project. */
  @Prop({ type: Number, default: 1 }) nextNumber!: number;
  /** How often something was written about its projects: every such write touches the budget, so that it and the announcement cannot cross. */
  @Prop({ type: Number, default: 0 }) writes!: number;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  @Prop({ type: Date, default: null }) announcedAt!: Date | null;
  @Prop({ type: Date, default: null }) opensAt!: Date | null;
  @Prop({ type: Date, default: null }) closesAt!: Date | null;
  @Prop({ type: Date, default: null }) decidedAt!: Date | null;
  /** The name of the file that an imported budget came from. */
  @Prop({ type: String, default: null }) importedFrom!: string | null;
  /** Of a demo city: it keeps the key of sealed boxes itself. */
  @Prop({ type: Boolean, default: false }) isDemo!: boolean;
}

export const BudgetSchema = SchemaFactory.createForClass(Budget);
BudgetSchema.index({ decidedAt: 1, announcedAt: 1, closesAt: 1 });

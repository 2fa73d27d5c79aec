import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Role } from '@isegoria/identity/contracts';

/** Who gave or took which roles: written with the change, never altered but for `isTold`. */
@Schema({ versionKey: false, collection: 'role_changes' })
export class RoleChangeRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) citizenId!: string;
  @Prop({ type: String, required: true }) by!: string;
  @Prop({ type: [String], required: true }) before!: Role[];
  @Prop({ type: [String], required: true }) after!: Role[];
  @Prop({ type: String, default: null }) departmentId!: string | null;
  @Prop({ type: Date, required: true }) at!: Date;
  /** Whether the public ledger and the other slices have heard of it. */
  @Prop({ type: Boolean }) isTold?: boolean;
}

export const RoleChangeSchema = SchemaFactory.createForClass(RoleChangeRecord);
RoleChangeSchema.index({ at: -1, _id: -1 });
RoleChangeSchema.index({ isTold: 1, at: 1 }, { partialFilterExpression: { isTold: false } });

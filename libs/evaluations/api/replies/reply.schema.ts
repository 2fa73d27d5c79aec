import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { EvaluationRound } from '@isegoria/evaluations/contracts';
import { holdsUnheard, type UnheardEvent } from '@isegoria/kernel/api';
import type { Subject } from '@isegoria/kernel/contracts';
import { Schema as MongooseSchema } from 'mongoose';

/** The service's answer to what many said. Never changed: only that a promise is kept is added. */
@Schema({ versionKey: false, collection: 'evaluation_replies' })
export class Reply {
  /** Made of the official and their press: a form that is sent twice is one reply. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: { kind: String, id: String, _id: false }, required: true }) subject!: Subject;
  @Prop({ type: Number, required: true }) round!: EvaluationRound;
  @Prop({ type: String, default: null }) criterionId!: string | null;
  @Prop({ type: String, required: true }) said!: string;
  @Prop({ type: String, required: true }) did!: string;
  @Prop({ type: MongooseSchema.Types.Mixed, default: null }) promise!: { text: string; dueAt: Date; doneAt: Date | null } | null;
  @Prop({ type: String, default: null }) departmentId!: string | null;
  @Prop({ type: String, required: true }) byId!: string;
  @Prop({ type: Date, required: true }) at!: Date;
  /** That it was made and kept, until that was told. */
  unheard?: UnheardEvent[];
}

export const ReplySchema = SchemaFactory.createForClass(Reply);
ReplySchema.index({ 'subject.kind': 1, 'subject.id': 1, at: -1 });
ReplySchema.index({ at: -1, _id: -1 });
ReplySchema.index({ byId: 1 });
ReplySchema.index({ departmentId: 1, 'promise.dueAt': 1 });
holdsUnheard(ReplySchema);

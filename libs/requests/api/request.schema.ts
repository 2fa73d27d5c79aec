import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { holdsUnheard, indexWhere, type UnheardEvent } from '@isegoria/kernel/api';
import type { ClosingReason, RequestChannel, RequestMomentKind, RequestStatus, RequestWordStanding } from '@isegoria/requests/contracts';
import { SchemaTypes } from 'mongoose';

/** One step in the life of a request, as it is kept. Words and names of departments and pictures are looked up when it is shown. */
export interface MomentRecord {
  id: string;
  kind: RequestMomentKind;
  at: Date;
  text: string;
  pictures: string[];
  departmentId: string | null;
  expectedAt: Date | null;
  closing: ClosingRecord | null;
  /** What moderators have not let pass, or have stopped, of what a citizen said; null or left out where everybody reads it. */
  hold?: HoldRecord | null;
  /** When a moderator last decided about it: an older decision that comes late changes nothing. */
  decidedAt?: Date;
  /** Who did it. Of officials nobody but the department learns it, of citizens nobody. */
  byId: string | null;
}

/** How a citizen's words stand with the moderators. */
export interface HoldRecord {
  standing: RequestWordStanding;
  rule: number | null;
  reason: string;
  caseId: string | null;
}

export interface ClosingRecord {
  reason: ClosingReason;
  duplicateOf: string | null;
}

/** What a moderator said to the reporter. */
export interface RemarkRecord {
  decision: 'hidden' | 'returned';
  rule: number | null;
  reason: string;
  caseId: string;
  at: Date;
  /** Where it stood before a moderator had it: there it goes back to when they let it pass. */
  from: RequestStatus;
}

/** A request whose history is this long takes no more updates: its end and its opening again still find room. */
export const momentsKept = 200;
export const notesKept = 100;

/** A problem that somebody asks the municipality to fix. Who is affected, comments and reports stand in their own slices; here are only their counts. */
@Schema({ versionKey: false, collection: 'requests', minimize: false })
export class RequestRecord {
  /** The number that people say, as text: the city's next one (`request-numbers.ts`). */
  @Prop({ type: String, required: true }) _id!: string;
  /** Who sent it and with which nonce: a second sending finds the first. */
  @Prop({ type: String, required: true }) pressKey!: string;
  @Prop({ type: String, required: true }) serviceId!: string;
  @Prop({ type: String, required: true }) departmentId!: string;
  @Prop({ type: String, required: true }) districtId!: string;
  @Prop({ type: String, default: '' }) text!: string;
  @Prop({ type: String, required: true }) lang!: string;
  @Prop({ type: SchemaTypes.Mixed, required: true }) place!: { label: string; lat: number | null; lng: number | null };
  /** What was answered; `serviceId` where it was another service, before it was passed on, that asked. */
  @Prop({ type: [SchemaTypes.Mixed], default: [] }) answers!: { questionId: string; values: string[]; serviceId?: string }[];
  @Prop({ type: [String], default: [] }) pictures!: string[];
  /** The folded stems that it is found by. */
  @Prop({ type: [String], default: [] }) terms!: string[];

  /** The account; null where it was written down for somebody, or came from another program. */
  @Prop({ type: String, default: null }) reporterId!: string | null;
  @Prop({ type: Boolean, default: false }) isNamed!: boolean;
  @Prop({ type: String, required: true }) channel!: RequestChannel;
  /** The program that handed it in. */
  @Prop({ type: String, default: null }) sourceId!: string | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) contact!: { name: string; phone: string; email: string; link?: string | null } | null;

  @Prop({ type: String, required: true }) status!: RequestStatus;
  @Prop({ type: Boolean, required: true }) isPrivate!: boolean;
  /** Whether everyone sees it: not private, and not with or against the moderators. Only ever written together with `status`. */
  @Prop({ type: Boolean, required: true }) listed!: boolean;
  /** Whether it is the department's to do: received to in progress, private ones too. */
  @Prop({ type: Boolean, required: true }) isOpen!: boolean;
  @Prop({ type: Number, required: true }) revision!: number;
  @Prop({ type: SchemaTypes.Mixed, default: null }) closing!: ClosingRecord | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) remark!: RemarkRecord | null;

  @Prop({ type: Date, required: true }) createdAt!: Date;
  /** When it reached the department. */
  @Prop({ type: Date, default: null }) publishedAt!: Date | null;
  @Prop({ type: Date, required: true }) changedAt!: Date;
  @Prop({ type: Date, default: null }) endedAt!: Date | null;
  /** When it was first said to be fixed: what the time that it took is measured by. */
  @Prop({ type: Date, default: null }) firstFixedAt!: Date | null;
  @Prop({ type: Date, required: true }) dueAt!: Date;
  @Prop({ type: Date, default: null }) expectedAt!: Date | null;
  /** `expectedAt`, or `dueAt` where no day was named: what the queue is sorted by. */
  @Prop({ type: Date, required: true }) promisedAt!: Date;

  @Prop({ type: Number, default: 0 }) affected!: number;
  /** Up to which number of the votes' log it was counted. */
  @Prop({ type: Number, default: 0 }) countedSeq!: number;
  @Prop({ type: Number, default: 0 }) comments!: number;
  @Prop({ type: Number, default: 0 }) reopened!: number;
  /** What was said since it was last ended; each person's word stands in `request_words`. */
  @Prop({ type: Number, default: 0 }) saidFixed!: number;
  @Prop({ type: Number, default: 0 }) saidNotFixed!: number;

  /** The proposals that grew out of it; not there yet on one that none did. */
  @Prop({ type: [String], default: undefined }) proposalIds?: string[];

  @Prop({ type: [SchemaTypes.Mixed], default: [] }) history!: MomentRecord[];
  @Prop({ type: [SchemaTypes.Mixed], default: [] }) notes!: { id: string; text: string; byId: string; at: Date }[];
  @Prop({ type: String, default: null }) takenById!: string | null;
  @Prop({ type: Boolean, default: false }) isDemo!: boolean;

  /** Set together with a change of standing and cleared when all that follows from it was done: a crash in between is found. */
  @Prop({ type: Boolean }) unfinished?: boolean;
  unheard?: UnheardEvent[];
}

export const RequestSchema = SchemaFactory.createForClass(RequestRecord);
RequestSchema.index({ pressKey: 1 }, { unique: true });
// Every public list: all, or those of one service, district, department or status, in one of the orders.
for (const order of ['publishedAt', 'changedAt', 'affected']) {
  RequestSchema.index({ listed: 1, [order]: -1, _id: -1 });
  for (const by of ['serviceId', 'districtId', 'departmentId', 'status', 'isOpen']) RequestSchema.index({ listed: 1, [by]: 1, [order]: -1, _id: -1 });
}
RequestSchema.index({ listed: 1, terms: 1 });
RequestSchema.index({ listed: 1, _id: 1 });
RequestSchema.index({ listed: 1, isOpen: 1, serviceId: 1, 'place.lat': 1 });
RequestSchema.index({ 'closing.duplicateOf': 1 }, { sparse: true });
RequestSchema.index({ proposalIds: 1 }, { sparse: true });
RequestSchema.index({ 'history.byId': 1 });
RequestSchema.index({ 'notes.byId': 1 }, { sparse: true });
RequestSchema.index({ reporterId: 1, createdAt: -1, _id: -1 });
// A department's queue, by what is promised first.
RequestSchema.index({ departmentId: 1, isOpen: 1, promisedAt: 1, _id: 1 });
RequestSchema.index({ departmentId: 1, status: 1, promisedAt: 1, _id: 1 });
RequestSchema.index({ departmentId: 1, isOpen: 1, endedAt: -1, _id: -1 });
RequestSchema.index({ isOpen: 1, promisedAt: 1, _id: 1 });
RequestSchema.index({ isOpen: 1, endedAt: -1, _id: -1 });
// What was said to be over and is not.
RequestSchema.index({ reopened: 1, departmentId: 1 }, { partialFilterExpression: { reopened: { $gt: 0 } } });
RequestSchema.index({ saidNotFixed: 1, departmentId: 1 }, { partialFilterExpression: { saidNotFixed: { $gt: 0 } } });
RequestSchema.index({ listed: 1, dueAt: -1 });
indexWhere(RequestSchema, { takenById: 1, isOpen: 1, promisedAt: 1, _id: 1 }, { field: 'takenById', holds: 'text' });
indexWhere(RequestSchema, { firstFixedAt: 1 }, { field: 'firstFixedAt', holds: 'date' });
indexWhere(RequestSchema, { sourceId: 1, createdAt: -1 }, { field: 'sourceId', holds: 'text' });
RequestSchema.index({ endedAt: 1 }, { partialFilterExpression: { contact: { $type: 'object' } } });
RequestSchema.index({ unfinished: 1 }, { partialFilterExpression: { unfinished: true } });
holdsUnheard(RequestSchema);

/** What one person says after the end: once for each time that it was ended. */
@Schema({ versionKey: false, collection: 'request_words' })
export class RequestWordRecord {
  /** `<request>|<how many times it had been opened again>|<citizen>` */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) requestId!: string;
  /** Empty when they have left the city: the word stays counted. */
  @Prop({ type: String, default: '' }) citizenId!: string;
  @Prop({ type: Boolean, required: true }) isFixed!: boolean;
  @Prop({ type: Date, required: true }) at!: Date;
}

export const RequestWordSchema = SchemaFactory.createForClass(RequestWordRecord);
RequestWordSchema.index({ citizenId: 1, at: -1 });
RequestWordSchema.index({ requestId: 1 });

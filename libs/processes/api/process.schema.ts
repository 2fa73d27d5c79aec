import { Prop, raw, Schema, SchemaFactory } from '@nestjs/mongoose';
import { holdsUnheard, terms, type UnheardEvent } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import type { Phase, PhaseChangeItem, ProcessAct } from '@isegoria/processes/contracts';

/** A phase as it is kept. That it has begun is written with the next change, from when on its dates alone no longer tell it. */
export type StoredPhase = Omit<Phase, 'hasBegun'> & Partial<Pick<Phase, 'hasBegun'>>;

const localized = raw({ el: { type: String, required: true }, en: { type: String, required: true } });

/** A process with its few phases. What citizens bring into it stands in the slices that collect it. */
@Schema({ versionKey: false, collection: 'processes' })
export class ProcessRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ required: true }) kind!: string;
  @Prop({ type: localized, required: true, _id: false }) title!: Localized;
  @Prop({ type: localized, required: true, _id: false }) summary!: Localized;
  @Prop({ type: [Object], required: true }) phases!: StoredPhase[];
  /** Which of several open processes of one kind is meant where none is named: the lowest. */
  @Prop({ required: true }) order!: number;
  /** Grows with each change, so that two administrators do not overwrite each other unseen. */
  @Prop({ required: true }) revision!: number;
  /** While administrators prepare it; what is public has none. */
  @Prop() isDraft?: boolean;
  /** See `termsOf`. Only searches read it. */
  @Prop({ type: [String], required: true, select: false }) terms!: string[];
}

/** The folded stems that a process is found by, in either language. */
export const termsOf = ({ title, summary }: Pick<ProcessRecord, 'title' | 'summary'>): string[] => terms([title.el, title.en, summary.el, summary.en].join(' '));

/** One change of a public process or of a phase of it, for everybody to read: who, when, what it was and what it is. */
@Schema({ versionKey: false, collection: 'phase_changes' })
export class PhaseChangeRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ required: true }) processId!: string;
  /** Where nothing is said it is a phase that was changed. */
  @Prop({ type: String }) act?: ProcessAct;
  /** Which phase, where it is about one. */
  @Prop({ type: String }) phaseId?: string;
  @Prop({ type: localized, _id: false }) phaseName?: Localized;
  @Prop({ required: true }) by!: string;
  @Prop({ required: true }) at!: Date;
  @Prop({ type: [Object], required: true }) items!: PhaseChangeItem[];
  /** Of the change itself, until it was told. */
  unheard?: UnheardEvent[];
}

const process = SchemaFactory.createForClass(ProcessRecord);
process.index({ terms: 1 });

const phaseChange = SchemaFactory.createForClass(PhaseChangeRecord);
phaseChange.index({ processId: 1, _id: -1 });
phaseChange.index({ by: 1 });
holdsUnheard(phaseChange);

export const models = [
  { name: ProcessRecord.name, schema: process },
  { name: PhaseChangeRecord.name, schema: phaseChange },
];

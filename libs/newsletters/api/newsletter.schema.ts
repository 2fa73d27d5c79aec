import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Localized } from '@isegoria/kernel/contracts';
import type { NewsletterStage } from '@isegoria/newsletters/contracts';

/** What a letter points to, as it stood when the letter went out. */
export interface StoredCard {
  path: string;
  title: Localized;
  fact: Localized;
}

/** A letter of the city. */
@Schema({ versionKey: false, collection: 'newsletters' })
export class NewsletterRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) stage!: NewsletterStage;
  @Prop({ type: Object, required: true }) title!: Localized;
  @Prop({ type: Object, required: true }) text!: Localized;
  @Prop({ type: [String], default: [] }) paths!: string[];
  @Prop({ type: [String], default: [] }) districtIds!: string[];
  @Prop({ type: [String], default: [] }) categoryIds!: string[];
  /** The stems that it is found by. */
  @Prop({ type: [String], default: [] }) terms!: string[];
  @Prop({ type: Number, required: true }) revision!: number;
  /** Who wrote it last: an act in an office. */
  @Prop({ type: String, required: true }) by!: string;
  @Prop({ type: Date, required: true }) changedAt!: Date;
  /** When it is to go. */
  @Prop({ type: Date, default: null }) sendAt!: Date | null;
  /** Since when it goes out: from then on it is public, and nothing in it changes. */
  @Prop({ type: Date, default: null }) wentAt!: Date | null;
  @Prop({ type: [Object], default: [] }) cards!: StoredCard[];
  /** While copies are laid ready, the last reader who has one; null before the first, and when all have. */
  @Prop({ type: String, default: null }) laidTo!: string | null;
  /** Whether a copy is ready for everyone. */
  @Prop({ type: Boolean, default: false }) isLaid!: boolean;
  @Prop({ type: Number, default: 0 }) people!: number;
  @Prop({ type: Number, default: 0 }) sent!: number;
  @Prop({ type: Number, default: 0 }) failed!: number;
  @Prop({ type: Number, default: 0 }) left!: number;
}

export const LetterSchema = SchemaFactory.createForClass(NewsletterRecord);
LetterSchema.index({ wentAt: -1, _id: -1 });
LetterSchema.index({ changedAt: -1, _id: -1 });
LetterSchema.index({ stage: 1, sendAt: 1 });
LetterSchema.index({ terms: 1 });

/** One person's copy of a letter: whether it still waits. Its name is the letter's and the person's, so nobody has two. */
@Schema({ versionKey: false, collection: 'newsletter_copies' })
export class NewsletterCopy {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) letterId!: string;
  @Prop({ type: String, required: true }) citizenId!: string;
  @Prop({ type: String, required: true }) state!: 'waits' | 'sent' | 'failed' | 'left';
  @Prop({ type: Number, default: 0 }) tries!: number;
  /** Not before this. */
  @Prop({ type: Date, required: true }) dueAt!: Date;
}

export const CopySchema = SchemaFactory.createForClass(NewsletterCopy);
CopySchema.index({ letterId: 1, state: 1, dueAt: 1 });
CopySchema.index({ citizenId: 1, _id: 1 });

/** Somebody who said yes to the city's letters: a record of its own, which no change of a profile touches. */
@Schema({ versionKey: false, collection: 'newsletter_readers' })
export class NewsletterReader {
  /** The citizen's id. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: Date, required: true }) since!: Date;
  /** What they want to read about; all of it where none is named. */
  @Prop({ type: [String], default: [] }) categoryIds!: string[];
}

export const ReaderSchema = SchemaFactory.createForClass(NewsletterReader);

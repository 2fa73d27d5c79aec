import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Feasibility, WorkState } from '@isegoria/budgeting/contracts';
import { indexWhere, terms } from '@isegoria/kernel/api';
import { SchemaTypes } from 'mongoose';

/** A report of the department; its pictures belong to the subject `work-news:<id>`. */
export interface StoredNews {
  id: string;
  at: Date;
  text: string;
  progress: number;
  state: WorkState;
}

/** How far the works of a funded project are. */
export interface StoredWork {
  state: WorkState;
  progress: number;
  spent: number;
  milestones: { title: string; dueAt: Date | null; doneAt: Date | null }[];
  /** Register numbers. */
  acts: string[];
  news: StoredNews[];
}

/** More reports than this are a diary; the oldest go. */
export const newsKept = 60;

/** A project of a budget. */
@Schema({ versionKey: false, collection: 'budget-projects', minimize: false })
export class Project {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) budgetId!: string;
  @Prop({ type: Number, required: true }) number!: number;
  @Prop({ type: String, required: true }) areaId!: string;
  @Prop({ type: String, required: true }) title!: string;
  @Prop({ type: String, required: true }) text!: string;
  @Prop({ type: String, default: 'el' }) lang!: string;
  @Prop({ type: String, default: null }) districtId!: string | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) place!: { label: string; lat: number | null; lng: number | null } | null;
  @Prop({ type: String, default: null }) categoryId!: string | null;
  @Prop({ type: String, default: null }) departmentId!: string | null;
  /** Cents. */
  @Prop({ type: Number, required: true }) cost!: number;
  @Prop({ type: String, default: 'undecided' }) feasibility!: Feasibility;
  @Prop({ type: String, default: null }) reason!: string | null;
  @Prop({ type: String, default: null }) proposalId!: string | null;
  @Prop({ type: Boolean, default: null }) isFunded!: boolean | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) work!: StoredWork | null;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  /** See `termsOf`. Only searches read it. */
  @Prop({ type: [String], required: true, select: false }) terms!: string[];
}

/** The folded stems that a project is found by. */
export const termsOf = ({ title, text }: Pick<Project, 'title' | 'text'>): string[] => terms(`${title} ${text}`);

export const ProjectSchema = SchemaFactory.createForClass(Project);
ProjectSchema.index({ budgetId: 1, number: 1 }, { unique: true });
// A proposal becomes one project of a budget, however often the button is pressed.
indexWhere(ProjectSchema, { budgetId: 1, proposalId: 1 }, { field: 'proposalId', holds: 'text', unique: true });
indexWhere(ProjectSchema, { proposalId: 1 }, { field: 'proposalId', holds: 'text' });
ProjectSchema.index({ 'work.acts': 1 }, { sparse: true });
ProjectSchema.index({ terms: 1 });

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, foundBy, giveTerms, Kept } from '@isegoria/kernel/api';
import { inReadingOrder, type Phase, type PhaseSettings, phaseAt, type Process } from '@isegoria/processes/contracts';
import { standing } from './phases.rules';
import { ProcessRecord, termsOf } from './process.schema';

/** A process and the phase that it is in. */
export interface Current {
  process: Process;
  phase: Phase;
}

/** The city's public processes, and what may be done now. Asked at every contribution, so the processes are kept in the process for a second. */
@Injectable()
export class Processes implements OnModuleInit {
  private readonly kept: Kept<ProcessRecord[]>;

  constructor(
    @InjectModel(ProcessRecord.name) private readonly records: Model<ProcessRecord>,
    private readonly clock: Clock,
  ) {
    this.kept = new Kept(() => this.records.find({ isDraft: { $ne: true } }).sort({ order: 1 }).lean().exec(), 1000);
  }

  onModuleInit(): Promise<void> {
    return giveTerms(this.records, termsOf);
  }

  /** All processes, in reading order. */
  async all(): Promise<Process[]> {
    const now = this.clock.now();
    return inReadingOrder((await this.kept.get()).map((record) => processFrom(record, now)), now);
  }

  /** The ids of those that some words find, in reading order. */
  async found(words: string, most: number): Promise<string[]> {
    const ids = await foundBy(words, {}, (stages) => this.records.aggregate<{ _id: string }>([...stages, { $project: { _id: 1 } }]).exec());
    const found = new Set(ids.map(({ _id }) => _id));
    return (await this.all()).map(({ id }) => id).filter((id) => found.has(id)).slice(0, most);
  }

  async find(id: string): Promise<Process | null> {
    const record = (await this.kept.get()).find(({ _id }) => _id === id);
    return record ? processFrom(record, this.clock.now()) : null;
  }

  /** The city's main process of a kind that is in one of its phases, with that phase. */
  async current(kind: string, at = this.clock.now()): Promise<Current | null> {
    return (await this.open(kind, at))[0] ?? null;
  }

  /** Every process of a kind that is in one of its phases, the city's main one first. */
  async open(kind: string, at = this.clock.now()): Promise<Current[]> {
    return (await this.kept.get()).flatMap((record) => {
      const process = processFrom(record, at);
      const phase = record.kind === kind ? phaseAt(process.phases, at) : null;
      return phase ? [{ process, phase }] : [];
    });
  }

  /** What the current phase of a process allows; null between phases, before the first and after the last. */
  async settingsFor(processId: string, at = this.clock.now()): Promise<PhaseSettings | null> {
    const record = (await this.kept.get()).find(({ _id }) => _id === processId);
    return (record && phaseAt(record.phases, at)?.settings) ?? null;
  }

  /** Forgets what is kept, so that a change is seen at once by whoever made it. */
  changed(): void {
    this.kept.drop();
  }
}

/** A process as everybody reads it at a moment. */
export function processFrom(record: ProcessRecord, at: Date): Process {
  const { _id, kind, title, summary, phases, revision, isDraft } = standing(record, at);
  return { __typename: 'Process', id: _id, kind, title, summary, phases, currentPhaseId: phaseAt(phases, at)?.id ?? null, revision, isDraft: isDraft === true };
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, newId, plain, Unheard, unheard } from '@isegoria/kernel/api';
import { type Localized, problemsOf } from '@isegoria/kernel/contracts';
import { type PhaseChange, type PhaseChanged, type PhaseForm, phaseInput, type UpdatePhaseResult } from '@isegoria/processes/contracts';
import { alterations, hasBegun, refusal } from './phases.rules';
import { PhaseChangeRecord, ProcessRecord, type StoredPhase } from './process.schema';
import { processFrom, Processes } from './processes.service';

const shown = 50;

/** Changes of phases, and their history. */
@Injectable()
export class PhaseChanges implements OnModuleInit {
  constructor(
    @InjectModel(ProcessRecord.name) private readonly records: Model<ProcessRecord>,
    @InjectModel(PhaseChangeRecord.name) private readonly changes: Model<PhaseChangeRecord>,
    @InjectConnection() private readonly store: Connection,
    private readonly processes: Processes,
    private readonly citizens: Citizens,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.changes);
  }

  async update(administrator: Citizen, form: PhaseForm): Promise<UpdatePhaseResult> {
    const problems = problemsOf(phaseInput, form);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const record = await this.records.findById(form.processId).lean().exec();
    const phase = record?.phases.find(({ id }) => id === form.phaseId);
    if (!record || !phase) return { __typename: 'NotFound', reason: 'gone' };

    const now = this.clock.now();
    const changed = { ...changedPhase(phase, form), hasBegun: hasBegun(phase, now) };
    const items = alterations(phase, changed);
    // Also where it was read long ago: what is wanted stands already, so the same press twice is one.
    if (items.length === 0) return processFrom(record, now);
    if (form.revision !== record.revision) return { __typename: 'NotAllowed', reason: 'changed_meanwhile' };
    const refused = refusal(record.phases, phase, form, now);
    if (refused) return refused;

    const id = newId(now);
    const change = { processId: record._id, phaseId: phase.id, kind: record.kind, by: administrator.id, at: now, items, revision: record.revision + 1 };
    const written = await this.write(record, changed, id, change);
    if (!written) return { __typename: 'NotAllowed', reason: 'changed_meanwhile' };
    this.processes.changed();
    await this.unheard.tell(this.changes, id);
    return processFrom({ ...record, phases: replaced(record.phases, changed), revision: change.revision }, now);
  }

  /** What was changed about a process, newest first. */
  async of(processId: string): Promise<PhaseChange[]> {
    const found = await this.changes.find({ processId: { $eq: processId } }).sort({ _id: -1 }).limit(shown).lean().exec();
    const names = await this.citizens.cards(found.map(({ by }) => by));
    return found.map(({ _id, at, by, phaseName, items }) => ({ id: _id, at, byName: names.get(by)?.name ?? '', phaseName, items }));
  }

  /** The change and its history in one transaction; false where somebody else was faster. */
  private write({ _id, revision, phases: before }: ProcessRecord, phase: StoredPhase, id: string, change: PhaseChanged): Promise<boolean> {
    const { processId, phaseId, by, at, items } = change;
    return this.store.transaction(async (session) => {
      const phases = replaced(before, phase);
      const { matchedCount } = await this.records.updateOne({ _id, revision }, { $set: { phases, revision: change.revision } }, { session });
      if (matchedCount === 0) return false;
      await this.changes.create([{ _id: id, processId, phaseId, phaseName: phase.name, by, at, items, unheard: [unheard('phase.changed', change)] }], { session });
      return true;
    });
  }
}

function changedPhase(phase: StoredPhase, { name, opensAt, closesAt, settings }: PhaseForm): StoredPhase {
  const criteria = settings.criteria.map(({ id, label, question }) => ({ id, label: cleaned(label), question: cleaned(question) }));
  return { ...phase, name: cleaned(name), opensAt, closesAt, settings: { ...settings, criteria, districts: settings.districts?.length ? settings.districts : null } };
}

function cleaned({ el, en }: Localized): Localized {
  return { el: plain(el), en: plain(en) };
}

function replaced(phases: StoredPhase[], phase: StoredPhase): StoredPhase[] {
  return phases.map((other) => (other.id === phase.id ? phase : other)).sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
}

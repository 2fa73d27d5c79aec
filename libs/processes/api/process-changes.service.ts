import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, newId, plain, Turns, Unheard, unheard, type UnheardEvent } from '@isegoria/kernel/api';
import { type FieldProblem, type Localized, problemsOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import {
  type ChangeProcessResult, type NewPhaseForm, newPhaseInput, patternsFor, type Phase, type PhaseChange, type PhaseChanged, type PhaseChangeItem, type PhaseForm, phaseInput, type ProcessChanged,
  type ProcessForm, processInput,
} from '@isegoria/processes/contracts';
import { alterations, coincidence, criteriaRefusal, newPhaseId, type Refusal, refuse, removalRefusal, runsAlone, standing, textAlterations } from './phases.rules';
import { PhaseChangeRecord, ProcessRecord, type StoredPhase, termsOf } from './process.schema';
import { processFrom, Processes } from './processes.service';

const shown = 50;
const gone = { __typename: 'NotFound', reason: 'gone' } as const;

/** What a change makes of a process, and how it is told. */
type Alteration = { items: PhaseChangeItem[]; after: Partial<Pick<ProcessRecord, 'title' | 'summary' | 'phases' | 'isDraft'>> } & (
  | { act: PhaseChanged['act']; phase: StoredPhase }
  | { act: ProcessChanged['act'] }
);

/** The process as it stands, with the phases of others that may not last together with its own. */
type Standing = ProcessRecord & { phases: Phase[]; others: StoredPhase[] };

type Read = { processId: string; revision: number };
type Alter = (process: Standing) => Alteration | Refusal | null;

/** Changes of processes and their phases, and their history. A draft has none: nobody has seen yet what it was. */
@Injectable()
export class ProcessChanges implements OnModuleInit {
  constructor(
    @InjectModel(ProcessRecord.name) private readonly records: Model<ProcessRecord>,
    @InjectModel(PhaseChangeRecord.name) private readonly changes: Model<PhaseChangeRecord>,
    @InjectConnection() private readonly store: Connection,
    private readonly processes: Processes,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly turns: Turns,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.changes);
  }

  async updatePhase(administrator: Citizen, form: PhaseForm): Promise<ChangeProcessResult> {
    const problems = problemsOf(phaseInput, form);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const { districts } = await this.organisation.current();
    return this.change(administrator, form, (process) => {
      const phase = process.phases.find(({ id }) => id === form.phaseId);
      if (!phase) return gone;
      const unknown = unknownDistricts(form, districts, phase.settings.districts ?? []);
      if (unknown) return unknown;
      const changed = { ...phase, ...phaseFrom(process.kind, form) };
      const refused = coincidence([...process.phases, ...process.others], changed) ?? criteriaRefusal(phase, form);
      return refused ?? { act: 'phase_changed', phase: changed, items: alterations(phase, changed), after: { phases: inTime([...without(process, phase), changed]) } };
    });
  }

  async addPhase(administrator: Citizen, form: NewPhaseForm): Promise<ChangeProcessResult> {
    const problems = problemsOf(newPhaseInput, form);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const { districts } = await this.organisation.current();
    return this.change(administrator, form, (process) => {
      const unknown = unknownDistricts(form, districts, []);
      if (unknown) return unknown;
      const isKnown = patternsFor(process.kind, process.phases).some(({ id }) => id === form.pattern);
      if (!isKnown) return { __typename: 'Invalid', problems: [{ field: 'pattern', code: 'invalid', limit: null }] };
      const phase: StoredPhase = { id: newPhaseId(process.phases, form.pattern), ...phaseFrom(process.kind, form) };
      const refused = coincidence([...process.phases, ...process.others], phase);
      return refused ?? { act: 'phase_added', phase, items: alterations(null, phase), after: { phases: inTime([...process.phases, phase]) } };
    });
  }

  removePhase(administrator: Citizen, read: { processId: string; phaseId: string; revision: number }): Promise<ChangeProcessResult> {
    return this.change(administrator, read, (process) => {
      const phase = process.phases.find(({ id }) => id === read.phaseId);
      if (!phase) return gone;
      return removalRefusal(process, phase) ?? { act: 'phase_removed', phase, items: alterations(phase, null), after: { phases: without(process, phase) } };
    });
  }

  async update(administrator: Citizen, form: ProcessForm): Promise<ChangeProcessResult> {
    const problems = problemsOf(processInput, form);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const after = { title: cleaned(form.title), summary: cleaned(form.summary) };
    return this.change(administrator, form, (process) => ({ act: 'process_changed', items: textAlterations(process, after), after }));
  }

  publish(administrator: Citizen, read: { processId: string; revision: number }): Promise<ChangeProcessResult> {
    return this.change(administrator, read, ({ isDraft, phases, others }) => {
      if (!isDraft) return null;
      if (phases.length === 0) return refuse('no_phases');
      const [coinciding] = phases.flatMap((phase) => coincidence(others, phase) ?? []);
      return coinciding ?? { act: 'process_published', items: [], after: { isDraft: false } };
    });
  }

  /** What was changed about a process, newest first. */
  async of(processId: string): Promise<PhaseChange[]> {
    const found = await this.changes.find({ processId: { $eq: processId } }).sort({ _id: -1 }).limit(shown).lean().exec();
    const names = await this.citizens.cards(found.map(({ by }) => by));
    return found.map(({ _id, at, by, act = 'phase_changed', phaseName = null, items }) => ({ id: _id, at, byName: names.get(by)?.name ?? '', act, phaseName, items }));
  }

  /** One change, thought out over what stands now. Null, or nothing altered: what is wanted stands already, so the same press twice is one. */
  private async change(administrator: Citizen, read: Read, alter: Alter): Promise<ChangeProcessResult> {
    const record = await this.records.findById(String(read.processId)).lean<ProcessRecord>().exec();
    if (!record) return gone;
    // Of a kind whose processes may not last together each is held against the others: two that are changed at once would both find room.
    if (runsAlone(record.kind)) return this.turns.take(`processes.${record.kind}`, async () => this.changeRead(administrator, read, await this.records.findById(record._id).lean<ProcessRecord>().exec(), alter));
    return this.changeRead(administrator, read, record, alter);
  }

  private async changeRead(administrator: Citizen, { revision }: Read, record: ProcessRecord | null, alter: Alter): Promise<ChangeProcessResult> {
    if (!record) return gone;
    const now = this.clock.now();
    const process = { ...standing(record, now), others: await this.others(record) };
    const altered = alter(process);
    if (!altered || ('items' in altered && altered.items.length === 0 && altered.act !== 'process_published')) return processFrom(record, now);
    if (revision !== record.revision) return refuse('changed_meanwhile');
    if (!('items' in altered)) return altered;
    const after = { ...process, ...altered.after, revision: revision + 1 };
    if (!(await this.write(administrator, after, altered, now))) return refuse('changed_meanwhile');
    return processFrom(after, now);
  }

  /** Of a process that runs alone, the phases of the other public ones, under names that are not those of its own. */
  private async others({ _id, kind }: ProcessRecord): Promise<StoredPhase[]> {
    if (!runsAlone(kind)) return [];
    const found = await this.records.find({ kind, _id: { $ne: _id }, isDraft: { $ne: true } }).lean<ProcessRecord[]>().exec();
    return found.flatMap((other) => other.phases.map((phase) => ({ ...phase, id: `${other._id}/${phase.id}` })));
  }

  /** The change and its history in one transaction, and the telling of it; false where somebody else was faster. */
  private async write(administrator: Citizen, { _id, kind, title, summary, phases, isDraft = false, revision }: ProcessRecord, altered: Alteration, at: Date): Promise<boolean> {
    const id = newId(at);
    const change = { processId: _id, kind, by: administrator.id, at, items: altered.items, revision };
    const isWritten = await this.store.transaction(async (session) => {
      const process = { title, summary, phases, isDraft, revision, terms: termsOf({ title, summary }) };
      const { matchedCount } = await this.records.updateOne({ _id, revision: revision - 1 }, { $set: process }, { session });
      if (matchedCount === 0) return false;
      if (!isDraft) await this.changes.create([{ _id: id, ...change, ...about(altered), unheard: [eventOf(change, altered)] }], { session });
      return true;
    });
    if (!isWritten || isDraft) return isWritten;
    this.processes.changed();
    await this.unheard.tell(this.changes, id);
    return true;
  }
}

function about(altered: Alteration) {
  return 'phase' in altered ? { act: altered.act, phaseId: altered.phase.id, phaseName: altered.phase.name } : { act: altered.act };
}

function eventOf(change: Omit<ProcessChanged, 'act'>, altered: Alteration): UnheardEvent {
  return 'phase' in altered ? unheard('phase.changed', { ...change, act: altered.act, phaseId: altered.phase.id }) : unheard('process.changed', { ...change, act: altered.act });
}

/** A phase is for districts that the city has; one that was retired meanwhile stays where it stands already. */
function unknownDistricts({ settings }: Pick<NewPhaseForm, 'settings'>, known: readonly { id: string }[], before: readonly string[]): Refusal | null {
  const problems: FieldProblem[] = [{ field: 'settings.districts', code: 'invalid', limit: null }];
  const isThere = (wanted: string) => before.includes(wanted) || known.some(({ id }) => id === wanted);
  return (settings.districts ?? []).every(isThere) ? null : { __typename: 'Invalid', problems };
}

/** A phase as the form says it: texts without what is no text, and how acts open only where acts are weighed. */
function phaseFrom(kind: string, { name, summary, opensAt, closesAt, settings }: Omit<NewPhaseForm, 'pattern'>): Omit<StoredPhase, 'id'> {
  const criteria = settings.criteria.map(({ id, label, question }) => ({ id, label: cleaned(label), question: cleaned(question) }));
  const evaluation = kind === 'evaluations' ? settings.evaluation : null;
  return { name: cleaned(name), summary: cleaned(summary), opensAt, closesAt, settings: { ...settings, criteria, districts: settings.districts?.length ? settings.districts : null, evaluation } };
}

export function cleaned({ el, en }: Localized): Localized {
  return { el: plain(el), en: plain(en) };
}

const without = ({ phases }: Standing, { id }: StoredPhase): StoredPhase[] => phases.filter((phase) => phase.id !== id);

const inTime = (phases: StoredPhase[]): StoredPhase[] => [...phases].sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime());

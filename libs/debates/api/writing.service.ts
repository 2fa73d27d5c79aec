import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { debateId, type DebateInput, debateInput, type DebateResult } from '@isegoria/debates/contracts';
import { type Citizen, hasRole, mayContribute } from '@isegoria/identity/contracts';
import { Clock, Events, invalid, isThere, Limits, oneLine, plain, refuse, terms, unheard, type UnheardEvent } from '@isegoria/kernel/api';
import { afterDays, problemsOf } from '@isegoria/kernel/contracts';
import { Activity } from '@isegoria/notifications/api';
import { Organisation } from '@isegoria/organisation/api';
import { Processes } from '@isegoria/processes/api';
import type { Model } from 'mongoose';
import { DebateViews } from './debate-views';
import { Debate } from './debate.schema';
import { correctRefusal, isOpener, withdrawRefusal } from './debates.rules';
import { conclusionOf, Moves, subjectOf } from './moves';

const pace = { points: 5, seconds: 86_400 };
export const noDebate = { __typename: 'NotFound', reason: 'debate' } as const;

/** Where a new debate is let in, and how. */
interface Door {
  processId: string | null;
  waits: boolean;
}

/** What is done with the words of a debate: it is opened, put right, taken back. */
@Injectable()
export class Writing {
  constructor(
    @InjectModel(Debate.name) private readonly debates: Model<Debate>,
    private readonly moves: Moves,
    private readonly views: DebateViews,
    private readonly processes: Processes,
    private readonly organisation: Organisation,
    private readonly activity: Activity,
    private readonly events: Events,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** Whether a citizen may open one now, so that nobody writes one only to be told at its end. */
  async room(): Promise<{ opens: boolean; waits: boolean }> {
    const current = await this.processes.current('debates');
    const contributions = current?.phase.settings.contributions ?? 'closed';
    return { opens: contributions !== 'closed', waits: contributions === 'wait' };
  }

  async open(citizen: Citizen, id: string, input: DebateInput): Promise<DebateResult> {
    const problems = [...problemsOf(debateId, id).map((problem) => ({ ...problem, field: 'id' })), ...problemsOf(debateInput, input), ...(await this.organisation.unknown(input))];
    if (problems.length > 0) return invalid(problems);
    const unconfirmed = mayContribute(citizen);
    if (unconfirmed) return unconfirmed;
    const there = await this.moves.find(id);
    // A second press finds it opened already and gets the same answer; somebody else's id tells nothing.
    if (there) return there.authorId === citizen.id ? this.views.saved(there, citizen) : noDebate;
    const door = await this.door(citizen, input);
    if (typeof door === 'string') return refuse(door);
    const tooMany = await this.limits.take('debate', citizen.id, pace);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    try {
      await this.debates.create(await this.aDebate(citizen, { id, input, door }));
    } catch (error) {
      if (!isThere(error)) throw error;
      return this.open(citizen, id, input);
    }
    await this.moves.tell(id);
    return this.views.saved(await this.there(id), citizen);
  }

  async correct(citizen: Citizen, id: string, input: DebateInput): Promise<DebateResult> {
    const before = await this.moves.find(id);
    if (!before || !isOpener(before, citizen)) return noDebate;
    const refused = correctRefusal(before);
    if (refused) return refuse(refused);
    const problems = [...problemsOf(debateInput, input), ...(await this.organisation.unknown(input))];
    if (problems.length > 0) return invalid(problems);
    const isCitizens = before.byDepartmentId === null;
    // What a moderator sent back, or has not read yet, is read before everyone reads it, whatever the phase says now.
    const waits = isCitizens && (before.visibility !== 'public' || (await this.room()).waits);
    const at = this.clock.now();
    const fields = { ...fieldsOf(input), departmentId: before.byDepartmentId ?? (await this.inCharge(input)) };
    const set: Partial<Debate> = { ...fields, verdict: null, visibility: waits ? 'waiting' : 'public', endsAt: before.openedAt && afterDays(before.openedAt, input.days) };
    const corrected = await this.moves.make(before, set, isCitizens ? [submitted({ ...before, ...fields }, waits, at)] : []);
    return corrected ? this.views.saved(corrected, citizen) : this.correct(citizen, id, input);
  }

  async withdraw(citizen: Citizen, id: string): Promise<DebateResult> {
    const before = await this.moves.find(id);
    if (!before || !isOpener(before, citizen)) return noDebate;
    if (before.visibility === 'withdrawn') return this.views.saved(before, citizen);
    const refused = withdrawRefusal(before);
    if (refused) return refuse(refused);
    const withdrawn = await this.moves.make(before, { visibility: 'withdrawn', ...unsaid });
    if (!withdrawn) return this.withdraw(citizen, id);
    await this.gone(id);
    return this.views.saved(withdrawn, citizen);
  }

  /** Nobody is to decide about it or to hear of it any more. May be said twice. */
  async gone(id: string): Promise<void> {
    await this.activity.forget(subjectOf(id));
    await this.events.publish('contribution.withdrawn', { item: subjectOf(id) });
  }

  /** The same of a conclusion. */
  async conclusionGone(id: string): Promise<void> {
    await this.events.publish('contribution.withdrawn', { item: conclusionOf(id) });
  }

  /** An official speaks for their department and waits for nobody; a citizen's comes in as the phase says. */
  private async door(citizen: Citizen, { asDepartment, districtId }: DebateInput): Promise<Door | string> {
    const current = await this.processes.current('debates');
    if (asDepartment) return hasRole(citizen, 'official') && citizen.departmentId !== null ? { processId: current?.process.id ?? null, waits: false } : 'department';
    const settings = current?.phase.settings;
    if (!current || !settings || settings.contributions === 'closed') return 'no_phase';
    if (settings.districts && settings.districts.length > 0 && !settings.districts.includes(districtId ?? '')) return 'other_districts';
    return { processId: current.process.id, waits: settings.contributions === 'wait' };
  }

  private async aDebate(citizen: Citizen, { id, input, door: { processId, waits } }: { id: string; input: DebateInput; door: Door }): Promise<Debate> {
    const at = this.clock.now();
    const byDepartmentId = input.asDepartment ? citizen.departmentId : null;
    const debate: Debate = {
      _id: id, authorId: citizen.id, byDepartmentId, ...fieldsOf(input), departmentId: byDepartmentId ?? (await this.inCharge(input)), processId, visibility: waits ? 'waiting' : 'public', listed: !waits, stage: 'open', verdict: null, decidedAt: null,
      createdAt: at, openedAt: null, endsAt: null, concludedAt: null, lastSaidAt: null, people: 0, argumentsFor: 0, argumentsAgainst: 0, conclusion: null, answer: null, fairness: null, proposalIds: [], revision: 1, isDemo: false,
    };
    const told = byDepartmentId === null ? [submitted(debate, waits, at)] : [];
    if (waits) return { ...debate, unheard: told };
    const opened = openedAt(debate, at);
    return { ...debate, ...opened.set, unheard: [...told, opened.told] };
  }

  private async inCharge({ categoryId }: DebateInput): Promise<string | null> {
    return (await this.organisation.departmentFor(categoryId))?.id ?? null;
  }

  private async there(id: string): Promise<Debate> {
    const debate = await this.moves.find(id);
    if (!debate) throw new Error(`the debate ${id} was written a moment ago`);
    return debate;
  }
}

/** What is left of the words of a debate that nobody may read any more. */
export const unsaid = { title: '', text: '', terms: [], verdict: null } satisfies Partial<Debate>;

/** What becomes true of a debate when everyone may read it for the first time, and what is told of it. */
export function openedAt({ _id: id, title, days, byDepartmentId }: Debate, at: Date) {
  const endsAt = afterDays(at, days);
  return { set: { openedAt: at, endsAt, lastSaidAt: at }, told: unheard('debate.opened', { id, title, endsAt, byDepartment: byDepartmentId !== null, at }) };
}

function submitted({ _id: id, authorId, title, text }: Debate, waits: boolean, at: Date): UnheardEvent {
  return unheard('contribution.submitted', { item: subjectOf(id), authorId, title, text, mode: waits ? 'wait' : 'public', at });
}

function fieldsOf({ title, text, categoryId, districtId, days }: DebateInput) {
  const words = { title: oneLine(title), text: plain(text) };
  return { ...words, categoryId, districtId: districtId ?? null, days, terms: terms([words.title, words.text].join(' ')).slice(0, 1000) };
}

import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { Clock, invalid, otherDepartment, plain, refuse, type UnheardEvent } from '@isegoria/kernel/api';
import { type FieldProblem, type Localized, problemsOf } from '@isegoria/kernel/contracts';
import { extensionInput, publicReason } from '@isegoria/processes/contracts';
import type { Model } from 'mongoose';

/** What a department puts to people for a time: a consultation, a survey. */
export interface ForATime {
  _id: string;
  title: Localized;
  departmentId: string | null;
  /** Grows with every change; a change sends the one that it was made on. */
  revision: number;
  /** Null while it is a draft. */
  publishedAt: Date | null;
  opensAt: Date | null;
  closesAt: Date | null;
  withdrawal: { reason: string; at: Date } | null;
  createdBy: string;
}

type NotFound = { __typename: 'NotFound'; reason: string };

/** Why a department may not do something with it. */
export type DeskRefusal = ReturnType<typeof refuse> | NotFound;

type Outcome<Saved> = Saved | DeskRefusal | ReturnType<typeof invalid>;

interface Fact {
  id: string;
  title: Localized;
  at: Date;
}

/** What is the kind's own: its rules, and how its acts are told. */
export interface ForATimeRules<T extends ForATime> {
  /** As refusals and logs call it: `survey`. */
  kind: string;
  /** Where it stands; people are asked while it is `open`. */
  statusOf(record: T, now: Date): string;
  /** Why its words and dates may not be changed now, or null. */
  editRefusal(record: T, now: Date): string | null;
  /** Why it may not be taken back now, or null. */
  withdrawRefusal(record: T, now: Date): string | null;
  /** What a public one must have and this one lacks. */
  publicProblems(record: T, now: Date): FieldProblem[] | Promise<FieldProblem[]>;
  /** The dates that are still empty while it may be given more time, and while it may be taken back. */
  untilCounted: Record<string, null>;
  untilSettled: Record<string, null>;
  told: {
    published(fact: Fact & { departmentId: string; opensAt: Date; closesAt: Date }): UnheardEvent;
    extended(fact: Fact & { from: Date; to: Date; reason: string }): UnheardEvent;
    withdrawn(fact: Fact & { reason: string }): UnheardEvent;
  };
}

type Own<T> = { record: T; refused: null } | { record: null; refused: DeskRefusal };

/**
 * What a department does with it, alike for every kind: public for good, more time, taken back, or thrown away while it is a draft. Each act is one conditional write with what is to be
 * told of it; of two at once the second looks again at what the first has made.
 */
export abstract class ForATimeDesk<T extends ForATime, Saved> {
  protected constructor(
    protected readonly records: Model<T>,
    protected readonly clock: Clock,
    private readonly rules: ForATimeRules<T>,
  ) {}

  /** After a change that everybody sees: tells of it, and of what is due with it. */
  protected abstract changed(record: T): Promise<void>;
  protected abstract saved(id: string, official: Citizen): Promise<Saved>;

  /** Public for good. What is public already was made so by the same press, sent again, or by a colleague: there is nothing left to do. */
  async publish(official: Citizen, id: string, revision: number): Promise<Outcome<Saved>> {
    const { record, refused } = await this.own(official, id, 'publish');
    if (refused) return refused;
    if (record.publishedAt) return this.saved(id, official);
    if (record.revision !== revision) return refuse('changed');
    const now = this.clock.now();
    const { title, departmentId, closesAt } = record;
    const problems = await this.rules.publicProblems(record, now);
    if (problems.length > 0 || !departmentId || !closesAt) return invalid(problems);
    const opensAt = record.opensAt && record.opensAt > now ? record.opensAt : now;
    const told = this.rules.told.published({ id, title, departmentId, opensAt, closesAt, at: now });
    const published = await this.write({ _id: id, publishedAt: null, revision }, { publishedAt: now, opensAt }, { unheard: told });
    if (!published) return this.publish(official, id, revision);
    await this.changed(published);
    return this.saved(id, official);
  }

  /** More time. Of two who give it at once, the second is asked whether theirs is later still. */
  async extend(official: Citizen, { id, closesAt, reason }: { id: string; closesAt: Date; reason: string }): Promise<Outcome<Saved>> {
    const { record, refused } = await this.own(official, id, 'extend');
    if (refused) return refused;
    const now = this.clock.now();
    const from = record.closesAt;
    if (this.rules.statusOf(record, now) !== 'open' || !from) return refuse('not_open');
    const problems = problemsOf(extensionInput, { closesAt, reason });
    if (closesAt <= from) problems.push({ field: 'closesAt', code: 'too_small', limit: null });
    if (problems.length > 0) return invalid(problems);
    const extension = { from, to: closesAt, reason: plain(reason), at: now };
    const extended = await this.write({ _id: id, closesAt: from, withdrawal: null, ...this.rules.untilCounted }, { closesAt }, { extensions: extension, unheard: this.rules.told.extended({ id, title: record.title, ...extension }) });
    if (!extended) return this.extend(official, { id, closesAt, reason });
    await this.changed(extended);
    return this.saved(id, official);
  }

  async withdraw(official: Citizen, id: string, reason: string): Promise<Outcome<Saved>> {
    const { record, refused } = await this.own(official, id, 'withdraw');
    if (refused) return refused;
    if (record.withdrawal) return this.saved(id, official);
    const now = this.clock.now();
    const late = this.rules.withdrawRefusal(record, now);
    if (late) return refuse(late);
    const problems = problemsOf(publicReason, { reason });
    if (problems.length > 0) return invalid(problems);
    const withdrawal = { reason: plain(reason), at: now };
    const withdrawn = await this.write({ _id: id, withdrawal: null, ...this.rules.untilSettled }, { withdrawal }, { unheard: this.rules.told.withdrawn({ id, title: record.title, ...withdrawal }) });
    if (!withdrawn) return this.withdraw(official, id, reason);
    await this.changed(withdrawn);
    return this.saved(id, official);
  }

  /** Throws a draft away. Null when it is gone. */
  protected async discardDraft(official: Citizen, id: string): Promise<DeskRefusal | null> {
    const before = await this.find(id);
    if (before?.publishedAt) return refuse('published');
    const refused = before ? this.strange(official, before, 'discard') : this.missing();
    if (refused) return refused;
    const { deletedCount } = await this.records.deleteOne({ _id: id, publishedAt: null }).exec();
    return deletedCount > 0 ? null : this.discardDraft(official, id);
  }

  /** Why these words may not be saved, before anybody reads them; null where they may. */
  protected saveRefusal(official: Citizen, before: T | null, { revision, departmentId }: { revision?: number | null; departmentId: string | null }): DeskRefusal | null {
    const strange = before && this.strange(official, before, 'save');
    if (strange) return strange;
    if (!speaksFor(official, departmentId)) return refuse('department');
    const late = before && this.rules.editRefusal(before, this.clock.now());
    if (late) return refuse(late);
    return before && before.revision !== revision && !isSentAgain(before, revision, official) ? refuse('changed') : null;
  }

  protected find(id: string): Promise<T | null> {
    return this.records.findById(String(id)).lean<T>().exec();
  }

  /** The one that this official may act on, or why they have no business with it. */
  protected async own(official: Citizen, id: string, act: string): Promise<Own<T>> {
    const record = await this.find(id);
    if (!record) return { record, refused: this.missing() };
    const refused = this.strange(official, record, act);
    return refused ? { record: null, refused } : { record, refused };
  }

  protected missing(): NotFound {
    return { __typename: 'NotFound', reason: this.rules.kind };
  }

  /** A draft of another department is as if there were none. */
  private strange(official: Citizen, { _id, departmentId, publishedAt }: T, act: string): DeskRefusal | null {
    if (speaksFor(official, departmentId)) return null;
    return publishedAt ? otherDepartment(this.rules.kind, { act, citizenId: official.id, id: _id }) : this.missing();
  }

  private write(seen: Record<string, unknown>, set: Record<string, unknown>, push: Record<string, unknown>): Promise<T | null> {
    const change = { $set: { ...set, touchedAt: this.clock.now() }, $push: push, $inc: { revision: 1 } };
    return this.records.findOneAndUpdate(seen, change as Record<string, unknown>, { returnDocument: 'after' }).lean<T>().exec();
  }
}

/** A new one that was sent twice: the second time it is there already. */
function isSentAgain({ revision, createdBy }: ForATime, said: number | null | undefined, official: Citizen): boolean {
  return (said ?? null) === null && revision === 1 && createdBy === official.id;
}

/** What is announced opens at the day it names; who moves that day to now, opens it. */
export function openingOf(before: Pick<ForATime, 'publishedAt'> | null, opensAt: Date | null, now: Date): Date | null {
  return before?.publishedAt && (!opensAt || opensAt < now) ? now : opensAt;
}

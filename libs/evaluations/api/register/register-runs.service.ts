import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, type ImportReport, Jobs, newId } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import { ActNews } from '../decisions/act-news';
import { isDue } from './import-due';
import { isWhole, type Step, stepsOf, submittedWithin } from './import-steps';
import { PatientRegister } from './patient-register';
import { RegisterFailure } from './register-failure';
import { noCounts, type Pass, RegisterImportRecord, type StoredCounts } from './register-import.schema';
import { RegisterNames } from './register-names.service';
import { RegisterPages, type Taken } from './register-pages.service';

export const importing = 'evaluations.register';
export const theImport = 'diavgeia';

const lookMs = 60_000;
const pageSize = 500;
/** How often a step is read over that changes while it is read. */
const mostReadings = 4;

/** Who reads along, as the command line does; the scheduled run has nobody. */
export interface Listener extends Pick<ImportReport, 'refused'> {
  taken(fate: 'added' | 'changed' | 'unchanged'): void;
}

/**
 * Reads the register step by step. After each step the state says so, after the last the checkpoint moves: whoever is killed
 * leaves a run that the next one goes on with, and what was read twice changes nothing.
 */
@Injectable()
export class RegisterRuns implements OnModuleInit {
  constructor(
    @InjectModel(RegisterImportRecord.name) private readonly imports: Model<RegisterImportRecord>,
    private readonly pages: RegisterPages,
    private readonly names: RegisterNames,
    private readonly news: ActNews,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(importing, lookMs, () => this.runIfDue());
  }

  /** One run from where the last one came to. Answers what became of the acts, or why the register could not be read. */
  async run(listener: Listener | null = null): Promise<StoredCounts | RegisterFailure> {
    const record = await this.begin();
    if (!record?.organisationId || !record.pass) return { ...noCounts };
    try {
      await this.readAll(record, record.pass, listener);
      await this.end(record.pass);
    } catch (error) {
      if (!(error instanceof RegisterFailure)) throw error;
      await this.fail(error);
      return error;
    } finally {
      await this.news.followThrough();
    }
    return (await this.standing())?.lastRun ?? { ...noCounts };
  }

  private async runIfDue(): Promise<void> {
    const record = await this.standing();
    if (record && isDue(record, this.clock.now())) await this.run();
  }

  private standing(): Promise<RegisterImportRecord | null> {
    return this.imports.findById(theImport).lean<RegisterImportRecord>().exec();
  }

  /** Goes on with the run that was left, or begins one. */
  private async begin(): Promise<RegisterImportRecord | null> {
    const record = await this.standing();
    if (!record?.organisationId) return null;
    const now = this.clock.now();
    const { since, units, readTo } = record;
    const fresh: Pass = { id: newId(now), to: now, readTo, done: 0, of: stepsOf({ since, to: now, unitIds: units.map(({ id }) => id) }).length };
    const set = { startedAt: now, aliveAt: now, lastRun: noCounts, pass: record.pass ?? fresh };
    return this.imports.findByIdAndUpdate(theImport, { $set: set }, { returnDocument: 'after' }).lean<RegisterImportRecord>().exec();
  }

  private async readAll({ organisationId, organisationName, since, units }: RegisterImportRecord, pass: Pass, listener: Listener | null): Promise<void> {
    const org = organisationId ?? '';
    const patient = new PatientRegister(() => this.imports.updateOne({ _id: theImport }, { $set: { aliveAt: this.clock.now() } }));
    await this.names.refresh(patient.register, org);
    const steps = stepsOf({ since, to: pass.to, unitIds: units.map(({ id }) => id) });
    const submitted = submittedWithin({ readTo: pass.readTo, since, to: pass.to });
    for (const [at, step] of steps.entries()) {
      if (at < pass.done) continue;
      await this.readStep(patient, { org, ...submitted, ...step }, (decisions) => this.take(patient, decisions, { org, organisationName, listener }));
      await this.imports.updateOne({ _id: theImport, 'pass.id': pass.id }, { $max: { 'pass.done': at + 1 } });
    }
  }

  /** Pages through one step until what was read is all of it; see `isWhole`. Stands for good where a second reading brings nothing new. */
  private async readStep(patient: PatientRegister, asked: Step & { org: string; from_date: string; to_date: string }, take: (decisions: unknown[]) => Promise<string[]>): Promise<void> {
    const seen = new Set<string>();
    let before = '';
    for (let reading = 0; reading < mostReadings; reading += 1) {
      const totals: number[] = [];
      for (let page = 0; ; page += 1) {
        const { info, decisions } = await patient.ask((register) => register.search({ ...asked, page, size: pageSize }));
        totals.push(info.total);
        for (const key of await take(decisions)) seen.add(key);
        if (decisions.length === 0 || (page + 1) * info.size >= info.total) break;
      }
      const now = `${seen.size} ${totals.join()}`;
      if (isWhole({ totals, seen: seen.size }) || now === before) return;
      before = now;
    }
    throw new RegisterFailure('CHANGING', `/opendata/search ${asked.from_issue_date}…${asked.to_issue_date}`);
  }

  /** Takes a page in; answers what each record is known by. */
  private async take(patient: PatientRegister, decisions: unknown[], { org, organisationName, listener }: { org: string; organisationName: string | null; listener: Listener | null }): Promise<string[]> {
    const taken = await this.pages.take(patient, decisions, { org, organisationName });
    for (const fate of ['added', 'changed', 'unchanged'] as const) for (let at = 0; at < taken.counts[fate]; at += 1) listener?.taken(fate);
    for (const { record, why } of taken.refused) listener?.refused(record, why);
    await this.count(taken);
    return decisions.map((record) => keyOf(record));
  }

  private async count({ counts }: Taken): Promise<void> {
    const $inc = Object.fromEntries(Object.entries(counts).map(([name, count]) => [`lastRun.${name}`, count]));
    await this.imports.updateOne({ _id: theImport }, { $inc });
  }

  private async end(pass: Pass): Promise<void> {
    const now = this.clock.now();
    await this.imports.updateOne({ _id: theImport, 'pass.id': pass.id }, { $set: { readTo: pass.to, pass: null, failure: null, notBefore: null } });
    await this.imports.updateOne({ _id: theImport }, { $set: { endedAt: now } });
  }

  private async fail({ code, asked, retryAfterMs }: RegisterFailure): Promise<void> {
    const at = this.clock.now();
    const notBefore = retryAfterMs ? new Date(at.getTime() + retryAfterMs) : null;
    await this.imports.updateOne({ _id: theImport }, { $set: { endedAt: at, notBefore, failure: { code, asked: asked.slice(0, 300), at } } });
  }
}

/** What tells two records of an answer apart. */
function keyOf(record: unknown): string {
  const { ada, versionId } = (record ?? {}) as { ada?: unknown; versionId?: unknown };
  return typeof ada === 'string' ? `${ada} ${String(versionId)}` : createHash('sha256').update(JSON.stringify(record) ?? '').digest('base64url');
}

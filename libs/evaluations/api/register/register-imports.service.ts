import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type ConfigureRegisterResult, type RegisterBodyResult, type RegisterImport, type RegisterImportInput, registerImportInput, type RegisterRefusalPage } from '@isegoria/evaluations/contracts';
import { Clock, Jobs, pageOf } from '@isegoria/kernel/api';
import { cityYear, problemsOf } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Decision } from '../decisions/decision.schema';
import { nextAt, stateOf } from './import-due';
import { theRegister } from './patient-register';
import { RegisterFailure } from './register-failure';
import { noCounts, RegisterImportRecord, RegisterRefusalRecord } from './register-import.schema';
import { registerEnv } from './register.env';
import { importing, theImport } from './register-runs.service';

const beginning = { organisationId: null, organisationName: null, units: [], since: '2026-01-01', isOn: false, everyMinutes: 60 };

/** What an administrator sees and sets of the import. */
@Injectable()
export class RegisterImports {
  constructor(
    @InjectModel(RegisterImportRecord.name) private readonly imports: Model<RegisterImportRecord>,
    @InjectModel(RegisterRefusalRecord.name) private readonly refused: Model<RegisterRefusalRecord>,
    @InjectModel(Decision.name) private readonly decisions: Model<Decision>,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async standing(): Promise<RegisterImport> {
    const now = this.clock.now();
    const found = await this.imports.findById(theImport).lean<RegisterImportRecord>().exec();
    const nothing = { readTo: null, pass: null, askedAt: null, startedAt: null, aliveAt: null, endedAt: null, notBefore: null, failure: null, lastRun: noCounts };
    const record = found ?? { _id: theImport, ...nothing, ...beginning, since: `${cityYear(now)}-01-01` };
    const { organisationId: id, organisationName, units, pass } = record;
    const state = stateOf(record, now);
    return {
      __typename: 'RegisterImport',
      address: registerEnv.DIAVGEIA_URL,
      organisation: id ? { id, name: inBoth(organisationName ?? id) } : null,
      units: units.map((unit) => ({ id: unit.id, name: inBoth(unit.name) })),
      since: record.since,
      isOn: record.isOn,
      everyMinutes: record.everyMinutes,
      state,
      readTo: record.readTo,
      startedAt: record.startedAt,
      endedAt: record.endedAt,
      nextAt: nextAt(record, now),
      progress: state === 'RUNNING' && pass ? { done: pass.done, of: pass.of } : null,
      lastRun: record.lastRun,
      acts: id ? await this.decisions.countDocuments({ organisationId: { $eq: id } }) : 0,
      failure: record.failure,
    };
  }

  async refusals(first?: number | null, after?: string | null): Promise<RegisterRefusalPage> {
    const page = await pageOf<RegisterRefusalRecord>(this.refused, { filter: {}, sort: [['at', -1], ['_id', -1]], first, after });
    return { ...page, items: page.items.map(({ _id: id, record, reasons, at }) => ({ id, record, reasons, at })) };
  }

  async body(id: string): Promise<RegisterBodyResult> {
    if (!/^\d{1,12}$/.test(id)) return { __typename: 'NotFound', reason: 'organisation' };
    try {
      const register = theRegister();
      const { uid, label } = await register.organisation(id);
      const units = (await register.units(uid)).map(({ uid: unitId, label: name, active }) => ({ id: unitId, name, isActive: active ?? true }));
      return { __typename: 'RegisterBody', id: uid, name: label, units };
    } catch (error) {
      if (!(error instanceof RegisterFailure)) throw error;
      return error.code === 'NOT_FOUND' ? { __typename: 'NotFound', reason: 'organisation' } : { __typename: 'RegisterUnavailable', code: error.code };
    }
  }

  /** Chooses whose acts come in. Where that changes, all of it is read from the beginning. */
  async configure(input: RegisterImportInput): Promise<ConfigureRegisterResult> {
    const problems = problemsOf(registerImportInput, input);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const body = await this.body(input.organisationId);
    if (body.__typename === 'RegisterUnavailable') return { __typename: 'RegisterUnavailable', code: body.code };
    if (body.__typename !== 'RegisterBody') return { __typename: 'Invalid', problems: [{ field: 'organisationId', code: 'unknown_body', limit: null }] };
    const units = body.units.filter(({ id }) => input.unitIds.includes(id)).map(({ id, name }) => ({ id, name }));
    if (units.length < new Set(input.unitIds).size) return { __typename: 'Invalid', problems: [{ field: 'unitIds', code: 'unknown_unit', limit: null }] };
    await this.write({ organisationId: body.id, organisationName: body.name, units, since: input.since, isOn: input.isOn, everyMinutes: input.everyMinutes });
    return this.standing();
  }

  /** As an administrator chooses at the command line; what is not said stays. Answers a sentence where it cannot be. */
  async choose({ body, units, since }: { body?: string | undefined; units?: string | undefined; since?: string | undefined }): Promise<string | null> {
    const now = await this.standing();
    if (!body && !units && !since) return now.organisation ? null : 'No body of the register was chosen: give its number with --body, or choose it at /register.';
    const ofBody = !body || body === now.organisation?.id ? now.units.map(({ id }) => id) : [];
    const unitIds = units === undefined ? ofBody : units.split(',').filter((id) => id !== '');
    const result = await this.configure({ organisationId: body ?? now.organisation?.id ?? '', unitIds, since: since ?? now.since, everyMinutes: now.everyMinutes, isOn: now.isOn });
    if (result.__typename === 'Invalid') return `This cannot be read: ${result.problems.map(({ field, code }) => `${field} (${code})`).join(', ')}.`;
    return result.__typename === 'RegisterUnavailable' ? `The register could not be read (${result.code}).` : null;
  }

  async start(): Promise<RegisterImport> {
    await this.imports.updateOne({ _id: theImport, organisationId: { $ne: null } }, { $set: { askedAt: this.clock.now() } });
    await this.jobs.nudge(importing);
    return this.standing();
  }

  private async write(wanted: Pick<RegisterImportRecord, keyof typeof beginning>): Promise<void> {
    const before = await this.imports.findById(theImport).lean<RegisterImportRecord>().exec();
    const scope = ({ organisationId, units, since }: Pick<RegisterImportRecord, 'organisationId' | 'units' | 'since'>) => JSON.stringify([organisationId, units.map(({ id }) => id).sort(), since]);
    const isSame = before !== null && scope(before) === scope(wanted);
    // When a run began and ended stays as it was: another one may be under way, and the new one waits for its end.
    const afresh = { readTo: null, pass: null, failure: null, notBefore: null, ...(wanted.isOn && { askedAt: this.clock.now() }) };
    await this.imports.updateOne({ _id: theImport }, { $set: { ...wanted, ...(isSame ? {} : afresh) } }, { upsert: true });
    if (wanted.isOn && !isSame) await this.jobs.nudge(importing);
  }
}

const inBoth = (el: string) => ({ el, en: el });

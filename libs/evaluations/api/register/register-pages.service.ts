import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import { Acts } from '../decisions/acts.service';
import type { PatientRegister } from './patient-register';
import { contradicted, readRecord, type Refused, refused, type RegisterAct } from './record';
import { RegisterFailure } from './register-failure';
import { noCounts, RegisterRefusalRecord, type StoredCounts } from './register-import.schema';
import { RegisterNames } from './register-names.service';

/** So many acts come in with one round of the store. */
const HANDFUL = 100;

/** What became of a page. */
export interface Taken {
  counts: StoredCounts;
  refused: (Refused & { id: string })[];
}

/** Takes one page of the register's search in: reads each record, names it, follows its corrections back, and keeps what was refused. */
@Injectable()
export class RegisterPages {
  constructor(
    @InjectModel(RegisterRefusalRecord.name) private readonly refusals: Model<RegisterRefusalRecord>,
    private readonly acts: Acts,
    private readonly names: RegisterNames,
    private readonly clock: Clock,
  ) {}

  async take(patient: PatientRegister, records: unknown[], { org, organisationName }: { org: string; organisationName: string | null }): Promise<Taken> {
    const taken: Taken = { counts: { ...noCounts }, refused: [] };
    for (let from = 0; from < records.length; from += HANDFUL) {
      const acts: RegisterAct[] = [];
      for (const [at, record] of records.slice(from, from + HANDFUL).entries()) {
        const read = readRecord(record, from + at);
        if (!('act' in read)) taken.refused.push({ ...read, id: idOf(record, read) });
        else if (read.act.organisationId === org) acts.push(read.act);
        else taken.refused.push({ ...refused(read.act.ada, [{ code: 'other_body', field: null, value: read.act.organisationId }]), id: read.act.ada });
      }
      await this.takeSome(patient, acts, organisationName, taken);
    }
    taken.counts.refused = taken.refused.length;
    await this.keep(taken.refused);
    return taken;
  }

  private async takeSome(patient: PatientRegister, acts: RegisterAct[], organisationName: string | null, { counts, refused: out }: Taken): Promise<void> {
    if (acts.length === 0) return;
    const notesOf = await this.names.notesFor(acts, organisationName);
    const fates = await this.acts.take(acts, notesOf);
    for (const [at, fate] of fates.entries()) {
      const { ada = '', versionId = '' } = acts[at] ?? {};
      if (fate === 'contradicted') out.push({ ...contradicted(ada, versionId), id: ada });
      else counts[fate] += 1;
    }
    const of = (...wanted: string[]) => acts.filter((_, at) => wanted.includes(fates[at] ?? ''));
    await this.acts.nameThose(of('unchanged'), notesOf);
    await this.followBack(patient, of('changed'), notesOf);
    await this.refusals.deleteMany({ _id: { $in: of('added', 'changed', 'unchanged').map(({ ada }) => ada) } });
  }

  /** Of acts that were corrected twice between two runs, the versions between: the correction leads back to the version that people evaluated. */
  private async followBack(patient: PatientRegister, acts: RegisterAct[], notesOf: Parameters<Acts['take']>[1]): Promise<void> {
    const links = acts.flatMap(({ ada, correctedVersionId }) => (correctedVersionId ? [{ ada, versionId: correctedVersionId }] : []));
    for (const { ada } of links.length > 0 ? await this.acts.neverSeen(links) : []) {
      try {
        const log = await patient.ask((register) => register.versionLog(ada));
        for (const { versionId } of await this.acts.neverSeen(log.map((version) => ({ ada, versionId: version.versionId })))) {
          const read = readRecord(await patient.ask((register) => register.version(versionId)), 0);
          if ('act' in read && read.act.ada === ada) await this.acts.take([read.act], notesOf);
        }
      } catch (error) {
        // The register keeps a link to a version that it does not show any more: the act stands all the same.
        if (!(error instanceof RegisterFailure && (error.code === 'NOT_FOUND' || error.code === 'UNEXPECTED'))) throw error;
      }
    }
  }

  /** What was refused is kept by its name and its reasons; nothing of its text, which may be of persons. */
  private async keep(some: Taken['refused']): Promise<void> {
    if (some.length === 0) return;
    const at = this.clock.now();
    await this.refusals.bulkWrite(some.map(({ id, record, reasons }) => ({ updateOne: { filter: { _id: id }, update: { $set: { record, reasons, at } }, upsert: true } })));
  }
}

function idOf(record: unknown, { record: name }: Refused): string {
  const isNamed = typeof record === 'object' && record !== null && typeof Reflect.get(record, 'ada') === 'string';
  return isNamed ? name : createHash('sha256').update(JSON.stringify(record) ?? '').digest('base64url').slice(0, 22);
}

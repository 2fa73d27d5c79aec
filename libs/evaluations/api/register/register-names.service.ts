import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { decisionTypes } from '@isegoria/evaluations/contracts';
import { Clock, log } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import type { ActNotes } from '../decisions/acts.rules';
import type { Diavgeia } from './diavgeia.client';
import type { RegisterAct } from './record';
import { RegisterNameRecord } from './register-name.schema';

const DAY = 86_400_000;

/** The register's dictionaries, as far as the acts of one body need them. They are asked for once a day. */
@Injectable()
export class RegisterNames {
  constructor(
    @InjectModel(RegisterNameRecord.name) private readonly names: Model<RegisterNameRecord>,
    private readonly clock: Clock,
  ) {}

  /** Reads the dictionaries anew where they are older than a day. Acts come in without names rather than not at all. */
  async refresh(register: Pick<Diavgeia, 'units' | 'signers' | 'types'>, organisationId: string): Promise<void> {
    const mark = `read:${organisationId}`;
    const at = this.clock.now();
    const last = await this.names.findById(mark).lean<RegisterNameRecord>().exec();
    if (last && at.getTime() - last.at.getTime() < DAY) return;
    try {
      const [units, signers, types] = [await register.units(organisationId), await register.signers(organisationId), await register.types()];
      await this.write([
        ...units.map(({ uid, label }) => ({ _id: `unit:${uid}`, names: [label], at })),
        ...signers.map(({ uid, units }) => ({ _id: `signer:${uid}`, names: [...new Set((units ?? []).flatMap(({ positionLabel }) => positionLabel ?? []))], at })),
        ...types.map(({ uid, label }) => ({ _id: `type:${uid}`, names: [label], at })),
        { _id: mark, names: [], at },
      ]);
    } catch (error) {
      log.warn({ error: String(error), organisationId }, 'the names of the register were not read');
    }
  }

  /** What is known of the names in these acts, ready to be asked act by act. The register has only Greek: both languages show it. */
  async notesFor(acts: RegisterAct[], organisationName: string | null): Promise<(act: RegisterAct) => ActNotes> {
    const ids = acts.flatMap(({ unitId, typeCode, signerIds }) => [`unit:${unitId}`, `type:${typeCode}`, ...signerIds.map((id) => `signer:${id}`)]);
    const found = await this.names.find({ _id: { $in: [...new Set(ids)] } }).lean<RegisterNameRecord[]>().exec();
    const known = new Map(found.map(({ _id, names }) => [_id, names]));
    const name = (id: string) => {
      const [el] = known.get(id) ?? [];
      return el ? { el, en: el } : null;
    };
    return ({ unitId, typeCode, signerIds }) => {
      const unitName = unitId ? name(`unit:${unitId}`) : null;
      const typeName = decisionTypes.includes(typeCode) ? null : name(`type:${typeCode}`);
      const signedAs = [...new Set(signerIds.flatMap((id) => known.get(`signer:${id}`) ?? []))];
      return {
        ...(organisationName && { organisationName: { el: organisationName, en: organisationName } }),
        ...(unitName && { unitName }),
        ...(typeName && { typeName }),
        ...(signedAs.length > 0 && { signedAs }),
      };
    };
  }

  private async write(records: RegisterNameRecord[]): Promise<void> {
    for (let from = 0; from < records.length; from += 500) {
      await this.names.bulkWrite(records.slice(from, from + 500).map(({ _id, ...set }) => ({ updateOne: { filter: { _id }, update: { $set: set }, upsert: true } })));
    }
  }
}

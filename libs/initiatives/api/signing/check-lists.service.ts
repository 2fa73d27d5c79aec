import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { OpenCheckListResult } from '@isegoria/initiatives/contracts';
import { Clock, newId } from '@isegoria/kernel/api';
import { cityDay } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { ActsOfPower } from '../told/acts-of-power';
import { Initiative } from '../initiative.schema';
import { isPromoter } from '../initiatives.rules';
import { Moves } from '../moves';
import { noInitiative, refuse } from '../refusals';
import { SignatureRecord } from './signature.schema';

/** The names of those who signed, for the clerk who holds them against the roll. Nobody opens them unseen: the act is in the ledger before the first name is answered. */
@Injectable()
export class CheckLists {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    @InjectModel(SignatureRecord.name) private readonly signatures: Model<SignatureRecord>,
    private readonly moves: Moves,
    private readonly acts: ActsOfPower,
    private readonly organisation: Organisation,
    private readonly citizens: Citizens,
    private readonly clock: Clock,
  ) {}

  async open(clerk: Citizen, id: string): Promise<OpenCheckListResult> {
    const initiative = await this.moves.find(id);
    if (!initiative?.opensAt) return noInitiative;
    if (isPromoter(initiative, clerk)) return refuse('own');
    const now = this.clock.now();
    if (!initiative.list) return refuse(initiative.stage === 'collecting' ? 'stage' : 'erased');
    if (initiative.list.keptUntil <= now) return refuse('erased');
    const opening = { at: now, byId: clerk.id };
    await this.acts.listOpened(initiative, newId(now));
    const opened = await this.initiatives.findOneAndUpdate({ _id: initiative._id, list: { $ne: null } }, { $push: { 'list.openings': opening } }, { returnDocument: 'after' }).lean<Initiative>().exec();
    if (!opened?.list) return refuse('erased');
    const { made, at: madeAt, keptUntil, openings } = opened.list;
    const [{ districts }, people, records] = await Promise.all([
      this.organisation.city(),
      this.citizens.cards(openings.map(({ byId }) => byId)),
      this.signatures.find({ initiativeId: initiative._id }).sort({ fullName: 1, _id: 1 }).lean<SignatureRecord[]>().exec(),
    ]);
    const nameOf = new Map(districts.map((district) => [district.id, district.name]));
    return {
      __typename: 'CheckListOpened',
      list: {
        initiativeId: initiative._id, madeAt, made, keptUntil,
        lines: records.map(({ fullName: name, birthYear, districtId, signedAt }) => ({ name, birthYear, district: nameOf.get(districtId ?? '') ?? null, day: cityDay(signedAt) })),
        openings: openings.map(({ at, byId }) => ({ at, by: people.get(byId)?.name ?? '' })),
      },
    };
  }
}

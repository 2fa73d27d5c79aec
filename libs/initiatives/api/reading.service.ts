import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { type Initiative as Shown, type InitiativeDesk, type InitiativePage, type InitiativeSort, type InitiativeStage, type QueryInitiativesArgs, stagesOf } from '@isegoria/initiatives/contracts';
import { pageOf, type Sort } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import { InitiativeViews } from './initiative-views';
import { Initiative } from './initiative.schema';
import { mayRead } from './initiatives.rules';
import { Moves } from './moves';

const orders: Record<InitiativeSort, Sort> = {
  NEWEST: [['opensAt', -1], ['_id', -1]],
  CLOSING: [['closesAt', 1], ['_id', 1]],
  SIGNED: [['signatures', -1], ['_id', -1]],
};
const ownMost = 50;
const deskMost = 50;

/** The public ones of some stages, as the store is asked for them; beside `isPublic`. */
export const publicIn = (stages: readonly InitiativeStage[]) => ({ stage: { $in: [...stages] }, opensAt: { $ne: null }, isHidden: false });

/** What everyone, its promoters and the clerk read of initiatives. */
@Injectable()
export class Reading {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    private readonly moves: Moves,
    private readonly views: InitiativeViews,
  ) {}

  async list({ stage, text, category, district, sort, first, after }: QueryInitiativesArgs, viewer: Citizen | null): Promise<InitiativePage> {
    const filter = { ...publicIn(stagesOf(stage ?? 'all')), ...(category && { categoryId: String(category) }), ...(district && { districtId: String(district) }) };
    const page = await pageOf<Initiative>(this.initiatives, { filter, words: (text ?? '').slice(0, 200), sort: orders[sort ?? 'NEWEST'], first, after });
    return { ...page, items: await this.views.of(page.items, viewer) };
  }

  async one(id: string, viewer: Citizen | null): Promise<Shown | null> {
    const initiative = await this.moves.find(id);
    return initiative && mayRead(initiative, viewer) ? this.views.one(initiative, viewer) : null;
  }

  async mine(citizen: Citizen): Promise<Shown[]> {
    const found = await this.initiatives.find({ 'promoters.citizenId': citizen.id }).sort({ touchedAt: -1, _id: -1 }).limit(ownMost).lean<Initiative[]>().exec();
    return this.views.of(found, citizen);
  }

  async desk(clerk: Citizen): Promise<InitiativeDesk> {
    const of = async (stages: InitiativeStage[], sort: Record<string, 1 | -1>) => this.views.of(await this.initiatives.find({ stage: { $in: stages } }).sort(sort).limit(deskMost).lean<Initiative[]>().exec(), clerk);
    const [toAdmit, collecting, toVerify, toAnswer] = await Promise.all([of(['submitted'], { submittedAt: 1 }), of(['collecting'], { closesAt: 1 }), of(['handedIn'], { handedInAt: 1 }), of(['verified', 'scheduled'], { 'check.at': 1 })]);
    return { toAdmit, collecting, toVerify, toAnswer };
  }
}

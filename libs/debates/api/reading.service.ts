import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Debate as Shown, DebateLink, DebatePage, DebateSort, QueryDebatesArgs, QueryMyDebatesArgs } from '@isegoria/debates/contracts';
import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import { pageOf, type Sort } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import { DebateViews } from './debate-views';
import { Debate } from './debate.schema';
import { mayRead } from './debates.rules';
import { debatePath, Moves } from './moves';

const orders: Record<DebateSort, Sort> = {
  DISCUSSED: [['lastSaidAt', -1], ['_id', -1]],
  NEWEST: [['openedAt', -1], ['_id', -1]],
  PEOPLE: [['people', -1], ['_id', -1]],
};

/** What everyone, and who opened them, reads of debates. */
@Injectable()
export class Reading {
  constructor(
    @InjectModel(Debate.name) private readonly debates: Model<Debate>,
    private readonly moves: Moves,
    private readonly views: DebateViews,
  ) {}

  async list({ filter: asked, sort, first, after }: QueryDebatesArgs, viewer: Citizen | null): Promise<DebatePage> {
    const { text, category, district, stage } = asked ?? {};
    const filter = { listed: true, ...(stage && { stage: String(stage) }), ...(category && { categoryId: String(category) }), ...(district && { districtId: String(district) }) };
    const page = await pageOf<Debate>(this.debates, { filter, words: (text ?? '').slice(0, 200), sort: orders[sort ?? 'DISCUSSED'], first, after });
    return { ...page, items: await this.views.of(page.items, viewer) };
  }

  async one(id: string, viewer: Citizen | null): Promise<Shown | null> {
    const debate = await this.moves.find(id);
    return debate && mayRead(debate, viewer) ? this.views.one(debate, viewer) : null;
  }

  /** Theirs, and for an official those of the department. */
  async mine(citizen: Citizen, { first, after }: QueryMyDebatesArgs): Promise<DebatePage> {
    const ofDepartment = hasRole(citizen, 'official') && citizen.departmentId !== null;
    const own = { authorId: citizen.id, byDepartmentId: null };
    const filter = ofDepartment ? { $or: [own, { byDepartmentId: citizen.departmentId }] } : own;
    const page = await pageOf<Debate>(this.debates, { filter, sort: [['createdAt', -1], ['_id', -1]], first, after });
    return { ...page, items: await this.views.of(page.items, citizen) };
  }

  async ofProposal(proposalId: string): Promise<DebateLink | null> {
    const found = await this.debates.findOne({ proposalIds: String(proposalId), listed: true }, { title: 1 }).lean<Pick<Debate, '_id' | 'title'>>().exec();
    return found && { id: found._id, title: found.title, path: debatePath(found._id) };
  }
}

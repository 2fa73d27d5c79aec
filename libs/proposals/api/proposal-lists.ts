import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import { cursor, holding, pageOf, pageSize, type Sort } from '@isegoria/kernel/api';
import { type DistrictProposals, listedStatuses, type ProposalFilter, type ProposalPage, type ProposalSort } from '@isegoria/proposals/contracts';
import { FreshAnswers } from './fresh-answers';
import { Proposal } from './proposal.schema';
import { ProposalViews } from './proposal-view';

/** What a list is asked for. Everything is optional; what is not on the list of filters is not looked at. */
export interface ListRequest {
  filter?: ProposalFilter | null;
  sort?: ProposalSort | null;
  first?: number | null;
  after?: string | null;
}

interface Read {
  page: ProposalPage;
  proposals: Proposal[];
}

const orders: Record<ProposalSort, Sort> = {
  SUPPORTS: [['supports', -1], ['_id', -1]],
  NEWEST: [['publishedAt', -1], ['_id', -1]],
  ACTIVE: [['activeAt', -1], ['_id', -1]],
  ANSWERED: [['answeredAt', -1], ['_id', -1]],
};

/** The lists of proposals. The public ones are what everybody reads all day: one reading a second serves them all. */
@Injectable()
export class ProposalLists {
  private readonly pages = new FreshAnswers<Read>(1000, 5000);
  private readonly districts = new FreshAnswers<DistrictProposals[]>(5000, 60_000);
  private readonly totals = new FreshAnswers<number>(15_000, 300_000);

  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly views: ProposalViews,
  ) {}

  async public(request: ListRequest, viewer: Citizen | null): Promise<ProposalPage> {
    const where = filterOf(request.filter);
    if (!where) return { items: [], next: null, total: 0 };
    const sort = request.sort ?? 'SUPPORTS';
    if (sort === 'ANSWERED') where['answeredAt'] = { $ne: null };
    const first = pageSize(request.first);
    const key = JSON.stringify([where, sort, first, request.after ?? null]);
    const read = await this.pages.get(key, () => this.read(where, orders[sort], first, request.after));
    return viewer ? this.asSeenBy(read, viewer) : read.page;
  }

  /** How many public proposals each district has, for the map. */
  async byDistrict(filter?: ProposalFilter | null): Promise<DistrictProposals[]> {
    const where = filterOf(filter);
    if (!where) return [];
    return this.districts.get(JSON.stringify(where), async () => {
      const groups = await this.proposals.aggregate<{ _id: string; proposals: number }>([{ $match: where }, { $group: { _id: '$district', proposals: { $sum: 1 } } }]).exec();
      return groups.filter(({ _id }) => _id).map(({ _id, proposals }) => ({ district: _id, proposals }));
    });
  }

  /** All that a citizen wrote, the last touched first. */
  async mine(citizen: Citizen, first?: number | null, after?: string | null): Promise<ProposalPage> {
    const page = await pageOf(this.proposals, { filter: { authorId: citizen.id }, sort: [['touchedAt', -1], ['_id', -1]], first, after });
    const views = await this.views.of(page.items);
    return this.asSeenBy({ page: { ...page, items: views }, proposals: page.items }, citizen);
  }

  /** What waits for an answer, the oldest duty first: of the official's own department, or of all for an administrator. */
  async departmentQueue(official: Citizen, first?: number | null, after?: string | null): Promise<ProposalPage> {
    const own = hasRole(official, 'administrator') ? {} : { departmentId: official.departmentId ?? 'none' };
    const filter = { listed: true, ...own, status: { $in: ['OPEN', 'UNDER_EVALUATION'] }, answerDueAt: { $ne: null } };
    const page = await pageOf(this.proposals, { filter, sort: [['answerDueAt', 1], ['_id', 1]], first, after });
    const views = await this.views.of(page.items);
    return this.asSeenBy({ page: { ...page, items: views }, proposals: page.items }, official);
  }

  /** After a change: this process shows it at once, the others within a second. */
  changed(): void {
    this.pages.drop();
    this.totals.drop();
    this.districts.drop();
  }

  private async read(where: Record<string, unknown>, sort: Sort, first: number, after?: string | null): Promise<Read> {
    if (after) {
      const { items, next, total } = await pageOf(this.proposals, { filter: where, sort, first, after });
      return { page: { items: await this.views.of(items), next, total }, proposals: items };
    }
    // The count is kept for longer than the page: nobody misses one proposal in ten thousand for some seconds.
    const [found, total] = await Promise.all([
      this.proposals.find(where).sort(Object.fromEntries(sort)).limit(first + 1).lean<Proposal[]>().exec(),
      this.totals.get(JSON.stringify(where), () => this.proposals.countDocuments(where).exec()),
    ]);
    const items = found.slice(0, first);
    const last = items.at(-1);
    return { page: { items: await this.views.of(items), next: found.length > first && last ? cursor(last, sort) : null, total }, proposals: items };
  }

  private asSeenBy({ page, proposals }: Read, viewer: Citizen): ProposalPage {
    return { ...page, items: page.items.map((view, at) => (proposals[at] ? this.views.personal(view, proposals[at], viewer) : view)) };
  }
}

/** The store's filter for a public list, made only of strings that we know; null where it can find nothing. */
function filterOf(filter: ProposalFilter | null | undefined): Record<string, unknown> | null {
  const where: Record<string, unknown> = { listed: true };
  const { text, category, district, status, processId } = filter ?? {};
  if (status) {
    if (!listedStatuses.some((known) => known === status)) return null;
    where['status'] = status;
  }
  if (category) where['category'] = String(category);
  if (district) where['district'] = String(district);
  if (processId) where['processId'] = String(processId);
  return { ...where, ...holding(text ?? '') };
}

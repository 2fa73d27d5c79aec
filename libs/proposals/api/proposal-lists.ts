import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import { Clock, foundBy, pageOf, type PageRequest, pageSize, type Sort } from '@isegoria/kernel/api';
import { cityDay } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { askedStatuses, type DistrictProposals, type ProposalFilter, type ProposalPage, type ProposalSort } from '@isegoria/proposals/contracts';
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
    private readonly organisation: Organisation,
    private readonly views: ProposalViews,
    private readonly clock: Clock,
  ) {}

  async public(request: ListRequest, viewer: Citizen | null): Promise<ProposalPage> {
    const wanted = wantedBy(request.filter);
    if (!wanted) return { items: [], next: null, total: 0 };
    const sort = request.sort ?? 'SUPPORTS';
    if (sort === 'ANSWERED') wanted.filter['answeredAt'] = { $ne: null };
    const first = pageSize(request.first);
    const key = JSON.stringify([wanted, sort, first, request.after ?? null]);
    const read = await this.pages.get(key, () => this.read({ ...wanted, sort: orders[sort], first, after: request.after }));
    return viewer ? this.asSeenBy(read, viewer) : read.page;
  }

  /** How many public proposals each district has, for the map. */
  async byDistrict(filter?: ProposalFilter | null): Promise<DistrictProposals[]> {
    const wanted = wantedBy(filter);
    if (!wanted) return [];
    return this.districts.get(JSON.stringify(wanted), async () => {
      const groups = await foundBy(wanted.words, wanted.filter, (stages) => this.proposals.aggregate<{ _id: string; proposals: number }>([...stages, { $group: { _id: '$district', proposals: { $sum: 1 } } }]).exec());
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
    const own = hasRole(official, 'administrator') ? {} : await this.fallsTo(official.departmentId);
    const filter = { listed: true, ...own, status: { $in: ['OPEN', 'UNDER_EVALUATION'] }, answerDueAt: { $ne: null } };
    const page = await pageOf(this.proposals, { filter, sort: [['answerDueAt', 1], ['_id', 1]], first, after });
    const views = await this.views.of(page.items);
    return this.asSeenBy({ page: { ...page, items: views }, proposals: page.items }, official);
  }

  /** Accepted ones whose next step has not come by the day that was named, the longest late first: of the official's own department, or of all for an administrator. */
  async lateSteps(official: Citizen, first?: number | null, after?: string | null): Promise<ProposalPage> {
    const own = hasRole(official, 'administrator') ? {} : { departmentId: official.departmentId ?? 'none' };
    const filter = { listed: true, ...own, stepDay: { $gt: '', $lt: cityDay(this.clock.now()) } };
    const page = await pageOf(this.proposals, { filter, sort: [['stepDay', 1], ['_id', 1]], first, after });
    const views = await this.views.of(page.items);
    return this.asSeenBy({ page: { ...page, items: views }, proposals: page.items }, official);
  }

  /** After a change: this process shows it at once, the others within a second. */
  changed(): void {
    this.pages.drop();
    this.totals.drop();
    this.districts.drop();
  }

  /** What a department answers for now: what was given to it, and of its categories what was given to one that is retired. */
  private async fallsTo(departmentId: string | null): Promise<Record<string, unknown>> {
    const { departments } = await this.organisation.city();
    const own = departments.find(({ id, isRetired }) => id === departmentId && !isRetired);
    if (!own) return { departmentId: 'none' };
    const retired = departments.filter(({ isRetired }) => isRetired).map(({ id }) => id);
    return retired.length === 0 ? { departmentId: own.id } : { $or: [{ departmentId: own.id }, { departmentId: { $in: retired }, category: { $in: own.categoryIds } }] };
  }

  /** The count is kept for longer than the page: nobody misses one proposal in ten thousand for some seconds. */
  private async read(request: PageRequest): Promise<Read> {
    const total = (count: () => Promise<number>) => this.totals.get(JSON.stringify([request.filter, request.words]), count);
    const page = await pageOf<Proposal>(this.proposals, { ...request, total });
    return { page: { ...page, items: await this.views.of(page.items) }, proposals: page.items };
  }

  private async asSeenBy({ page, proposals }: Read, viewer: Citizen): Promise<ProposalPage> {
    return { ...page, items: await Promise.all(page.items.map((view, at) => (proposals[at] ? this.views.personal(view, proposals[at], viewer) : view))) };
  }
}

/** What a public list is narrowed by: a filter made only of strings that we know, and words; null where it can find nothing. */
function wantedBy(asked: ProposalFilter | null | undefined): { filter: Record<string, unknown>; words: string } | null {
  const filter: Record<string, unknown> = { listed: true };
  const { text, category, district, status, processId } = asked ?? {};
  if (status) {
    if (!askedStatuses.some((known) => known === status)) return null;
    filter['status'] = status;
    filter['listed'] = status !== 'MERGED';
  }
  if (category) filter['category'] = String(category);
  if (district) filter['district'] = String(district);
  if (processId) filter['processId'] = String(processId);
  // No longer than a search looks at: the words are part of what kept answers are known by.
  return { filter, words: (text ?? '').slice(0, 200) };
}

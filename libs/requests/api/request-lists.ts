import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, foundBy, Kept, pageOf, type Sort } from '@isegoria/kernel/api';
import { endedStatuses, type NearRequest, openStatuses, type QueryMyRequestsArgs, type QueryRequestsArgs, type QueryRequestsNearArgs, type RequestFilter, type RequestPage, type RequestPins, type RequestSort, type RequestTotals } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { Catalogue } from './catalogue';
import { titleOf } from './request-labels';
import { RequestViews } from './request-views';
import { RequestRecord } from './request.schema';
import { boxAround, medianDays, metresBetween } from './requests.rules';

const orders: Record<RequestSort, Sort> = {
  NEWEST: [['publishedAt', -1], ['_id', -1]],
  CHANGED: [['changedAt', -1], ['_id', -1]],
  AFFECTED: [['affected', -1], ['_id', -1]],
};
const most = { pins: 2000, near: 5, looked: 200, timed: 5000 };
const dayMs = 86_400_000;
const totalsMs = 10_000;

/** The lists of requests that everyone reads, and a reporter's own. */
@Injectable()
export class RequestLists {
  private readonly kept = new Kept(() => this.count(), totalsMs);

  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly catalogue: Catalogue,
    private readonly views: RequestViews,
    private readonly clock: Clock,
  ) {}

  async public({ filter: asked, sort, first, after }: QueryRequestsArgs, viewer: Citizen | null): Promise<RequestPage> {
    const { filter, words } = wantedBy(asked);
    const page = await pageOf<RequestRecord>(this.requests, { filter, words, sort: orders[sort ?? 'NEWEST'], first, after });
    return { ...page, items: await this.views.many(page.items, viewer) };
  }

  async pins(asked: RequestFilter | null | undefined): Promise<RequestPins> {
    const { filter, words } = wantedBy(asked);
    const project = { serviceId: 1, place: 1, status: 1 } as const;
    const [services, found, total] = await Promise.all([
      this.catalogue.all(),
      foundBy(words, { ...filter, 'place.lat': { $type: 'number' } }, (stages) =>
        this.requests.aggregate<Pick<RequestRecord, '_id' | 'serviceId' | 'place' | 'status'>>([...stages, { $sort: { publishedAt: -1, _id: -1 } }, { $limit: most.pins }, { $project: project }]).exec(),
      ),
      this.counted(filter, words),
    ]);
    const items = found.flatMap(({ _id: id, serviceId, place, status }) => {
      const { lat, lng } = place;
      return lat === null || lng === null ? [] : [{ id, lat, lng, title: titleOf(services.get(serviceId), place), status }];
    });
    return { items, total };
  }

  /** Open ones of the same service that may be the same one, the nearest first. */
  async near({ serviceId, lat, lng }: QueryRequestsNearArgs, viewer: Citizen | null): Promise<NearRequest[]> {
    const metres = (await this.catalogue.service(serviceId))?.nearMetres ?? 0;
    if (metres === 0 || !Number.isFinite(lat) || !Number.isFinite(lng)) return [];
    const there = { listed: true, isOpen: true, serviceId: String(serviceId), ...boxAround({ lat, lng }, metres) };
    const found = await this.requests.find(there).limit(most.looked).lean<RequestRecord[]>().exec();
    const near = found
      .map((request) => ({ request, metres: Math.round(metresBetween({ lat, lng }, { lat: request.place.lat ?? 0, lng: request.place.lng ?? 0 })) }))
      .filter((one) => one.metres <= metres)
      .sort((one, other) => one.metres - other.metres)
      .slice(0, most.near);
    const views = await this.views.many(near.map(({ request }) => request), viewer);
    return near.flatMap((one, at) => (views[at] ? [{ metres: one.metres, request: views[at] }] : []));
  }

  async mine(citizen: Citizen, { first, after }: QueryMyRequestsArgs): Promise<RequestPage> {
    const page = await pageOf<RequestRecord>(this.requests, { filter: { reporterId: citizen.id }, sort: [['createdAt', -1], ['_id', -1]], first, after });
    return { ...page, items: await this.views.many(page.items, citizen) };
  }

  /** Some seconds old at most: everybody's first page asks for them. */
  totals(): Promise<RequestTotals> {
    return this.kept.get();
  }

  private async count(): Promise<RequestTotals> {
    const now = this.clock.now();
    const since = (days: number) => new Date(now.getTime() - days * dayMs);
    const listed = { listed: true };
    const [open, overdue, submitted, fixed, done] = await Promise.all([
      this.requests.countDocuments({ ...listed, isOpen: true }).exec(),
      this.requests.countDocuments({ ...listed, isOpen: true, promisedAt: { $lt: now } }).exec(),
      this.requests.countDocuments({ ...listed, publishedAt: { $gte: since(30) } }).exec(),
      this.requests.countDocuments({ ...listed, firstFixedAt: { $gte: since(30) } }).exec(),
      this.requests.find({ ...listed, firstFixedAt: { $gte: since(90) } }, { publishedAt: 1, firstFixedAt: 1 }).sort({ firstFixedAt: -1 }).limit(most.timed).lean<RequestRecord[]>().exec(),
    ]);
    const times = done.flatMap(({ publishedAt, firstFixedAt }) => (publishedAt && firstFixedAt ? [{ from: publishedAt, to: firstFixedAt }] : []));
    return { open, overdue, submitted, fixed, medianDays: medianDays(times) };
  }

  private async counted(filter: Record<string, unknown>, words: string): Promise<number> {
    if (!words) return this.requests.countDocuments(filter).exec();
    const [found] = await foundBy(words, filter, async (stages) => (await this.requests.aggregate<{ total: number }>([...stages, { $count: 'total' }]).exec()).filter(({ total }) => total > 0));
    return found?.total ?? 0;
  }
}

/** What a public list is narrowed by: a filter made only of what we know, and words. */
function wantedBy(asked: RequestFilter | null | undefined): { filter: Record<string, unknown>; words: string } {
  const { text, serviceId, districtId, departmentId, status, isOpen } = asked ?? {};
  const seen = [...openStatuses, ...endedStatuses].find((one) => one === status);
  const filter = {
    listed: true,
    ...(serviceId && { serviceId: String(serviceId) }),
    ...(districtId && { districtId: String(districtId) }),
    ...(departmentId && { departmentId: String(departmentId) }),
    // One that nobody sees finds nothing.
    ...(status && { status: seen ?? 'none' }),
    ...(typeof isOpen === 'boolean' && { isOpen }),
  };
  return { filter, words: (text ?? '').slice(0, 200) };
}

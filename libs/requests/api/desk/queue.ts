import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, hasRole, speaksFor } from '@isegoria/identity/contracts';
import { Clock, pageOf, type Sort } from '@isegoria/kernel/api';
import { Rooms } from '@isegoria/realtime/api';
import { endedStatuses, everyDesk, openStatuses, type QueryRequestQueueArgs, type RequestQueue, type RequestQueueCounts, type RequestQueueView } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { RequestRecord } from '../request.schema';
import { RequestViews } from '../request-views';

type Filter = Record<string, unknown>;

const byPromise: Sort = [['promisedAt', 1], ['_id', 1]];
const byEnd: Sort = [['endedAt', -1], ['_id', -1]];
const counted = ['new', 'underWay', 'overdue', 'contested'] as const;

/** What a department has to do, what is promised first coming first; what it has ended, the last first. */
@Injectable()
export class Queue implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly views: RequestViews,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.rooms.open('request-desk', (citizen, departmentId) => (departmentId === everyDesk ? hasRole(citizen, 'administrator') : speaksFor(citizen, departmentId)));
  }

  async of(official: Citizen, { view, first, after, ...asked }: QueryRequestQueueArgs): Promise<RequestQueue> {
    const narrowed = wantedBy(official, asked);
    const now = this.clock.now();
    const [page, counts] = await Promise.all([
      pageOf(this.requests, { filter: { ...narrowed, ...partOf(view, now) }, sort: view === 'ended' ? byEnd : byPromise, first, after }),
      this.count(narrowed, now),
    ]);
    return { ...page, items: await this.views.many(page.items, official), counts };
  }

  private async count(narrowed: Filter, now: Date): Promise<RequestQueueCounts> {
    const counts = await Promise.all(counted.map((view) => this.requests.countDocuments({ ...narrowed, ...partOf(view, now) }).exec()));
    const [fresh = 0, underWay = 0, overdue = 0, contested = 0] = counts;
    return { new: fresh, underWay, overdue, contested };
  }
}

/** A filter made only of strings that we know. */
function wantedBy(official: Citizen, { serviceId, districtId, mine }: Omit<QueryRequestQueueArgs, 'view'>): Filter {
  return {
    ...(hasRole(official, 'administrator') ? {} : { departmentId: official.departmentId ?? 'none' }),
    ...(serviceId ? { serviceId: String(serviceId) } : {}),
    ...(districtId ? { districtId: String(districtId) } : {}),
    ...(mine ? { takenById: official.id } : {}),
  };
}

function partOf(view: RequestQueueView, now: Date): Filter {
  switch (view) {
    case 'new':
      return { isOpen: true, status: 'received' };
    case 'underWay':
      return { isOpen: true, status: { $in: openStatuses.filter((status) => status !== 'received') } };
    case 'overdue':
      return { isOpen: true, promisedAt: { $lt: now } };
    case 'contested':
      // Said to be over and not so: what was opened again, and what somebody says is not fixed.
      return { $or: [{ isOpen: true, reopened: { $gt: 0 } }, { isOpen: false, status: { $in: ['fixed', 'closed'] }, saidNotFixed: { $gt: 0 } }] };
    case 'ended':
      // What was taken back before a moderator let it pass never reached the desk.
      return { isOpen: false, status: { $in: [...endedStatuses] }, $or: [{ listed: true }, { isPrivate: true }] };
  }
}

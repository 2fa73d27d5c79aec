import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, Events } from '@isegoria/kernel/api';
import { Follows, Inbox } from '@isegoria/notifications/api';
import type { ProposalPublishedEvent } from '@isegoria/proposals/contracts';
import { Announcer } from '@isegoria/realtime/api';
import { openStatuses, type RequestLink, type RequestStatus, type ServiceRequest } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { Catalogue } from '../catalogue';
import { requestPath, requestSubject, titleOf } from '../request-labels';
import { RequestViews } from '../request-views';
import { RequestRecord } from '../request.schema';

const most = 30;
const yearMs = 365 * 86_400_000;

/** From many requests to one idea: what a proposal may grow out of, and what grew (decision 004). */
@Injectable()
export class GrownProposals implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly catalogue: Catalogue,
    private readonly views: RequestViews,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly announcer: Announcer,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.later('proposal.published', 'requests.proposals', (published) => this.grew(published));
  }

  /** Those that wait, or came back after they had been ended. */
  async alike(serviceId: string, districtId: string): Promise<RequestLink[]> {
    const since = new Date(this.clock.now().getTime() - yearMs);
    const which = { listed: true, serviceId: String(serviceId), districtId: String(districtId), publishedAt: { $gte: since }, status: { $in: [...openStatuses, 'fixed', 'closed'] satisfies RequestStatus[] }, $or: [{ isOpen: true }, { reopened: { $gt: 0 } }] };
    const [found, service] = await Promise.all([
      this.requests.find(which, { place: 1, status: 1 }).sort({ publishedAt: -1, _id: -1 }).limit(most).lean<RequestRecord[]>().exec(), this.catalogue.service(serviceId),
    ]);
    return found.map(({ _id: id, place, status }) => ({ id, title: titleOf(service, place), path: requestPath(id), status }));
  }

  async requestsOf(proposalId: string, viewer: Citizen | null): Promise<ServiceRequest[]> {
    const found = await this.requests.find({ listed: true, proposalIds: String(proposalId) }).sort({ publishedAt: -1, _id: -1 }).limit(most).lean<RequestRecord[]>().exec();
    return this.views.many(found, viewer);
  }

  /** Ties it to those of one service among the named ones, and tells whoever follows them, each person once. Hearing it twice changes nothing. */
  private async grew({ id, title, authorId, requestIds = [] }: ProposalPublishedEvent): Promise<void> {
    const named = requestIds.slice(0, most);
    const found = await this.requests.find({ _id: { $in: named }, listed: true }, { serviceId: 1, status: 1, revision: 1 }).lean<RequestRecord[]>().exec();
    const first = named.map((one) => found.find(({ _id }) => _id === one)).find((one) => one !== undefined);
    const tied = found.filter(({ serviceId }) => serviceId === first?.serviceId);
    if (tied.length === 0) return;
    await this.requests.updateMany({ _id: { $in: tied.map(({ _id }) => _id) } }, { $addToSet: { proposalIds: id } }).exec();
    const followers = await Promise.all(tied.map(({ _id }) => this.follows.followers(requestSubject(_id))));
    const to = [...new Set(followers.flat())].filter((citizen) => citizen !== authorId);
    await this.inbox.tell({ to, about: { kind: 'proposal', id }, name: 'requests.grew', params: { title }, mail: false, key: `request.grew:${id}` });
    for (const { _id, status, revision } of tied) await this.announcer.announce(requestSubject(_id), 'changed', { status, revision });
  }
}

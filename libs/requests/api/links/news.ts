import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Events, excerpt } from '@isegoria/kernel/api';
import { dateFormat, type Locale, type Localized } from '@isegoria/kernel/contracts';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import { Organisation } from '@isegoria/organisation/api';
import type { RequestChangedEvent, RequestMomentKind } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { Catalogue } from '../catalogue';
import { requestSubject, titleOf } from '../request-labels';
import { type MomentRecord, RequestRecord } from '../request.schema';

type Told = Pick<RequestRecord, '_id' | 'serviceId' | 'place' | 'reporterId' | 'departmentId' | 'isPrivate' | 'history'>;

const fields = { serviceId: 1, place: 1, reporterId: 1, departmentId: 1, isPrivate: 1, history: 1 };

/** What is told by mail too: that there is a day for it, that somebody says something, that it has ended. */
const mailed: readonly RequestMomentKind[] = ['planned', 'update', 'fixed', 'closed'];
/** What the whole city may like to hear. */
const ofTheCity: readonly RequestMomentKind[] = ['fixed', 'closed', 'reopened'];
/** With these a request ends for those too who reported the same thing. */
const ends: readonly RequestMomentKind[] = ['fixed', 'closed'];

/** Tells the city, and each who follows a request, what became of it. Each moment is told once, however often it is heard of. */
@Injectable()
export class News implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly catalogue: Catalogue,
    private readonly organisation: Organisation,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.later('request.published', 'requests.news', ({ id, title, at }) => this.activity.record({ about: requestSubject(id), name: 'requests.published', params: { title }, at, key: `request.published:${id}`, isLocal: true }));
    this.events.later('request.changed', 'requests.news', (changed) => this.changed(changed));
  }

  /** Of a private one nothing is public, and no event tells of it: its reporter hears what was last said. */
  async privately(request: Told): Promise<void> {
    const said = request.history.at(-1);
    if (said && said.kind !== 'submitted' && request.reporterId) await this.tell(request, said, [request.reporterId]);
  }

  private async changed({ id, momentId, title, at }: RequestChangedEvent): Promise<void> {
    const request = await this.requests.findById(id, fields).lean<Told>().exec();
    const said = request?.history.find((one) => one.id === momentId);
    if (!request || !said) return;
    const original = said.closing?.duplicateOf;
    // From now on the reporter hears of the one that goes on.
    if (original && request.reporterId) await this.follows.follow(request.reporterId, requestSubject(original), 'author');
    if (ofTheCity.includes(said.kind)) await this.activity.record({ about: requestSubject(id), name: `requests.${said.kind}`, params: { title, department: await this.nameOf(said.departmentId) }, at, key: keyOf(id, said) });
    await this.tell(request, said, await this.hearers(id, said));
  }

  /** Who follows it; when it ends, also who follows one that was ended as the same. */
  private async hearers(id: string, said: MomentRecord): Promise<string[]> {
    const doubles = ends.includes(said.kind) ? await this.requests.find({ 'closing.duplicateOf': id }, { _id: 1 }).limit(200).lean<{ _id: string }[]>().exec() : [];
    const followers = await Promise.all([id, ...doubles.map(({ _id }) => _id)].map((one) => this.follows.followers(requestSubject(one))));
    return [...new Set(followers.flat())];
  }

  private async tell(request: Told, said: MomentRecord, hearers: readonly string[]): Promise<void> {
    const to = hearers.filter((citizen) => citizen !== said.byId);
    const title = titleOf(await this.catalogue.service(request.serviceId), request.place);
    const params = { title, number: request._id, department: await this.nameOf(said.departmentId), text: said.hold ? '' : excerpt(said.text, 160), day: dayOf(said.expectedAt) };
    await this.inbox.tell({ to, about: requestSubject(request._id), name: `requests.${said.kind}`, params, mail: mailed.includes(said.kind), key: keyOf(request._id, said) });
  }

  private async nameOf(departmentId: string | null): Promise<Localized | string> {
    return (departmentId && (await this.organisation.department(departmentId))?.name) || '';
  }
}

const keyOf = (id: string, { kind, id: momentId }: MomentRecord): string => `request.${kind}:${id}:${momentId}`;

function dayOf(at: Date | null): Localized | string {
  const day = (locale: Locale) => (at ? dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(at) : '');
  return at ? { el: day('el'), en: day('en') } : '';
}

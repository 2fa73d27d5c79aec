import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, publicUrl } from '@isegoria/kernel/api';
import type { Locale } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { endedStatuses, openStatuses, type ServiceRequest } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { Catalogue } from '../catalogue';
import { RequestViews } from '../request-views';
import { RequestRecord } from '../request.schema';
import { type AskedRequests, askedRequests, askedUpdates } from './asked';
import { definitionOf, requestRow, serviceRow, statusesOf, updateRow } from './georeport';
import { mistaken } from './mistakes';
import { open311Env } from './open311.env';
import { said } from './said';
import { type Answer, formats, type Row } from './spark';

type Query = Readonly<Record<string, unknown>>;

/** What everybody may read of the services and requests, in the words of GeoReport v2. */
@Injectable()
export class Open311Reading {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly catalogue: Catalogue,
    private readonly views: RequestViews,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  /** Where which version is, what it writes, and when the list of services last changed. */
  async discovery(locale: Locale): Promise<Answer> {
    const [{ name }, services] = await Promise.all([this.organisation.city(), this.catalogue.all()]);
    const changeset = new Date(Math.max(0, ...[...services.values()].map(({ changedAt }) => changedAt?.getTime() ?? 0)));
    const endpoint: Row = {
      specification: 'http://wiki.open311.org/GeoReport_v2', url: `${publicUrl()}/open311/v2`, changeset, type: open311Env.OPEN311_TYPE, formats: { item: 'format', values: Object.values(formats).map(({ mediaType }) => mediaType) },
    };
    const contact = said('open311.contact', locale, { city: name[locale] || name.el, url: `${publicUrl()}/contact` });
    return { root: 'discovery', content: { changeset, contact, key_service: said('open311.keyService', locale, { url: `${publicUrl()}/contact` }), endpoints: { item: 'endpoint', values: [endpoint] } } };
  }

  async services(locale: Locale): Promise<Answer> {
    const services = await this.catalogue.shownTo(null);
    return { root: 'services', content: { item: 'service', values: services.map((service) => serviceRow(service, locale)) } };
  }

  async definition(code: string, locale: Locale): Promise<Answer> {
    const service = (await this.catalogue.shownTo(null)).find(({ id }) => id === code);
    if (!service) throw mistaken('no_such_service', { code }, 404);
    return { root: 'service_definition', content: definitionOf(service, locale) };
  }

  /** The newest first. */
  async list(query: Query, locale: Locale): Promise<Answer> {
    const asked = askedRequests(query, this.clock.now());
    const found = this.requests.find(filterOf(asked)).sort({ publishedAt: -1, _id: -1 }).skip(asked.page.skip).limit(asked.page.limit);
    return this.answer(await this.views.many(await found.lean<RequestRecord[]>().exec(), null), locale);
  }

  async one(id: string, locale: Locale): Promise<Answer> {
    const request = await this.views.find(id, null);
    if (!request) throw mistaken('no_such_request', { id }, 404);
    return this.answer([request], locale);
  }

  /** What became public of the life of requests, of all or of those that are named, within a span of time, the oldest first: the beginning of a request is no update of it. */
  async updates(query: Query): Promise<Answer> {
    const { ids, span: { from, to }, page } = askedUpdates(query, this.clock.now());
    const found = await this.requests.aggregate<{ _id: string; moment: string }>([
      { $match: { listed: true, changedAt: { $gte: from }, ...(ids && { _id: { $in: ids } }) } },
      { $project: { 'history.id': 1, 'history.at': 1, 'history.kind': 1 } },
      { $unwind: '$history' },
      { $match: { 'history.kind': { $ne: 'submitted' }, 'history.at': { $gte: from, $lte: to } } },
      { $sort: { 'history.at': 1, _id: 1, 'history.id': 1 } },
      { $skip: page.skip },
      { $limit: page.limit },
      { $project: { moment: '$history.id' } },
    ]).allowDiskUse(true).exec();
    const records = await this.requests.find({ listed: true, _id: { $in: [...new Set(found.map(({ _id }) => _id))] } }).lean<RequestRecord[]>().exec();
    const views = new Map((await this.views.many(records, null)).map((view) => [view.id, view]));
    const rows = found.flatMap(({ _id, moment }) => {
      const view = views.get(_id);
      const shown = view?.history.find(({ id }) => id === moment);
      return view && shown ? [updateRow(view, shown)] : [];
    });
    return { root: 'service_request_updates', content: { item: 'request_update', values: rows } };
  }

  private async answer(requests: readonly ServiceRequest[], locale: Locale): Promise<Answer> {
    const { name } = await this.organisation.city();
    return { root: 'service_requests', content: { item: 'request', values: requests.map((request) => requestRow(request, name, locale)) } };
  }
}

function filterOf({ ids, serviceCodes, statuses, span: { from, to } }: AskedRequests): Record<string, unknown> {
  if (ids) return { listed: true, _id: { $in: ids } };
  return {
    listed: true,
    publishedAt: { $gte: from, $lte: to },
    ...(serviceCodes && { serviceId: { $in: serviceCodes } }),
    ...(statuses && { status: { $in: statusesOf(statuses, [...openStatuses, ...endedStatuses]) } }),
  };
}

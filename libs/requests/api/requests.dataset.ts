import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { batchesOf, type DatasetLink, Datasets, placedRows, publicUrl, type RowPlace } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import { requestFields, type RequestService, requestServiceFields, type ServiceRequest } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { Catalogue } from './catalogue';
import { requestPath } from './request-labels';
import { RequestViews } from './request-views';
import { RequestRecord } from './request.schema';

const open311 = (what: string, title: DatasetLink['title']): DatasetLink[] => [
  { title, path: `/open311/v2/${what}.json`, mediaType: 'application/json', format: 'JSON' },
  { title, path: `/open311/v2/${what}.xml`, mediaType: 'text/xml', format: 'XML' },
];

/** Hands public requests and the catalogue in as public data, as a visitor sees them. */
@Injectable()
export class RequestsDataset implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly views: RequestViews,
    private readonly catalogue: Catalogue,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    const common = { themes: ['GOVE', 'REGI'], page: '/requests', key: ['id'] } as const;
    this.datasets.register({
      ...common,
      id: 'requests',
      order: 24,
      title: { el: 'Αιτήματα καθημερινότητας', en: 'Everyday requests' },
      description: {
        el: 'Όσα δημόσια προβλήματα αναφέρθηκαν στον δήμο: τι, πού, ποια υπηρεσία τα έχει, έως πότε, και τι έγιναν. Χωρίς τα πρόσωπα που τα ανέφεραν.',
        en: 'Every public problem that was reported to the municipality: what, where, which department has it, until when, and what became of it. Without the persons who reported them.',
      },
      keywords: { el: ['αιτήματα', 'βλάβες', 'Open311', 'χάρτης'], en: ['requests', 'repairs', 'Open311', 'map'] },
      fields: requestFields,
      geometry: { lat: 'lat', lng: 'lng' },
      rows: (after) => this.rows(after),
      links: open311('requests', { el: 'Οι τελευταίες 90 ημέρες κατά το Open311 GeoReport v2', en: 'The last 90 days by Open311 GeoReport v2' }),
    });
    this.datasets.register({
      ...common,
      id: 'request-services',
      order: 25,
      title: { el: 'Κατάλογος υπηρεσιών για αιτήματα', en: 'Catalogue of services for requests' },
      description: {
        el: 'Τι μπορεί να ζητήσει κανείς από τον δήμο, ποια υπηρεσία απαντά και σε πόσες ημέρες. Και όσα δεν ζητιούνται πια, αφού υπάρχουν αιτήματα γι’ αυτά.',
        en: 'What can be asked of the municipality, which department answers and within how many days. What is asked for no more too, for there are requests under it.',
      },
      keywords: { el: ['υπηρεσίες', 'αιτήματα', 'Open311'], en: ['services', 'requests', 'Open311'] },
      fields: requestServiceFields,
      rows: (after) => this.serviceRows(after),
      links: open311('services', { el: 'Κατά το Open311 GeoReport v2', en: 'By Open311 GeoReport v2' }),
    });
  }

  private rows(after: RowPlace | null) {
    const view = async (batch: readonly RequestRecord[]) => (await this.views.many(batch, null)).map((request) => [requestRow(request)]);
    return placedRows(batchesOf(this.requests, { listed: true }, after?.id ?? null), { idOf: ({ _id }) => _id, view, after });
  }

  private async *serviceRows(after: RowPlace | null) {
    const services = await this.catalogue.shown([...(await this.catalogue.all()).values()].sort((one, other) => (one._id < other._id ? -1 : 1)));
    yield* placedRows([services], { idOf: ({ id }) => id, view: (batch) => batch.map((service) => [serviceRow(service)]), after });
  }
}

function requestRow(request: ServiceRequest): RowOf<typeof requestFields> {
  const { id, service, text, lang, district, place, channel, department, status, closing, publishedAt, changedAt, dueAt, expectedAt, endedAt, affected, comments, reopened, word } = request;
  return {
    id, text, lang, channel, status, affected, comments, reopened, changedAt, dueAt,
    service: service.id, serviceEl: service.name.el, serviceEn: service.name.en,
    district: district.id, districtEl: district.name.el, districtEn: district.name.en,
    place: place.label, lat: place.lat ?? null, lng: place.lng ?? null,
    department: department.id, departmentEl: department.name.el, departmentEn: department.name.en,
    closing: closing?.reason ?? null, duplicateOf: closing?.duplicateOf?.id ?? null,
    publishedAt: publishedAt ?? null, expectedAt: expectedAt ?? null, endedAt: endedAt ?? null,
    saidFixed: word.fixed, saidNotFixed: word.notFixed, url: `${publicUrl()}${requestPath(id)}`,
  };
}

function serviceRow({ id, name, group, description, department, days, isPrivate }: RequestService): RowOf<typeof requestServiceFields> {
  return {
    id, days, isPrivate, nameEl: name.el, nameEn: name.en, groupEl: group.el, groupEn: group.en, descriptionEl: description.el, descriptionEn: description.en,
    department: department.id, departmentEl: department.name.el, departmentEn: department.name.en,
  };
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Briefings, column, idsOfKind } from '@isegoria/kernel/api';
import type { DocumentPart, Subject } from '@isegoria/kernel/contracts';
import { el, en } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { Catalogue } from '../catalogue';
import { requestPath, titleOf } from '../request-labels';
import type { ServiceRecord } from '../request-service.schema';
import { RequestRecord } from '../request.schema';
import { medianDays } from '../requests.rules';

const shown = 10;

/** What everyday requests tell those who decide: the ones on the agenda, and those that a proposal on it grew out of. Public ones alone. */
@Injectable()
export class RequestsBriefing implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly catalogue: Catalogue,
    private readonly briefings: Briefings,
  ) {}

  onModuleInit(): void {
    this.briefings.register({ name: 'requests', order: 12, parts: (subjects) => this.parts(subjects) });
  }

  private async parts(subjects: readonly Subject[]): Promise<DocumentPart[]> {
    const [ids, proposals] = [idsOfKind(subjects, 'request'), idsOfKind(subjects, 'proposal')];
    if (ids.length + proposals.length === 0) return [];
    const found = await this.requests.find({ listed: true, $or: [{ _id: { $in: ids } }, { proposalIds: { $in: proposals } }] }).sort({ affected: -1, _id: -1 }).limit(200).lean<RequestRecord[]>().exec();
    if (found.length === 0) return [];
    const services = await this.catalogue.all();
    const times = found.flatMap(({ publishedAt, firstFixedAt }) => (publishedAt && firstFixedAt ? [{ from: publishedAt, to: firstFixedAt }] : []));
    return [
      {
        id: 'requests.asked',
        title: { el: 'Τι ζήτησαν οι πολίτες να διορθωθεί', en: 'What citizens asked to have fixed' },
        lead: found.length > shown ? { el: `Τα ${shown} που αφορούν τους περισσότερους, από ${found.length}.`, en: `The ${shown} that concern most people, of ${found.length}.` } : null,
        measures: [
          { id: 'requests', label: { el: 'Αιτήματα', en: 'Requests' }, value: found.length },
          { id: 'open', label: { el: 'Περιμένουν ακόμη', en: 'Still waiting' }, value: found.filter(({ isOpen }) => isOpen).length },
          { id: 'reopened', label: { el: 'Άνοιξαν ξανά', en: 'Opened again' }, value: found.filter(({ reopened }) => reopened > 0).length },
        ],
        tables: [{ ...table, note: noteOf(medianDays(times)), rows: found.slice(0, shown).map((request) => rowOf(request, services.get(request.serviceId))) }],
        lines: [],
      },
    ];
  }
}

const table = {
  id: 'requests',
  title: { el: 'Αιτήματα', en: 'Requests' },
  chart: 'none' as const,
  columns: [
    column('title', 'text', 'Αίτημα', 'Request'),
    column('status', 'text', 'Κατάσταση', 'Status'),
    column('affected', 'number', 'Αφορά ακόμη', 'Concerns too'),
    column('reopened', 'number', 'Άνοιξε ξανά', 'Opened again'),
    column('due', 'date', 'Ως', 'By'),
    column('path', 'text', 'Σελίδα', 'Page'),
  ],
};

function noteOf(days: number | null): DocumentPart['tables'][number]['note'] {
  return days === null ? null : { el: `Τα μισά από όσα διορθώθηκαν, διορθώθηκαν μέσα σε ημέρες: ${days}.`, en: `Half of those that were fixed took at most this many days: ${days}.` };
}

function rowOf({ _id, place, status, affected, reopened, isOpen, promisedAt }: RequestRecord, service: ServiceRecord | undefined) {
  return { title: titleOf(service, place), status: { el: el.status[status], en: en.status[status] }, affected, reopened, due: isOpen ? promisedAt : null, path: requestPath(_id) };
}

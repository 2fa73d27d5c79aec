import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type DatedMoment, idsOfKind, Threads } from '@isegoria/kernel/api';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import type { RequestMomentKind } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { requestSubject } from '../request-labels';
import { RequestRecord } from '../request.schema';

const happened: Partial<Record<RequestMomentKind, Localized>> = {
  submitted: { el: 'Ένας κάτοικος το ανέφερε', en: 'A resident reported it' },
  planned: { el: 'Η υπηρεσία όρισε ημέρα', en: 'The department named a day' },
  inProgress: { el: 'Άρχισαν οι εργασίες', en: 'Work began' },
  fixed: { el: 'Η υπηρεσία είπε ότι διορθώθηκε', en: 'The department said that it is fixed' },
  closed: { el: 'Η υπηρεσία το έκλεισε', en: 'The department closed it' },
  reopened: { el: 'Κάτοικοι το άνοιξαν ξανά', en: 'Residents opened it again' },
  withdrawn: { el: 'Αποσύρθηκε', en: 'Withdrawn' },
};

/** What happened to requests, for the thread; doubles are tied to the one that goes on. Of those that a proposal grew out of its thread has one line with their number, and not each with all that happened to it. */
@Injectable()
export class RequestThread implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly threads: Threads,
  ) {}

  onModuleInit(): void {
    this.threads.register('requests', { moments: async (subjects) => [...(await this.moments(subjects)), ...(await this.beginnings(subjects))], links: (subjects) => this.links(subjects) });
  }

  private async moments(subjects: readonly Subject[]): Promise<DatedMoment[]> {
    const found = await this.requests.find({ _id: { $in: idsOfKind(subjects, 'request') }, listed: true }, { history: 1 }).lean<RequestRecord[]>().exec();
    return found.flatMap(({ _id, history }) =>
      history.flatMap(({ id, kind, at }) => {
        const title = happened[kind];
        return title ? [{ id: `request:${_id}:${id}`, at, title, about: requestSubject(_id) }] : [];
      }),
    );
  }

  /** That a proposal grew out of requests, from the day of the first. */
  private async beginnings(subjects: readonly Subject[]): Promise<DatedMoment[]> {
    const ids = idsOfKind(subjects, 'proposal');
    if (ids.length === 0) return [];
    const isTheirs = { proposalIds: { $in: ids } };
    const grown = await this.requests.aggregate<{ _id: string; count: number; at: Date }>([{ $match: { ...isTheirs, listed: true } }, { $unwind: '$proposalIds' }, { $match: isTheirs }, { $group: { _id: '$proposalIds', count: { $sum: 1 }, at: { $min: '$publishedAt' } } }]).exec();
    return grown.map(({ _id: id, count, at }) => ({ id: `request:grew:${id}`, at, title: beganWith(count), about: { kind: 'proposal', id } }));
  }

  private async links(subjects: readonly Subject[]): Promise<[Subject, Subject][]> {
    const ids = idsOfKind(subjects, 'request');
    if (ids.length === 0) return [];
    const doubles = await this.requests.find({ listed: true, 'closing.duplicateOf': { $type: 'string' }, $or: [{ _id: { $in: ids } }, { 'closing.duplicateOf': { $in: ids } }] }, { closing: 1 }).limit(200).lean<RequestRecord[]>().exec();
    return doubles.flatMap(({ _id, closing }): [Subject, Subject][] => (closing?.duplicateOf ? [[requestSubject(_id), requestSubject(closing.duplicateOf)]] : []));
  }
}

function beganWith(count: number): Localized {
  return count === 1 ? { el: 'Ξεκίνησε από ένα αίτημα κατοίκου', en: 'It began with a resident’s request' } : { el: `Ξεκίνησε από ${count} αιτήματα κατοίκων`, en: `It began with ${count} requests of residents` };
}

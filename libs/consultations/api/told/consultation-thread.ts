import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type DatedMoment, idsOfKind, Threads } from '@isegoria/kernel/api';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Consultation } from '../consultation.schema';
import { isPublic } from '../consultation-lists';

const fields = { opensAt: 1, closesAt: 1, publishedAt: 1, withdrawal: 1, answeredAt: 1, adopted: 1 };

/** Where acts of this site's register stand. */
const decisions = '/decisions/';

/** What happened, or is to happen, to consultations, for the thread from idea to delivery; each is tied to the act with which its text was adopted. */
@Injectable()
export class ConsultationThread implements OnModuleInit {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    private readonly threads: Threads,
  ) {}

  onModuleInit(): void {
    this.threads.register('consultations', { moments: (subjects) => this.moments(subjects), links: (subjects) => this.links(subjects) });
  }

  private async moments(subjects: readonly Subject[]): Promise<DatedMoment[]> {
    const found = await this.consultations.find({ _id: { $in: idsOfKind(subjects, 'consultation') }, ...isPublic }, fields).lean<Consultation[]>().exec();
    return found.flatMap(({ _id, opensAt, closesAt, withdrawal, answeredAt, adopted }) => {
      const moment = (name: string, at: Date | null | undefined, title: Localized): DatedMoment[] => (at ? [{ id: `consultation:${_id}:${name}`, at, title, about: { kind: 'consultation', id: _id } }] : []);
      // What was taken back before its time did not happen.
      const unless = (at: Date | null) => (at && withdrawal && withdrawal.at < at ? null : at);
      return [
        ...moment('opened', unless(opensAt), { el: 'Ανοίγει η διαβούλευση', en: 'The consultation opens' }),
        ...moment('closed', unless(closesAt), { el: 'Κλείνει η διαβούλευση', en: 'The consultation closes' }),
        ...moment('withdrawn', withdrawal?.at, { el: 'Ο δήμος απέσυρε τη διαβούλευση', en: 'The municipality took the consultation back' }),
        ...moment('answered', answeredAt, { el: 'Η υπηρεσία απάντησε, άρθρο προς άρθρο', en: 'The department answered, article by article' }),
        ...moment('adopted', adopted?.at, { el: 'Το κείμενο εγκρίθηκε', en: 'The text was adopted' }),
      ];
    });
  }

  private async links(subjects: readonly Subject[]): Promise<[Subject, Subject][]> {
    const own = { _id: { $in: idsOfKind(subjects, 'consultation') } };
    const paths = idsOfKind(subjects, 'decision').map((id) => `${decisions}${id}`);
    const adopted = await this.consultations.find({ ...isPublic, 'adopted.url': { $regex: `^${decisions}` }, $or: [own, { 'adopted.url': { $in: paths } }] }, { adopted: 1 }).lean<Consultation[]>().exec();
    return adopted.map(({ _id, adopted: act }): [Subject, Subject] => [{ kind: 'consultation', id: _id }, { kind: 'decision', id: act?.url.slice(decisions.length) ?? '' }]);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type DatedMoment, idsOfKind, Threads } from '@isegoria/kernel/api';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Debate } from '../debate.schema';
import { subjectOf } from '../moves';

/** What happened to debates, for the thread from idea to delivery; each is tied to the proposals that came from it. */
@Injectable()
export class DebateThread implements OnModuleInit {
  constructor(
    @InjectModel(Debate.name) private readonly debates: Model<Debate>,
    private readonly threads: Threads,
  ) {}

  onModuleInit(): void {
    this.threads.register('debates', { moments: (subjects) => this.moments(subjects), links: (subjects) => this.links(subjects) });
  }

  private async moments(subjects: readonly Subject[]): Promise<DatedMoment[]> {
    const found = await this.debates.find({ listed: true, _id: { $in: idsOfKind(subjects, 'debate') } }).lean<Debate[]>().exec();
    return found.flatMap(({ _id, byDepartmentId, openedAt, endsAt, concludedAt, answer }) => {
      const moment = (name: string, at: Date | null | undefined, title: Localized): DatedMoment[] => (at ? [{ id: `debate:${_id}:${name}`, at, title, about: subjectOf(_id) }] : []);
      return [
        ...moment('opened', openedAt, byDepartmentId ? { el: 'Μια υπηρεσία άνοιξε συζήτηση', en: 'A department opened a debate' } : { el: 'Ένας κάτοικος άνοιξε συζήτηση', en: 'A resident opened a debate' }),
        ...moment('ended', endsAt, { el: 'Τελειώνει η συζήτηση', en: 'The debate ends' }),
        ...moment('concluded', concludedAt, { el: 'Γράφτηκε το συμπέρασμα', en: 'The conclusion was written' }),
        ...moment('answered', answer?.at, { el: 'Η υπηρεσία απάντησε', en: 'The department answered' }),
      ];
    });
  }

  private async links(subjects: readonly Subject[]): Promise<[Subject, Subject][]> {
    const [own, proposals] = [idsOfKind(subjects, 'debate'), idsOfKind(subjects, 'proposal')];
    const found = await this.debates.find({ listed: true, $or: [{ _id: { $in: own } }, { proposalIds: { $in: proposals } }] }, { proposalIds: 1 }).lean<Pick<Debate, '_id' | 'proposalIds'>[]>().exec();
    return found.flatMap(({ _id, proposalIds }) => proposalIds.map((id): [Subject, Subject] => [subjectOf(_id), { kind: 'proposal', id }]));
  }
}

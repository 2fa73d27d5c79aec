import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type DatedMoment, idsOfKind, Threads } from '@isegoria/kernel/api';
import { type Localized, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { callSubject, VolunteerCall } from '../volunteer-call.schema';
import { publicOnes } from '../volunteer-views';

/** What happened to calls for volunteers, for the thread from idea to delivery; each is tied to what it grew from. */
@Injectable()
export class VolunteeringThread implements OnModuleInit {
  constructor(
    @InjectModel(VolunteerCall.name) private readonly calls: Model<VolunteerCall>,
    private readonly threads: Threads,
  ) {}

  onModuleInit(): void {
    this.threads.register('volunteering', { moments: (subjects) => this.moments(subjects), links: (subjects) => this.links(subjects) });
  }

  private async moments(subjects: readonly Subject[]): Promise<DatedMoment[]> {
    const found = await this.calls.find({ ...publicOnes(), _id: { $in: idsOfKind(subjects, 'volunteer-call') } }).lean<VolunteerCall[]>().exec();
    return found.flatMap(({ _id, publishedAt, startsAt, stage, cancellation, report }) => {
      const moment = (name: string, at: Date | null | undefined, title: Localized): DatedMoment[] => (at ? [{ id: `volunteer-call:${_id}:${name}`, at, title, about: callSubject(_id) }] : []);
      return [
        ...moment('published', publishedAt, { el: 'Ζητήθηκαν εθελοντές', en: 'Volunteers were called for' }),
        ...moment('starts', stage === 'cancelled' ? null : startsAt, { el: 'Αρχίζει η δράση', en: 'People begin the work' }),
        ...moment('cancelled', cancellation?.at, { el: 'Η δράση ματαιώθηκε', en: 'The call was cancelled' }),
        ...moment('reported', report?.at, { el: `Έγινε, με ${report?.people ?? 0} άτομα`, en: `Done, by ${report?.people ?? 0} people` }),
      ];
    });
  }

  private async links(subjects: readonly Subject[]): Promise<[Subject, Subject][]> {
    const keys = new Set(subjects.map(subjectKey));
    const found = await this.calls.find({ ...publicOnes(), origin: { $ne: null }, $or: [{ _id: { $in: idsOfKind(subjects, 'volunteer-call') } }, { 'origin.id': { $in: subjects.map(({ id }) => id) } }] }).lean<VolunteerCall[]>().exec();
    return found.flatMap(({ _id, origin }): [Subject, Subject][] => (origin && (keys.has(`volunteer-call:${_id}`) || keys.has(subjectKey(origin))) ? [[origin, callSubject(_id)]] : []));
  }
}

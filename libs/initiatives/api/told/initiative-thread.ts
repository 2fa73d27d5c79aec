import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { publicStages } from '@isegoria/initiatives/contracts';
import { type DatedMoment, idsOfKind, Threads } from '@isegoria/kernel/api';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { subjectOf } from '../signing/initiative-ballot';
import { Initiative } from '../initiative.schema';
import { publicIn } from '../reading.service';

/** Where acts of this site's register stand. */
const decisions = '/decisions/';

/** What happened to initiatives, for the thread from idea to delivery; each is tied to the act with which the council answered. */
@Injectable()
export class InitiativeThread implements OnModuleInit {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    private readonly threads: Threads,
  ) {}

  onModuleInit(): void {
    this.threads.register('initiatives', { moments: (subjects) => this.moments(subjects), links: (subjects) => this.links(subjects) });
  }

  private async moments(subjects: readonly Subject[]): Promise<DatedMoment[]> {
    const found = await this.initiatives.find({ ...publicIn(publicStages), _id: { $in: idsOfKind(subjects, 'initiative') } }).lean<Initiative[]>().exec();
    return found.flatMap(({ _id, stage, opensAt, closesAt, reachedAt, handedInAt, check, answer, withdrawal }) => {
      const moment = (name: string, at: Date | null | undefined, title: Localized): DatedMoment[] => (at ? [{ id: `initiative:${_id}:${name}`, at, title, about: subjectOf(_id) }] : []);
      return [
        ...moment('opened', opensAt, { el: 'Αρχίζει η συλλογή υπογραφών', en: 'The collecting of signatures begins' }),
        ...moment('reached', reachedAt, { el: 'Οι υπογραφές έφτασαν', en: 'Enough have signed' }),
        ...moment('closed', stage === 'collecting' || (stage === 'short' && !check) ? closesAt : null, { el: 'Λήγει η συλλογή υπογραφών', en: 'The collecting of signatures ends' }),
        ...moment('handedIn', handedInAt, { el: 'Οι υπογραφές κατατέθηκαν', en: 'The signatures were handed in' }),
        ...moment('verified', check?.at, { el: 'Οι υπογραφές ελέγχθηκαν', en: 'The signatures were checked' }),
        ...moment('answered', answer?.at, { el: 'Το συμβούλιο απάντησε', en: 'The council answered' }),
        ...moment('withdrawn', withdrawal?.at, { el: 'Όσοι την προωθούσαν την απέσυραν', en: 'Its promoters took it back' }),
      ];
    });
  }

  private async links(subjects: readonly Subject[]): Promise<[Subject, Subject][]> {
    const own = { _id: { $in: idsOfKind(subjects, 'initiative') } };
    const paths = idsOfKind(subjects, 'decision').map((id) => `${decisions}${id}`);
    const answered = await this.initiatives.find({ ...publicIn(['answered']), 'answer.url': { $regex: `^${decisions}` }, $or: [own, { 'answer.url': { $in: paths } }] }, { answer: 1 }).lean<Initiative[]>().exec();
    return answered.map(({ _id, answer }): [Subject, Subject] => [subjectOf(_id), { kind: 'decision', id: answer?.url.slice(decisions.length) ?? '' }]);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type DatedMoment, idsOfKind, Threads } from '@isegoria/kernel/api';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import type { ProposalAnswerStatus } from '@isegoria/proposals/contracts';
import { Proposal } from '../proposal.schema';

const answered: Record<ProposalAnswerStatus, Localized> = {
  UNDER_EVALUATION: { el: 'Η υπηρεσία την εξετάζει', en: 'The department looks into it' },
  ACCEPTED: { el: 'Η υπηρεσία τη δέχτηκε', en: 'The department accepted it' },
  REJECTED: { el: 'Η υπηρεσία την απέρριψε', en: 'The department rejected it' },
  IMPLEMENTED: { el: 'Η υπηρεσία είπε ότι υλοποιήθηκε', en: 'The department said that it is implemented' },
};

/** What happened to proposals, for the thread from idea to delivery. What they are tied to the others know, who are tied to them; of a merge each tells its own side, for neither came before the other. */
@Injectable()
export class ProposalThread implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly threads: Threads,
  ) {}

  onModuleInit(): void {
    this.threads.register('proposals', { moments: (subjects) => this.moments(subjects), links: () => Promise.resolve([]) });
  }

  private async moments(subjects: readonly Subject[]): Promise<DatedMoment[]> {
    const found = await this.proposals.find({ _id: { $in: idsOfKind(subjects, 'proposal') } }, { publishedAt: 1, answers: 1, withdrawal: 1, joinings: 1 }).lean<Proposal[]>().exec();
    return found.flatMap(({ _id, publishedAt, answers, withdrawal, joinings = [] }) => {
      const moment = (name: string, at: Date, title: Localized): DatedMoment => ({ id: `proposal:${_id}:${name}`, at, title, about: { kind: 'proposal', id: _id } });
      return [
        ...(publishedAt ? [moment('published', publishedAt, { el: 'Ένας κάτοικος το πρότεινε', en: 'A resident proposed it' })] : []),
        ...answers.map(({ status, at }, place) => moment(`answered${place}`, at, answered[status])),
        ...joinings.flatMap(({ invitationId, as, at, separatedAt }) => [
          moment(`joined-${invitationId}`, at, as === 'PART' ? { el: 'Ενώθηκε με άλλη πρόταση', en: 'It was merged into another proposal' } : { el: 'Ενώθηκε σε αυτήν άλλη πρόταση', en: 'Another proposal was merged into it' }),
          ...(separatedAt ? [moment(`separated-${invitationId}`, separatedAt, { el: 'Οι δύο προτάσεις χωρίστηκαν ξανά', en: 'The two proposals were separated again' })] : []),
        ]),
        ...(withdrawal ? [moment('withdrawn', withdrawal.at, { el: 'Αποσύρθηκε', en: 'Withdrawn' })] : []),
      ];
    });
  }
}

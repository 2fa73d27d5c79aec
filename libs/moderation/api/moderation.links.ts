import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { hasRole } from '@isegoria/identity/contracts';
import { Events, excerpt, Figures, Jobs, Seeds, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { Rooms } from '@isegoria/realtime/api';
import { CaseBook } from './case-book';
import { Case } from './case.schema';
import { Contributions } from './contributions.service';
import { moderationFigure } from './council-figures';
import { Messenger } from './messenger';
import { PublicLog } from './public-log.service';
import { queueRoom } from './queue-room';
import { ModerationSeed } from './seed';

/** Where moderation meets the rest of the city: what it hears, what it answers for, what it hands in. */
@Injectable()
export class ModerationLinks implements OnModuleInit {
  constructor(
    @InjectModel(Case.name) private readonly cases: Model<Case>,
    private readonly book: CaseBook,
    private readonly contributions: Contributions,
    private readonly messenger: Messenger,
    private readonly publicLog: PublicLog,
    private readonly seed: ModerationSeed,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly rooms: Rooms,
    private readonly subjects: Subjects,
    private readonly figures: Figures,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.events.on('contribution.submitted', 'moderation.note', (submitted) => this.contributions.note(submitted));
    this.events.on('contribution.submitted', 'moderation.open', (submitted) => this.book.submitted(submitted));
    this.events.on('contributions.imported', 'moderation.note', (imported) => this.contributions.noteMany(imported));
    this.events.on('contribution.withdrawn', 'moderation.close', ({ item }) => this.book.withdrawn(item));
    this.events.on('contribution.withdrawn', 'moderation.forget', ({ item }) => this.contributions.forget(item));
    this.jobs.every('moderation.deliver', 60_000, () => this.messenger.deliverTheForgotten());
    this.rooms.open(queueRoom.kind, (citizen, id) => id === queueRoom.id && hasRole(citizen, 'moderator', 'administrator'));
    this.subjects.register('moderation-case', { cards: (ids) => this.cards(ids) });
    this.figures.register(moderationFigure(this.publicLog));
    this.seeds.register(this.seed);
  }

  /** A case is a page of its own, for the author of the contribution alone: notices lead there. */
  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const found = await this.cases.find({ _id: { $in: ids } }).lean<Case[]>().exec();
    return found.map(({ _id: id, title, text, authorId, since }) => ({
      kind: 'moderation-case',
      id,
      title,
      path: `/moderation/cases/${id}/objection`,
      excerpt: excerpt(text),
      authorId,
      isPublic: false,
      acceptsComments: false,
      createdAt: since,
    }));
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { excerpt, foundIn, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { Processes } from '@isegoria/processes/api';
import { Rooms } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Choice } from './choice.schema';

/** What others need of a choice: to name it, link it, comment on it, follow it and watch it. */
@Injectable()
export class ChoiceSubject implements OnModuleInit {
  constructor(
    @InjectModel(Choice.name) private readonly choices: Model<Choice>,
    private readonly subjects: Subjects,
    private readonly rooms: Rooms,
    private readonly processes: Processes,
  ) {}

  onModuleInit(): void {
    this.rooms.open('choice');
    this.subjects.register('choice', {
      find: (words, most) => foundIn(this.choices, words, { where: { dissolvedAt: null }, sort: { evaluated: -1, _id: -1 }, most }),
      cards: (ids) => this.cards(ids),
    });
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const [found, current] = await Promise.all([this.choices.find({ _id: { $in: ids } }).lean<Choice[]>().exec(), this.processes.current('evaluations')]);
    const acceptsComments = (current?.phase.settings.comments ?? 'public') !== 'closed';
    return found.map(({ _id: id, title, text, departmentId, createdAt }) => ({
      kind: 'choice', id, title: title.el, path: `/choices/${id}`, excerpt: excerpt(text.el), english: { title: title.en, excerpt: excerpt(text.en) }, authorId: null, departmentId, isPublic: true, acceptsComments, createdAt,
    }));
  }
}

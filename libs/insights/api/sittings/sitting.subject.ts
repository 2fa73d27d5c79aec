import { Injectable, type OnModuleInit } from '@nestjs/common';
import { madeAt, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import type { SittingRecord } from './sitting.schema';
import { Sittings } from './sittings.service';

/** Lets others follow a sitting and tell about it. Nobody looks for one, for no agenda is about another sitting. */
@Injectable()
export class SittingSubject implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly sittings: Sittings,
  ) {}

  onModuleInit(): void {
    this.subjects.register('sitting', { cards: async (ids) => (await this.sittings.byIds(ids)).map(cardOf) });
  }
}

function cardOf({ _id: id, title, place, startsAt }: SittingRecord): SubjectCard {
  return { kind: 'sitting', id, title: title.el, path: `/council/sittings/${id}`, excerpt: place, english: { title: title.en, excerpt: place }, authorId: null, isPublic: true, acceptsComments: false, createdAt: madeAt(id) ?? startsAt };
}

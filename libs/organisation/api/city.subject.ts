import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { newsPath, type PartKind } from '@isegoria/organisation/contracts';
import { Organisation } from './organisation.service';

/** Districts and categories as things that one follows. What was retired keeps its name and its page, for what carries it is still there. */
@Injectable()
export class CitySubject implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly organisation: Organisation,
  ) {}

  onModuleInit(): void {
    this.subjects.register('district', { cards: async (ids) => cardsOf('district', ids, await this.organisation.districts()) });
    this.subjects.register('category', { cards: async (ids) => cardsOf('category', ids, await this.organisation.categories()) });
  }
}

function cardsOf(kind: PartKind, ids: readonly string[], known: readonly { id: string; name: { el: string; en: string } }[]): SubjectCard[] {
  return known
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name }) => ({
      kind, id, title: name.el, english: { title: name.en, excerpt: '' }, excerpt: '', path: newsPath({ kind, id }), authorId: null, isPublic: true, acceptsComments: false, createdAt: new Date(0),
    }));
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { excerpt, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { partsOf } from '@isegoria/organisation/contracts';
import { Processes } from '@isegoria/processes/api';
import { Rooms } from '@isegoria/realtime/api';
import type { Decision } from './decision.schema';
import { Decisions } from './decisions.service';

/** What others need of a decision: to name it, link it, comment on it and watch it. */
@Injectable()
export class DecisionSubject implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly rooms: Rooms,
    private readonly decisions: Decisions,
    private readonly processes: Processes,
  ) {}

  onModuleInit(): void {
    this.rooms.open('decision');
    this.subjects.register('decision', { cards: (ids) => this.cards(ids), find: (words, most) => this.decisions.found(words, most) });
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const [decisions, current] = await Promise.all([this.decisions.byIds(ids), this.processes.current('evaluations')]);
    const acceptsComments = (current?.phase.settings.comments ?? 'public') !== 'closed';
    return decisions.map((decision) => cardOf(decision, acceptsComments));
  }
}

function cardOf(decision: Decision, acceptsComments: boolean): SubjectCard {
  const { _id: id, plainWords, subject, departmentId, districtId, publishedAt } = decision;
  return {
    kind: 'decision',
    id,
    title: plainWords?.title.el ?? excerpt(subject, 140),
    path: `/decisions/${id}`,
    excerpt: excerpt(plainWords?.text.el || subject),
    ...(plainWords && { english: { title: plainWords.title.en, excerpt: excerpt(plainWords.text.en) } }),
    authorId: null,
    departmentId,
    isPublic: true,
    within: partsOf({ districts: [districtId] }),
    acceptsComments,
    createdAt: publishedAt,
  };
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type SubjectCard, Subjects } from '@isegoria/kernel/api';
import type { Process } from '@isegoria/processes/contracts';
import { Processes } from './processes.service';

/** Lets others follow a process and tell about it. */
@Injectable()
export class ProcessSubject implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly processes: Processes,
  ) {}

  onModuleInit(): void {
    this.subjects.register('process', { cards: (ids) => this.cards(ids), find: (words, most) => this.processes.found(words, most) });
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const found = await Promise.all(ids.map((id) => this.processes.find(id)));
    return found.flatMap((process) => (process ? [cardOf(process)] : []));
  }
}

function cardOf({ id, title, summary, phases, currentPhaseId }: Process): SubjectCard {
  const createdAt = phases[0]?.opensAt ?? new Date(0);
  const opinionMode = phases.find((phase) => phase.id === currentPhaseId)?.settings.comments ?? 'closed';
  return { kind: 'process', id, title: title.el, path: `/processes/${id}`, excerpt: summary.el, english: { title: title.en, excerpt: summary.en }, authorId: null, isPublic: true, acceptsComments: false, opinionMode, createdAt };
}

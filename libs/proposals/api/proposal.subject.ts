import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { hasRole } from '@isegoria/identity/contracts';
import { excerpt, type SubjectCard, Subjects, terms } from '@isegoria/kernel/api';
import { type PhaseSettings } from '@isegoria/processes/contracts';
import { Processes } from '@isegoria/processes/api';
import { isReadable } from '@isegoria/proposals/contracts';
import { Rooms } from '@isegoria/realtime/api';
import { Proposal } from './proposal.schema';

/** What the others know of a proposal, and who may watch it live. */
@Injectable()
export class ProposalSubject implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly processes: Processes,
    private readonly subjects: Subjects,
    private readonly rooms: Rooms,
  ) {}

  onModuleInit(): void {
    this.subjects.register('proposal', { cards: (ids) => this.cards(ids), find: (words, most) => this.find(words, most) });
    this.rooms.open('proposal', async (citizen, id) => {
      const [card] = await this.cards([id]);
      return card !== undefined && (card.isPublic || card.authorId === citizen?.id || hasRole(citizen, 'moderator', 'administrator'));
    });
  }

  /** Those that hold all the words, the most supported first; of no words the most supported of all. */
  private async find(words: string, most: number): Promise<SubjectCard[]> {
    const wanted = terms(words).slice(0, 8);
    if (wanted.length === 0 && words.trim() !== '') return [];
    const found = await this.proposals.find({ listed: true, ...(wanted.length > 0 ? { terms: { $all: wanted } } : {}) }, { _id: 1 }).sort({ supports: -1, _id: -1 }).limit(most).lean<{ _id: string }[]>().exec();
    const byId = new Map((await this.cards(found.map(({ _id }) => _id))).map((card) => [card.id, card]));
    return found.flatMap(({ _id }) => byId.get(_id) ?? []);
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const found = await this.proposals.find({ _id: { $in: ids.map(String) } }, { terms: 0, titleTerms: 0 }).lean<Proposal[]>().exec();
    const phases = new Map<string, PhaseSettings | null>();
    for (const id of new Set(found.map(({ processId }) => processId))) if (id) phases.set(id, await this.processes.settingsFor(id));
    return found.map((proposal) => cardOf(proposal, phases.get(proposal.processId ?? '') ?? null));
  }
}

function cardOf(proposal: Proposal, settings: PhaseSettings | null): SubjectCard {
  const { _id: id, title, text, authorId, departmentId, createdAt, listed } = proposal;
  const isOpen = (settings?.comments ?? 'public') !== 'closed';
  const commentMode = settings?.comments === 'wait' ? 'wait' : 'public';
  const said = { kind: 'proposal', id, title, path: `/proposals/${id}`, excerpt: excerpt(text), authorId, departmentId, createdAt };
  return { ...said, isPublic: isReadable(proposal), acceptsComments: listed && isOpen, commentMode };
}

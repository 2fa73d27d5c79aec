import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { hasRole } from '@isegoria/identity/contracts';
import { excerpt, foundIn, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { partsOf } from '@isegoria/organisation/contracts';
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
    this.subjects.register('proposal', { cards: (ids) => this.cards(ids), find: (words, most) => foundIn(this.proposals, words, { where: { listed: true }, sort: { supports: -1, _id: -1 }, most }) });
    this.rooms.open('proposal', async (citizen, id) => {
      const [card] = await this.cards([id]);
      return card !== undefined && (card.isPublic || card.authorId === citizen?.id || hasRole(citizen, 'moderator', 'administrator'));
    });
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const found = await this.proposals.find({ _id: { $in: ids.map(String) } }, { terms: 0, titleTerms: 0 }).lean<Proposal[]>().exec();
    const phases = new Map<string, PhaseSettings | null>();
    for (const id of new Set(found.map(({ processId }) => processId))) if (id) phases.set(id, await this.processes.settingsFor(id));
    return found.map((proposal) => cardOf(proposal, phases.get(proposal.processId ?? '') ?? null));
  }
}

function cardOf(proposal: Proposal, settings: PhaseSettings | null): SubjectCard {
  const { _id: id, title, text, authorId, departmentId, createdAt, listed, district, category } = proposal;
  const isOpen = (settings?.comments ?? 'public') !== 'closed';
  const commentMode = settings?.comments === 'wait' ? 'wait' : 'public';
  const said = { kind: 'proposal', id, title, path: `/proposals/${id}`, excerpt: excerpt(text), authorId, departmentId, createdAt };
  return { ...said, isPublic: isReadable(proposal), within: listed ? partsOf({ districts: [district], categories: [category] }) : [], acceptsComments: listed && isOpen, commentMode };
}

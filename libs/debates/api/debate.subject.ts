import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, excerpt, foundIn, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { partsOf } from '@isegoria/organisation/contracts';
import { Processes } from '@isegoria/processes/api';
import { Rooms } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Debate } from './debate.schema';
import { isArguing, mayRead } from './debates.rules';
import { debatePath } from './moves';

/** What others need of a debate: to name it, link it, argue about it, follow, report and watch it; and of its conclusion, to read it as moderators do. */
@Injectable()
export class DebateSubject implements OnModuleInit {
  constructor(
    @InjectModel(Debate.name) private readonly debates: Model<Debate>,
    private readonly processes: Processes,
    private readonly subjects: Subjects,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register('debate', {
      cards: (ids) => this.cards(ids),
      find: (words, most) => foundIn(this.debates, words, { where: { listed: true }, sort: { people: -1, _id: -1 }, most }),
    });
    this.subjects.register('debate-conclusion', { cards: (ids) => this.conclusionCards(ids) });
    this.rooms.open('debate', async (citizen, id) => {
      const debate = await this.debates.findById(id).lean<Debate>().exec();
      return debate !== null && mayRead(debate, citizen);
    });
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const found = await this.find(ids);
    const now = this.clock.now();
    return Promise.all(found.map(async (debate) => {
      const { _id: id, title, text, authorId, departmentId, visibility, categoryId, districtId, processId, createdAt } = debate;
      const comments = (processId ? await this.processes.settingsFor(processId) : null)?.comments ?? 'public';
      const said = { kind: 'debate', id, title, excerpt: excerpt(text), path: debatePath(id), authorId: authorId || null, departmentId, createdAt };
      return {
        ...said, isPublic: visibility === 'public', within: visibility === 'withdrawn' ? [] : partsOf({ districts: [districtId], categories: [categoryId] }),
        acceptsComments: isArguing(debate, now) && comments !== 'closed', commentMode: comments === 'wait' ? 'wait' as const : 'public' as const,
      };
    }));
  }

  private async conclusionCards(ids: string[]): Promise<SubjectCard[]> {
    return (await this.find(ids)).flatMap(({ _id: id, title, conclusion, authorId, byDepartmentId, departmentId, visibility, createdAt }) => {
      if (!conclusion) return [];
      const said = { kind: 'debate-conclusion', id, title, excerpt: excerpt(conclusion.text), path: `${debatePath(id)}#conclusion`, authorId: (byDepartmentId === null ? authorId : conclusion.byId) || null, departmentId, createdAt };
      return [{ ...said, isPublic: visibility === 'public' && conclusion.visibility === 'public', acceptsComments: false, about: { kind: 'debate', id } }];
    });
  }

  private find(ids: string[]): Promise<Debate[]> {
    return this.debates.find({ _id: { $in: ids.map(String) } }, { terms: 0 }).lean<Debate[]>().exec();
  }
}

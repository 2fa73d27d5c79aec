import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { adaTyped, idOfAda } from '@isegoria/evaluations/contracts';
import { type DatedMoment, idsOfKind, Threads } from '@isegoria/kernel/api';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import { Budget } from './budget.schema';
import { Project } from './project.schema';

const fates = {
  funded: { el: 'Οι κάτοικοι το ψήφισαν: χρηματοδοτείται', en: 'Residents voted for it: it is funded' },
  not: { el: 'Ψηφίστηκε, δεν έφτασαν τα χρήματα', en: 'It was voted on; the money did not suffice' },
} satisfies Record<string, Localized>;

/** What happened to projects, for the thread from idea to delivery: made, voted on, built; tied to their proposal and to the acts of their works. */
@Injectable()
export class ProjectThread implements OnModuleInit {
  constructor(
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    @InjectModel(Budget.name) private readonly budgets: Model<Budget>,
    private readonly threads: Threads,
  ) {}

  onModuleInit(): void {
    this.threads.register('budgeting', { moments: (subjects) => this.moments(subjects), links: (subjects) => this.links(subjects) });
  }

  private async links(subjects: readonly Subject[]): Promise<[Subject, Subject][]> {
    const proposals = idsOfKind(subjects, 'proposal');
    const acts = idsOfKind(subjects, 'decision').flatMap((id) => adaTyped(id) ?? []);
    const own = [{ _id: { $in: idsOfKind(subjects, 'project') } }, ...(proposals.length > 0 ? [{ proposalId: { $in: proposals } }] : []), ...(acts.length > 0 ? [{ 'work.acts': { $in: acts } }] : [])];
    const found = await this.projects.find({ $or: own }, { proposalId: 1, 'work.acts': 1 }).limit(100).lean<Project[]>().exec();
    return found.flatMap(({ _id, proposalId, work }) => {
      const project = { kind: 'project', id: _id };
      const tied = [...(proposalId ? [{ kind: 'proposal', id: proposalId }] : []), ...(work?.acts ?? []).map((ada) => ({ kind: 'decision', id: idOfAda(ada) }))];
      return tied.map((other): [Subject, Subject] => [project, other]);
    });
  }

  private async moments(subjects: readonly Subject[]): Promise<DatedMoment[]> {
    const projects = await this.projects.find({ _id: { $in: idsOfKind(subjects, 'project') } }).lean<Project[]>().exec();
    const budgets = await this.budgets.find({ _id: { $in: projects.map(({ budgetId }) => budgetId) } }, { decidedAt: 1 }).lean<Budget[]>().exec();
    const decided = new Map(budgets.map(({ _id, decidedAt }) => [_id, decidedAt]));
    return projects.flatMap((project) => momentsOf(project, decided.get(project.budgetId) ?? null));
  }
}

function momentsOf({ _id, createdAt, isFunded, work }: Project, decidedAt: Date | null): DatedMoment[] {
  const moment = (name: string, at: Date, title: Localized): DatedMoment => ({ id: `project:${_id}:${name}`, at, title, about: { kind: 'project', id: _id } });
  const milestones = (work?.milestones ?? []).flatMap(({ title, dueAt, doneAt }, place) => {
    const at = doneAt ?? dueAt;
    return at ? [moment(`step${place}`, at, { el: title, en: title })] : [];
  });
  return [
    moment('made', createdAt, { el: 'Έγινε έργο του συμμετοχικού προϋπολογισμού', en: 'It became a project of the participatory budget' }),
    ...(decidedAt && isFunded !== null ? [moment('decided', decidedAt, isFunded ? fates.funded : fates.not)] : []),
    ...milestones,
  ];
}

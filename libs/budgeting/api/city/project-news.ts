import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, Events } from '@isegoria/kernel/api';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import { Announcer } from '@isegoria/realtime/api';
import { Budget } from './budget.schema';
import { Project, type StoredNews } from './project.schema';

export const pathOf = ({ _id, budgetId }: Pick<Project, '_id' | 'budgetId'>): string => `/budgets/${budgetId}/projects/${_id}`;

/** Tells those who care what became of a project. Telling twice is telling once: every word has its key. */
@Injectable()
export class ProjectNews {
  constructor(
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    @InjectModel(Budget.name) private readonly budgets: Model<Budget>,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
    private readonly announcer: Announcer,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** A proposal became a project: author, supporters and followers of the one follow the other from now on. */
  async made(projectId: string): Promise<void> {
    const project = await this.projects.findById(projectId).lean<Project>().exec();
    const budget = project && (await this.budgets.findById(project.budgetId).lean<Budget>().exec());
    if (!project?.proposalId || !budget) return;
    const { _id, proposalId, title } = project;
    const followers = await this.follows.followers({ kind: 'proposal', id: proposalId });
    await this.follows.followMany(followers, { kind: 'project', id: _id }, 'support');
    await this.inbox.tell({ to: followers, about: { kind: 'project', id: _id }, name: 'budgeting.becameProject', params: { title, budget: budget.title }, mail: true, key: `project.made:${_id}` });
    await this.events.publish('project.made', { projectId: _id, proposalId, budgetId: budget._id, budgetTitle: budget.title, title, path: pathOf(project), at: this.clock.now() });
  }

  async lookedAt(projectId: string): Promise<void> {
    const project = await this.projects.findById(projectId).lean<Project>().exec();
    if (!project || project.feasibility === 'undecided') return;
    const { _id, title, feasibility, reason } = project;
    await this.tell(project, { name: feasibility === 'feasible' ? 'budgeting.feasible' : 'budgeting.unfeasible', params: { title, reason }, key: `project.${feasibility}:${_id}:${reason ?? ''}`.slice(0, 200) });
  }

  async decided(project: Project): Promise<void> {
    const { _id, title, isFunded } = project;
    await this.tell(project, { name: isFunded ? 'budgeting.funded' : 'budgeting.notFunded', params: { title }, key: `project.decided:${_id}` });
  }

  async worked(project: Project, { id, text, at }: StoredNews): Promise<void> {
    const { _id, title, work } = project;
    const about = { kind: 'project', id: _id };
    await this.tell(project, { name: work?.state === 'done' ? 'budgeting.workDone' : 'budgeting.workNews', params: { title, text: text.slice(0, 200), progress: work?.progress ?? 0 }, key: `work:${id}` });
    await this.activity.record({ about, name: work?.state === 'done' ? 'budgeting.workDone' : 'budgeting.workNews', params: { title, progress: work?.progress ?? 0 }, at, key: `work:${id}` });
    await this.announcer.announce(about, 'work', {});
  }

  private async tell({ _id }: Project, telling: { name: string; params: Record<string, string | number | null>; key: string }): Promise<void> {
    const about = { kind: 'project', id: _id };
    await this.inbox.tell({ to: await this.follows.followers(about), about, mail: true, ...telling });
  }
}

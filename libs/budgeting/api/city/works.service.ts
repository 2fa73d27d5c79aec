import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type WorkInput, workInput } from '@isegoria/budgeting/contracts';
import { adaTyped } from '@isegoria/evaluations/contracts';
import { Files } from '@isegoria/files/api';
import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { Clock, newId, plain } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { gone, refuse } from './budgets.rules';
import { ProjectNews } from './project-news';
import { newsSubject, ProjectViews } from './project-views';
import { newsKept, Project, type StoredNews, type StoredWork } from './project.schema';
import type { Saved } from './projects.service';

/** How a funded project becomes real: officials report, citizens read. */
@Injectable()
export class Works {
  constructor(
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    private readonly files: Files,
    private readonly organisation: Organisation,
    private readonly views: ProjectViews,
    private readonly news: ProjectNews,
    private readonly clock: Clock,
  ) {}

  async report(citizen: Citizen, { projectId, ...input }: WorkInput): Promise<Saved> {
    const problems = problemsOf(workInput, input);
    const acts = input.acts.map((typed) => adaTyped(typed));
    if (acts.includes(null)) problems.push({ field: 'acts', code: 'invalid', limit: null });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const project = await this.projects.findById(String(projectId)).lean<Project>().exec();
    if (!project) return gone;
    if (!speaksFor(citizen, await this.organisation.answering(project.departmentId, project.categoryId))) return refuse('department');
    if (!project.isFunded) return refuse('notFunded');
    const report = this.reportOf(input);
    if (report && !(await this.illustrate(citizen, report, input.pictureIds))) return { __typename: 'Invalid', problems: [{ field: 'pictureIds', code: 'invalid', limit: null }] };
    await this.write(project._id, { ...standing(input), acts: [...new Set(acts.filter((ada) => ada !== null))] }, report);
    const changed = await this.projects.findById(project._id).lean<Project>().exec();
    if (changed && report) await this.news.worked(changed, report);
    return (await this.views.one(project._id, citizen)) ?? gone;
  }

  /** What is told; nothing where the official wrote nothing and showed nothing. */
  private reportOf({ text, progress, state, pictureIds }: Omit<WorkInput, 'projectId'>): StoredNews | null {
    const said = plain(text);
    if (!said && pictureIds.length === 0) return null;
    const at = this.clock.now();
    return { id: newId(at), at, text: said, progress, state };
  }

  private async illustrate(citizen: Citizen, { id }: StoredNews, pictureIds: readonly string[]): Promise<boolean> {
    return pictureIds.length === 0 || this.files.claim(pictureIds, citizen.id, newsSubject(id));
  }

  private async write(_id: string, work: Omit<StoredWork, 'news'>, report: StoredNews | null): Promise<void> {
    const set = Object.fromEntries(Object.entries(work).map(([field, value]) => [`work.${field}`, value]));
    const push = report ? { $push: { 'work.news': { $each: [report], $slice: -newsKept } } } : {};
    await this.projects.updateOne({ _id, work: null }, { $set: { work: { ...work, news: [] } } }).exec();
    await this.projects.updateOne({ _id }, { $set: set, ...push }).exec();
  }
}

/** A work that is done is done by all of it. */
function standing({ state, progress, spent, milestones }: Omit<WorkInput, 'projectId'>): Omit<StoredWork, 'news' | 'acts'> {
  const steps = milestones.map(({ title, dueAt, doneAt }) => ({ title: plain(title), dueAt: dueAt ?? null, doneAt: doneAt ?? null }));
  return { state, progress: state === 'done' ? 100 : progress, spent, milestones: steps };
}

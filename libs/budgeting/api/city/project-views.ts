import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { BudgetProject, ProjectSource, Work } from '@isegoria/budgeting/contracts';
import { idOfAda } from '@isegoria/evaluations/contracts';
import { Files } from '@isegoria/files/api';
import type { Picture } from '@isegoria/files/contracts';
import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { prose, Subjects, type SubjectCard } from '@isegoria/kernel/api';
import { subjectKey } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { answering } from '@isegoria/organisation/contracts';
import { Project, type StoredWork } from './project.schema';

export const newsSubject = (id: string) => ({ kind: 'work-news', id });

/** What others say of the things that projects name. */
interface Named {
  cards: Map<string, SubjectCard>;
  pictures: Map<string, Picture[]>;
}

/** Projects as everybody reads them. */
@Injectable()
export class ProjectViews {
  constructor(
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    private readonly subjects: Subjects,
    private readonly files: Files,
    private readonly organisation: Organisation,
  ) {}

  async of(budgetId: string, citizen: Citizen | null): Promise<BudgetProject[]> {
    const found = await this.projects.find({ budgetId: String(budgetId) }).sort({ number: 1 }).limit(500).lean<Project[]>().exec();
    return this.views(found, citizen);
  }

  async one(id: string, citizen: Citizen | null): Promise<BudgetProject | null> {
    const project = await this.projects.findById(String(id)).lean<Project>().exec();
    return project && ((await this.views([project], citizen))[0] ?? null);
  }

  private async views(projects: Project[], citizen: Citizen | null): Promise<BudgetProject[]> {
    const [named, organised] = await Promise.all([this.named(projects), this.organisation.city()]);
    return projects.map(({ _id: id, createdAt: _, proposalId, work, text, reason: finding, ...project }) => ({
      __typename: 'BudgetProject', ...project, id, text, finding, html: prose(text), canManage: speaksFor(citizen, answering(organised, project.departmentId, project.categoryId)),
      proposal: proposalId ? sourceOf(named.cards.get(`proposal:${proposalId}`)) : null, work: work ? workView(work, named) : null,
    }));
  }

  private async named(projects: Project[]): Promise<Named> {
    const proposals = projects.flatMap(({ proposalId }) => (proposalId ? [{ kind: 'proposal', id: proposalId }] : []));
    const acts = projects.flatMap(({ work }) => (work?.acts ?? []).map((ada) => ({ kind: 'decision', id: idOfAda(ada) })));
    const news = projects.flatMap(({ work }) => (work?.news ?? []).map(({ id }) => newsSubject(id)));
    const [cards, pictures] = await Promise.all([this.subjects.cards([...proposals, ...acts]), news.length > 0 ? this.files.of(news) : new Map<string, Picture[]>()]);
    return { cards, pictures };
  }
}

const sourceOf = (card: SubjectCard | undefined): ProjectSource | null => (card?.isPublic ? { id: card.id, title: card.title, path: card.path } : null);

function workView({ acts, news, ...work }: StoredWork, { cards, pictures }: Named): Work {
  return {
    ...work,
    acts: acts.map((ada) => ({ ada, path: cards.get(`decision:${idOfAda(ada)}`)?.path ?? null, url: `https://diavgeia.gov.gr/decision/view/${encodeURIComponent(ada)}` })),
    news: [...news].reverse().map((report) => ({ ...report, pictures: pictures.get(subjectKey(newsSubject(report.id))) ?? [] })),
  };
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { areaOfKey, CITY, cityName } from '@isegoria/budgeting/contracts';
import { excerpt, foundIn, giveTerms, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import type { Locale } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { partsOf } from '@isegoria/organisation/contracts';
import { Rooms } from '@isegoria/realtime/api';
import { Budget } from './budget.schema';
import { pathOf } from './project-news';
import { Project, termsOf } from './project.schema';

const silent = { authorId: null, isPublic: true, acceptsComments: false } as const;

/** What others need of budgets, of their areas (whose ballots are votes' business), of projects, and of reports on works. */
@Injectable()
export class BudgetSubject implements OnModuleInit {
  constructor(
    @InjectModel(Budget.name) private readonly budgets: Model<Budget>,
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    private readonly organisation: Organisation,
    private readonly subjects: Subjects,
    private readonly rooms: Rooms,
  ) {}

  async onModuleInit(): Promise<void> {
    this.rooms.open('budget');
    this.rooms.open('project');
    this.subjects.register('budget', { cards: (keys) => this.budgetCards(keys) });
    this.subjects.register('project', { cards: (ids) => this.projectCards(ids), find: (words, most) => foundIn(this.projects, words, { sort: { createdAt: -1, _id: -1 }, most }) });
    this.subjects.register('work-news', { cards: (ids) => this.newsCards(ids) });
    await giveTerms(this.projects, termsOf);
  }

  private async budgetCards(keys: string[]): Promise<SubjectCard[]> {
    const found = await this.budgets.find({ _id: { $in: keys.map((key) => areaOfKey(key).budgetId) } }).lean<Budget[]>().exec();
    const byId = new Map(found.map((budget) => [budget._id, budget]));
    const districts = new Map((await this.organisation.districts()).map(({ id, name }) => [id, name]));
    return keys.flatMap((key) => {
      const { budgetId, areaId } = areaOfKey(key);
      const budget = byId.get(budgetId);
      if (!budget) return [];
      const area = areaId === CITY ? cityName : districts.get(areaId ?? '');
      const titleIn = (locale: Locale) => [budget.title[locale] || budget.title.el, area?.[locale] ?? areaId].filter(Boolean).join(': ');
      const english = { title: titleIn('en'), excerpt: excerpt(budget.summary.en) };
      return [{ kind: 'budget', id: key, title: titleIn('el'), path: `/budgets/${budgetId}`, excerpt: excerpt(budget.summary.el), english, within: partsOf({ districts: [area && areaId !== CITY ? areaId : null] }), createdAt: budget.createdAt, ...silent }];
    });
  }

  private async projectCards(ids: string[]): Promise<SubjectCard[]> {
    const found = await this.projects.find({ _id: { $in: ids } }).lean<Project[]>().exec();
    return found.map((project) => cardOf(project, 'project', project._id));
  }

  /** A report is as public as its project: all of them are. */
  private async newsCards(ids: string[]): Promise<SubjectCard[]> {
    const found = await this.projects.find({ 'work.news.id': { $in: ids } }).lean<Project[]>().exec();
    return found.flatMap((project) => (project.work?.news ?? []).filter(({ id }) => ids.includes(id)).map(({ id }) => cardOf(project, 'work-news', id)));
  }
}

function cardOf(project: Project, kind: string, id: string): SubjectCard {
  const { title, text, departmentId, districtId, categoryId, createdAt } = project;
  return { kind, id, title, within: partsOf({ districts: [districtId], categories: [categoryId] }), path: pathOf(project), excerpt: excerpt(text), departmentId, createdAt, ...silent };
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Briefings, column, type SubjectCard } from '@isegoria/kernel/api';
import type { DocumentPart, Localized } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Budget } from './budget.schema';
import { pathOf } from './project-news';
import { Project } from './project.schema';

/** What budget projects on an agenda cost, whether they were funded, and how far they are. */
@Injectable()
export class BudgetingBriefing implements OnModuleInit {
  constructor(
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    @InjectModel(Budget.name) private readonly budgets: Model<Budget>,
    private readonly briefings: Briefings,
  ) {}

  onModuleInit(): void {
    this.briefings.register({ name: 'budgeting', order: 35, parts: (subjects) => this.parts(subjects) });
  }

  private async parts(subjects: readonly SubjectCard[]): Promise<DocumentPart[]> {
    const ids = subjects.filter(({ kind }) => kind === 'project').map(({ id }) => id);
    if (ids.length === 0) return [];
    const projects = await this.projects.find({ _id: { $in: ids } }).sort({ budgetId: 1, number: 1 }).lean<Project[]>().exec();
    const budgets = await this.budgets.find({ _id: { $in: [...new Set(projects.map(({ budgetId }) => budgetId))] } }, { title: 1 }).lean<Pick<Budget, '_id' | 'title'>[]>().exec();
    const titles = new Map(budgets.map(({ _id, title }) => [_id, title]));
    if (projects.length === 0) return [];
    const rows = projects.map((project) => ({
      title: project.title,
      budget: titles.get(project.budgetId) ?? null,
      cost: project.cost / 100,
      standing: standing(project),
      progress: project.work ? project.work.progress / 100 : null,
      path: pathOf(project),
    }));
    const title = { el: 'Έργα του συμμετοχικού προϋπολογισμού', en: 'Projects of the participatory budget' };
    return [{ id: 'budgeting.projects', title, lead: null, measures: [], lines: [], tables: [{ id: 'projects', title, note: null, chart: 'none', columns, rows }] }];
  }
}

function standing({ isFunded, feasibility }: Project): Localized {
  if (isFunded === true) return { el: 'Χρηματοδοτείται', en: 'Funded' };
  if (isFunded === false) return { el: 'Δεν πέρασε', en: 'Not funded' };
  if (feasibility === 'unfeasible') return { el: 'Δεν γίνεται', en: 'Not feasible' };
  return feasibility === 'undecided' ? { el: 'Εξετάζεται', en: 'Being examined' } : { el: 'Στην ψηφοφορία', en: 'In the vote' };
}

const columns = [
  column('title', 'text', 'Έργο', 'Project'),
  column('budget', 'text', 'Προϋπολογισμός', 'Budget'),
  column('cost', 'number', 'Κόστος (€)', 'Cost (€)'),
  column('standing', 'text', 'Κατάσταση', 'Standing'),
  column('progress', 'percent', 'Πρόοδος', 'Progress'),
  column('path', 'text', 'Σελίδα', 'Page'),
];

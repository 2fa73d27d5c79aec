import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { CITY, cityName } from '@isegoria/budgeting/contracts';
import { column, Figures } from '@isegoria/kernel/api';
import type { Cell, Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { AreaOutcome } from './area-result.schema';
import { Budget } from './budget.schema';
import { centsOf } from './cents';
import { Project } from './project.schema';

type Row = Record<string, Cell | Localized>;

/** Hands the council how the latest budget came out and how far its works are, area by area. */
@Injectable()
export class BudgetingFigures implements OnModuleInit {
  constructor(
    @InjectModel(Budget.name) private readonly budgets: Model<Budget>,
    @InjectModel(AreaOutcome.name) private readonly outcomes: Model<AreaOutcome>,
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    private readonly organisation: Organisation,
    private readonly figures: Figures,
  ) {}

  onModuleInit(): void {
    this.figures.register({
      id: 'budgeting.outcome',
      chapter: 'together',
      order: 30,
      title: { el: 'Συμμετοχικός προϋπολογισμός: ποιους ωφέλησε', en: 'Participatory budget: whom it served' },
      note: {
        el: 'Του τελευταίου που αποφασίστηκε εδώ. «Ωφέλησε»: μερίδιο όσων ψήφισαν με τουλάχιστον ένα έργο της επιλογής τους να χρηματοδοτείται. Δίπλα, το ίδιο αν μετρούσαν μόνο οι ψήφοι.',
        en: 'Of the latest one decided here. “Served”: share of voters with at least one project of their choice funded. Beside it, the same if votes alone counted.',
      },
      chart: 'bars',
      columns: [
        column('area', 'text', 'Περιοχή', 'Area'),
        column('reached', 'percent', 'Ωφέλησε', 'Served'),
        column('reachedByVotes', 'percent', 'Αν μετρούσαν μόνο οι ψήφοι', 'If votes alone counted'),
        column('voters', 'number', 'Ψήφισαν', 'Voted'),
        column('funded', 'number', 'Έργα', 'Projects'),
        column('spent', 'number', 'Ευρώ', 'Euros'),
        column('done', 'number', 'Τελείωσαν', 'Completed'),
        column('progress', 'percent', 'Πρόοδος έργων', 'Progress of works'),
        column('budget', 'text', 'Προϋπολογισμός', 'Budget'),
      ],
      rows: () => this.rows(),
    });
  }

  private async rows(): Promise<Row[]> {
    const budget = await this.budgets.findOne({ decidedAt: { $ne: null }, importedFrom: null }).sort({ closesAt: -1 }).lean<Budget>().exec();
    if (!budget) return [];
    const [outcomes, projects, districts] = await Promise.all([
      this.outcomes.find({ budgetId: budget._id }, { explanations: 0, 'result.rounds': 0 }).lean<AreaOutcome[]>().exec(),
      this.projects.find({ budgetId: budget._id, isFunded: true }, { areaId: 1, work: 1 }).lean<Project[]>().exec(),
      this.organisation.districts(),
    ]);
    const names = new Map<string, Localized>([[CITY, cityName], ...districts.map(({ id, name }) => [id, name] as const)]);
    return budget.areas.flatMap(({ id }) => {
      const outcome = outcomes.find(({ areaId }) => areaId === id);
      return outcome ? [{ area: names.get(id) ?? id, budget: budget.title, ...rowOf(outcome, projects.filter(({ areaId }) => areaId === id)) }] : [];
    });
  }
}

function rowOf({ fairness, greedy, result }: AreaOutcome, works: readonly Project[]): Row {
  const share = (reached: number) => (fairness.voters > 0 ? reached / fairness.voters : 0);
  const progress = works.reduce((sum, { work }) => sum + (work?.progress ?? 0), 0);
  return {
    reached: share(fairness.reached), reachedByVotes: share(greedy.fairness.reached), voters: fairness.voters, funded: fairness.funded, spent: centsOf(result.spent, result.decimals) / 100,
    done: works.filter(({ work }) => work?.state === 'done').length, progress: works.length > 0 ? progress / works.length / 100 : 0,
  };
}

import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ballotIdOf, type Budget as BudgetView, type BudgetArea, CITY } from '@isegoria/budgeting/contracts';
import { hasRole } from '@isegoria/identity/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock } from '@isegoria/kernel/api';
import { Tallies } from '@isegoria/votes/api';
import { AreaOutcome } from './area-result.schema';
import { Budget } from './budget.schema';
import { readingOrder, stageOf } from './budgets.rules';
import { Project } from './project.schema';
import { centsOf } from './cents';

type Counts = Pick<Project, '_id' | 'budgetId' | 'areaId' | 'feasibility' | 'cost' | 'work'>;
type Short = Pick<AreaOutcome, '_id' | 'budgetId' | 'areaId' | 'fairness'> & { result: Pick<AreaOutcome['result'], 'spent' | 'decimals' | 'voters'> };

/** Budgets as everybody reads them. */
@Injectable()
export class BudgetViews {
  constructor(
    @InjectModel(Budget.name) private readonly budgets: Model<Budget>,
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    @InjectModel(AreaOutcome.name) private readonly outcomes: Model<AreaOutcome>,
    private readonly tallies: Tallies,
    private readonly clock: Clock,
  ) {}

  async all(citizen: Citizen | null): Promise<BudgetView[]> {
    const found = await this.budgets.find().sort({ createdAt: -1 }).limit(100).lean<Budget[]>().exec();
    const now = this.clock.now();
    const ordered = found.map((budget) => ({ budget, stage: stageOf(budget, now), createdAt: budget.createdAt })).sort(readingOrder);
    return this.views(ordered.map(({ budget }) => budget), citizen);
  }

  async one(id: string, citizen: Citizen | null): Promise<BudgetView | null> {
    const budget = await this.budgets.findById(String(id)).lean<Budget>().exec();
    return budget && ((await this.views([budget], citizen))[0] ?? null);
  }

  private async views(budgets: Budget[], citizen: Citizen | null): Promise<BudgetView[]> {
    const ids = budgets.map(({ _id }) => _id);
    const fields = { budgetId: 1, areaId: 1, feasibility: 1, cost: 1, 'work.state': 1 };
    const [projects, outcomes, tallies] = await Promise.all([
      this.projects.find({ budgetId: { $in: ids } }, fields).lean<Counts[]>().exec(),
      this.outcomes.find({ budgetId: { $in: ids } }, { budgetId: 1, areaId: 1, fairness: 1, 'result.spent': 1, 'result.decimals': 1, 'result.voters': 1 }).lean<Short[]>().exec(),
      this.tallies.of(budgets.flatMap(({ _id, areas, announcedAt, importedFrom }) => (announcedAt && !importedFrom ? areas.map(({ id }) => ballotIdOf(_id, id)) : []))),
    ]);
    const votersOf = (ballotId: string) => tallies.get(ballotId)?.voters ?? 0;
    return budgets.map((budget) => this.view(budget, {
      projects: projects.filter(({ budgetId }) => budgetId === budget._id), outcomes: outcomes.filter(({ budgetId }) => budgetId === budget._id), votersOf, citizen,
    }));
  }

  private view(budget: Budget, { projects, outcomes, votersOf, citizen }: { projects: Counts[]; outcomes: Short[]; votersOf(ballotId: string): number; citizen: Citizen | null }): BudgetView {
    const { _id, title, summary, processId, opensAt, closesAt, decidedAt, announcedAt, areas, ballot, rule, secrecy, electorate = null, channels = [], currency, importedFrom } = budget;
    const works = projects.flatMap(({ work }) => (work ? [work.state] : []));
    return {
      __typename: 'Budget', id: _id, title, summary, processId, stage: stageOf(budget, this.clock.now()), opensAt, closesAt, decidedAt, currency, secrecy, electorate, channels, importedFrom, projects: projects.length,
      ballot, rule: { ...rule, utility: rule.utility ?? null, completion: rule.completion ?? null, stop: rule.stop ?? null, comparison: rule.comparison ?? null, ties: [...rule.ties] },
      money: areas.reduce((sum, { money }) => sum + money, 0),
      areas: areas.map((area) => areaView({ budgetId: _id, area, projects, outcome: outcomes.find(({ areaId }) => areaId === area.id), votersOf })),
      worksBegun: works.filter((state) => state === 'building' || state === 'done').length, worksDone: works.filter((state) => state === 'done').length,
      canDeclare: hasRole(citizen, 'administrator') && !announcedAt, canManage: hasRole(citizen, 'administrator', 'official') && !importedFrom,
    };
  }
}

function areaView({ budgetId, area: { id, money }, projects, outcome, votersOf }: { budgetId: string; area: Budget['areas'][number]; projects: Counts[]; outcome: Short | undefined; votersOf(ballotId: string): number }): BudgetArea {
  const here = projects.filter(({ areaId, feasibility }) => areaId === id && feasibility === 'feasible');
  const ballotId = ballotIdOf(budgetId, id);
  return {
    id, districtId: id === CITY ? null : id, money, ballotId, projects: here.length, cost: here.reduce((sum, { cost }) => sum + cost, 0),
    voters: outcome?.result.voters ?? votersOf(ballotId), outcome: outcome ? shortOutcome(outcome) : null,
  };
}

function shortOutcome({ fairness: { funded, reached, voters }, result: { spent, decimals } }: Short) {
  return { funded, spent: centsOf(spent, decimals), reached: voters > 0 ? reached / voters : 0 };
}

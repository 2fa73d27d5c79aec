import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { areaKey, ballotIdOf, CITY, QUESTION, VOTING_PHASE } from '@isegoria/budgeting/contracts';
import { Clock, Events, log } from '@isegoria/kernel/api';
import type { PhaseChanged } from '@isegoria/processes/contracts';
import { Processes } from '@isegoria/processes/api';
import { Ballots, type NewBallot } from '@isegoria/votes/api';
import { Budget, type StoredArea } from './budget.schema';
import { Project } from './project.schema';

/** The ballots of a budget, one an area. Opening them again changes nothing, so a crash in between is mended by doing it once more. */
@Injectable()
export class BudgetBallots implements OnModuleInit {
  constructor(
    @InjectModel(Budget.name) private readonly budgets: Model<Budget>,
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    private readonly ballots: Ballots,
    private readonly processes: Processes,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.later('phase.changed', 'budgeting.dates', (change) => this.moved(change));
  }

  async put(budgetId: string): Promise<void> {
    const budget = await this.budgets.findById(budgetId).lean<Budget>().exec();
    if (!budget?.announcedAt) return;
    const projects = await this.projects.find({ budgetId }, { cost: 1 }).lean<Pick<Project, '_id' | 'cost'>[]>().exec();
    const costs = new Map(projects.map(({ _id, cost }) => [_id, cost]));
    await this.ballots.openMany(budget.areas.map((area) => ballotOf(budget, area, costs)));
  }

  /** The voting phase got another end. The opening stays as it was announced, and what is over stays over. */
  private async moved({ processId, phaseId }: PhaseChanged): Promise<void> {
    if (phaseId !== VOTING_PHASE) return;
    const phase = (await this.processes.find(processId))?.phases.find(({ id }) => id === phaseId);
    const now = this.clock.now();
    if (!phase || phase.closesAt <= now) return;
    const open = await this.budgets.find({ processId, announcedAt: { $ne: null }, decidedAt: null, closesAt: { $gt: now } }).lean<Budget[]>().exec();
    for (const { _id, areas } of open) {
      for (const { id } of areas) await this.ballots.reopen(ballotIdOf(_id, id), phase.closesAt);
      await this.budgets.updateOne({ _id }, { $set: { closesAt: phase.closesAt } }).exec();
      log.info({ budget: _id, closesAt: phase.closesAt }, 'the voting on a budget ends at another moment');
    }
  }
}

function ballotOf(budget: Budget, { id, money, projects }: StoredArea, costs: ReadonlyMap<string, number>): NewBallot {
  const { ballot, secrecy, opensAt, closesAt, isDemo, electorate, channels } = budget;
  const limits = {
    ...(ballot.most === null ? {} : { most: ballot.most }),
    ...(ballot.withinMoney ? { money, costs: projects.map((project) => costs.get(project) ?? 0) } : {}),
    ...(ballot.form === 'points' ? { points: ballot.points } : {}),
  };
  return {
    id: ballotIdOf(budget._id, id), subject: { kind: 'budget', id: areaKey(budget._id, id) }, kind: 'budget', secrecy, opensAt, closesAt,
    questions: [{ id: QUESTION, options: projects, form: ballot.form, ...limits }], districts: id === CITY ? [] : [id], isDemoBox: isDemo,
    ...(electorate ? { electorate } : {}), ...(channels?.length ? { channels } : {}),
  };
}

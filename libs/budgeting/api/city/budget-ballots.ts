import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { areaKey, ballotIdOf, CITY, QUESTION, VOTING_PHASE } from '@isegoria/budgeting/contracts';
import { Clock, Events, log } from '@isegoria/kernel/api';
import type { Phase, PhaseChanged } from '@isegoria/processes/contracts';
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

  /**
   * The voting phase got other dates. Until the ballots open, opening and end follow it; from then on the end alone, and an end that has passed already becomes the nearest
   * moment that every process can know of. What is over stays over.
   */
  private async moved({ processId, phaseId }: PhaseChanged): Promise<void> {
    if (phaseId !== VOTING_PHASE) return;
    const phase = (await this.processes.find(processId))?.phases.find(({ id }) => id === phaseId);
    const running = await this.budgets.find({ processId, announcedAt: { $ne: null }, decidedAt: null, closesAt: { $gt: this.clock.now() } }).lean<Budget[]>().exec();
    if (!phase) return;
    for (const budget of running) {
      const dates = await this.follow(budget, phase);
      await this.budgets.updateOne({ _id: budget._id }, { $set: dates }).exec();
      log.info({ budget: budget._id, ...dates }, 'the voting on a budget has other dates');
    }
  }

  /** All areas of a budget have the same dates, so what one ballot allows the others do. */
  private async follow({ _id, areas, opensAt }: Budget, phase: Pick<Phase, 'opensAt' | 'closesAt'>): Promise<{ opensAt: Date | null; closesAt: Date }> {
    const ids = areas.map(({ id }) => ballotIdOf(_id, id));
    const isMoved = await Promise.all(ids.map((id) => this.ballots.reschedule(id, phase)));
    if (isMoved.every(Boolean)) return { opensAt: phase.opensAt, closesAt: phase.closesAt };
    const isAhead = phase.closesAt.getTime() > this.clock.now().getTime() + 5000;
    if (isAhead) for (const id of ids) await this.ballots.reopen(id, phase.closesAt);
    const ends = isAhead ? [] : await Promise.all(ids.map((id) => this.ballots.close(id)));
    return { opensAt, closesAt: ends.sort((a, b) => b.getTime() - a.getTime())[0] ?? phase.closesAt };
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
    questions: [{ id: QUESTION, options: projects, form: ballot.form, ...limits }], districts: id === CITY ? [] : [id], isDemoBox: isDemo, byDistrict: id === CITY,
    ...(electorate ? { electorate } : {}), ...(channels?.length ? { channels } : {}),
  };
}

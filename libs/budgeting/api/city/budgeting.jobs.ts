import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { areaKey, CITY } from '@isegoria/budgeting/contracts';
import { Clock, eachLeft, Events, Jobs, log } from '@isegoria/kernel/api';
import { afterDays } from '@isegoria/kernel/contracts';
import { Activity, type Happening } from '@isegoria/notifications/api';
import { Announcer } from '@isegoria/realtime/api';
import type { AreaOutcome } from './area-result.schema';
import { BudgetBallots } from './budget-ballots';
import { Budget } from './budget.schema';
import { AreaCounting } from './counting.service';
import { ProjectNews } from './project-news';
import { Project } from './project.schema';

const settling = 'budgeting.settle';
const lookMs = 15_000;

/** That a voting opened is no news any more after so many days, as to a city that is started with it. */
const newsDays = 2;

/** What those hear who follow a district with money of its own, when its voting opens. */
export function openingsOf({ _id, title, areas, opensAt }: Pick<Budget, '_id' | 'title' | 'areas' | 'opensAt'>): Happening[] {
  if (!opensAt) return [];
  const own = areas.filter(({ id }) => id !== CITY).map(({ id }) => areaKey(_id, id));
  return own.map((id) => ({ about: { kind: 'budget', id }, name: 'budgeting.opened', params: { title }, at: opensAt, key: `budget.opened:${id}`, isLocal: true }));
}

/** Counts budgets whose voting is over, and finishes what a crash cut short. Every step may come twice. */
@Injectable()
export class BudgetingJobs implements OnModuleInit {
  private readonly opened = new Set<string>();

  constructor(
    @InjectModel(Budget.name) private readonly budgets: Model<Budget>,
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    private readonly counting: AreaCounting,
    private readonly ballots: BudgetBallots,
    private readonly news: ProjectNews,
    private readonly activity: Activity,
    private readonly announcer: Announcer,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(settling, lookMs, () => this.settleAll());
    this.events.later('ballot.opened', 'budgeting.opened', async ({ subject }) => {
      if (subject.kind === 'budget') await this.jobs.nudge(settling);
    });
  }

  /** Looks at every budget that is announced and has no result yet. */
  async settleAll(): Promise<void> {
    const waiting = await this.budgets.find({ decidedAt: null, announcedAt: { $ne: null } }).lean<Budget[]>().exec();
    await eachLeft('budgets', waiting, async (budget) => {
      await this.ballots.put(budget._id);
      await this.tellOpened(budget);
      if (budget.closesAt && budget.closesAt <= this.clock.now()) await this.settle(budget);
    });
  }

  /** Those who follow a district hear that its money can be voted on. Told once by its key; a process that remembers does not ask again. */
  private async tellOpened(budget: Budget): Promise<void> {
    const now = this.clock.now();
    const isNews = budget.opensAt && budget.opensAt <= now && budget.opensAt > afterDays(now, -newsDays);
    if (!isNews || this.opened.has(budget._id)) return;
    for (const opening of openingsOf(budget)) await this.activity.record(opening);
    this.opened.add(budget._id);
  }

  /** True once all areas are decided. The order matters: results, then what projects are, then the budget, then the news. */
  async settle(budget: Budget, decidedAt = this.clock.now()): Promise<boolean> {
    const outcomes = await Promise.all(budget.areas.map((area) => this.counting.settle(budget, area)));
    const counted = outcomes.filter((outcome) => outcome !== null);
    if (counted.length < outcomes.length) return false;
    for (const outcome of counted) await this.mark(outcome);
    await this.tell(budget, counted, decidedAt);
    await this.budgets.updateOne({ _id: budget._id, decidedAt: null }, { $set: { decidedAt } }).exec();
    await this.announcer.announce({ kind: 'budget', id: budget._id }, 'decided', {});
    log.info({ budget: budget._id, areas: counted.length }, 'a budget was decided');
    return true;
  }

  /** A funded project begins its works; of the others it is written that they do not. */
  private async mark({ result, projects }: AreaOutcome): Promise<void> {
    const won = new Set(result.winners);
    const idsOf = (isFunded: boolean) => projects.filter(({ key }) => won.has(key) === isFunded).map(({ id }) => id);
    await this.projects.updateMany({ _id: { $in: idsOf(false) } }, { $set: { isFunded: false } }).exec();
    await this.projects.updateMany({ _id: { $in: idsOf(true) } }, { $set: { isFunded: true } }).exec();
    const begins = { state: 'planned', progress: 0, spent: 0, milestones: [], acts: [], news: [] };
    await this.projects.updateMany({ _id: { $in: idsOf(true) }, work: null }, { $set: { work: begins } }).exec();
  }

  private async tell({ _id, title }: Budget, outcomes: readonly AreaOutcome[], at: Date): Promise<void> {
    const ids = outcomes.flatMap(({ projects }) => projects.map(({ id }) => id));
    const projects = await this.projects.find({ _id: { $in: ids } }).lean<Project[]>().exec();
    for (const project of projects) await this.news.decided(project);
    const funded = projects.filter(({ isFunded }) => isFunded).map((project) => project._id);
    const unfunded = projects.filter(({ isFunded }) => !isFunded).map((project) => project._id);
    await this.activity.record({ about: { kind: 'budget', id: _id }, name: 'budgeting.decided', params: { title, count: funded.length }, at, key: `budget.decided:${_id}` });
    await this.events.publish('budget.decided', { budgetId: _id, title, funded, unfunded, at });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ballotIdOf, CITY, declaredRule, QUESTION, VOTING_PHASE } from '@isegoria/budgeting/contracts';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { type SeedContext, Seeds } from '@isegoria/kernel/api';
import { Activity } from '@isegoria/notifications/api';
import { Organisation } from '@isegoria/organisation/api';
import { Processes } from '@isegoria/processes/api';
import { Ballots, Electorates, type SeededVote, Votes } from '@isegoria/votes/api';
import { BudgetBallots } from '../budget-ballots';
import { Budget, type StoredBallot } from '../budget.schema';
import { BudgetingJobs, openingsOf } from '../budgeting.jobs';
import { Project, termsOf } from '../project.schema';
import { cart, demo, type DemoBudget, parents } from './demo-budgets';
import type { DemoProject } from './demo-project';
import { demoCart, demoOrder, demoPoints } from './demo-votes';
import { DemoProposals } from './demo-proposals';
import { DemoWorks } from './demo-works';

const dayMs = 86_400_000;

/** The demo city's budgets: last year's, decided and being built, and this year's, which is voted on now. Safe to run twice. */
@Injectable()
export class BudgetingSeed implements OnModuleInit {
  constructor(
    @InjectModel(Budget.name) private readonly budgets: Model<Budget>,
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    private readonly seeds: Seeds,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly processes: Processes,
    private readonly ballots: Ballots,
    private readonly areaBallots: BudgetBallots,
    private readonly electorates: Electorates,
    private readonly votes: Votes,
    private readonly jobs: BudgetingJobs,
    private readonly activity: Activity,
    private readonly proposals: DemoProposals,
    private readonly works: DemoWorks,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'budgeting', order: 60, run: (context) => this.run(context) });
  }

  async run(context: SeedContext): Promise<void> {
    await this.past(context);
    await this.current(demo.now, context);
    await this.enlistParents();
    await this.current(demo.schools, context);
    await this.current(demo.youth, context);
  }

  /** Votes come in through the usual door, so the ballots stand open for a moment, and are then what they are: over since last year. */
  private async past(context: SeedContext): Promise<void> {
    const known = await this.budgets.findById(demo.past.id).lean<Budget>().exec();
    if (known?.decidedAt) return;
    const phase = await this.phaseOf(demo.past);
    const opensAt = phase?.opensAt ?? new Date(context.now.getTime() - 400 * dayMs);
    const closesAt = phase?.closesAt ?? new Date(context.now.getTime() - 380 * dayMs);
    const later = new Date(context.now.getTime() + 365 * dayMs);
    await this.found(demo.past, { opensAt, closesAt: later }, context);
    await this.cast(demo.past, context);
    for (const { id } of demo.past.areas) await this.ballots.reopen(ballotIdOf(demo.past.id, id), closesAt);
    await this.budgets.updateOne({ _id: demo.past.id }, { $set: { closesAt } }).exec();
    const budget = await this.budgets.findById(demo.past.id).lean<Budget>().exec();
    if (budget) await this.jobs.settle(budget, new Date(closesAt.getTime() + dayMs));
    await this.works.build(demo.past, context);
  }

  private async current(budget: DemoBudget, context: SeedContext): Promise<void> {
    const phase = await this.phaseOf(budget);
    if (!phase || (await this.budgets.exists({ _id: budget.id }).exec())) return;
    await this.found(budget, phase, context);
    await this.proposals.link(budget.id, budget.projects, phase.opensAt);
    await this.cast(budget, context);
  }

  /** Every third neighbour has children at school, and so has the citizen whom visitors sign in as. */
  private async enlistParents(): Promise<void> {
    if (await this.electorates.knows(parents.id)) return;
    const known = await this.citizens.byEmails(['citizen@isegoria.example']);
    const members = [...known.values(), ...(await this.citizens.sample()).filter((_, at) => at % 3 === 0)];
    await this.electorates.enlist(parents.id, members.map(({ personId }) => personId), parents.title);
  }

  private async phaseOf({ processId }: DemoBudget) {
    return (await this.processes.find(processId))?.phases.find(({ id }) => id === VOTING_PHASE);
  }

  private async found({ id, processId, title, summary, areas, projects, secrecy, ballot = cart, electorate = null, channels = [], foundedDays = 90 }: DemoBudget, { opensAt, closesAt }: { opensAt: Date; closesAt: Date }, { now }: Pick<SeedContext, 'now'>): Promise<void> {
    const departments = new Map((await this.organisation.categories()).map((category) => [category.id, category.departmentId]));
    const createdAt = new Date(opensAt.getTime() - foundedDays * dayMs);
    const made = projects.map((project, at) => ({
      _id: `${id}-${at + 1}`, budgetId: id, number: at + 1, areaId: project.area, title: project.title, text: project.text, lang: 'el', districtId: project.area === CITY ? null : project.area,
      categoryId: project.category, departmentId: departments.get(project.category) ?? null, cost: project.euros * 100, feasibility: project.unfeasible ? 'unfeasible' : 'feasible',
      reason: project.unfeasible ?? 'Ελέγχθηκε από την αρμόδια υπηρεσία: γίνεται, με το κόστος που γράφει.', createdAt, terms: termsOf(project),
    }));
    const onBallot = (area: string) => made.filter(({ areaId, feasibility }) => areaId === area && feasibility === 'feasible').map(({ _id }) => _id);
    await this.projects.bulkWrite(made.map(({ _id, ...project }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: { ...project, isFunded: null, work: null } }, upsert: true } })));
    const year = opensAt.getUTCFullYear() + 1;
    const budget = {
      title: title(year), summary, processId, secrecy, currency: 'EUR', nextNumber: made.length + 1, createdAt, announcedAt: new Date(opensAt.getTime() - 7 * dayMs), opensAt, closesAt,
      areas: areas.map((area) => ({ id: area.id, money: area.euros * 100, projects: onBallot(area.id) })), decidedAt: null,
      ballot, electorate, channels, rule: declaredRule('equalshares/add1u', { utility: 'cost', stop: 'exhaustive' }), isDemo: true,
    };
    await this.budgets.updateOne({ _id: id }, { $setOnInsert: budget }, { upsert: true }).exec();
    await this.areaBallots.put(id);
    if (opensAt <= now) await this.activity.recordMany(openingsOf({ _id: id, title: budget.title, areas: budget.areas, opensAt }));
  }

  private async cast(budget: DemoBudget, context: SeedContext): Promise<void> {
    const votes = (budget.isAmongMembers ? await this.citizens.sample() : await this.strangers(budget, context)).flatMap((citizen) => votesOf(budget, citizen, context));
    for (let from = 0; from < votes.length; from += 1000) {
      await this.votes.castMany(votes.slice(from, from + 1000));
      context.progress(`votes on ${budget.id}`, Math.min(from + 1000, votes.length), votes.length);
    }
  }

  private async strangers(budget: DemoBudget, context: SeedContext): Promise<Citizen[]> {
    const districts = await this.organisation.districts();
    const people = districts.reduce((sum, { population }) => sum + population, 0);
    return districts.flatMap(({ id, population }) => {
      const count = Math.max(Math.round((budget.voters * context.scale * population) / Math.max(people, 1)), 4);
      return Array.from({ length: count }, (_, at) => stranger(budget.id, id, at));
    });
  }
}

/** Everybody votes for the whole city, and most for their own district, where it has money. */
function votesOf(budget: DemoBudget, citizen: Citizen, { random }: SeedContext): SeededVote[] {
  const asked = budget.areas.filter(({ id }) => (id === CITY ? random() < 0.94 : id === citizen.districtId && random() < 0.86));
  return asked.flatMap(({ id, euros }) => {
    const projects = budget.projects.filter(({ area, unfeasible }) => area === id && !unfeasible);
    const answers = chosenBy(budget.ballot?.form ?? 'approval', projects, { euros, random }).map(({ project, ...points }) => ({ questionId: QUESTION, optionId: `${budget.id}-${budget.projects.indexOf(project) + 1}`, ...points }));
    return answers.length > 0 ? [{ citizen, ballotId: ballotIdOf(budget.id, id), nonce: `seed-${citizen.id}-${id}`.slice(0, 64), answers }] : [];
  });
}

function chosenBy(form: StoredBallot['form'], projects: readonly DemoProject[], { euros, random }: { euros: number; random(): number }): { project: DemoProject; points?: number }[] {
  if (form === 'points') return demoPoints(projects, random);
  return (form === 'ranking' ? demoOrder(projects, random) : demoCart(projects, euros, random)).map((project) => ({ project }));
}

/** Secret voters whom nobody ever meets need no account. */
function stranger(budgetId: string, districtId: string, at: number): Citizen {
  const id = `${budgetId}-${districtId}-${at}`;
  return { id, personId: `person:demo-${id}`, name: '', roles: ['citizen'], departmentId: null, districtId, locale: 'el', confirmed: true };
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ballotIdOf, CITY, declaredRule, QUESTION, VOTING_PHASE } from '@isegoria/budgeting/contracts';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { type SeedContext, Seeds } from '@isegoria/kernel/api';
import { Organisation } from '@isegoria/organisation/api';
import { Processes } from '@isegoria/processes/api';
import { Ballots, type SeededVote, Votes } from '@isegoria/votes/api';
import type { BallotSecrecy } from '@isegoria/votes/contracts';
import { BudgetBallots } from '../budget-ballots';
import { Budget } from '../budget.schema';
import { BudgetingJobs } from '../budgeting.jobs';
import { Project } from '../project.schema';
import type { DemoArea, DemoProject } from './demo-project';
import { demoCart } from './demo-votes';
import { DemoWorks } from './demo-works';
import { DemoProposals } from './demo-proposals';
import { lastYear, lastYearAreas } from './last-year';
import { thisYear, thisYearAreas } from './this-year';

interface DemoBudget {
  id: string;
  processId: string;
  title: (year: number) => { el: string; en: string };
  summary: { el: string; en: string };
  areas: DemoArea[];
  projects: DemoProject[];
  /** At full scale, of those who have no account any more. */
  voters: number;
  /** Whether those vote who live in the demo city now: no more of them than are entitled, as its ballots say. */
  isAmongMembers: boolean;
  secrecy: BallotSecrecy;
}

const dayMs = 86_400_000;
const named = (year: number) => ({ el: `Συμμετοχικός προϋπολογισμός ${year}`, en: `Participatory budget ${year}` });
const demo: Record<'past' | 'now', DemoBudget> = {
  past: {
    id: 'last-year', processId: 'budget-last', title: named, areas: lastYearAreas, projects: lastYear, voters: 1800, isAmongMembers: false, secrecy: 'secret',
    summary: { el: 'Η πόλη μοίρασε 725.000 € με τη μέθοδο των ίσων μερών. Δες τι χρηματοδοτήθηκε, γιατί, και πού βρίσκεται κάθε έργο.', en: 'The city shared out €725,000 by the method of equal shares. See what was funded, why, and where each project stands.' },
  },
  now: {
    id: 'this-year', processId: 'budget', title: named, areas: thisYearAreas, projects: thisYear, voters: 0, isAmongMembers: true, secrecy: 'sealed',
    summary: { el: 'Οι υπηρεσίες κοστολόγησαν τα έργα. Βάλε στο καλάθι όσα χωρούν στο ποσό, για όλη την πόλη και για τη γειτονιά σου.', en: 'The departments have costed the projects. Put into the cart whatever fits the money, for the whole city and for your district.' },
  },
};

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
    private readonly votes: Votes,
    private readonly jobs: BudgetingJobs,
    private readonly proposals: DemoProposals,
    private readonly works: DemoWorks,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'budgeting', order: 60, run: (context) => this.run(context) });
  }

  async run(context: SeedContext): Promise<void> {
    await this.past(context);
    await this.current(context);
  }

  /** Votes come in through the usual door, so the ballots stand open for a moment, and are then what they are: over since last year. */
  private async past(context: SeedContext): Promise<void> {
    const known = await this.budgets.findById(demo.past.id).lean<Budget>().exec();
    if (known?.decidedAt) return;
    const phase = await this.phaseOf(demo.past);
    const opensAt = phase?.opensAt ?? new Date(context.now.getTime() - 400 * dayMs);
    const closesAt = phase?.closesAt ?? new Date(context.now.getTime() - 380 * dayMs);
    const later = new Date(context.now.getTime() + 365 * dayMs);
    await this.found(demo.past, { opensAt, closesAt: later });
    await this.cast(demo.past, context);
    for (const { id } of demo.past.areas) await this.ballots.reopen(ballotIdOf(demo.past.id, id), closesAt);
    await this.budgets.updateOne({ _id: demo.past.id }, { $set: { closesAt } }).exec();
    const budget = await this.budgets.findById(demo.past.id).lean<Budget>().exec();
    if (budget) await this.jobs.settle(budget, new Date(closesAt.getTime() + dayMs));
    await this.works.build(demo.past, context);
  }

  private async current(context: SeedContext): Promise<void> {
    const phase = await this.phaseOf(demo.now);
    if (!phase || (await this.budgets.exists({ _id: demo.now.id }).exec())) return;
    await this.found(demo.now, phase);
    await this.proposals.link(demo.now.id, demo.now.projects, phase.opensAt);
    await this.cast(demo.now, context);
  }

  private async phaseOf({ processId }: DemoBudget) {
    return (await this.processes.find(processId))?.phases.find(({ id }) => id === VOTING_PHASE);
  }

  private async found({ id, processId, title, summary, areas, projects, secrecy }: DemoBudget, { opensAt, closesAt }: { opensAt: Date; closesAt: Date }): Promise<void> {
    const departments = new Map((await this.organisation.categories()).map((category) => [category.id, category.departmentId]));
    const createdAt = new Date(opensAt.getTime() - 90 * dayMs);
    const made = projects.map((project, at) => ({
      _id: `${id}-${at + 1}`, budgetId: id, number: at + 1, areaId: project.area, title: project.title, text: project.text, lang: 'el', districtId: project.area === CITY ? null : project.area,
      categoryId: project.category, departmentId: departments.get(project.category) ?? null, cost: project.euros * 100, feasibility: project.unfeasible ? 'unfeasible' : 'feasible',
      reason: project.unfeasible ?? 'Ελέγχθηκε από την αρμόδια διεύθυνση: γίνεται, με το κόστος που γράφει.', createdAt,
    }));
    const onBallot = (area: string) => made.filter(({ areaId, feasibility }) => areaId === area && feasibility === 'feasible').map(({ _id }) => _id);
    await this.projects.bulkWrite(made.map(({ _id, ...project }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: { ...project, isFunded: null, work: null } }, upsert: true } })));
    const year = opensAt.getUTCFullYear() + 1;
    const budget = {
      title: title(year), summary, processId, secrecy, currency: 'EUR', nextNumber: made.length + 1, createdAt, announcedAt: new Date(opensAt.getTime() - 7 * dayMs), opensAt, closesAt,
      areas: areas.map((area) => ({ id: area.id, money: area.euros * 100, projects: onBallot(area.id) })), decidedAt: null,
      ballot: { form: 'approval', withinMoney: true, most: null, points: null }, rule: declaredRule('equalshares/add1u', { utility: 'cost', stop: 'exhaustive' }), isDemo: true,
    };
    await this.budgets.updateOne({ _id: id }, { $setOnInsert: budget }, { upsert: true }).exec();
    await this.areaBallots.put(id);
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
    const cart = demoCart(budget.projects.filter(({ area, unfeasible }) => area === id && !unfeasible), euros, random);
    const answers = cart.map((project) => ({ questionId: QUESTION, optionId: `${budget.id}-${budget.projects.indexOf(project) + 1}` }));
    return answers.length > 0 ? [{ citizen, ballotId: ballotIdOf(budget.id, id), nonce: `seed-${citizen.id}-${id}`.slice(0, 64), answers }] : [];
  });
}

/** Secret voters whom nobody ever meets need no account. */
function stranger(budgetId: string, districtId: string, at: number): Citizen {
  const id = `${budgetId}-${districtId}-${at}`;
  return { id, personId: `person:demo-${id}`, name: '', roles: ['citizen'], departmentId: null, districtId, locale: 'el', confirmed: true };
}

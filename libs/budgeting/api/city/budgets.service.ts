import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type BudgetInput, budgetInput, type Budget as BudgetView, BUDGETS_KIND, CITY, type DeclaredRule, declaredRule, VOTING_PHASE } from '@isegoria/budgeting/contracts';
import { Clock, newId, Transactions } from '@isegoria/kernel/api';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Phase } from '@isegoria/processes/contracts';
import { Processes } from '@isegoria/processes/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Electorates } from '@isegoria/votes/api';
import { BudgetBallots } from './budget-ballots';
import { BudgetViews } from './budget-views';
import { Budget, type StoredArea } from './budget.schema';
import { gone, inOrder, notReady, refuse, type Refusal } from './budgets.rules';
import { Project } from './project.schema';

type Invalid = { __typename: 'Invalid'; problems: FieldProblem[] };
type Saved = BudgetView | Invalid | Refusal | typeof gone;

/** The acts of administrators on a budget: it is declared, and its voting is announced. */
@Injectable()
export class Budgets {
  constructor(
    @InjectModel(Budget.name) private readonly budgets: Model<Budget>,
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    private readonly organisation: Organisation,
    private readonly processes: Processes,
    private readonly ballots: BudgetBallots,
    private readonly electorates: Electorates,
    private readonly views: BudgetViews,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Declares a budget. After the announcement nothing of it changes any more. */
  async save(citizen: Citizen, input: BudgetInput): Promise<Saved> {
    const problems = [...problemsOf(budgetInput, input), ...(await this.unknown(input))];
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const declared = await this.declared(input);
    const id = input.id ?? newId(this.clock.now());
    if (!input.id) await this.budgets.create({ _id: id, ...declared, createdAt: this.clock.now() });
    else if (!(await this.change(id, declared))) return (await this.budgets.exists({ _id: { $eq: id } }).exec()) ? refuse('declared') : gone;
    return (await this.views.one(id, citizen)) ?? gone;
  }

  /** Fixes what was declared and which projects stand on which ballot, then puts the ballots up. */
  async announce(citizen: Citizen, budgetId: string): Promise<BudgetView | Refusal | typeof gone> {
    const budget = await this.budgets.findById(String(budgetId)).lean<Budget>().exec();
    if (!budget) return gone;
    const phase = await this.votingPhase(budget.processId);
    const refused = budget.announcedAt ? null : await this.fix(budget, phase);
    if (refused) return refused;
    await this.ballots.put(budgetId);
    return (await this.views.one(budgetId, citizen)) ?? gone;
  }

  async votingPhase(processId: string | null): Promise<Phase | null> {
    const process = processId ? await this.processes.find(processId) : null;
    return process?.phases.find(({ id }) => id === VOTING_PHASE) ?? null;
  }

  /** One transaction with the projects: what an official changes at this moment comes before it, or is refused. */
  private async fix({ _id }: Budget, phase: Phase | null): Promise<Refusal | null> {
    let refused: Refusal | null = null;
    await this.transactions.run(async (session) => {
      const now = this.clock.now();
      const budget = await this.budgets.findById(_id, null, { session }).lean<Budget>().exec();
      const projects = await this.projects.find({ budgetId: _id }, null, { session }).sort({ number: 1 }).lean<Project[]>().exec();
      refused = budget && !budget.announcedAt ? notReady(budget, projects, phase, now) : null;
      if (!budget || budget.announcedAt || refused || !phase) return;
      const areas = budget.areas.map((area): StoredArea => ({ ...area, projects: onBallot(projects, area.id) }));
      await this.budgets.updateOne({ _id, announcedAt: null }, { $set: { areas, announcedAt: now, opensAt: phase.opensAt, closesAt: phase.closesAt } }, { session });
    });
    return refused;
  }

  private async change(_id: string, declared: Awaited<ReturnType<Budgets['declared']>>): Promise<boolean> {
    const { matchedCount } = await this.budgets.updateOne({ _id: { $eq: _id }, announcedAt: null }, { $set: declared }).exec();
    return matchedCount > 0;
  }

  private async declared({ title, summary, processId, areas, form, withinMoney, most, points, secrecy, electorate, channels, ...input }: BudgetInput) {
    const districts = (await this.organisation.districts()).map(({ id }) => id);
    const trimmed = (text: { el: string; en: string }) => ({ el: text.el.trim(), en: text.en.trim() });
    return {
      title: trimmed(title), summary: trimmed(summary), processId, secrecy, rule: ruleFrom(input), channels: [...new Set(channels ?? [])],
      electorate: electorate ? { verified: electorate.verified, minimumAge: electorate.minimumAge ?? null, list: electorate.list ?? null } : null,
      areas: inOrder(areas.map(({ id, money }) => ({ id, money, projects: [] })), districts),
      ballot: { form: form as 'approval' | 'points' | 'ranking', withinMoney: form === 'approval' && withinMoney, most: most ?? null, points: form === 'points' ? (points ?? null) : null },
    };
  }

  private async unknown({ id: declaredId, areas, processId, electorate }: BudgetInput): Promise<FieldProblem[]> {
    const [{ districts }, process, before] = await Promise.all([this.organisation.current(), this.processes.find(processId), declaredId ? this.budgets.findById(String(declaredId)).lean<Budget>().exec() : null]);
    // An area whose district was retired meanwhile is declared already.
    const known = new Set([CITY, ...districts.map(({ id }) => id), ...(before?.areas ?? []).map(({ id }) => id)]);
    const problems: FieldProblem[] = [];
    if (areas.some(({ id }) => !known.has(id))) problems.push({ field: 'areas', code: 'invalid', limit: null });
    if (electorate?.list && !(await this.electorates.knows(electorate.list))) problems.push({ field: 'electorate.list', code: 'invalid', limit: null });
    if (process?.kind !== BUDGETS_KIND) problems.push({ field: 'processId', code: 'required', limit: null });
    return problems;
  }
}

const onBallot = (projects: readonly Project[], areaId: string): string[] =>
  projects.filter((project) => project.areaId === areaId && project.feasibility === 'feasible').map(({ _id }) => _id);

/** The declared rule in full. The schema has seen to it that every word is one that the rules know. */
function ruleFrom({ rule, utility, completion, stop, comparison, ties, threshold }: Pick<BudgetInput, 'rule' | 'utility' | 'completion' | 'stop' | 'comparison' | 'ties' | 'threshold'>): DeclaredRule {
  const said = Object.entries({ utility, completion, stop, comparison, threshold }).filter(([, value]) => value !== null && value !== undefined);
  return declaredRule(rule, { ties: ties as DeclaredRule['ties'], ...Object.fromEntries(said) });
}

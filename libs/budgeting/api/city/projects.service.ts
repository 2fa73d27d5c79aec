import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type BudgetProject, type BudgetProjectInput, type Feasibility, feasibilityInput, projectInput } from '@isegoria/budgeting/contracts';
import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { Clock, newId, oneLine, plain, Subjects, Transactions, unlessThere } from '@isegoria/kernel/api';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { Budget } from './budget.schema';
import { gone, refuse, type Refusal } from './budgets.rules';
import { ProjectNews } from './project-news';
import { ProjectViews } from './project-views';
import { Project, termsOf } from './project.schema';

export type Saved = BudgetProject | { __typename: 'Invalid'; problems: FieldProblem[] } | Refusal | typeof gone;
type Written = 'written' | 'declared' | 'gone';

const invalid = (problems: FieldProblem[]) => ({ __typename: 'Invalid' as const, problems });

/** What officials do with projects of their department, or of none, before the voting is announced. */
@Injectable()
export class Projects {
  constructor(
    @InjectModel(Budget.name) private readonly budgets: Model<Budget>,
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    private readonly organisation: Organisation,
    private readonly subjects: Subjects,
    private readonly views: ProjectViews,
    private readonly news: ProjectNews,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Enters a project or changes it. A proposal becomes one project of a budget, however often it is sent; who sends something else for it is told that it has been made. */
  async save(citizen: Citizen, input: BudgetProjectInput): Promise<Saved> {
    const before = input.id ? await this.projects.findById(String(input.id)).lean<Project>().exec() : null;
    const problems = [...problemsOf(projectInput, input), ...(await this.unknown(input, before))];
    if (problems.length > 0) return invalid(problems);
    const isKept = before?.departmentId === (input.departmentId ?? null);
    if (!(await this.isTheirs(citizen, before)) || !(isKept || speaksFor(citizen, input.departmentId ?? null))) return refuse('department');
    const known = await this.madeOf(input);
    if (known && !isDeepStrictEqual(fieldsOf(known), fieldsOf(input))) return refuse('made');
    const id = input.id ?? known?._id ?? newId(this.clock.now());
    const fate = known ? 'written' : await this.write(id, input).catch((error: unknown) => this.unlessQuicker(input, error));
    if (fate === 'made') return this.save(citizen, input);
    if (fate !== 'written') return fate === 'declared' ? refuse('declared') : gone;
    if (input.proposalId) await this.news.made(id);
    return (await this.views.one(id, citizen)) ?? gone;
  }

  /** Says whether it can be done. The reason is public, and whoever follows it, or its proposal, is told. */
  async decide(citizen: Citizen, { projectId, feasibility, reason }: { projectId: string; feasibility: Feasibility; reason: string }): Promise<Saved> {
    const problems = problemsOf(feasibilityInput, { feasibility, reason });
    if (problems.length > 0) return invalid(problems);
    const project = await this.projects.findById(String(projectId)).lean<Project>().exec();
    if (!project) return gone;
    if (!(await this.isTheirs(citizen, project))) return refuse('department');
    const fate = await this.withBudget(project.budgetId, 0, async (session) => {
      await this.projects.updateOne({ _id: project._id }, { $set: { feasibility, reason: plain(reason) || null } }, { session });
      return 'written';
    });
    if (fate !== 'written') return refuse('declared');
    if (feasibility !== 'undecided' && feasibility !== project.feasibility) await this.news.lookedAt(project._id);
    return (await this.views.one(project._id, citizen)) ?? gone;
  }

  /** Whether an official may act on a project as it stands; on a new one every official may. */
  private async isTheirs(citizen: Citizen, project: Project | null): Promise<boolean> {
    return speaksFor(citizen, project && (await this.organisation.answering(project.departmentId, project.categoryId)));
  }

  /** What was made of the proposal of a new project already. */
  private async madeOf({ id, budgetId, proposalId }: BudgetProjectInput): Promise<Project | null> {
    return proposalId && !id ? this.projects.findOne({ budgetId: { $eq: budgetId }, proposalId: { $eq: proposalId } }).lean<Project>().exec() : null;
  }

  /** Passes over the store's refusal where somebody else has made a project of the same proposal meanwhile. */
  private async unlessQuicker(input: BudgetProjectInput, error: unknown): Promise<'made'> {
    unlessThere(error);
    if (await this.madeOf(input)) return 'made';
    throw error;
  }

  private write(id: string, input: BudgetProjectInput): Promise<Written> {
    return this.withBudget(input.budgetId, input.id ? 0 : 1, async (session, budget) => {
      const said = fieldsOf(input);
      const fields = { ...said, terms: termsOf(said) };
      if (input.id) {
        const { matchedCount } = await this.projects.updateOne({ _id: { $eq: id }, budgetId: budget._id }, { $set: fields }, { session });
        return matchedCount > 0 ? 'written' : 'gone';
      }
      await this.projects.create([{ _id: id, ...fields, budgetId: budget._id, number: budget.nextNumber, proposalId: input.proposalId ?? null, createdAt: this.clock.now() }], { session });
      return 'written';
    });
  }

  /** Within one transaction with the budget, which every such write touches: the announcement comes before it or after it, never between. */
  private async withBudget(budgetId: string, added: number, work: (session: Parameters<Parameters<Transactions['run']>[0]>[0], budget: Budget) => Promise<Written>): Promise<Written> {
    let fate: Written = 'gone';
    await this.transactions.run(async (session) => {
      const budget = await this.budgets.findOneAndUpdate({ _id: { $eq: budgetId }, announcedAt: null }, { $inc: { nextNumber: added, writes: 1 } }, { session }).lean<Budget>().exec();
      fate = budget ? await work(session, budget) : 'declared';
    });
    return fate;
  }

  /** What there is not, or no more. What a project carries already it may keep. */
  private async unknown({ budgetId, areaId, districtId, categoryId, departmentId, proposalId }: BudgetProjectInput, before: Project | null): Promise<FieldProblem[]> {
    const [budget, { districts, categories, departments }, proposal] = await Promise.all([
      this.budgets.findById(String(budgetId)).lean<Budget>().exec(),
      this.organisation.current(),
      proposalId ? this.subjects.card({ kind: 'proposal', id: proposalId }) : null,
    ]);
    const isPublic = !proposalId || (proposal?.isPublic ?? false);
    const isMissing = (parts: readonly { id: string }[], id: string | null | undefined, own: string | null | undefined) => Boolean(id) && id !== own && !parts.some((one) => one.id === id);
    const wrong = {
      areaId: !budget?.areas.some(({ id }) => id === areaId), districtId: isMissing(districts, districtId, before?.districtId), categoryId: isMissing(categories, categoryId, before?.categoryId),
      departmentId: isMissing(departments, departmentId, before?.departmentId), proposalId: !isPublic,
    };
    return Object.entries(wrong).flatMap(([field, isWrong]) => (isWrong ? [{ field, code: 'invalid' as const, limit: null }] : []));
  }
}

function fieldsOf({ areaId, title, text, districtId, place, categoryId, departmentId, cost }: Pick<BudgetProjectInput, 'areaId' | 'title' | 'text' | 'districtId' | 'place' | 'categoryId' | 'departmentId' | 'cost'>) {
  const point = place && typeof place.lat === 'number' && typeof place.lng === 'number' ? { lat: place.lat, lng: place.lng } : { lat: null, lng: null };
  return {
    areaId, title: oneLine(title), text: plain(text), districtId: districtId ?? (areaId === 'city' ? null : areaId),
    place: place ? { label: plain(place.label), ...point } : null, categoryId: categoryId ?? null, departmentId: departmentId ?? null, cost,
  };
}

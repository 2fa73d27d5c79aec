import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Events, Subjects } from '@isegoria/kernel/api';
import { Budget } from '../budget.schema';
import { pathOf } from '../project-news';
import { Project } from '../project.schema';
import type { DemoProject } from './demo-project';

/** As many as the demo city has; those that are not there are left out. */
const ids = Array.from({ length: 400 }, (_, at) => `demo-${String(at).padStart(4, '0')}`);
/** How long before the voting a proposal must have stood there to have become a project. */
const checkedWithinMs = 75 * 86_400_000;

/** Says which demo proposals became which projects. The slice beside is asked as everybody asks it: by its subjects. */
@Injectable()
export class DemoProposals {
  constructor(
    @InjectModel(Budget.name) private readonly budgets: Model<Budget>,
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    private readonly subjects: Subjects,
    private readonly events: Events,
  ) {}

  async link(budgetId: string, demo: readonly DemoProject[], votingOpens: Date): Promise<void> {
    const budget = await this.budgets.findById(budgetId).lean<Budget>().exec();
    const before = new Date(votingOpens.getTime() - checkedWithinMs);
    const cards = [...(await this.subjects.cards(ids.map((id) => ({ kind: 'proposal', id })))).values()].filter(({ isPublic, createdAt }) => isPublic && createdAt < before);
    for (const [at, { from, title }] of demo.entries()) {
      const card = from && cards.find((one) => from.test(one.title));
      if (budget && card) await this.become(budget, { id: `${budgetId}-${at + 1}`, title }, card.id);
    }
  }

  private async become({ _id: budgetId, title: budgetTitle, createdAt: at }: Budget, { id, title }: { id: string; title: string }, proposalId: string): Promise<void> {
    await this.projects.updateOne({ _id: id }, { $set: { proposalId } }).exec();
    await this.events.publish('project.made', { projectId: id, proposalId, budgetId, budgetTitle, title, path: pathOf({ _id: id, budgetId }), at });
  }
}

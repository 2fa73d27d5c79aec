import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type Locale, numberFormat } from '@isegoria/kernel/contracts';
import { BallotWording, type Wording } from '@isegoria/votes/api';
import { Project } from './project.schema';

const questions = {
  approval: { el: 'Ποια έργα διαλέγει;', en: 'Which projects are chosen?' },
  points: { el: 'Πόσους βαθμούς δίνει σε κάθε έργο;', en: 'How many points does each project get?' },
  ranking: { el: 'Με ποια σειρά βάζει τα έργα;', en: 'In which order are the projects put?' },
};

/** What stands on a budget's paper, for officials who enter one: the projects by their numbers, as on printed lists, with what they cost. */
@Injectable()
export class BudgetWords implements OnModuleInit {
  constructor(
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    private readonly wording: BallotWording,
  ) {}

  onModuleInit(): void {
    this.wording.register('budget', (ballot) => this.of(ballot));
  }

  private of: Wording = async ({ questions: asked }) => {
    const ids = asked.flatMap(({ options }) => options);
    const found = await this.projects.find({ _id: { $in: ids } }, { title: 1, number: 1, cost: 1 }).lean<Pick<Project, '_id' | 'title' | 'number' | 'cost'>[]>().exec();
    const known = new Map(found.map((project) => [project._id, project]));
    return asked.flatMap(({ id: questionId, options, form }) => [
      { questionId, text: questions[form === 'points' || form === 'ranking' ? form : 'approval'] },
      ...options.flatMap((optionId) => {
        const project = known.get(optionId);
        return project ? [{ questionId, optionId, text: same(`${project.number}. ${project.title}`), note: { el: euros(project.cost, 'el'), en: euros(project.cost, 'en') } }] : [];
      }),
    ]);
  };
}

const same = (text: string) => ({ el: text, en: text });

function euros(cents: number, locale: Locale): string {
  return numberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(cents / 100);
}

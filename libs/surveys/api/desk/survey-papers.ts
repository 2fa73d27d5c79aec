import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Localized } from '@isegoria/kernel/contracts';
import { optionIds, taken } from '@isegoria/surveys/contracts';
import { BallotWording, type Wording } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { optionName } from '../answers/option-name';
import { Survey } from '../survey.schema';
import { surveyPath } from '../survey-views';

const takesPart: Localized = { el: 'Απάντησε στο ερωτηματολόγιο', en: 'Answered the survey' };

/** What stands on a survey's paper, by the numbers of the printed form: for officials who compare what they read, and for whoever asks what the city keeps of them. */
@Injectable()
export class SurveyPapers implements OnModuleInit {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    private readonly wording: BallotWording,
  ) {}

  onModuleInit(): void {
    this.wording.register('survey', (ballot) => this.of(ballot), (id) => `${surveyPath(id)}/desk`);
  }

  private of: Wording = async ({ subject }) => {
    const survey = await this.surveys.findById(subject.id, { sections: 1 }).lean<Pick<Survey, 'sections'>>().exec();
    const questions = (survey?.sections ?? []).flatMap((section) => section.questions);
    const words = questions.flatMap((question, at) => [
      { questionId: question.id, text: numbered(at + 1, question.text) },
      ...optionIds(question).map((optionId) => ({ questionId: question.id, optionId, text: numbered(at + 1, optionName(question, optionId)) })),
    ]);
    return [{ questionId: taken.id, text: takesPart }, { questionId: taken.id, optionId: 'yes', text: takesPart }, ...words];
  };
}

const numbered = (number: number, { el, en }: Localized): Localized => ({ el: `${number}. ${el}`, en: `${number}. ${en}` });

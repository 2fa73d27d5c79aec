import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { batchesOf, Datasets, placedRows, publicUrl } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import { type Survey as Shown, surveyAnswerFields, surveyFields } from '@isegoria/surveys/contracts';
import type { Model } from 'mongoose';
import { optionName } from '../answers/option-name';
import { SurveyFigures } from '../answers/survey-figures.schema';
import { Survey } from '../survey.schema';
import { isPublic } from '../survey-lists';
import { surveyPath, SurveyViews } from '../survey-views';

/** Hands surveys and what was answered in as public data: the figures of the pages, never what they were made from, and nothing before the end. */
@Injectable()
export class SurveysDataset implements OnModuleInit {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    @InjectModel(SurveyFigures.name) private readonly figures: Model<SurveyFigures>,
    private readonly views: SurveyViews,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    const common = { keywords: { el: ['ερωτηματολόγιο', 'έρευνα'], en: ['survey', 'questionnaire'] }, themes: ['GOVE', 'SOCI'], page: '/surveys' } as const;
    this.datasets.register({
      ...common,
      id: 'surveys',
      order: 31,
      title: { el: 'Ερωτηματολόγια', en: 'Surveys' },
      description: {
        el: 'Τι ρώτησε ο δήμος, πότε, πόσοι απάντησαν, τι έμαθε και τι κάνει.',
        en: 'What the municipality asked, when, how many answered, what it learned and what it does.',
      },
      fields: surveyFields,
      key: ['id'],
      rows: (after) => placedRows(batchesOf(this.surveys, isPublic, after?.id ?? null), {
        idOf: ({ _id }) => _id,
        view: (batch) => this.surveyRows(batch),
        after,
      }),
    });
    this.datasets.register({
      ...common,
      id: 'survey-answers',
      order: 32,
      title: { el: 'Απαντήσεις σε ερωτηματολόγια', en: 'Answers to surveys' },
      description: {
        el: 'Πόσοι διάλεξαν κάθε απάντηση, αφού έκλεισε το ερωτηματολόγιο. Ερωτήσεις με λιγότερα από δέκα πρόσωπα και όσα γράφτηκαν με λόγια λείπουν.',
        en: 'How many chose each answer, after the survey closed. Questions of fewer than ten persons, and own words, are left out.',
      },
      fields: surveyAnswerFields,
      key: ['survey', 'question', 'option'],
      rows: (after) => placedRows(batchesOf(this.surveys, { ...isPublic, countedAt: { $ne: null } }, after?.id ?? null), { idOf: ({ _id }) => _id, view: (batch) => this.answerRows(batch), after }),
    });
  }

  private async surveyRows(batch: readonly Survey[]): Promise<RowOf<typeof surveyFields>[][]> {
    const figures = await this.finalOf(batch);
    return (await this.views.of(batch, null)).map((view, at) => [surveyRow(view, batch[at]?.countedAt ?? null, figures.get(view.id))]);
  }

  private async finalOf(batch: readonly Survey[]): Promise<Map<string, SurveyFigures>> {
    const found = await this.figures.find({ _id: { $in: batch.map(({ _id }) => _id) }, isFinal: true }).lean<SurveyFigures[]>().exec();
    return new Map(found.map((one) => [one._id, one]));
  }

  private async answerRows(batch: readonly Survey[]): Promise<RowOf<typeof surveyAnswerFields>[][]> {
    const figures = await this.finalOf(batch);
    return batch.map((survey) => answersOf(survey, figures.get(survey._id)));
  }
}

function surveyRow({ id, title, status, department, publishedAt, opensAt, closesAt, questionCount, people, electorate, report, withdrawal, isDemo, path }: Shown, countedAt: Date | null, figures: SurveyFigures | undefined): RowOf<typeof surveyFields> {
  const came = (way: string) => figures?.channels?.find(({ channel }) => channel === way)?.people ?? null;
  return {
    id, titleEl: title.el, titleEn: title.en, status, department: department?.id ?? null, publishedAt: publishedAt ?? null, opensAt: opensAt ?? null, closesAt: closesAt ?? null, questions: questionCount, people, onPaper: came('paper'), byPhone: came('phone'), atDesk: came('desk'), entitled: electorate.entitled ?? null,
    countedAt, reportedAt: report?.at ?? null, learned: report?.learned ?? null, does: report?.does ?? null, withdrawnAt: withdrawal?.at ?? null, isDemo, url: `${publicUrl()}${path}`,
  };
}

function answersOf({ _id, sections }: Survey, figures: SurveyFigures | undefined): RowOf<typeof surveyAnswerFields>[] {
  const questions = new Map(sections.flatMap((section) => section.questions.map((question) => [question.id, question])));
  return (figures?.questions ?? []).flatMap(({ questionId, answered, isHidden, options }) => {
    const question = questions.get(questionId);
    if (!question || isHidden) return [];
    return options.map(({ optionId, people, share, first, meanPlace }) => ({
      survey: _id, question: questionId, questionEl: question.text.el, questionEn: question.text.en, form: question.form, option: optionId, optionEl: optionName(question, optionId).el, answered, people,
      share: share?.value ?? null, shareLow: share?.low ?? null, shareHigh: share?.high ?? null, first, meanPlace, url: `${publicUrl()}${surveyPath(_id)}/results`,
    }));
  });
}

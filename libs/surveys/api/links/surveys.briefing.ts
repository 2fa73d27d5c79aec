import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Briefings, column, idsOfKind, type SubjectCard } from '@isegoria/kernel/api';
import type { DocumentPart } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { optionName } from '../answers/option-name';
import { SurveyFigures } from '../answers/survey-figures.schema';
import { Survey } from '../survey.schema';
import { isPublic } from '../survey-lists';

/** What surveys tell those who decide: each closed question with what was answered, once it is over. */
@Injectable()
export class SurveysBriefing implements OnModuleInit {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    @InjectModel(SurveyFigures.name) private readonly figures: Model<SurveyFigures>,
    private readonly briefings: Briefings,
  ) {}

  onModuleInit(): void {
    this.briefings.register({ name: 'surveys', order: 16, parts: (subjects) => this.parts(subjects) });
  }

  private async parts(subjects: readonly SubjectCard[]): Promise<DocumentPart[]> {
    const ids = idsOfKind(subjects, 'survey');
    if (ids.length === 0) return [];
    const [surveys, figures] = await Promise.all([
      this.surveys.find({ _id: { $in: ids }, ...isPublic }).lean<Survey[]>().exec(),
      this.figures.find({ _id: { $in: ids }, isFinal: true }).lean<SurveyFigures[]>().exec(),
    ]);
    return surveys.map((survey) => partOf(survey, figures.find(({ _id }) => _id === survey._id)));
  }
}

function partOf({ _id, title, people, sections }: Survey, figures: SurveyFigures | undefined): DocumentPart {
  const questions = new Map(sections.flatMap((section) => section.questions.map((question) => [question.id, question])));
  const rows = (figures?.questions ?? []).flatMap(({ questionId, isHidden, options }) => {
    const question = questions.get(questionId);
    return question && !isHidden ? options.map(({ optionId, people: chose, share }) => ({ question: question.text, option: optionName(question, optionId), people: chose, share: share?.value ?? null, low: share?.low ?? null, high: share?.high ?? null })) : [];
  });
  return {
    id: `surveys.${_id}`,
    title: { el: 'Τι απάντησαν οι πολίτες', en: 'What citizens answered' },
    lead: title,
    measures: [{ id: 'people', label: { el: 'Απάντησαν', en: 'Answered' }, value: people }],
    tables: rows.length > 0 ? [{ ...table, rows }] : [],
    lines: [],
  };
}

const table = {
  id: 'answers',
  title: { el: 'Απαντήσεις', en: 'Answers' },
  note: { el: 'Απάντησε όποιος θέλησε. Ερωτήσεις που απάντησαν λιγότεροι από δέκα λείπουν.', en: 'Whoever wished answered. Questions that fewer than ten answered are left out.' },
  chart: 'none' as const,
  columns: [
    column('question', 'text', 'Ερώτηση', 'Question'), column('option', 'text', 'Απάντηση', 'Answer'), column('people', 'number', 'Άτομα', 'People'), column('share', 'percent', 'Ποσοστό', 'Share'), column('low', 'percent', 'Από', 'From'),
    column('high', 'percent', 'Έως', 'To'),
  ],
};

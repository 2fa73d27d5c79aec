import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock } from '@isegoria/kernel/api';
import { smallestGroup } from '@isegoria/statistics/contracts';
import type { SurveyQuestionResult, SurveyResults } from '@isegoria/surveys/contracts';
import type { Model } from 'mongoose';
import { SurveyFigures } from './survey-figures.schema';
import type { Survey } from '../survey.schema';
import { SurveyLists } from '../survey-lists';
import { SurveyViews } from '../survey-views';
import { showsResults, statusOf } from '../surveys.rules';

export const surveyFiles = ['questions', 'groups'] as const;

/** What was answered, for whoever may read the survey: the same for everybody, also for its department. */
@Injectable()
export class Results {
  constructor(
    @InjectModel(SurveyFigures.name) private readonly figures: Model<SurveyFigures>,
    private readonly lists: SurveyLists,
    private readonly views: SurveyViews,
    private readonly clock: Clock,
  ) {}

  async of(id: string, viewer: Citizen | null): Promise<SurveyResults | null> {
    const survey = await this.lists.find(id, viewer);
    if (!survey || !showsResults(survey, statusOf(survey, this.clock.now()))) return null;
    const found = await this.figures.findById(survey._id).lean<SurveyFigures>().exec();
    const [view] = await this.views.of([survey], viewer);
    if (!view) return null;
    const { at = null, isFinal = false, counted = 0 } = found ?? {};
    return {
      survey: view, sections: survey.sections, people: survey.people, counted, entitled: view.electorate.entitled ?? null, at, isFinal, smallest: smallestGroup,
      questions: found && at ? [...found.questions.map((one) => ({ ...one, writers: null })), ...(isFinal ? writersOf(survey, found) : [])] : [],
      channels: isFinal ? (found?.channels ?? []) : [],
      // The methods' own words are those of the SDL: null stands where nothing may be told.
      who: (found?.who ?? null) as SurveyResults['who'],
      files: found && at ? surveyFiles.filter((name) => name === 'questions' || found.who).map((name) => ({ name, path: `/survey-files/${survey._id}/${name}.csv` })) : [],
    };
  }
}

/** How many wrote to the questions that ask for words alone. */
function writersOf({ sections }: Survey, { writers }: SurveyFigures): SurveyQuestionResult[] {
  const asked = sections.flatMap(({ questions }) => questions).filter(({ form }) => form === 'words');
  return asked.map(({ id }) => ({ questionId: id, answered: writers[id] ?? 0, isHidden: false, options: [], median: null, favourable: null, writers: writers[id] ?? 0 }));
}

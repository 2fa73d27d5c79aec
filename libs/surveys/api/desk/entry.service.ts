import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { answerProblems, chosenOf, enteredInput, type EnterSurveyInput, type EnterSurveyResult, onlyAsked, paperOf } from '@isegoria/surveys/contracts';
import { Desk } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Answering } from '../answers/answering.service';
import { invalid, noSurvey } from '../refusals';
import { Survey } from '../survey.schema';
import { ballotOf } from '../survey-views';
import { entryRefusal, lastAnswersAt } from '../surveys.rules';

/**
 * Answers that came on paper, by phone or at a desk (decisions/004): the same rules as on the site, and the desk of ballots, where two officials read each form
 * independently. What is written in own words never lies beside a reading: it is kept once the form counts, apart, as the second official typed it.
 */
@Injectable()
export class Entry {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    private readonly answering: Answering,
    private readonly desk: Desk,
    private readonly clock: Clock,
  ) {}

  async enter(official: Citizen, { surveyId, answers, words, ...whose }: EnterSurveyInput): Promise<EnterSurveyResult> {
    const survey = await this.surveys.findById(String(surveyId)).lean<Survey>().exec();
    const now = this.clock.now();
    const refused = survey ? entryRefusal(survey, now) : 'missing';
    if (!survey || refused === 'missing') return noSurvey;
    if (refused === 'early') return { __typename: 'NotOpenYet', opensAt: survey.opensAt ?? now };
    if (refused === 'over') return { __typename: 'BallotClosed', closedAt: lastAnswersAt(survey) ?? now };
    const { sections } = survey;
    const form = problemsOf(enteredInput, { answers, words });
    if (form.length > 0) return invalid(form);
    const given = onlyAsked(sections, { chosen: chosenOf(answers), written: Object.fromEntries(words.map(({ questionId, text }) => [questionId, text])) });
    const problems = answerProblems(sections, given);
    if (problems.length > 0) return invalid(problems);
    const entered = await this.desk.enter(official, { ...whose, ballotId: ballotOf(survey._id), answers: paperOf(sections, given) }, (counted) => this.answering.enter(counted, survey, given));
    return entered.__typename === 'BallotUnknown' ? noSurvey : entered;
  }
}

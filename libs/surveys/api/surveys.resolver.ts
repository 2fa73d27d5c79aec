import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type {
  AnswerSurveyResult, DiscardSurveyResult, EnterSurveyResult, ExtendSurveyResult, KeepSurveyPromiseResult, MutationAnswerSurveyArgs, MutationDiscardSurveyArgs, MutationEnterSurveyArgs, MutationExtendSurveyArgs, MutationKeepSurveyPromiseArgs, MutationPublishSurveyArgs,
  MutationReportSurveyArgs, MutationSaveSurveyArgs, MutationWithdrawSurveyArgs, MySurveyAnswers, PublishSurveyResult, QueryMySurveyAnswersArgs, QuerySurveyArgs, QuerySurveyDeskArgs, QuerySurveyResultsArgs, QuerySurveysArgs,
  QuerySurveySectionsArgs, QuerySurveyWordsArgs, ReportSurveyResult, SaveSurveyResult, Survey, SurveyPage, SurveyResults, SurveySection, SurveyWordsPage, WithdrawSurveyResult,
} from '@isegoria/surveys/contracts';
import { Answering } from './answers/answering.service';
import { SurveyDesk } from './desk/desk.service';
import { Entry } from './desk/entry.service';
import { OwnWords } from './answers/own-words.service';
import { Results } from './answers/results.service';
import { SurveyLists } from './survey-lists';

@Resolver()
export class SurveysResolver {
  constructor(
    private readonly lists: SurveyLists,
    private readonly results: Results,
    private readonly desk: SurveyDesk,
    private readonly answering: Answering,
    private readonly entry: Entry,
    private readonly ownWords: OwnWords,
  ) {}

  @Public()
  @Query()
  surveys(@CurrentCitizen() viewer: Citizen | null, @Args() args: QuerySurveysArgs): Promise<SurveyPage> {
    return this.lists.public(args, viewer);
  }

  @Public()
  @Query()
  survey(@CurrentCitizen() viewer: Citizen | null, @Args() { id }: QuerySurveyArgs): Promise<Survey | null> {
    return this.lists.one(id, viewer);
  }

  @Public()
  @Query()
  surveySections(@CurrentCitizen() viewer: Citizen | null, @Args() { surveyId }: QuerySurveySectionsArgs): Promise<SurveySection[]> {
    return this.lists.sections(surveyId, viewer);
  }

  @Roles('official', 'administrator')
  @Query()
  surveyDesk(@CurrentCitizen() official: Citizen, @Args() { first, after }: QuerySurveyDeskArgs): Promise<SurveyPage> {
    return this.lists.desk(official, first, after);
  }

  @Query()
  mySurveyAnswers(@CurrentCitizen() citizen: Citizen, @Args() { surveyId }: QueryMySurveyAnswersArgs): Promise<MySurveyAnswers | null> {
    return this.answering.mine(citizen, surveyId);
  }

  @Public()
  @Query()
  surveyResults(@CurrentCitizen() viewer: Citizen | null, @Args() { id }: QuerySurveyResultsArgs): Promise<SurveyResults | null> {
    return this.results.of(id, viewer);
  }

  @Public()
  @Query()
  surveyWords(@CurrentCitizen() reader: Citizen | null, @Args() args: QuerySurveyWordsArgs): Promise<SurveyWordsPage> {
    return this.ownWords.page(args, reader);
  }

  @Roles('official', 'administrator')
  @Mutation()
  saveSurvey(@CurrentCitizen() official: Citizen, @Args() args: MutationSaveSurveyArgs): Promise<SaveSurveyResult> {
    return this.desk.save(official, args);
  }

  @Roles('official', 'administrator')
  @Mutation()
  publishSurvey(@CurrentCitizen() official: Citizen, @Args() { id, revision }: MutationPublishSurveyArgs): Promise<PublishSurveyResult> {
    return this.desk.publish(official, id, revision);
  }

  @Roles('official', 'administrator')
  @Mutation()
  discardSurvey(@CurrentCitizen() official: Citizen, @Args() { id }: MutationDiscardSurveyArgs): Promise<DiscardSurveyResult> {
    return this.desk.discard(official, id);
  }

  @Roles('official', 'administrator')
  @Mutation()
  extendSurvey(@CurrentCitizen() official: Citizen, @Args() args: MutationExtendSurveyArgs): Promise<ExtendSurveyResult> {
    return this.desk.extend(official, args);
  }

  @Roles('official', 'administrator')
  @Mutation()
  withdrawSurvey(@CurrentCitizen() official: Citizen, @Args() { id, reason }: MutationWithdrawSurveyArgs): Promise<WithdrawSurveyResult> {
    return this.desk.withdraw(official, id, reason);
  }

  @Mutation()
  answerSurvey(@CurrentCitizen() citizen: Citizen, @Args() { input }: MutationAnswerSurveyArgs): Promise<AnswerSurveyResult> {
    return this.answering.answer(citizen, input);
  }

  @Roles('official', 'administrator')
  @Mutation()
  enterSurvey(@CurrentCitizen() official: Citizen, @Args() { input }: MutationEnterSurveyArgs): Promise<EnterSurveyResult> {
    return this.entry.enter(official, input);
  }

  @Roles('official', 'administrator')
  @Mutation()
  reportSurvey(@CurrentCitizen() official: Citizen, @Args() { id, input }: MutationReportSurveyArgs): Promise<ReportSurveyResult> {
    return this.desk.report(official, id, input);
  }

  @Roles('official', 'administrator')
  @Mutation()
  keepSurveyPromise(@CurrentCitizen() official: Citizen, @Args() { id }: MutationKeepSurveyPromiseArgs): Promise<KeepSurveyPromiseResult> {
    return this.desk.keepPromise(official, id);
  }
}

import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { StatisticsModule } from '@isegoria/statistics/api';
import { VotesModule } from '@isegoria/votes/api';
import { ActsOfPower } from './links/acts-of-power';
import { Answering } from './answers/answering.service';
import { SurveyCounting } from './answers/counting.service';
import { SurveysSeed } from './demo/surveys.seed';
import { SurveyDesk } from './desk/desk.service';
import { Entry } from './desk/entry.service';
import { News } from './links/news';
import { Opening } from './opening';
import { OwnWords } from './answers/own-words.service';
import { Results } from './answers/results.service';
import { SurveyAnswers, SurveyAnswersSchema } from './answers/survey-answers.schema';
import { SurveyFilesController } from './links/survey-files.controller';
import { SurveyFigures, SurveyFiguresSchema } from './answers/survey-figures.schema';
import { Survey, SurveySchema } from './survey.schema';
import { SurveyLists } from './survey-lists';
import { SurveySubject } from './links/survey.subject';
import { SurveyPapers } from './desk/survey-papers';
import { SurveyThread } from './links/survey-thread';
import { SurveyViews } from './survey-views';
import { SurveyWordsRecord, SurveyWordsSchema } from './answers/survey-words.schema';
import { SurveysBriefing } from './links/surveys.briefing';
import { SurveysDataset } from './links/surveys.dataset';
import { SurveyCouncilFigures } from './links/surveys.figures';
import { SurveysPersonal } from './links/surveys-personal';
import { SurveysResolver } from './surveys.resolver';

const collections = MongooseModule.forFeature([
  { name: Survey.name, schema: SurveySchema },
  { name: SurveyAnswers.name, schema: SurveyAnswersSchema },
  { name: SurveyWordsRecord.name, schema: SurveyWordsSchema },
  { name: SurveyFigures.name, schema: SurveyFiguresSchema },
]);

/** Questionnaires of the departments: asked page by page, answered in secret, told in figures, and reported on. */
@Module({
  imports: [collections, IdentityModule, LedgerModule, OrganisationModule, RealtimeModule, NotificationsModule, StatisticsModule, VotesModule],
  controllers: [SurveyFilesController],
  providers: [ActsOfPower, Answering, Entry, News, Opening, OwnWords, Results, SurveyCouncilFigures, SurveyCounting, SurveyDesk, SurveyLists, SurveyPapers, SurveySubject, SurveyThread, SurveyViews, SurveysBriefing, SurveysDataset, SurveysPersonal, SurveysResolver, SurveysSeed],
})
export class SurveysModule {}

import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { StatisticsModule } from '@isegoria/statistics/api';
import { VotesModule } from '@isegoria/votes/api';
import { ActsOfPower } from './acts-of-power';
import { Answering } from './answering.service';
import { SurveyCounting } from './counting.service';
import { SurveysSeed } from './demo/surveys.seed';
import { SurveyDesk } from './desk.service';
import { Entry } from './entry.service';
import { News } from './news';
import { Opening } from './opening';
import { OwnWords } from './own-words.service';
import { Results } from './results.service';
import { SurveyAnswers, SurveyAnswersSchema } from './survey-answers.schema';
import { SurveyFilesController } from './survey-files.controller';
import { SurveyFigures, SurveyFiguresSchema } from './survey-figures.schema';
import { Survey, SurveySchema } from './survey.schema';
import { SurveyLists } from './survey-lists';
import { SurveySubject } from './survey.subject';
import { SurveyPapers } from './survey-papers';
import { SurveyThread } from './survey-thread';
import { SurveyViews } from './survey-views';
import { SurveyWordsRecord, SurveyWordsSchema } from './survey-words.schema';
import { SurveysBriefing } from './surveys.briefing';
import { SurveysDataset } from './surveys.dataset';
import { SurveyCouncilFigures } from './surveys.figures';
import { SurveysPersonal } from './surveys-personal';
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

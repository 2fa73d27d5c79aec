import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CommentsModule } from '@isegoria/comments/api';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { VotesModule } from '@isegoria/votes/api';
import { ActsOfPower } from './told/acts-of-power';
import { Adoption } from './answer/adoption.service';
import { AmendmentPages } from './amendments/amendment-pages';
import { AmendmentRecord, AmendmentSchema } from './amendments/amendment.schema';
import { AmendmentStanding } from './amendments/amendment-standing';
import { Amendments } from './amendments/amendments.service';
import { AnswerDrafts } from './answer/answer-drafts';
import { Answers } from './answer/answers.service';
import { ArticleCounts } from './articles/article-counts';
import { ArticleRecord, ArticleSchema } from './articles/article.schema';
import { ArticleTexts } from './articles/article-texts';
import { Consultation, ConsultationSchema, ConsultationText, ConsultationTextSchema } from './consultation.schema';
import { ConsultationBallots } from './consultation-ballots';
import { ConsultationLists } from './consultation-lists';
import { ConsultationSubject } from './consultation.subject';
import { ConsultationThread } from './told/consultation-thread';
import { ConsultationViews } from './consultation-views';
import { ConsultationsBriefing } from './told/consultations.briefing';
import { ConsultationsDataset } from './told/consultations.dataset';
import { ConsultationFigures } from './told/consultations.figures';
import { ConsultationsPersonal } from './consultations-personal';
import { ConsultationsResolver } from './consultations.resolver';
import { ConsultationDesk } from './desk.service';
import { ConsultationsSeed } from './demo/consultations.seed';
import { Hearing } from './hearing.service';
import { News } from './told/news';
import { Opening } from './opening';
import { Reading } from './reading.service';
import { ReportFilesController } from './told/report-files.controller';
import { Reports } from './told/reports.service';

const collections = MongooseModule.forFeature([
  { name: Consultation.name, schema: ConsultationSchema },
  { name: ConsultationText.name, schema: ConsultationTextSchema },
  { name: ArticleRecord.name, schema: ArticleSchema },
  { name: AmendmentRecord.name, schema: AmendmentSchema },
]);

/** A text of the city under consultation: asked about article by article, and answered article by article. */
@Module({
  imports: [collections, IdentityModule, LedgerModule, OrganisationModule, RealtimeModule, NotificationsModule, VotesModule, CommentsModule],
  controllers: [ReportFilesController],
  providers: [
    ActsOfPower, Adoption, AmendmentPages, AmendmentStanding, Amendments, AnswerDrafts, Answers, ArticleCounts, ArticleTexts, ConsultationBallots, ConsultationDesk, ConsultationFigures, ConsultationLists, ConsultationSubject, ConsultationThread,
    ConsultationViews, ConsultationsBriefing, ConsultationsDataset, ConsultationsPersonal, ConsultationsResolver, ConsultationsSeed, Hearing, News, Opening, Reading, Reports,
  ],
})
export class ConsultationsModule {}

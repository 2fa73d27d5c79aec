import type { Type } from '@nestjs/common';
import { BudgetingModule } from '@isegoria/budgeting/api';
import { CommentsModule } from '@isegoria/comments/api';
import { ConsultationsModule } from '@isegoria/consultations/api';
import { DebatesModule } from '@isegoria/debates/api';
import { DevelopersModule, fairUseDoor } from '@isegoria/developers/api';
import { DiscoveryModule, listingDoor } from '@isegoria/discovery/api';
import { EvaluationsModule } from '@isegoria/evaluations/api';
import { FilesModule } from '@isegoria/files/api';
import { IdentityModule, sessionDoor } from '@isegoria/identity/api';
import { InitiativesModule } from '@isegoria/initiatives/api';
import { InsightsModule } from '@isegoria/insights/api';
import { IntegrityModule } from '@isegoria/integrity/api';
import type { Door } from '@isegoria/kernel/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { MeetingsModule } from '@isegoria/meetings/api';
import { ModerationModule } from '@isegoria/moderation/api';
import { NewslettersModule } from '@isegoria/newsletters/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OpenDataModule } from '@isegoria/open-data/api';
import { OpenIdModule } from '@isegoria/openid/api';
import { OperationsModule } from '@isegoria/operations/api';
import { OpinionsModule } from '@isegoria/opinions/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { ProcessesModule } from '@isegoria/processes/api';
import { ProposalsModule } from '@isegoria/proposals/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { ReportsModule } from '@isegoria/reports/api';
import { open311Door, RequestsModule } from '@isegoria/requests/api';
import { StatisticsModule } from '@isegoria/statistics/api';
import { PanelsModule } from '@isegoria/panels/api';
import { SurveysModule } from '@isegoria/surveys/api';
import { TaxisnetModule } from '@isegoria/taxisnet/api';
import { TimelineModule } from '@isegoria/timeline/api';
import { VolunteeringModule } from '@isegoria/volunteering/api';
import { VotesModule } from '@isegoria/votes/api';
import { WidgetsModule } from '@isegoria/widgets/api';
import { pagesDoor, PagesModule } from './pages.controller';

/** The slices of the city, lowest tier first, and the doors that they need on the bare server. */
export const slices: Type[] = [
  IdentityModule,
  RealtimeModule,
  TaxisnetModule,
  OpenIdModule,
  OrganisationModule,
  NotificationsModule,
  FilesModule,
  LedgerModule,
  StatisticsModule,
  OperationsModule,
  ProcessesModule,
  VotesModule,
  CommentsModule,
  OpinionsModule,
  ModerationModule,
  ProposalsModule,
  EvaluationsModule,
  BudgetingModule,
  ConsultationsModule,
  SurveysModule,
  PanelsModule,
  RequestsModule,
  InitiativesModule,
  NewslettersModule,
  MeetingsModule,
  VolunteeringModule,
  IntegrityModule,
  DebatesModule,
  InsightsModule,
  TimelineModule,
  ReportsModule,
  OpenDataModule,
  DiscoveryModule,
  WidgetsModule,
  DevelopersModule,
  PagesModule,
];
export const doors: Door[] = [listingDoor, sessionDoor, fairUseDoor, open311Door, pagesDoor];

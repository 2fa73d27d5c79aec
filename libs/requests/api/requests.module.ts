import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CommentsModule } from '@isegoria/comments/api';
import { FilesModule } from '@isegoria/files/api';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { VotesModule } from '@isegoria/votes/api';
import { Catalogue } from './catalogue';
import { CitizenWords } from './citizen-words.service';
import { Corrections } from './corrections.service';
import { Desk } from './desk/desk.service';
import { DeskResolver } from './desk/desk.resolver';
import { Queue } from './desk/queue';
import { RequestFigures } from './desk/requests.figures';
import { ServicesDesk } from './desk/services.service';
import { Steps } from './desk/steps.service';
import { Templates } from './desk/templates.service';
import { CatalogueSeed } from './demo/catalogue.seed';
import { RequestsSeed } from './demo/requests.seed';
import { FollowThrough } from './follow-through';
import { Intake } from './intake';
import { LastWord } from './last-word.service';
import { ActsOfPower } from './links/acts-of-power';
import { Contacts } from './links/contacts';
import { GrownProposals } from './links/grown-proposals';
import { Hearing } from './links/hearing.service';
import { News } from './links/news';
import { RequestSubject } from './links/request.subject';
import { RequestThread } from './links/request-thread';
import { RequestsBriefing } from './links/requests.briefing';
import { RequestsPersonal } from './links/requests-personal';
import { HandingIn } from './open311/handing-in.service';
import { Open311Controller } from './open311/open311.controller';
import { Open311Reading } from './open311/reading.service';
import { SourceRecord, SourceSchema } from './open311/request-source.schema';
import { RequestSourcesResolver } from './open311/sources.resolver';
import { RequestSources } from './open311/sources.service';
import { Reporting } from './reporting.service';
import { RequestLists } from './request-lists';
import { NumberRecord, NumberSchema, RequestNumbers } from './request-numbers';
import { RequestViews } from './request-views';
import { RequestRecord, RequestSchema, RequestWordRecord, RequestWordSchema } from './request.schema';
import { ServiceRecord, ServiceSchema, TemplateRecord, TemplateSchema } from './request-service.schema';
import { RequestsDataset } from './requests.dataset';
import { RequestsResolver } from './requests.resolver';
import { WithPictures } from './with-pictures';

const collections = MongooseModule.forFeature([
  { name: RequestRecord.name, schema: RequestSchema },
  { name: RequestWordRecord.name, schema: RequestWordSchema },
  { name: ServiceRecord.name, schema: ServiceSchema },
  { name: TemplateRecord.name, schema: TemplateSchema },
  { name: NumberRecord.name, schema: NumberSchema },
  { name: SourceRecord.name, schema: SourceSchema },
]);

/** Problems of every day that citizens ask the municipality to fix, from the pothole to the word that it is fixed. */
@Module({
  imports: [collections, IdentityModule, LedgerModule, OrganisationModule, RealtimeModule, NotificationsModule, FilesModule, VotesModule, CommentsModule],
  controllers: [Open311Controller],
  providers: [
    Catalogue, CatalogueSeed, CitizenWords, Corrections, FollowThrough, Intake, LastWord, Reporting, RequestLists, RequestNumbers, RequestViews, RequestsResolver, WithPictures,
    ActsOfPower, Contacts, GrownProposals, Hearing, News, RequestSubject, RequestThread, RequestsBriefing, RequestsPersonal, RequestsSeed,
    Desk, DeskResolver, Queue, RequestFigures, ServicesDesk, Steps, Templates,
    HandingIn, RequestsDataset, Open311Reading, RequestSources, RequestSourcesResolver,
  ],
})
export class RequestsModule {}

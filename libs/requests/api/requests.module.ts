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
import { RequestRecord, RequestSchema, RequestWordRecord, RequestWordSchema } from './request.schema';
import { ServiceRecord, ServiceSchema, TemplateRecord, TemplateSchema } from './request-service.schema';

const collections = MongooseModule.forFeature([
  { name: RequestRecord.name, schema: RequestSchema },
  { name: RequestWordRecord.name, schema: RequestWordSchema },
  { name: ServiceRecord.name, schema: ServiceSchema },
  { name: TemplateRecord.name, schema: TemplateSchema },
]);

/** Problems of every day that citizens ask the municipality to fix, from the pothole to the word that it is fixed. */
@Module({
  imports: [collections, IdentityModule, LedgerModule, OrganisationModule, RealtimeModule, NotificationsModule, FilesModule, VotesModule, CommentsModule],
  providers: [],
})
export class RequestsModule {}

import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@isegoria/identity/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { ReportMailing } from './mailing/mailing.service';
import { SubscriptionRecord, SubscriptionSchema } from './mailing/subscription.schema';
import { Subscriptions } from './mailing/subscriptions.service';
import { FileThreads } from './making/file-threads';
import { ReportsController } from './reports.controller';
import { ReportsResolver } from './reports.resolver';
import { ReportsSeed } from './reports.seed';
import { Reports } from './reports.service';

/** Pages as signed PDF, spreadsheet and CSV, on demand and by mail. */
@Module({
  imports: [MongooseModule.forFeature([{ name: SubscriptionRecord.name, schema: SubscriptionSchema }]), IdentityModule, NotificationsModule, OrganisationModule],
  controllers: [ReportsController],
  providers: [FileThreads, Reports, ReportMailing, ReportsResolver, ReportsSeed, Subscriptions],
})
export class ReportsModule {}

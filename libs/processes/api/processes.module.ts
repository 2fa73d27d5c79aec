import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { ActsOfPower } from './acts-of-power';
import { Drafts } from './drafts.service';
import { FollowThrough } from './follow-through';
import { ProcessChanges } from './process-changes.service';
import { models } from './process.schema';
import { ProcessSubject } from './process.subject';
import { ProcessesPersonal } from './processes-personal';
import { ProcessesDataset } from './processes.dataset';
import { ProcessesResolver } from './processes.resolver';
import { Processes } from './processes.service';
import { ProcessesSeed } from './seed';

@Module({
  imports: [MongooseModule.forFeature(models), LedgerModule, NotificationsModule, OrganisationModule, RealtimeModule],
  providers: [ActsOfPower, Drafts, Processes, ProcessChanges, ProcessesDataset, ProcessesPersonal, ProcessesResolver, ProcessSubject, FollowThrough, ProcessesSeed],
  exports: [Processes, ProcessesSeed],
})
export class ProcessesModule {}

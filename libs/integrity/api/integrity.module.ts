import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { VotesModule } from '@isegoria/votes/api';
import { IntegritySeed } from './demo/integrity.seed';
import { SupportHours, SupportHoursSchema, WatchPlace, WatchPlaceSchema } from './hours.schema';
import { HoursStore } from './hours-store';
import { IntegrityDataset } from './integrity.dataset';
import { IntegrityFigures } from './integrity.figures';
import { IntegrityResolver } from './integrity.resolver';
import { News } from './news';
import { IntegritySignRecord, IntegritySignSchema, IntegrityWordRecord, IntegrityWordSchema } from './sign.schema';
import { IntegritySubject } from './sign.subject';
import { Signs } from './signs.service';
import { SpansController } from './spans.controller';
import { Telling } from './telling.service';
import { Watch } from './watch';
import { WatchJobs } from './watch.jobs';

const collections = MongooseModule.forFeature([
  { name: SupportHours.name, schema: SupportHoursSchema },
  { name: WatchPlace.name, schema: WatchPlaceSchema },
  { name: IntegritySignRecord.name, schema: IntegritySignSchema },
  { name: IntegrityWordRecord.name, schema: IntegrityWordSchema },
]);

/** Signs of coordination in public support: noticed by a published method, told to everybody, changing no count. */
@Module({
  imports: [collections, IdentityModule, LedgerModule, NotificationsModule, RealtimeModule, VotesModule],
  controllers: [SpansController],
  providers: [HoursStore, IntegrityDataset, IntegrityFigures, IntegrityResolver, IntegritySeed, IntegritySubject, News, Signs, Telling, Watch, WatchJobs],
})
export class IntegrityModule {}

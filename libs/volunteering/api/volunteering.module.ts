import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { FilesModule } from '@isegoria/files/api';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { ActsOfPower } from './acts-of-power';
import { VolunteeringSeed } from './demo/volunteering.seed';
import { Holding } from './holding.service';
import { Moves } from './moves';
import { News } from './news';
import { Offers } from './offers.service';
import { Reading } from './reading.service';
import { VolunteerCalendar, VolunteerCalendarController } from './told/volunteer-calendar';
import { VolunteerCertificate } from './told/volunteer-certificate';
import { VolunteeringThread } from './told/volunteering-thread';
import { VolunteeringBriefing } from './told/volunteering.briefing';
import { VolunteeringDataset } from './told/volunteering.dataset';
import { VolunteeringFigures } from './told/volunteering.figures';
import { VolunteerCall, VolunteerCallSchema } from './volunteer-call.schema';
import { VolunteerCallSubject } from './volunteer-call.subject';
import { VolunteerOffer, VolunteerOfferSchema } from './volunteer-offer.schema';
import { VolunteerShift, VolunteerShiftSchema } from './volunteer-shift.schema';
import { VolunteerViews } from './volunteer-views';
import { VolunteeringPersonal } from './volunteering-personal';
import { VolunteeringResolver } from './volunteering.resolver';

const collections = MongooseModule.forFeature([
  { name: VolunteerCall.name, schema: VolunteerCallSchema },
  { name: VolunteerShift.name, schema: VolunteerShiftSchema },
  { name: VolunteerOffer.name, schema: VolunteerOfferSchema },
]);

/** Volunteering: what people do together for the city, who offers themself for it, and what came of it. */
@Module({
  imports: [collections, FilesModule, IdentityModule, LedgerModule, OrganisationModule, RealtimeModule, NotificationsModule],
  controllers: [VolunteerCalendarController],
  providers: [
    ActsOfPower, Holding, Moves, News, Offers, Reading, VolunteerCalendar, VolunteerCallSubject, VolunteerCertificate, VolunteerViews, VolunteeringBriefing, VolunteeringDataset, VolunteeringFigures, VolunteeringPersonal, VolunteeringResolver, VolunteeringSeed, VolunteeringThread,
  ],
})
export class VolunteeringModule {}

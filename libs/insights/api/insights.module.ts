import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@isegoria/identity/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { FigureDocuments } from './figure-documents.service';
import { FiguresController } from './figures.controller';
import { InsightsDataset } from './insights.dataset';
import { InsightsLive } from './insights.live';
import { InsightsResolver } from './insights.resolver';
import { Insights } from './insights.service';
import { SittingCalendar } from './sittings/sitting-calendar';
import { SittingCalendarController } from './sittings/sitting-calendar.controller';
import { SittingDocuments } from './sittings/sitting-documents.service';
import { SittingNews } from './sittings/sitting-news';
import { SittingSubject } from './sittings/sitting.subject';
import { SittingRecord, SittingSchema, SubjectDay, SubjectDaySchema } from './sittings/sitting.schema';
import { SittingsController } from './sittings/sittings.controller';
import { SittingsLive } from './sittings/sittings.live';
import { SittingsResolver } from './sittings/sittings.resolver';
import { SittingsSeed } from './sittings/sittings.seed';
import { Sittings } from './sittings/sittings.service';
import { Trends } from './sittings/trends.service';
import { CityThemes, ThemesRecord, ThemesSchema } from './themes/city-themes.service';
import { ItemThemes } from './themes/item-themes.service';
import { ThemesResolver } from './themes/themes.resolver';
import { ParticipationFigures } from './visits/participation.figures';
import { VisitDay, VisitDaySchema } from './visits/visit.schema';
import { VisitsResolver } from './visits/visits.resolver';
import { Visits } from './visits/visits.service';

const collections = MongooseModule.forFeature([
  { name: SittingRecord.name, schema: SittingSchema },
  { name: SubjectDay.name, schema: SubjectDaySchema },
  { name: ThemesRecord.name, schema: ThemesSchema },
  { name: VisitDay.name, schema: VisitDaySchema },
]);

/** What the council and the city see: figures, sittings, themes of what is written, participation. */
@Module({
  imports: [collections, IdentityModule, NotificationsModule, OrganisationModule, RealtimeModule],
  controllers: [FiguresController, SittingCalendarController, SittingsController],
  providers: [
    FigureDocuments, Insights, InsightsDataset, InsightsLive, InsightsResolver, CityThemes, ItemThemes, ThemesResolver, ParticipationFigures, Visits, VisitsResolver,
    SittingCalendar, SittingDocuments, SittingNews, SittingSubject, Sittings, SittingsLive, SittingsResolver, SittingsSeed, Trends,
  ],
})
export class InsightsModule {}

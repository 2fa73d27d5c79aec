import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@isegoria/identity/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { FigureDocuments } from './figure-documents.service';
import { FiguresController } from './figures.controller';
import { InsightsDataset } from './insights.dataset';
import { InsightsLive } from './insights.live';
import { InsightsResolver } from './insights.resolver';
import { Insights } from './insights.service';
import { SittingDocuments } from './sittings/sitting-documents.service';
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
  imports: [collections, IdentityModule, OrganisationModule, RealtimeModule],
  controllers: [FiguresController, SittingsController],
  providers: [
    FigureDocuments, Insights, InsightsDataset, InsightsLive, InsightsResolver, CityThemes, ItemThemes, ThemesResolver, ParticipationFigures, Visits, VisitsResolver,
    SittingDocuments, Sittings, SittingsLive, SittingsResolver, SittingsSeed, Trends,
  ],
})
export class InsightsModule {}

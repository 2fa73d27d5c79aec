import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { StatisticsModule } from '@isegoria/statistics/api';
import { ActsOfPower } from './acts-of-power';
import { PanelDesk } from './desk.service';
import { Lot } from './lot.service';
import { Moves } from './moves';
import { News } from './news';
import { Offer, OfferSchema } from './offer.schema';
import { Offering } from './offering.service';
import { PanelFilesController } from './panel-files.controller';
import { Panel, PanelSchema } from './panel.schema';
import { PanelSubject } from './panel.subject';
import { PanelThread } from './panel-thread';
import { PanelViews } from './panel-views';
import { PanelsDataset } from './panels.dataset';
import { PanelsFigures } from './panels.figures';
import { PanelsPersonal } from './panels-personal';
import { PanelsResolver } from './panels.resolver';
import { PanelsSeed } from './panels.seed';
import { PanelReading } from './reading.service';

const collections = MongooseModule.forFeature([{ name: Panel.name, schema: PanelSchema }, { name: Offer.name, schema: OfferSchema }]);

/** Citizens' panels that are drawn by lot, so that they are made like the city, and that anyone can draw again. */
@Module({
  imports: [collections, IdentityModule, LedgerModule, OrganisationModule, RealtimeModule, NotificationsModule, StatisticsModule],
  controllers: [PanelFilesController],
  providers: [ActsOfPower, Lot, Moves, News, Offering, PanelDesk, PanelReading, PanelSubject, PanelThread, PanelViews, PanelsDataset, PanelsFigures, PanelsPersonal, PanelsResolver, PanelsSeed],
})
export class PanelsModule {}

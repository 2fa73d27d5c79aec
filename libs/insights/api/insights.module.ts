import { Module } from '@nestjs/common';
import { IdentityModule } from '@isegoria/identity/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { FiguresController } from './figures.controller';
import { InsightsLive } from './insights.live';
import { InsightsResolver } from './insights.resolver';
import { Insights } from './insights.service';

@Module({
  imports: [IdentityModule, RealtimeModule],
  controllers: [FiguresController],
  providers: [Insights, InsightsLive, InsightsResolver],
})
export class InsightsModule {}

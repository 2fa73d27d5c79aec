import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@isegoria/identity/api';
import { PopulationController } from './population.controller';
import { PopulationRecord, PopulationSchema } from './population.schema';
import { Populations } from './populations.service';
import { StatisticsSeed } from './seed';
import { StatisticsResolver } from './statistics.resolver';

/** The city's people, and by contracts the methods by which figures are made of what they say. */
@Module({
  imports: [MongooseModule.forFeature([{ name: PopulationRecord.name, schema: PopulationSchema }]), IdentityModule],
  controllers: [PopulationController],
  providers: [Populations, StatisticsResolver, StatisticsSeed],
  exports: [Populations],
})
export class StatisticsModule {}

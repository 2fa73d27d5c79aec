export { Populations } from './populations.service';
export { statisticsEnv } from './statistics.env';
export { StatisticsModule } from './statistics.module';
export { StatisticsSeed } from './seed';

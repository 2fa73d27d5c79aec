import { BullModule } from '@nestjs/bull';
import { Global, Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import type { Redis } from 'ioredis';
import { Briefings, Documents } from './briefings';
import { CityTexts } from './city-texts';
import { Clock } from './clock';
import { Datasets } from './datasets';
import { Events } from './events';
import { Figures } from './figures';
import { GivenUpJobs } from './given-up';
import { graphqlRoot } from './graphql';
import { HealthController } from './health.controller';
import { Homes } from './homes';
import { Importers } from './importers';
import { JOBS, Jobs } from './jobs';
import { kernelEnv } from './kernel.env';
import { KernelResolver } from './kernel.resolver';
import { Limits } from './limits';
import { Participation } from './participation';
import { PageHeads } from './page-heads';
import { Projections } from './projections';
import { PublicFace } from './public-face';
import { PublicPages } from './public-pages';
import { Offices } from './offices';
import { newRedis, REDIS, redisKey } from './redis';
import { Seeds } from './seeds';
import { Subjects } from './subjects';
import { Threads } from './threads';
import { Transactions } from './transactions';
import { Turns } from './turns';
import { Unheard } from './unheard';

const shared = [Clock, Events, GivenUpJobs, Homes, Jobs, Limits, Offices, Subjects, Seeds, Importers, Projections, Figures, Briefings, Documents, CityTexts, Participation, Threads, Transactions, Turns, Unheard, PageHeads, PublicFace, PublicPages, Datasets];

/** The stores, the queue, GraphQL and the registries, for every slice. */
@Global()
@Module({
  imports: [
    MongooseModule.forRootAsync({
      useFactory: () => ({
        uri: kernelEnv.MONGODB_URI,
        dbName: kernelEnv.MONGODB_DB,
        serverSelectionTimeoutMS: 5000,
        maxPoolSize: 40,
        retryAttempts: 2,
        retryDelay: 500,
      }),
    }),
    BullModule.forRootAsync({
      useFactory: () => ({
        prefix: redisKey('bull'),
        createClient: (type: string) => newRedis({ patient: type !== 'client' }),
      }),
    }),
    BullModule.registerQueue({ name: JOBS }),
    graphqlRoot,
  ],
  controllers: [HealthController],
  providers: [{ provide: REDIS, useFactory: () => newRedis() }, KernelResolver, ...shared],
  exports: [REDIS, ...shared],
})
export class KernelModule implements OnModuleDestroy {
  constructor(@Inject(REDIS) private readonly redis: Redis) {}

  onModuleDestroy(): void {
    // Later than this tick: jobs that end with the process may still release their locks.
    setTimeout(() => this.redis.disconnect(), 100).unref();
  }
}

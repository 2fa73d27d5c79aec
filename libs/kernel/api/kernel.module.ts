import { BullModule } from '@nestjs/bull';
import { Global, Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import type { Redis } from 'ioredis';
import { Briefings, Documents } from './registries/briefings';
import { CityTexts } from './registries/city-texts';
import { Clock } from './clock';
import { Datasets } from './registries/datasets';
import { Events } from './jobs/events';
import { Figures } from './registries/figures';
import { GivenUpJobs } from './jobs/given-up';
import { graphqlRoot } from './graphql/graphql';
import { HealthController } from './http/health.controller';
import { Homes } from './registries/homes';
import { Importers } from './registries/importers';
import { JOBS, Jobs } from './jobs/jobs';
import { kernelEnv } from './kernel.env';
import { KernelResolver } from './graphql/kernel.resolver';
import { Limits } from './http/limits';
import { Participation } from './registries/participation';
import { PageHeads } from './registries/page-heads';
import { Projections } from './registries/projections';
import { PublicFace } from './registries/public-face';
import { PublicPages } from './registries/public-pages';
import { Offices } from './registries/offices';
import { newRedis, REDIS, redisKey } from './store/redis';
import { Seeds } from './registries/seeds';
import { Subjects } from './registries/subjects';
import { Threads } from './registries/threads';
import { Transactions } from './store/transactions';
import { Turns } from './jobs/turns';
import { Unheard } from './jobs/unheard';

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

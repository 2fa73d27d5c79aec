import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getConnectionToken } from '@nestjs/mongoose';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Connection } from 'mongoose';
import { checkEnv } from '../env';
import { httpDoor } from './http.door';
import { newId } from '../store/ids';
import { kernelEnv } from '../kernel.env';
import { KernelModule } from '../kernel.module';
import { log, nestLog } from '../log';
import { packing, sameAnswers } from './same-answer';
import { Transactions } from '../store/transactions';

/** A slice's hold on the bare server, for what Nest does not reach: sessions, sockets, static pages. Runs before listening. */
export type Door = (app: NestFastifyApplication) => Promise<void> | void;

/** Builds the server out of slices. Nothing listens yet. */
export async function createApp(slices: (Type | DynamicModule)[], doors: Door[] = []): Promise<NestFastifyApplication> {
  checkEnv();
  log.level = kernelEnv.LOG_LEVEL;
  const adapter = new FastifyAdapter({
    bodyLimit: 1_000_000,
    trustProxy: kernelEnv.TRUST_PROXY,
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(city(slices), adapter, { logger: nestLog, abortOnError: false });
  app.enableShutdownHooks();
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: 10_000_000, files: 4, fields: 10, parts: 14, headerPairs: 100 }, throwFileSizeLimit: false });
  await app.register(compress, { threshold: packing.threshold, encodings: ['br', 'gzip'], brotliOptions: packing.brotli });
  httpDoor(app);
  for (const door of doors) await door(app);
  // Last, so that whoever asks has passed every other door.
  sameAnswers(app);
  await app.init();
  await app.get(Transactions).requireThem();
  await indexesStand(app);
  return app;
}

/** No request is served before the unique indexes stand: they are what the rules rest on. */
async function indexesStand(app: NestFastifyApplication): Promise<void> {
  const mongo = app.get<Connection>(getConnectionToken());
  await Promise.all(Object.values(mongo.models).map((model) => model.init()));
  log.debug({ models: Object.keys(mongo.models) }, 'indexes stand');
}

function city(slices: (Type | DynamicModule)[]): DynamicModule {
  @Module({})
  class City {}
  return { module: City, imports: [KernelModule, ...slices] };
}

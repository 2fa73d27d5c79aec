import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Seeds } from '@isegoria/kernel/api';
import type { AnyBulkWriteOperation, Model } from 'mongoose';
import { Catalogue } from '../catalogue';
import { ServiceRecord } from '../request-service.schema';
import { demoServices } from './services';

/** Gives the demo city its catalogue. What an administrator has changed since is left as it is. */
@Injectable()
export class CatalogueSeed implements OnModuleInit {
  constructor(
    @InjectModel(ServiceRecord.name) private readonly services: Model<ServiceRecord>,
    private readonly catalogue: Catalogue,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'request-services', order: 35, run: () => this.found() });
  }

  async found(): Promise<void> {
    const writes = demoServices.map(({ _id, ...service }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: service }, upsert: true } }));
    await this.services.bulkWrite(writes as AnyBulkWriteOperation<ServiceRecord>[]);
    this.catalogue.changed();
  }
}

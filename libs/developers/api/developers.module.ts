import { Module, type OnModuleInit } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { PersonalData } from '@isegoria/identity/api';
import { Events } from '@isegoria/kernel/api';
import { ApiKeyRecord, ApiKeySchema } from './api-key.schema';
import { ApiKeys } from './api-keys.service';
import { Deliveries } from './deliveries.jobs';
import { DevelopersResolver } from './developers.resolver';
import { SchemaController } from './schema.controller';
import { DeliveryRecord, DeliverySchema, WebhookRecord, WebhookSchema } from './webhook.schema';
import { Webhooks } from './webhooks.service';

/** The city's door for programs: keys, limits that are told, webhooks. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: ApiKeyRecord.name, schema: ApiKeySchema },
      { name: WebhookRecord.name, schema: WebhookSchema },
      { name: DeliveryRecord.name, schema: DeliverySchema },
    ]),
  ],
  controllers: [SchemaController],
  providers: [ApiKeys, Deliveries, DevelopersResolver, Webhooks],
})
export class DevelopersModule implements OnModuleInit {
  constructor(
    private readonly keys: ApiKeys,
    private readonly webhooks: Webhooks,
    private readonly personal: PersonalData,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.personal.register('developers', async (citizenId) => ({
      keys: await this.keys.of(citizenId),
      webhooks: (await this.webhooks.of(citizenId)).map(({ url, events, createdAt }) => ({ url, events, createdAt })),
    }));
    this.events.later('citizen.left', 'developers', async ({ citizenId }) => {
      await this.keys.forget(citizenId);
      await this.webhooks.forget(citizenId);
    });
  }
}

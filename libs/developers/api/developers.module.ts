import { Module, type OnModuleInit } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { both, type Person, PersonalData } from '@isegoria/identity/api';
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
  ) {}

  onModuleInit(): void {
    this.personal.register({
      name: 'developers',
      about: both('Κλειδιά προγραμμάτων και διευθύνσεις που ειδοποιούνται (webhooks)', 'Keys of programs, and addresses that are told (webhooks)'),
      leaving: both('Σβήνονται και παύουν να ισχύουν.', 'They are erased and hold no longer.'),
      keys: {
        what: both('key: κλειδί, webhook: διεύθυνση', 'key or webhook'),
        name: both('Όνομα του κλειδιού', 'The key’s name'),
        start: both('Η αρχή του κλειδιού· το ίδιο δεν κρατιέται', 'How the key begins; the key itself is not kept'),
        lastUsedOn: both('Η ημέρα που χρησιμοποιήθηκε τελευταία', 'The day when it was last used'),
        url: both('Διεύθυνση', 'Address'),
        events: both('Τι της λέμε', 'What it is told'),
        createdAt: both('Πότε έγινε', 'When it was made'),
      },
      entries: (person) => this.ownOf(person),
      forget: async ({ id }) => {
        await this.keys.forget(id);
        await this.webhooks.forget(id);
      },
    });
  }

  /** A few of each: a person has so many places for them and no more. */
  private async *ownOf({ id }: Person) {
    for (const { name, start, createdAt, lastUsedOn } of await this.keys.of(id)) yield { what: 'key', name, start, createdAt, lastUsedOn };
    for (const { url, events, createdAt } of await this.webhooks.of(id)) yield { what: 'webhook', url, events, createdAt };
  }
}

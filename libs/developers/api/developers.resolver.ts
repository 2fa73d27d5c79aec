import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type ApiKey, type CreateApiKeyResult, type CreateWebhookResult, type DeliveryPage, type DeveloperActResult, type FairUse, type MutationCreateWebhookArgs, type QueryWebhookDeliveriesArgs, type Webhook, webhookEvents,
} from '@isegoria/developers/contracts';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { ApiKeys } from './api-keys.service';
import { deepest, developersEnv } from './developers.env';
import { Webhooks } from './webhooks.service';

@Resolver()
export class DevelopersResolver {
  constructor(
    private readonly keys: ApiKeys,
    private readonly webhooks: Webhooks,
  ) {}

  @Public()
  @Query()
  fairUse(): FairUse {
    const { FAIR_USE_VISITOR: visitor, FAIR_USE_KEY: withKey, QUERY_COST: highestCost } = developersEnv;
    return { visitor, withKey, highestCost, deepest, events: [...webhookEvents] };
  }

  @Query()
  myApiKeys(@CurrentCitizen() { id }: Citizen): Promise<ApiKey[]> {
    return this.keys.of(id);
  }

  @Query()
  myWebhooks(@CurrentCitizen() { id }: Citizen): Promise<Webhook[]> {
    return this.webhooks.of(id);
  }

  @Query()
  webhookDeliveries(@CurrentCitizen() citizen: Citizen, @Args() args: QueryWebhookDeliveriesArgs): Promise<DeliveryPage> {
    return this.webhooks.deliveriesOf(citizen, args);
  }

  @Mutation()
  createApiKey(@CurrentCitizen() citizen: Citizen, @Args('name') name: string): Promise<CreateApiKeyResult> {
    return this.keys.create(citizen, name);
  }

  @Mutation()
  revokeApiKey(@CurrentCitizen() citizen: Citizen, @Args('id') id: string): Promise<DeveloperActResult> {
    return this.keys.revoke(citizen, id);
  }

  @Mutation()
  createWebhook(@CurrentCitizen() citizen: Citizen, @Args() args: MutationCreateWebhookArgs): Promise<CreateWebhookResult> {
    return this.webhooks.create(citizen, args);
  }

  @Mutation()
  removeWebhook(@CurrentCitizen() citizen: Citizen, @Args('id') id: string): Promise<DeveloperActResult> {
    return this.webhooks.remove(citizen, id);
  }

  @Mutation()
  resumeWebhook(@CurrentCitizen() citizen: Citizen, @Args('id') id: string): Promise<DeveloperActResult> {
    return this.webhooks.resume(citizen, id);
  }

  @Mutation()
  pingWebhook(@CurrentCitizen() citizen: Citizen, @Args('id') id: string): Promise<DeveloperActResult> {
    return this.webhooks.ping(citizen, id);
  }

  @Mutation()
  replayDelivery(@CurrentCitizen() citizen: Citizen, @Args('id') id: string): Promise<DeveloperActResult> {
    return this.webhooks.replay(citizen, id);
  }
}

import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { GraphContext } from '@isegoria/kernel/api';
import type { DeviceInput } from '@isegoria/notifications/contracts';
import { Devices } from './devices.service';
import { Pushes } from './pushes.service';

@Resolver()
export class DevicesResolver {
  constructor(
    private readonly own: Devices,
    private readonly pushes: Pushes,
  ) {}

  @Query()
  async devices(@CurrentCitizen() { id }: Citizen) {
    return { key: this.pushes.key(), items: await this.own.of(id) };
  }

  @Mutation()
  addDevice(@CurrentCitizen() { id }: Citizen, @Args('input') input: DeviceInput, @Context() { req }: GraphContext) {
    return this.own.add(id, req.session.sessionId, input);
  }

  @Mutation()
  removeDevice(@CurrentCitizen() { id: ownerId }: Citizen, @Args('id') id: string) {
    return this.own.remove(ownerId, id);
  }

  @Mutation()
  tryDevice(@CurrentCitizen() { id: ownerId }: Citizen, @Args('id') id: string) {
    return this.pushes.tryOut(ownerId, id);
  }
}

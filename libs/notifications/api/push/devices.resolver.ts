import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { GraphContext } from '@isegoria/kernel/api';
import type { DeviceInput, Devices as OwnDevices, PushKind } from '@isegoria/notifications/contracts';
import { Devices } from './devices.service';
import { PushWishes } from './push-wishes.service';
import { Pushes } from './pushes.service';

@Resolver()
export class DevicesResolver {
  constructor(
    private readonly own: Devices,
    private readonly wishes: PushWishes,
    private readonly pushes: Pushes,
  ) {}

  @Query()
  async devices(@CurrentCitizen() { id }: Citizen): Promise<OwnDevices> {
    const [items, kinds] = await Promise.all([this.own.of(id), this.wishes.kinds(id)]);
    return { key: this.pushes.key(), items, kinds };
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
  async setPushKinds(@CurrentCitizen() citizen: Citizen, @Args('kinds') kinds: PushKind[]): Promise<OwnDevices> {
    await this.wishes.wish(citizen.id, kinds);
    return this.devices(citizen);
  }

  @Mutation()
  tryDevice(@CurrentCitizen() { id: ownerId }: Citizen, @Args('id') id: string) {
    return this.pushes.tryOut(ownerId, id);
  }
}

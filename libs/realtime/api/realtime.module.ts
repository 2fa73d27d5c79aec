import { Global, Module } from '@nestjs/common';
import { Announcer } from './announcer.service';
import { LiveServer } from './live.server';
import { Rooms } from './rooms.service';
import { Versions } from './versions';

/** What happens in the city, on every screen that looks at it. */
@Global()
@Module({
  providers: [LiveServer, Rooms, Versions, Announcer],
  exports: [Announcer, Rooms, LiveServer],
})
export class RealtimeModule {}

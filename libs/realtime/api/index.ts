export { Announcer } from './announcer.service';
export { LiveServer } from './live.server';
export { listen, type Listener } from './listen';
export { RealtimeModule } from './realtime.module';
export { type RoomGuard, Rooms } from './rooms.service';
export { type Staged, type StagedMove, StagedMoves } from './staged-moves';

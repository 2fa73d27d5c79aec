import type { Socket } from 'socket.io-client';
import type { Subject } from '@isegoria/kernel/contracts';
import { type ClientSays, type Delta, livePath, type ServerSays, type WatchAnswer } from '@isegoria/realtime/contracts';

/** A browser of a test, as far as sockets go. */
export interface Listener {
  socket: Socket<ServerSays, ClientSays>;
  heard: Delta[];
  watch(subject: Subject): Promise<WatchAnswer>;
  close(): void;
}

/** For tests and measuring: opens a socket to a city, with a citizen's cookie or as a visitor. */
export async function listen(url: string, { cookie, origin }: { cookie?: string; origin?: string } = {}): Promise<Listener> {
  const { io } = await import('socket.io-client');
  const extraHeaders = { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) };
  const socket: Socket<ServerSays, ClientSays> = io(url, { path: livePath, transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders });
  const heard: Delta[] = [];
  socket.on('delta', (delta) => heard.push(delta));
  await new Promise<void>((open, refused) => {
    socket.once('connect', open);
    socket.once('connect_error', refused);
  });
  return { socket, heard, watch: (subject) => socket.timeout(5000).emitWithAck('watch', subject), close: () => void socket.close() };
}

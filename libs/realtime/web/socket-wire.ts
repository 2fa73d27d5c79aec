import type { Socket } from 'socket.io-client';
import { type ClientSays, livePath, type ServerSays } from '@isegoria/realtime/contracts';
import type { Wire } from './live-line';

const answerMs = 8_000;
const againMs = 5_000;

/** Fetches Socket.IO's client, which no first visit needs before its page is drawn, and opens the connection. */
export async function socketWire(): Promise<Wire> {
  const { io } = await import('socket.io-client');
  const socket: Socket<ServerSays, ClientSays> = io({ path: livePath, transports: ['websocket', 'polling'], tryAllTransports: true, reconnectionDelayMax: 10_000 });
  // A refusal (sessions cannot be read just now) is not tried again by the client itself.
  socket.on('connect_error', () => void (socket.active || setTimeout(() => socket.connect(), againMs)));
  // The server hung up: after the end of a session, as a visitor.
  socket.on('disconnect', (reason) => void (reason === 'io server disconnect' && setTimeout(() => socket.connect(), againMs)));
  return {
    onOpen: (run) => void socket.on('connect', run),
    onDelta: (run) => void socket.on('delta', run),
    watch: (subject) => socket.timeout(answerMs).emitWithAck('watch', subject),
    unwatch: (subject) => void (socket.connected && socket.emit('unwatch', subject)),
    isOpen: () => socket.connected,
  };
}

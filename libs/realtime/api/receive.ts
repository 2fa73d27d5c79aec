import { subjectKey } from '@isegoria/kernel/contracts';
import { log } from '@isegoria/kernel/api';
import { liveLimits, readSubject, type WatchAnswer } from '@isegoria/realtime/contracts';
import type { LiveSocket } from './live.server';
import type { Rooms } from './rooms.service';
import type { Versions } from './versions';

/** Hears one socket. Whatever it sends, nothing here throws: what is no message is not answered, and too many end the talk. */
export function receive(socket: LiveSocket, rooms: Rooms, versions: Versions): void {
  const tries = new Bucket();
  socket.use((_packet, next) => {
    if (tries.take(Date.now())) next();
    else socket.disconnect(true);
  });
  socket.on('error', () => socket.disconnect(true));
  socket.on('watch', (message: unknown, answer: unknown) => {
    watch(socket, message, rooms, versions)
      .then((said) => typeof answer === 'function' && answer(said))
      .catch((error: unknown) => log.warn({ error: String(error) }, 'a room could not be watched'));
  });
  socket.on('unwatch', (message: unknown) => {
    const subject = readSubject(message);
    if (subject) void socket.leave(subjectKey(subject));
  });
}

async function watch(socket: LiveSocket, message: unknown, rooms: Rooms, versions: Versions): Promise<WatchAnswer> {
  const subject = readSubject(message);
  if (!subject) return { refused: 'unknown' };
  if (!(await rooms.may(socket.data.citizen, subject))) return { refused: 'unknown' };
  const room = subjectKey(subject);
  // Counted after the wait, for a thousand of these may wait at once.
  if (watched(socket) >= liveLimits.rooms && !socket.rooms.has(room)) return { refused: 'too_many' };
  // First the room, then its version: a change in between is heard or counted, never lost.
  await socket.join(room);
  return versions.of(room);
}

/** How many rooms a socket watches. It also sits in one that bears its own name and, of a citizen, in the one of all that person's sockets. */
function watched({ rooms, data }: LiveSocket): number {
  return rooms.size - (data.citizen ? 2 : 1);
}

/** Lets a burst through and then a steady trickle. */
class Bucket {
  private left: number = liveLimits.burst;
  private at = Date.now();

  take(now: number): boolean {
    this.left = Math.min(liveLimits.burst, this.left + ((now - this.at) / 1000) * liveLimits.perSecond);
    this.at = now;
    this.left -= 1;
    return this.left >= 0;
  }
}

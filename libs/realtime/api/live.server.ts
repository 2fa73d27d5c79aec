import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit, Optional } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import { Server, type Socket } from 'socket.io';
import { CITIZEN_OF_COOKIE, type Citizen, type CitizenOfCookie } from '@isegoria/identity/contracts';
import { Clock, Events, Jobs, log, publicUrl, REDIS, redisKey, refusals } from '@isegoria/kernel/api';
import { type ClientSays, type Delta, liveLimits, livePath, type ServerSays } from '@isegoria/realtime/contracts';
import { receive } from './receive';
import { Rooms } from './rooms.service';
import { Versions } from './versions';

/** How long an announcement stays in the stream. */
const streamMs = 5 * 60_000;

/** Longer than any process remembers who somebody is (`Citizens`). */
const rememberedMs = 15_000;

/** What the server keeps of one socket. */
export interface Watcher {
  citizen: Citizen | null;
}

export type LiveSocket = Socket<ClientSays, ServerSays, Record<string, never>, Watcher>;

/** Socket.IO on the platform's own port. What one process announces reaches the sockets of all, through a stream in Redis. */
@Injectable()
export class LiveServer implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly streams: Redis[] = [];
  private readonly lines = new Set<Duplex>();
  private isLeaving = false;
  private readonly io: Server<ClientSays, ServerSays, Record<string, never>, Watcher>;

  constructor(
    @Inject(REDIS) private readonly redis: Redis,
    @Optional() @Inject(CITIZEN_OF_COOKIE) private readonly citizenOfCookie: CitizenOfCookie | null,
    private readonly http: HttpAdapterHost,
    private readonly rooms: Rooms,
    private readonly versions: Versions,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {
    this.io = new Server({
      path: livePath,
      serveClient: false,
      maxHttpBufferSize: liveLimits.messageBytes,
      connectTimeout: 10_000,
      // Compressing small deltas costs a megabyte of memory a socket and saves nothing.
      perMessageDeflate: false,
      httpCompression: false,
      allowRequest: (req, done) => done(null, isOurs(req)),
      adapter: createAdapter(this.stream(redis), { streamName: redisKey('live'), channelPrefix: redisKey('live'), onlyPlaintext: true }),
    });
  }

  onModuleInit(): void {
    this.events.on('citizen.sessionsEnded', 'realtime.hangUp', ({ citizenId }) => this.hangUp(citizenId));
    this.events.on('citizen.rolesChanged', 'realtime.hangUp', ({ citizenId }) => {
      this.hangUp(citizenId);
      // Whoever calls back at once may reach a process that remembers the old roles; by then none does.
      setTimeout(() => this.hangUp(citizenId), rememberedMs).unref();
    });
    this.jobs.every('realtime.trim', 60_000, () => this.trim(this.clock.now()));
  }

  onApplicationBootstrap(): void {
    this.io.use((socket, next) => void this.recognise(socket).then(() => next(), next));
    this.io.on('connection', (socket) => {
      if (socket.data.citizen) void socket.join(roomOfPerson(socket.data.citizen.id));
      receive(socket, this.rooms, this.versions);
    });
    const server = this.http.httpAdapter.getHttpServer() as HttpServer;
    server.prependListener('upgrade', (_req, line) => this.hold(line));
    this.io.attach(server, this.io._opts);
  }

  /** Sends a delta to all who watch its room, in every process. */
  send(delta: Delta): void {
    this.io.to(delta.room).emit('delta', delta);
  }

  /** What was announced says who wrote it, and who left must not stand in the stream until ten thousand others have spoken. Every process has read it long before. */
  async trim(now: Date): Promise<void> {
    await this.redis.xtrim(redisKey('live'), 'MINID', String(now.getTime() - streamMs));
  }

  /** Who calls back is known anew, and hears what they may hear now. */
  private hangUp(citizenId: string): void {
    this.io.in(roomOfPerson(citizenId)).disconnectSockets(true);
  }

  /** How many sockets this process holds. */
  get sockets(): number {
    return this.io.of('/').sockets.size;
  }

  async onModuleDestroy(): Promise<void> {
    this.io.local.disconnectSockets(true);
    await Promise.allSettled([...this.io._nsps.values()].map((namespace) => namespace.adapter.close()));
    this.io.engine?.close();
    this.isLeaving = true;
    for (const line of this.lines) line.destroy();
    for (const stream of this.streams) stream.disconnect();
  }

  /** A phone that sleeps does not answer a goodbye, and would be waited for half a minute: longer than whoever stops a process waits. */
  private hold(line: Duplex): void {
    if (this.isLeaving) return void line.destroy();
    this.lines.add(line);
    line.once('close', () => this.lines.delete(line));
  }

  private async recognise(socket: LiveSocket): Promise<void> {
    try {
      socket.data.citizen = (await this.citizenOfCookie?.(socket.handshake.headers.cookie)) ?? null;
    } catch (error) {
      log.warn({ error: String(error) }, 'a socket came while sessions could not be read');
      throw new Error('unavailable');
    }
  }

  /** A patient connection whose copies (the adapter reads and hears through its own) are known, so that they end with us. */
  private stream(redis: Redis): Redis {
    const copy = redis.duplicate({ maxRetriesPerRequest: null });
    copy.on('error', (error: Error) => log.debug({ error: error.message }, 'live stream'));
    this.streams.push(copy);
    copy.duplicate = () => this.stream(redis);
    return copy;
  }
}

/** A room of all sockets of one person, for hanging up. Its name is no subject's key, so nobody can watch it. */
const roomOfPerson = (citizenId: string): string => `@${citizenId}`;

/** A page of another site may not listen with a citizen's cookie. A caller without Origin is no browser. */
function isOurs({ headers: { origin, host } }: IncomingMessage): boolean {
  if (origin === undefined || origin === publicUrl()) return true;
  const ours = URL.canParse(origin) && new URL(origin).host === host;
  if (!ours) refusals.inc({ reason: 'origin' });
  return ours;
}

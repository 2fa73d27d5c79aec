import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Session } from 'fastify';
import type { Redis } from 'ioredis';
import type { SaidRoles } from '../people/followed-roles.rules';
import { log, REDIS, redisKey } from '@isegoria/kernel/api';

/** Who a session belongs to, and of which epoch of the account it is. */
export interface SessionUser {
  id: string;
  epoch: number;
}

/** What another site says of a person. */
export interface Vouched {
  /** `personIdOf` its number of them; null where it vouches for no person. */
  personId: string | null;
  /** As it writes it. */
  name: string;
  birthYear: number | null;
  /** Of a site that vouches for no person: what the account is found by (`linkOf` the site's number of them). */
  link?: string;
  /** Their address, where the site says that it is theirs. */
  email?: string | null;
  /** Whether the site knows them, or their address, well enough that they contribute without a letter. */
  isConfirmed?: boolean;
  /** What a directory says that they may do; null where it does not say. */
  roles?: SaidRoles | null;
  /** What the site asks for when they sign out of it. */
  hint?: string;
}

declare module 'fastify' {
  interface Session {
    /** Written by passport when somebody signs in. */
    passport?: { user?: SessionUser };
    /** The day on which the session was last made longer, as YYYY-MM-DD. */
    prolongedOn?: string;
    /** Where to go after a sign-in that leads over another site. */
    next?: string;
    /** By which other site they signed in, so that signing out leads by there too. */
    way?: string;
    /** What that site asks for at the sign-out. */
    wayHint?: string;
    /** Whose password was right, and who owes the second step: nobody before it. */
    owing?: SessionUser & { at: number };
    /** The secret of a second step that waits for its first code, wrapped. */
    settingUp?: { secret: string; citizenId: string; at: number };
    /** Who asked, with their password, to connect their account with another site, and when. */
    connecting?: { way: string; citizenId: string; at: number };
    /** Whom another site vouches for, until they have said what an account needs. */
    newcomer?: Vouched & { way: string; at: number };
  }
}

/** A session lives as long since it was last used. */
export const sessionDays = 14;
const seconds = sessionDays * 24 * 3600;

type Done = (error?: unknown) => void;

/** Sessions in Redis: one GET a request, sent together with those of other requests of the same turn. */
@Injectable()
export class SessionStore implements OnModuleDestroy {
  private readonly redis: Redis;

  constructor(@Inject(REDIS) redis: Redis) {
    this.redis = redis.duplicate({ enableAutoPipelining: true });
    this.redis.on('error', (error: Error) => log.debug({ error: error.message }, 'session store'));
  }

  get(id: string, done: (error: unknown, session?: Session | null) => void): void {
    this.read(id).then((session) => done(null, session), (error: unknown) => done(unavailable(error)));
  }

  set(id: string, session: Session, done: Done): void {
    this.write(id, session).then(() => done(), (error: unknown) => done(unavailable(error)));
  }

  destroy(id: string, done: Done): void {
    this.end(id).then(() => done(), (error: unknown) => done(unavailable(error)));
  }

  async read(id: string): Promise<Session | null> {
    const text = await this.redis.get(keyOf(id));
    return text === null ? null : (JSON.parse(text) as Session);
  }

  async write(id: string, session: Session): Promise<void> {
    const user = session.passport?.user;
    const writes = [this.redis.set(keyOf(id), JSON.stringify(session), 'EX', seconds)];
    if (user) writes.push(this.remember(user.id, id));
    await Promise.all(writes);
  }

  private async end(id: string): Promise<void> {
    const user = (await this.read(id))?.passport?.user;
    await Promise.all([this.redis.del(keyOf(id)), user && this.redis.srem(setOf(user.id), id)]);
  }

  /** Ends every session of a person, but for the one that is named. */
  async endAll(citizenId: string, except?: string): Promise<void> {
    const ids = (await this.redis.smembers(setOf(citizenId))).filter((id) => id !== except);
    if (ids.length === 0) return;
    await Promise.all([this.redis.del(...ids.map(keyOf)), this.redis.srem(setOf(citizenId), ...ids)]);
  }

  onModuleDestroy(): void {
    this.redis.disconnect();
  }

  private async remember(citizenId: string, id: string): Promise<'OK'> {
    await this.redis.sadd(setOf(citizenId), id);
    await this.redis.expire(setOf(citizenId), seconds);
    return 'OK';
  }
}

const keyOf = (id: string): string => redisKey('session', id);
const setOf = (citizenId: string): string => redisKey('sessions-of', citizenId);

function unavailable(error: unknown): Error {
  return Object.assign(new Error('Sessions cannot be read now.', { cause: error }), { statusCode: 503 });
}

import fastifyCookie from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest, Session } from 'fastify';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock } from '@isegoria/kernel/api';
import { Citizens, type Standing } from '../people/citizens.service';
import { sessionCookie, sessionSigner } from '../session/session.door';
import { SessionStore, type SessionUser } from '../session/session.store';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once it was looked up; null is a visitor. */
    citizen?: Citizen | null;
  }
}

/** Says who stands at the door. */
@Injectable()
export class Entrance {
  private signer: ReturnType<typeof sessionSigner> | null = null;

  constructor(
    private readonly citizens: Citizens,
    private readonly store: SessionStore,
    private readonly clock: Clock,
  ) {}

  /** Who sends this request. Looked up once a request, and from memory when they asked lately. */
  citizenOf(req: FastifyRequest): Citizen | null | Promise<Citizen | null> {
    if (req.citizen !== undefined) return req.citizen;
    const user = userOf(req.session);
    if (!user) return (req.citizen = null);
    const standing = this.citizens.standing(user.id);
    if (standing instanceof Promise) return standing.then((found) => this.welcome(req, user, found));
    return this.welcome(req, user, standing);
  }

  /** Who a raw Cookie header belongs to. */
  async citizenOfCookie(header: string | undefined): Promise<Citizen | null> {
    const value = header ? fastifyCookie.parse(header)[sessionCookie] : undefined;
    const { valid, value: id } = value ? (this.signer ??= sessionSigner()).unsign(value) : { valid: false, value: null };
    const user = valid && id ? userOf(await this.store.read(id)) : null;
    return user ? member(user, await this.citizens.standing(user.id)) : null;
  }

  private welcome(req: FastifyRequest, user: SessionUser, standing: Standing | null): Citizen | null | Promise<Citizen | null> {
    req.citizen = member(user, standing);
    const today = this.clock.now().toISOString().slice(0, 10);
    if (!req.citizen || req.session.prolongedOn === today) return req.citizen;
    return this.prolong(req, today).then(() => req.citizen ?? null);
  }

  /** Once a day a session in use begins its days again: the store is written then, and not at every request. */
  private async prolong({ session }: FastifyRequest, today: string): Promise<void> {
    session.prolongedOn = today;
    session.touch();
    await session.save();
  }
}

const userOf = (session: Session | null | undefined): SessionUser | null => session?.passport?.user ?? null;

/** A session of a former epoch is nobody's, even where its end did not reach it. */
const member = ({ epoch }: SessionUser, standing: Standing | null): Citizen | null => (standing?.epoch === epoch ? standing.citizen : null);

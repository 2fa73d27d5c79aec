import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import passport, { type Strategy } from 'passport';
import type { SignInWay } from '@isegoria/identity/contracts';
import type { Localized } from '@isegoria/kernel/contracts';
import type { SessionUser, Vouched } from '../session/session.store';

/** A way to sign in over another site: a passport strategy that redirects there and hears the answer at the callback. */
export interface SignInStrategy {
  /** In the address: `/auth/<name>` begins, `/auth/<name>/callback` ends. */
  name: string;
  /** What the button on the sign-in page says. */
  label: Localized;
  /** For those who work for the city. */
  forStaff?: boolean;
  /** Whether an account may be connected with it: it knows people by a number of its own, and vouches for no person. */
  isConnected?: boolean;
  /** False where the other site did not answer when it was last asked. Who presses its button asks again. */
  answers?(): boolean;
  /** Its verify function answers the account's `{ id, epoch }`, or `{ vouched }`: then the account is found or made by the person. */
  strategy: Strategy;
  /** The address at which the other site ends its own session and leads back to ours: at a library, the next one must not find it open. */
  signOutAt?(back: string, hint?: string): string | null;
}

/** What a strategy made of a request. */
export type Verdict =
  | { kind: 'welcome'; user: SessionUser }
  | { kind: 'vouched'; vouched: Vouched }
  | { kind: 'refused'; why: unknown }
  | { kind: 'redirect'; status: number; location: string };

/** Whoever waits for another site longer than this is told that it does not answer. */
const patienceMs = 15_000;

/** The ways to sign in. A city's module injects this and registers its own while it initialises; the password is one of them. */
@Injectable()
export class Strategies {
  // An instance of its own: passport's usual one is shared by everything in the process.
  private readonly passport = new passport.Passport();
  private readonly ways = new Map<string, SignInStrategy>();

  register(way: SignInStrategy): void {
    this.ways.set(way.name, way);
    this.use(way.name, way.strategy);
  }

  /** A strategy without a button of its own: the password's. */
  use(name: string, strategy: Strategy): void {
    this.passport.use(name, strategy);
  }

  knows(name: string): boolean {
    return this.ways.has(name);
  }

  labelOf(name: string): Localized | null {
    return this.ways.get(name)?.label ?? null;
  }

  /** Where the other site ends its own session, for whoever came by it; null where there is no such place. */
  signOutAt(name: string | undefined, back: string, hint?: string): string | null {
    return (name && this.ways.get(name)?.signOutAt?.(back, hint)) || null;
  }

  list(): SignInWay[] {
    return [...this.ways.values()].map((way) => ({ name: way.name, label: way.label, forStaff: way.forStaff ?? false, vouches: !way.isConnected, answers: way.answers?.() ?? true }));
  }

  /** Those that an account may be connected with. */
  connected(): { name: string; label: Localized; forStaff: boolean }[] {
    return [...this.ways.values()].flatMap(({ name, label, forStaff = false, isConnected }) => (isConnected ? [{ name, label, forStaff }] : []));
  }

  /**
   * Asks a strategy about a request. Passport speaks to Express's response, and redirecting strategies write to it by hand
   * (`statusCode`, `setHeader`, `end`); this object hears what they write and makes it a verdict. Fails where the other site does not answer.
   */
  ask(name: string, req: FastifyRequest): Promise<Verdict> {
    let late: NodeJS.Timeout | undefined;
    const verdict = new Promise<Verdict>((done, failed) => {
      late = setTimeout(() => failed(new Error(`${name} did not answer within ${patienceMs / 1000} s`)), patienceMs);
      const headers = new Map<string, string>();
      const response = {
        statusCode: 302,
        setHeader: (header: string, value: string) => void headers.set(header.toLowerCase(), value),
        end: () => done({ kind: 'redirect', status: response.statusCode, location: headers.get('location') ?? '/' }),
      };
      const heard = (error: unknown, user: SessionUser | { vouched: Vouched } | false | undefined, why: unknown) => {
        if (error) failed(error instanceof Error ? error : new Error(String(error)));
        else if (!user) done({ kind: 'refused', why });
        else done('vouched' in user ? { kind: 'vouched', ...user } : { kind: 'welcome', user });
      };
      const middleware: unknown = this.passport.authenticate(name, { session: false }, heard);
      (middleware as (req: FastifyRequest, res: object, next: (error: unknown) => void) => void)(req, response, failed);
    });
    return verdict.finally(() => clearTimeout(late));
  }
}

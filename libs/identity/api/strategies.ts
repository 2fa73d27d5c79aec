import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import passport, { type Strategy } from 'passport';
import type { Localized } from '@isegoria/kernel/contracts';
import type { SessionUser } from './session.store';

/** A way to sign in over another site: a passport strategy that redirects there and hears the answer at the callback. */
export interface SignInStrategy {
  /** In the address: `/auth/<name>` begins, `/auth/<name>/callback` ends. */
  name: string;
  /** What the button on the sign-in page says. */
  label: Localized;
  /** Its verify function answers the account's `{ id, epoch }`. */
  strategy: Strategy;
}

/** What a strategy made of a request. */
export type Verdict =
  | { kind: 'welcome'; user: SessionUser }
  | { kind: 'refused'; why: unknown }
  | { kind: 'redirect'; status: number; location: string };

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

  list(): { name: string; label: Localized }[] {
    return [...this.ways.values()].map(({ name, label }) => ({ name, label }));
  }

  /**
   * Asks a strategy about a request. Passport speaks to Express's response, and redirecting strategies write to it by hand
   * (`statusCode`, `setHeader`, `end`); this object hears what they write and makes it a verdict.
   */
  ask(name: string, req: FastifyRequest): Promise<Verdict> {
    return new Promise((done, failed) => {
      const headers = new Map<string, string>();
      const response = {
        statusCode: 302,
        setHeader: (header: string, value: string) => void headers.set(header.toLowerCase(), value),
        end: () => done({ kind: 'redirect', status: response.statusCode, location: headers.get('location') ?? '/' }),
      };
      const heard = (error: unknown, user: SessionUser | false | undefined, why: unknown) => {
        if (error) failed(error instanceof Error ? error : new Error(String(error)));
        else done(user ? { kind: 'welcome', user } : { kind: 'refused', why });
      };
      const middleware: unknown = this.passport.authenticate(name, { session: false }, heard);
      (middleware as (req: FastifyRequest, res: object, next: (error: unknown) => void) => void)(req, response, failed);
    });
  }
}

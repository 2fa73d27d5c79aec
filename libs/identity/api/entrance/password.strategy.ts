import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { type Attempt, SignIn } from './sign-in.service';
import { Strategies } from './strategies';

/** The password's strategy, passport's own `local`. */
@Injectable()
export class PasswordStrategy implements OnModuleInit {
  constructor(
    private readonly strategies: Strategies,
    private readonly signIn: SignIn,
  ) {}

  onModuleInit(): void {
    const fields = { usernameField: 'email', passwordField: 'password', passReqToCallback: true as const, session: false };
    this.strategies.use('local', new Strategy(fields, (req, email, password, done) => {
      const { ip } = req as unknown as FastifyRequest;
      this.signIn.attempt(email, password, ip).then((attempt) => tell(attempt, done), done);
    }));
  }
}

type Done = (error: unknown, user?: object | false, why?: { message: string } & Partial<Attempt>) => void;

function tell(attempt: Attempt, done: Done): void {
  if ('refused' in attempt) done(null, false, { message: attempt.refused, ...attempt });
  else done(null, { id: attempt.citizen.id, epoch: attempt.epoch });
}

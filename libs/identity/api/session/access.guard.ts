import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Citizen, hasRole, type Role } from '@isegoria/identity/contracts';
import { log, PUBLIC, refusals } from '@isegoria/kernel/api';
import { requestOf, ROLES } from './access';
import { Entrance } from '../entrance/entrance.service';

interface Rule {
  isPublic: boolean;
  roles: Role[];
}

/** Stands before every resolver and controller: authentication is the rule, `@Public()` the exception. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly rules = new WeakMap<object, Rule>();

  constructor(
    private readonly reflector: Reflector,
    private readonly entrance: Entrance,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const rule = this.ruleOf(context);
    const citizen = this.entrance.citizenOf(requestOf(context));
    if (citizen instanceof Promise) return citizen.then((known) => admit(rule, known, context));
    return admit(rule, citizen, context);
  }

  private ruleOf(context: ExecutionContext): Rule {
    const handler = context.getHandler();
    const known = this.rules.get(handler);
    if (known) return known;
    const targets = [handler, context.getClass()];
    const rule = {
      isPublic: this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets) ?? false,
      roles: this.reflector.getAllAndOverride<Role[] | undefined>(ROLES, targets) ?? [],
    };
    this.rules.set(handler, rule);
    return rule;
  }
}

function admit({ isPublic, roles }: Rule, citizen: Citizen | null, context: ExecutionContext): boolean {
  if (isPublic) return true;
  if (!citizen) throw new UnauthorizedException('Sign in to do this.');
  if (roles.length === 0 || hasRole(citizen, ...roles)) return true;
  const { id: correlationId } = requestOf(context);
  refusals.inc({ reason: 'role' });
  log.warn({ citizenId: citizen.id, act: context.getHandler().name, correlationId }, 'an act was refused: the role is missing');
  throw new ForbiddenException(citizen.waitingRoles?.some((role) => roles.includes(role)) ? 'Your role waits for a second step of signing in: add a passkey or a second step at /account.' : 'You may not do this.');
}

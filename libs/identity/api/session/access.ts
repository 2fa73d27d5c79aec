import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Citizen, Role } from '@isegoria/identity/contracts';
import { type GraphContext, PUBLIC } from '@isegoria/kernel/api';

export const ROLES = 'isegoria:roles';

/** Open to visitors. Without it only those who signed in come in. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Open to those who have at least one of these roles. */
export const Roles = (...roles: Role[]) => SetMetadata(ROLES, roles);

/** Who asks. Null only where the door is `@Public()` and nobody signed in. */
export const CurrentCitizen = createParamDecorator((_: unknown, context: ExecutionContext): Citizen | null => requestOf(context).citizen ?? null);

/** The HTTP request behind a resolver or a controller. */
export function requestOf(context: ExecutionContext): FastifyRequest {
  if (context.getType<string>() === 'graphql') return context.getArgByIndex<GraphContext>(2).req;
  return context.switchToHttp().getRequest<FastifyRequest>();
}

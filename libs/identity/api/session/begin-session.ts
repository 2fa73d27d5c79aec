import type { FastifyRequest } from 'fastify';
import type { SessionUser } from './session.store';

/** A session of its own id: one that somebody prepared for this browser beforehand is worth nothing. */
export async function beginSession(req: FastifyRequest, user: SessionUser, { way, hint } = wayOf(req)): Promise<void> {
  await req.session.regenerate();
  req.session.passport = { user };
  if (way) req.session.way = way;
  if (hint) req.session.wayHint = hint;
  req.session.prolongedOn = new Date().toISOString().slice(0, 10);
  await req.session.save();
}

/** After a right password, where something more is asked for. The session is nobody's until that came. */
export async function beginStep(req: FastifyRequest, user: SessionUser, now: Date): Promise<void> {
  await req.session.regenerate();
  req.session.owing = { ...user, at: now.getTime() };
  await req.session.save();
}

/** By which other site they came, for the sign-out that leads by there: an act that renews a session does not lose it. */
const wayOf = ({ session }: FastifyRequest): { way?: string | undefined; hint?: string | undefined } => ({ way: session.way, hint: session.wayHint });

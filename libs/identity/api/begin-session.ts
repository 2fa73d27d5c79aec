import type { FastifyRequest } from 'fastify';
import type { SessionUser } from './session.store';

/** A session of its own id: one that somebody prepared for this browser beforehand is worth nothing. */
export async function beginSession(req: FastifyRequest, user: SessionUser, way = req.session.way): Promise<void> {
  await req.session.regenerate();
  req.session.passport = { user };
  if (way) req.session.way = way;
  req.session.prolongedOn = new Date().toISOString().slice(0, 10);
  await req.session.save();
}

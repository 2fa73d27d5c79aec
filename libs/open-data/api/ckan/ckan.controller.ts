import { All, Controller, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@isegoria/identity/api';
import { openToAll } from '../answers';
import { absolute } from '../addresses';
import { CkanActions } from './ckan-actions';
import { Missing, type Wishes, Wrong } from './ckan-wishes';

/** The read API in the way of CKAN: `/api/3/action/package_list`, by GET or POST, with CKAN's envelope and errors. It writes nothing. */
@Controller(['api/3/action', 'api/action'])
export class CkanController {
  constructor(private readonly actions: CkanActions) {}

  @Public()
  @All(':action')
  async act(@Param('action') action: string, @Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    openToAll(reply).header('content-type', 'application/json; charset=utf-8').header('cache-control', 'public, no-cache');
    const help = absolute(`/api/3/action/help_show?name=${encodeURIComponent(action)}`);
    const refuse = (status: number, type: string, error: object) => reply.status(status).send({ help, success: false, error: { __type: type, ...error } });
    if (!['GET', 'HEAD', 'POST'].includes(req.method)) return reply.status(405).header('allow', 'GET, HEAD, POST').send(JSON.stringify('Bad request - GET and POST only'));
    if (/_(create|update|patch|delete|purge|revise|upsert)$/.test(action)) return refuse(403, 'Authorization Error', { message: 'Access denied: this API only reads' });
    const wishes = wishesOf(req);
    if (!wishes) return reply.status(400).send(JSON.stringify('Bad request - JSON Error: the body is no JSON object'));
    try {
      const answer = this.actions.run(action, wishes);
      if (!answer) return await reply.status(400).send(JSON.stringify(`Bad request - Action name not known: ${action}`));
      return await reply.send({ help, success: true, result: await answer });
    } catch (error) {
      if (error instanceof Missing) return refuse(404, 'Not Found Error', { message: error.message });
      if (error instanceof Wrong) return refuse(409, 'Validation Error', error.problems);
      throw error;
    }
  }
}

/** The address's parameters and the body's; a body that came as a form is JSON in place of a name, as curl sends it. Null where it is neither. */
function wishesOf({ query, body }: FastifyRequest): Wishes | null {
  const asked = isObject(query) ? query : {};
  if (body === undefined || body === null || body === '') return asked;
  const written = typeof body === 'string' ? parsed(body) : isForm(body) ? parsed(Object.keys(body)[0] ?? '') : body;
  return isObject(written) ? { ...asked, ...written } : null;
}

const isObject = (value: unknown): value is Wishes => typeof value === 'object' && value !== null && !Array.isArray(value);
const isForm = (body: unknown): body is Wishes => isObject(body) && Object.keys(body).length === 1 && (Object.keys(body)[0] ?? '').startsWith('{');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

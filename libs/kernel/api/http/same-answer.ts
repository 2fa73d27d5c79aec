import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Kind, parse } from 'graphql';
import { askedBy } from '../graphql/asked-query';
import { keepNewest } from '../store/newest';

/** One reading that an answer was made of: how it is read again, and what it gave. */
interface Source {
  read: () => unknown;
  gave: unknown;
}

/** A visitor's question: its text, and what tells it from others. */
interface Question {
  text: string;
  key: string;
}

interface Answer {
  sources: readonly Source[];
  bytes: Buffer;
  /** The same in Brotli; null until somebody has asked for it so. */
  packed: Promise<Buffer> | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set where the answer may serve others too. */
    question: Question | null;
    sources: Source[] | null;
  }
}

const limits = { answers: 300, question: 8000, answer: 64_000 };
/** How an answer is packed, and from how many bytes on that is worth it: what is written for one alone as well as what serves many. */
export const packing = { threshold: 1400, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } };
/** The beginning of each cookie that says who somebody is. What else a browser brings (the language it reads) changes no answer of GraphQL. */
const saysWho = '__Host-';
const packed = promisify(brotliCompress);

/**
 * For a resolver of what everybody reads: reads, and lets the answer to a visitor serve others for as long as `read` gives the very same object again. So
 * that object must not change once given, and must hang on nothing but the question: no language, no address, no person.
 */
export async function sameAnswer<T extends object>(req: FastifyRequest, read: () => T | Promise<T>): Promise<T> {
  const gave = await read();
  req.sources?.push({ read, gave });
  return gave;
}

/**
 * What everybody reads is run, written and packed once: a visitor who asks what another has asked gets the same bytes, while each of the readings behind
 * them gives what it gave then. No time is kept here, so nothing is shown for longer than its slice would show it. Whoever may be somebody is answered
 * alone. In the process's memory, and bounded in number and size, for strangers fill it.
 */
export function sameAnswers(app: NestFastifyApplication): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const answers = new Map<string, Answer>();
  server.decorateRequest('question', null);
  server.decorateRequest('sources', null);

  server.addHook('preHandler', async (req, reply) => {
    const question = questionOf(req);
    if (!question) return;
    const answer = answers.get(question.key);
    if (answer && (await holds(answer))) return send(answer, req, reply);
    req.question = question;
    req.sources = [];
  });

  server.addHook('onSend', (req, reply, payload, done) => {
    const { question, sources } = req;
    if (question && sources && sources.length > 0 && typeof payload === 'string' && isWhole(question, sources, payload, reply)) keepNewest(answers, question.key, { sources, bytes: Buffer.from(payload), packed: null }, limits.answers);
    done(null, payload);
  });
}

/** A text that comes with its hash is to be remembered under it, and is run for that. */
function questionOf(req: FastifyRequest): Question | null {
  const { routeOptions, method, headers, body } = req;
  if (method !== 'POST' || routeOptions.url !== '/graphql' || headers.cookie?.includes(saysWho) || typeof body !== 'object' || body === null) return null;
  const { query, variables, operationName, extensions } = body as Record<string, unknown>;
  const text = extensions === undefined || query === undefined ? askedBy(req).query : null;
  if (text === null || text.length > limits.question) return null;
  const asked = variables === undefined && operationName === undefined ? '' : JSON.stringify([variables, operationName]);
  return asked.length > limits.question ? null : { text, key: `${text}\0${asked}` };
}

async function holds({ sources }: Answer): Promise<boolean> {
  for (const { read, gave } of sources) if ((await read()) !== gave) return false;
  return true;
}

/** Whether all that was asked came from readings that can be read again, and came. */
function isWhole({ text }: Question, sources: readonly Source[], payload: string, { statusCode }: FastifyReply): boolean {
  if (statusCode !== 200 || payload.length > limits.answer || payload.includes('"errors":[')) return false;
  const [operation, ...others] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== 'query') return false;
  const isPlain = operation.selectionSet.selections.every(({ kind }) => kind === Kind.FIELD);
  return isPlain && others.every(({ kind }) => kind === Kind.FRAGMENT_DEFINITION) && operation.selectionSet.selections.length === sources.length;
}

async function send(answer: Answer, { headers }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  void reply.type('application/json; charset=utf-8');
  const takesBrotli = /\bbr\b(?! *; *q=0)/.test(headers['accept-encoding']?.toString() ?? '');
  if (!takesBrotli || answer.bytes.length < packing.threshold) return reply.send(answer.bytes);
  answer.packed ??= packed(answer.bytes, packing.brotli);
  return reply.header('content-encoding', 'br').header('vary', 'accept-encoding').send(await answer.packed);
}

import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { expect, it } from 'vitest';
import { persistedQueries } from '../graphql/persisted-queries';
import { sameAnswer, sameAnswers } from './same-answer';

const list = '{ list { title } }';

/** A server whose one list changes when it is told to, and which counts how often a question is run. */
function aServer(title = 'Δέντρα στην πλατεία') {
  const server = fastify();
  const city = { list: [{ title }], runs: 0, statusCode: 200, errors: undefined as { message: string }[] | undefined };
  sameAnswers({ getHttpAdapter: () => ({ getInstance: () => server }) } as unknown as NestFastifyApplication);
  server.post('/graphql', async (req: FastifyRequest, reply: FastifyReply) => {
    city.runs++;
    void reply.status(city.statusCode);
    return { data: { list: await sameAnswer(req, () => city.list) }, errors: city.errors };
  });
  const ask = async (body: Record<string, unknown>, headers: Record<string, string> = {}) => {
    const { rawPayload, headers: answered } = await server.inject({ method: 'POST', url: '/graphql', headers, body });
    const bytes = answered['content-encoding'] === 'br' ? brotliDecompressSync(rawPayload) : rawPayload;
    return { said: JSON.parse(bytes.toString()) as unknown, packed: answered['content-encoding'], type: answered['content-type'] };
  };
  return { city, ask };
}

it('one visitor’s answer serves the next, until the list is another', async () => {
  const { city, ask } = aServer();
  const first = await ask({ query: list });
  expect(await ask({ query: list })).toEqual(first);
  expect(city.runs).toBe(1);
  city.list = [{ title: 'Βρύσες' }];
  expect((await ask({ query: list })).said).toEqual({ data: { list: [{ title: 'Βρύσες' }] } });
  expect((await ask({ query: list })).said).toEqual({ data: { list: [{ title: 'Βρύσες' }] } });
  expect(city.runs).toBe(2);
});

it('another question, other variables and another name of the operation are answered for themselves', async () => {
  const { city, ask } = aServer();
  const query = 'query One($first: Int) { list(first: $first) { title } }';
  for (const body of [{ query: list }, { query }, { query, variables: { first: 1 } }, { query, variables: { first: 2 } }, { query, operationName: 'Two' }]) await ask(body);
  expect(city.runs).toBe(5);
});

it('whoever may be somebody is answered alone, and leaves nothing for others; a language is nobody', async () => {
  const { city, ask } = aServer();
  for (const cookie of ['__Host-session=a', 'locale=el; __Host-session=b', '', 'locale=en']) await ask({ query: list }, cookie ? { cookie } : {});
  expect(city.runs).toBe(3);
  await ask({ query: list }, { cookie: '__Host-session=a' });
  expect(city.runs).toBe(4);
});

it('what holds more than such readings is run for each: another field beside it, a part that may be left out, an act', async () => {
  const { city, ask } = aServer();
  for (const query of ['{ list { title } now }', '{ ...all } fragment all on Query { list { title } }', 'mutation { list { title } }', '{ list { title } } { now }']) for (let time = 0; time < 2; time++) await ask({ query });
  expect(city.runs).toBe(8);
});

it('an answer with an error, a refusal and a very long one are kept for nobody', async () => {
  const { city, ask } = aServer();
  city.errors = [{ message: 'Something went wrong on our side.' }];
  for (let time = 0; time < 2; time++) await ask({ query: list });
  Object.assign(city, { errors: undefined, statusCode: 503 });
  for (let time = 0; time < 2; time++) await ask({ query: list });
  Object.assign(city, { statusCode: 200, list: [{ title: 'α'.repeat(64_000) }] });
  for (let time = 0; time < 2; time++) await ask({ query: list });
  expect(city.runs).toBe(6);
});

it('a browser gets it packed, and packed once', async () => {
  const { city, ask } = aServer('Δέντρα και βρύσες '.repeat(200));
  const plain = await ask({ query: list }, { 'accept-encoding': 'gzip, br' });
  const packed = await ask({ query: list }, { 'accept-encoding': 'gzip, br' });
  expect(packed).toEqual({ ...plain, packed: 'br' });
  expect((await ask({ query: list }, { 'accept-encoding': 'gzip, br;q=0' })).packed).toBeUndefined();
  expect(city.runs).toBe(1);
});

it('a hash stands for its text; the text with its hash is run, to be remembered', async () => {
  const { city, ask } = aServer();
  const sha256Hash = createHash('sha256').update(list).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  await ask({ query: list });
  await ask({ query: list, extensions });
  expect(city.runs).toBe(2);
  await persistedQueries.saveQuery?.(sha256Hash, list);
  await ask({ extensions });
  expect(city.runs).toBe(2);
});

it('no more is kept than there is room for, the oldest goes first', async () => {
  const { city, ask } = aServer();
  for (let at = 0; at < 301; at++) await ask({ query: `{ list${at}: list { title } }` });
  await ask({ query: '{ list300: list { title } }' });
  expect(city.runs).toBe(301);
  await ask({ query: '{ list0: list { title } }' });
  expect(city.runs).toBe(302);
});

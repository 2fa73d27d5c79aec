import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { cityAt } from './city-files';

let server: Server | undefined;
afterEach(() => void server?.close());

/** A city that answers its requests one after the other as written; the last answer serves for all that follow. */
async function aCity(...answers: ((reply: ServerResponse) => void)[]) {
  let asked = 0;
  server = createServer((_, reply) => answers[Math.min(asked++, answers.length - 1)]?.(reply));
  await new Promise<void>((resolve) => server?.listen(0, resolve));
  return { files: cityAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ledger/`), asked: () => asked };
}

const whole = (reply: ServerResponse) => void reply.end('a whole file');
const failing = (reply: ServerResponse) => void reply.writeHead(503).end();
const broken = (reply: ServerResponse) => {
  reply.writeHead(200, { 'content-length': '1000' });
  reply.write('half of a', () => reply.destroy());
};

it('asks again where the connection breaks before an answer, in the middle of one, or the city is out of order', async () => {
  const { files, asked } = await aCity(broken, failing, whole);
  expect([await files.text('checkpoint'), asked()]).toEqual(['a whole file', 3]);
});

it('takes the city at its word that there is no such file, and says which', async () => {
  const { files, asked } = await aCity((reply) => void reply.writeHead(404).end());
  await expect(files.bytes('tile/0/000')).rejects.toThrow(/\/ledger\/tile\/0\/000 answered 404$/);
  expect([await files.page('/nowhere'), asked()]).toEqual([null, 2]);
});

it('takes lines as they come, and no more of them than are wanted', async () => {
  const { files } = await aCity((reply) => {
    reply.write('first\nsec');
    setTimeout(() => reply.end('ond\nthird'), 20);
  });
  const lines: string[] = [];
  await files.lines('/data', 10, (line) => lines.push(line));
  await files.lines('/data', 2, (line) => lines.push(line));
  expect(lines).toEqual(['first', 'second', 'third', 'first', 'second']);
});

it('numbers the lines, and gives one that has no end as an empty one', async () => {
  const { files } = await aCity((reply) => void reply.end(`first\n${'x'.repeat(200_000)}`));
  const lines: [number, string][] = [];
  await files.lines('/data', 10, (line, number) => lines.push([number, line]));
  expect(lines).toEqual([[1, 'first'], [2, '']]);
});

it('gives up after three broken answers, in a sentence with the address', async () => {
  const { files, asked } = await aCity(broken);
  await expect(files.text('checkpoint')).rejects.toThrow(/\/ledger\/checkpoint cannot be reached$/);
  expect(asked()).toBe(3);
});

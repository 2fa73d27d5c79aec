import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { callOut } from './call-out';
import { forgetEnv } from '../env';
import { isPrivateAddress } from './private-address';

const servers: Server[] = [];
const privately = (word: string) => {
  vi.stubEnv('WEBHOOK_PRIVATE', word);
  forgetEnv();
};
beforeAll(() => privately('on'));
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});
afterAll(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

async function receiver(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
const send = (url: string, more: object = {}) => callOut(url, { body: '{}', headers: {}, timeoutMs: 5000, signal: new AbortController().signal, ...more });

describe('a message that is posted', () => {
  it('is given up when nobody answers in time', async () => {
    const url = await receiver(() => undefined);
    expect(await send(url, { timeoutMs: 100 })).toEqual({ status: null, problem: 'no_answer' });
  });

  it('is delivered by the first line of an answer that never ends', async () => {
    let isOpen = true;
    const url = await receiver((_, res) => {
      res.writeHead(200).on('close', () => (isOpen = false));
      const more = () => void (isOpen && res.write('x'.repeat(100_000)) && setImmediate(more));
      more();
    });
    expect(await send(url)).toEqual({ status: 200, problem: null });
    await vi.waitFor(() => expect(isOpen).toBe(false));
  });

  it('does not follow where it is sent on to, and takes 410 for good', async () => {
    let asked = 0;
    const url = await receiver((_, res) => void res.writeHead(asked++ === 0 ? 307 : 410, { location: '/elsewhere' }).end());
    expect(await send(url)).toEqual({ status: 307, problem: 'status' });
    expect(asked).toBe(1);
    expect(await send(url)).toEqual({ status: 410, problem: 'gone' });
  });

  it('hears for how long the receiver wants to be left alone, in seconds or as a date, and nothing of what it cannot read', async () => {
    const said = ['120', new Date(Date.now() + 60_000).toUTCString(), 'soon', '-5'];
    const url = await receiver((_, res) => void res.writeHead(429, { 'retry-after': said.shift() }).end());
    expect(await send(url)).toEqual({ status: 429, problem: 'status', restMs: 120_000 });
    const { restMs = 0 } = await send(url);
    expect(Math.round(restMs / 5000)).toBe(12);
    for (let time = 0; time < 2; time++) expect(await send(url)).not.toHaveProperty('restMs');
  });

  it('goes to the address that was looked at: a name that answers differently the second time leads nowhere', async () => {
    let asked = 0;
    const url = await receiver((_, res) => void (asked++, res.writeHead(204).end()));
    let questions = 0;
    const rebinding = (_name: string, _options: object, done: (error: null, found: { address: string; family: number }[]) => void) => done(null, [{ address: questions++ === 0 ? '198.51.100.7' : '127.0.0.1', family: 4 }]);
    const named = url.replace('127.0.0.1', 'rebinding.example');
    expect(await send(named, { timeoutMs: 200, resolve: rebinding })).toMatchObject({ status: null });
    expect([questions, asked]).toEqual([1, 0]);
    privately('off');
    expect(await send(named, { resolve: rebinding })).toEqual({ status: null, problem: 'private_address' });
    expect(asked).toBe(0);
    privately('on');
    expect(await send(named, { resolve: rebinding })).toEqual({ status: 204, problem: null });
  });

  it('does not go to the machine itself however it is written', async () => {
    privately('off');
    for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '017700000001', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '0.0.0.0', '169.254.169.254', 'localhost', '[fd00::1]']) {
      expect([host, (await send(`http://${host}:9/`)).problem]).toEqual([host, 'private_address']);
    }
    privately('on');
  });
});

it('tells addresses of the world from those that are nobody’s to call', () => {
  const closed = ['10.1.2.3', '100.64.0.1', '172.31.255.255', '192.168.1.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::7f00:1', '64:ff9b::a00:1', '2002:a00:1::', 'fe80::1', 'fc00::1', 'ff02::1', '5f00::1', 'no address'];
  expect(closed.filter((address) => !isPrivateAddress(address))).toEqual([]);
  expect(['8.8.8.8', '172.32.0.1', '195.251.0.1', '2a00:1450:4017::1', '2001:648:2000::1'].filter(isPrivateAddress)).toEqual([]);
});

import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, startCity, type TestCity } from '@isegoria/kernel/api';
import { liveLimits, livePath } from '@isegoria/realtime/contracts';
import { listen } from './listen';
import { RealtimeModule } from './realtime.module';
import { Rooms } from './rooms.service';

const packets = [
  '', '4', '42', '42[', '42[]', '42["watch"]', '42["watch",null]', '42["watch",{"kind":{"$ne":1},"id":[]}]', '420["watch",{"__proto__":1}]',
  '451-["watch",{"_placeholder":true,"num":10}]', '45999999999-["x"]', '4{"sid":"__proto__"}', '40/__proto__,', '40/constructor,{"x":1}',
  '42["toString"]', '42["__proto__",{}]', '42["error",{}]', '42["disconnect"]', '42["hasOwnProperty",1]', '61["\u0000"]', '9', '\u{1F4A3}', '42[1e999]',
  `42["watch",${'['.repeat(900)}${']'.repeat(900)}]`,
];

describe('a socket that means harm', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startCity([RealtimeModule]);
    city.get(Rooms).open('square');
  }, 60_000);
  afterAll(() => city.stop());

  const isAlive = async () => {
    const citizen = await listen(city.url);
    expect(await citizen.watch({ kind: 'square', id: 'syntagma' })).toHaveProperty('version');
    citizen.close();
  };

  it('sends what is no message, five hundred times, and the city lives', async () => {
    for (let turn = 0; turn < 500; turn++) {
      const words = [...(turn % 2 ? ['40'] : []), packets[turn % packets.length] ?? ''];
      await say(city.url, [...words.map((word) => frame(1, Buffer.from(word))), frame(2, Buffer.from([0xff, 0xc1, turn % 256]))]);
    }
    await isAlive();
  }, 60_000);

  it('sends a frame that is too large and is hung up on', async () => {
    const citizen = await listen(city.url);
    citizen.socket.emit('watch', { kind: 'square', id: 'x'.repeat(100_000) }, () => undefined);
    await eventually('the talk ended', () => citizen.socket.disconnected);
    await isAlive();
  });

  it('asks for more rooms than anyone looks at, and is refused', async () => {
    const citizen = await listen(city.url);
    const answers = await Promise.all(Array.from({ length: liveLimits.rooms + 5 }, (_, id) => citizen.watch({ kind: 'square', id: String(id) })));
    expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'too_many')).toHaveLength(5);
    citizen.close();
  });

  it('talks without pause and is hung up on', async () => {
    const citizen = await listen(city.url);
    for (let turn = 0; turn < liveLimits.burst + 50; turn++) citizen.socket.emit('unwatch', { kind: 'square', id: '1' });
    await eventually('the talk ended', () => citizen.socket.disconnected);
    await isAlive();
  });

  it('comes with two thousand headers, a session called __proto__, or half a handshake', async () => {
    const { port } = new URL(city.url);
    const headers = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`x-${at}`, 'a']));
    for (const path of [`${livePath}/?EIO=4&transport=websocket`, `${livePath}/?EIO=4&transport=polling&sid=__proto__`, `${livePath}/?EIO=4&transport=webtransport`]) {
      await new Promise<void>((done) => {
        const req = request({ port, path, headers: { ...headers, connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==' } }, (res) => done(void res.resume()));
        req.on('upgrade', (_res, socket) => done(void socket.destroy()));
        req.on('error', () => done());
        req.end();
      });
    }
    const raw = connect(Number(port), '127.0.0.1');
    raw.on('error', () => undefined);
    raw.write(`GET ${livePath}/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n`);
    setTimeout(() => raw.destroy(), 20);
    await isAlive();
  });
});

/** One masked WebSocket frame of up to 64 kB. */
function frame(opcode: number, body: Buffer): Buffer {
  const length = body.length < 126 ? [0x80 | body.length] : [0x80 | 126, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([0x80 | opcode, ...length, 0, 0, 0, 0]), body]);
}

/** Opens a bare socket, says these frames without waiting for manners, and goes. */
async function say(url: string, frames: Buffer[]): Promise<void> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const gone = new Promise<void>((done) => socket.on('close', () => done()));
  socket.on('error', () => undefined);
  socket.write(`GET ${livePath}/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`);
  socket.once('data', () => {
    for (const one of frames) socket.write(one);
    setTimeout(() => socket.destroy(), 3);
  });
  await gone;
}

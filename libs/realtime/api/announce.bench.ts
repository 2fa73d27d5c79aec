import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import type { TestCity } from '@isegoria/kernel/api';
import { type Delta, livePath } from '@isegoria/realtime/contracts';
import { Announcer } from './announcer.service';
import { Rooms } from './rooms.service';

const browsers = 1_000;
const rounds = 25;
const room = { kind: 'measured', id: 'room' };
const payload = { counts: [{ questionId: 'support', optionId: 'yes', count: 412 }], voters: 412, seq: 412 };

/** One vote seen by a thousand browsers, beside a bare Socket.IO broadcast of the same bytes on the same machine. */
export const bench = {
  name: 'announce',
  async run({ city, progress }: { city: TestCity; progress(label: string, done: number, total: number): void }) {
    city.get(Rooms).open(room.kind);
    const ours = await crowd(city.url, progress);
    await Promise.all(ours.map((socket) => socket.timeout(20_000).emitWithAck('watch', room)));
    const announced = await measured(ours, () => city.get(Announcer).announce(room, 'tally', payload));
    hangUp(ours);

    const bare = await bareServer();
    const theirs = await crowd(bare.url, progress);
    let version = 0;
    const broadcast = await measured(theirs, () => void bare.server.emit('delta', { room: 'measured:room', version: ++version, name: 'tally', payload }));
    hangUp(theirs);
    await bare.server.close();

    const ratio = announced / broadcast;
    return [{ name: `a change on the last of ${browsers} screens`, value: announced, unit: 'ms', baseline: broadcast, ratio, goal: '<= 2', holds: ratio <= 2 }];
  },
};

/** The median, over the rounds, of the time until the last of all has heard. */
async function measured(sockets: Socket[], tell: () => Promise<void> | void): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const heard = Promise.all(sockets.map((socket) => new Promise<Delta>((done) => socket.once('delta', done))));
    const start = performance.now();
    await tell();
    await heard;
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

async function crowd(url: string, progress: (label: string, done: number, total: number) => void): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let at = 0; at < browsers; at += 50) {
    sockets.push(...(await Promise.all(Array.from({ length: 50 }, () => connected(url)))));
    progress('browsers', sockets.length, browsers);
  }
  return sockets;
}

function connected(url: string): Promise<Socket> {
  const socket = io(url, { path: livePath, transports: ['websocket'], forceNew: true, reconnection: false });
  return new Promise((open, refused) => {
    socket.once('connect', () => open(socket));
    socket.once('connect_error', refused);
  });
}

function hangUp(sockets: Socket[]): void {
  for (const socket of sockets) socket.close();
}

async function bareServer(): Promise<{ server: Server; url: string }> {
  const http = createServer();
  const server = new Server(http, { path: livePath, serveClient: false, perMessageDeflate: false });
  await new Promise<void>((up) => http.listen(0, '127.0.0.1', up));
  return { server, url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
}

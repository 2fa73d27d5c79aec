import { once } from 'node:events';
import { connect } from 'node:net';
import { Global, Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITIZEN_OF_COOKIE, type Citizen, type CitizenOfCookie } from '@isegoria/identity/contracts';
import { Events, eventually, startCity, type TestCity } from '@isegoria/kernel/api';
import { livePath } from '@isegoria/realtime/contracts';
import { Announcer } from './announcer.service';
import { listen } from './listen';
import { RealtimeModule } from './realtime.module';
import { Rooms } from './rooms.service';

/** The entrance, as identity offers it to sockets: here the cookie is the name. */
const citizenOfCookie: CitizenOfCookie = (cookie) => Promise.resolve(cookie ? aCitizen(cookie) : null);
const aCitizen = (id: string): Citizen => ({ id, personId: id, name: id, roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true });

@Global()
@Module({ providers: [{ provide: CITIZEN_OF_COOKIE, useValue: citizenOfCookie }], exports: [CITIZEN_OF_COOKIE] })
class EntranceModule {}

const square = { kind: 'square', id: 'syntagma' };

describe('two processes of one city, side by side', () => {
  let here: TestCity;
  let there: TestCity;
  beforeAll(async () => {
    here = await startCity([EntranceModule, RealtimeModule]);
    there = await startCity([EntranceModule, RealtimeModule], { beside: true });
    for (const city of [here, there]) {
      city.get(Rooms).open('square');
      city.get(Rooms).open('desk', (citizen, id) => citizen?.id === id);
    }
  }, 60_000);
  afterAll(async () => {
    await there.stop();
    await here.stop();
  });

  it('tell each other’s visitors what happened, in order and numbered', async () => {
    const near = await listen(here.url);
    const far = await listen(there.url);
    const before = await near.watch(square);
    expect(before).toMatchObject({ version: expect.any(Number) });
    await far.watch(square);
    for (let count = 1; count <= 5; count++) await here.get(Announcer).announce(square, 'tally', { count });
    for (const browser of [near, far]) await eventually('five changes', () => browser.heard.length === 5);
    expect(far.heard.map(({ payload }) => payload)).toEqual([1, 2, 3, 4, 5].map((count) => ({ count })));
    expect(far.heard.map(({ version }) => version)).toEqual(near.heard.map(({ version }) => version));
    near.close();
    far.close();
  });

  it('tell a browser that comes back how much it missed', async () => {
    const first = await listen(there.url);
    const answer = await first.watch(square);
    first.close();
    await here.get(Announcer).announce(square, 'tally', { count: 6 });
    const again = await listen(there.url);
    const later = await again.watch(square);
    expect('version' in later && 'version' in answer && later.version - answer.version).toBe(1);
    again.close();
  });

  it('open a citizen’s own room to that citizen alone, and say nothing of rooms that are not', async () => {
    const desk = { kind: 'desk', id: 'maria' };
    const own = await listen(there.url, { cookie: 'maria' });
    const other = await listen(there.url, { cookie: 'nikos' });
    const visitor = await listen(there.url);
    expect(await own.watch(desk)).toMatchObject({ version: 0 });
    for (const browser of [other, visitor]) expect(await browser.watch(desk)).toEqual({ refused: 'unknown' });
    expect(await other.watch({ kind: 'cellar', id: '1' })).toEqual({ refused: 'unknown' });
    await here.get(Announcer).announce(desk, 'notice', { unread: 1 });
    await eventually('the notice came', () => own.heard.length === 1);
    expect(other.heard.length + visitor.heard.length).toBe(0);
    for (const browser of [own, other, visitor]) browser.close();
  });

  it('hang up when every session of a person ends', async () => {
    const browser = await listen(there.url, { cookie: 'maria' });
    await here.get(Events).publish('citizen.sessionsEnded', { citizenId: 'maria' });
    await eventually('the socket is closed', () => browser.socket.disconnected);
  });

  it('hang up when a person’s roles change, for who is no moderator any more may hear their room no more', async () => {
    const browser = await listen(there.url, { cookie: 'nikos' });
    const other = await listen(there.url, { cookie: 'maria' });
    await here.get(Events).publish('citizen.rolesChanged', { citizenId: 'nikos', roles: ['citizen'], departmentId: null, by: 'maria', at: new Date() });
    await eventually('the socket is closed', () => browser.socket.disconnected);
    expect(other.socket.connected).toBe(true);
    other.close();
  });

  it('stop without waiting for a phone that sleeps', async () => {
    const leaving = await startCity([EntranceModule, RealtimeModule], { beside: true });
    const phone = connect(Number(new URL(leaving.url).port), '127.0.0.1');
    phone.write(`GET ${livePath}/?EIO=4&transport=websocket HTTP/1.1\r\nHost: city\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${btoa('a phone in a bag')}\r\n\r\n`);
    const [answer] = (await once(phone, 'data')) as [Buffer];
    expect(String(answer)).toMatch(/^HTTP\/1\.1 101 /);
    phone.pause();
    await leaving.stop();
    phone.destroy();
  }, 10_000);

  it('refuse the page of another site, and let our own in', async () => {
    await expect(listen(here.url, { origin: 'https://elsewhere.example' })).rejects.toThrow();
    (await listen(here.url, { origin: here.url })).close();
  });
});

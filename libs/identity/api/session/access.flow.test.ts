import { Controller, Get, Module, Post } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Citizen } from '@isegoria/identity/contracts';
import { startCity, type TestCity } from '@isegoria/kernel/api';
import { CurrentCitizen, Public, Roles } from './access';
import { IdentityModule } from '../identity.module';
import { sessionDoor } from './session.door';
import { SessionStore } from './session.store';
import { openSession, type SignedIn, signedIn } from './signed-in';

@Controller('rooms')
class Rooms {
  @Get('square')
  @Public()
  square(@CurrentCitizen() citizen: Citizen | null) {
    return { name: citizen?.name ?? 'visitor' };
  }

  @Get('hall')
  hall(@CurrentCitizen() citizen: Citizen) {
    return { name: citizen.name };
  }

  @Post('bench')
  @Roles('moderator', 'administrator')
  bench() {
    return { seated: true };
  }
}

@Module({ controllers: [Rooms] })
class RoomsModule {}

describe('the guard before every door', () => {
  let city: TestCity;
  let maria: SignedIn;
  let moderator: SignedIn;
  beforeAll(async () => {
    city = await startCity([IdentityModule, RoomsModule], { doors: [sessionDoor] });
    maria = await signedIn(city, { name: 'Μαρία' });
    moderator = await signedIn(city, { name: 'Νίκος', roles: ['moderator'] });
  }, 60_000);
  afterAll(() => city.stop());

  const visit = (path: string, cookie?: string, method = 'GET') =>
    fetch(`${city.url}/rooms/${path}`, { method, headers: { origin: city.url, ...(cookie ? { cookie } : {}) } });

  it('lets a visitor into the square, and nowhere else', async () => {
    expect(await (await visit('square')).json()).toEqual({ name: 'visitor' });
    expect((await visit('hall')).status).toBe(401);
    expect((await visit('bench', undefined, 'POST')).status).toBe(401);
  });

  it('knows a citizen by the session, and keeps them from the moderators’ bench', async () => {
    expect(await (await visit('square', maria.cookie)).json()).toEqual({ name: 'Μαρία' });
    expect(await (await visit('hall', maria.cookie)).json()).toEqual({ name: 'Μαρία' });
    expect((await visit('bench', maria.cookie, 'POST')).status).toBe(403);
    expect((await visit('bench', moderator.cookie, 'POST')).status).toBe(201);
  });

  it('takes a forged, cut or foreign cookie for a visitor', async () => {
    const forged = maria.cookie.replace(/\.[^.]*$/, '.AAAA');
    for (const cookie of [forged, maria.cookie.slice(0, -4), '__Host-session=%E0%A4%A', '__Host-session=__proto__', `x=${'y'.repeat(4000)}`]) {
      expect((await visit('hall', cookie)).status).toBe(401);
    }
  });

  it('sends no cookie to a visitor, and writes nothing for them', async () => {
    expect((await visit('square')).headers.get('set-cookie')).toBeNull();
  });

  it('begins the days of a session again once a day, with a cookie that scripts and other hosts cannot have', async () => {
    const cookie = await openSession(city, maria.citizen.id);
    const id = decodeURIComponent(cookie.slice('__Host-session='.length)).split('.')[0] ?? '';
    const store = city.get(SessionStore);
    const session = await store.read(id);
    expect(session).not.toBeNull();
    await store.write(id, { cookie: { originalMaxAge: 1000 * 3600 * 24 * 14 }, passport: session?.passport ?? {}, prolongedOn: '2020-01-01' });
    const renewed = (await visit('hall', cookie)).headers.get('set-cookie') ?? '';
    expect(renewed).toMatch(/^__Host-session=/);
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(renewed).toContain(part);
    expect(renewed).not.toContain('Domain');
    expect((await visit('hall', cookie)).headers.get('set-cookie')).toBeNull();
  });
});

import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, startCity, type TestCity } from '@isegoria/kernel/api';
import { Account } from './account.schema';
import { Citizens } from '../people/citizens.service';
import { IdentityModule } from '../identity.module';
import { Leavers } from './leavers';
import { OwnFile } from './own-file';
import { personIdOf } from '../people/person-id';
import { both, nothingToForget, type Person, PersonalData } from './personal-data';
import { sessionDoor } from '../session/session.door';
import { signedIn, type SignedIn } from '../session/signed-in';

const leave = 'mutation { deleteAccount(password: "") { __typename } }';

describe('a person’s own file', () => {
  let city: TestCity;
  let maria: SignedIn;
  /** How a part of the test fares: what was read of it, and whether its reader let go. */
  const read = { entries: 0, isLetGo: true };
  let most = 0;
  let failsAt = Infinity;
  let forgets: (person: Person) => Promise<void> = nothingToForget;

  async function* many() {
    read.isLetGo = false;
    read.entries = 0;
    try {
      for (; read.entries < most; read.entries++) {
        if (read.entries === failsAt) throw new Error('The store is away.');
        yield { text: `${read.entries} ${'α'.repeat(500)} </script> "'` };
      }
    } finally {
      read.isLetGo = true;
    }
  }
  const get = (headers: Record<string, string> = {}) => fetch(`${city.url}/auth/my-data`, { headers: { cookie: maria.cookie, ...headers }, redirect: 'manual' });

  beforeAll(async () => {
    city = await startCity([IdentityModule], { doors: [sessionDoor] });
    city.get(PersonalData).register({ name: 'many', about: both('Πολλά', 'Many'), leaving: both('Σβήνονται.', 'They are erased.'), keys: { text: both('Κείμενο', 'Text') }, entries: many, forget: (person) => forgets(person) });
    maria = await signedIn(city, { email: 'maria@example.org' });
  }, 60_000);
  afterAll(() => city.stop());

  it('has all of fifty thousand entries, a line each, and says that it is whole', async () => {
    most = 50_000;
    const text = await (await get()).text();
    const file = JSON.parse(text) as { many: unknown[]; end: unknown };
    expect(file.many).toHaveLength(50_000);
    expect(file.end).toEqual({ isComplete: true, unread: [], entries: { account: 1, roleChanges: 0, secondStepRemovals: 0, birthYearChecks: 0, many: 50_000 } });
    expect(text.split('\n').filter((line) => line.startsWith('{"text"'))).toHaveLength(50_000);
  });

  it('says which part could not be read to its end, and is still a file', async () => {
    [most, failsAt] = [1000, 700];
    const file = (await (await get()).json()) as { many: unknown[]; end: unknown };
    expect(file.many).toHaveLength(700);
    expect(file.end).toMatchObject({ isComplete: false, unread: ['many'] });
    failsAt = Infinity;
  });

  it('is read only as fast as it is taken, and let go when its reader goes', async () => {
    most = Infinity;
    const pieces = city.get(OwnFile).of(maria.citizen);
    expect((await pieces.next()).value).toContain('"file"');
    await pieces.next();
    expect(read.entries).toBeLessThan(100);
    await pieces.return(undefined);
    expect(read.isLetGo).toBe(true);

    const stop = new AbortController();
    const answer = await fetch(`${city.url}/auth/my-data`, { headers: { cookie: maria.cookie }, signal: stop.signal });
    await answer.body?.getReader().read();
    stop.abort();
    await eventually('the part was let go', () => read.isLetGo && read.entries > 0);
  });

  it('is not fetched without end: the page says so to people, a number to programs', async () => {
    most = 0;
    const answers = [];
    for (let turn = 0; turn < 14; turn++) answers.push((await get()).status);
    expect(answers.at(-1)).toBe(429);
    const page = await get({ accept: 'text/html' });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/account?file=later']);
  });

  it('is told of on the page, part by part, to whom it belongs', async () => {
    const ask = '{ personalDataParts { name about { el } leaving { en } } }';
    expect((await maria.graph(ask)).data).toMatchObject({ personalDataParts: expect.arrayContaining([{ name: 'many', about: { el: 'Πολλά' }, leaving: { en: 'They are erased.' } }]) });
    expect((await city.graph(ask)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  describe('whoever leaves', () => {
    const accounts = () => city.get<Model<Account>>(getModelToken(Account.name));
    const later = () => new Date(Date.now() + 3_600_000);

    it('is forgotten twice and then gone, and not before every slice has forgotten', async () => {
      const forgotten: string[] = [];
      let isAway = true;
      forgets = ({ id }) => {
        forgotten.push(id);
        return isAway && forgotten.length > 1 ? Promise.reject(new Error('The store is away.')) : Promise.resolve();
      };
      const nikos = await signedIn(city);
      await nikos.graph(leave);
      await eventually('it was forgotten once', () => forgotten.includes(nikos.citizen.id));
      await city.get(Leavers).seeOff(new Date());
      expect(forgotten).toHaveLength(1);
      await city.get(Leavers).seeOff(later());
      expect(await accounts().findById(nikos.citizen.id).lean().exec()).toMatchObject({ name: '', email: null, confirmedAt: null });
      isAway = false;
      await city.get(Leavers).seeOff(later());
      expect(forgotten).toEqual([nikos.citizen.id, nikos.citizen.id, nikos.citizen.id]);
      expect(await accounts().findById(nikos.citizen.id).lean().exec()).toBeNull();
      expect(await city.get(Citizens).cards([nikos.citizen.id])).toEqual(new Map());
      forgets = nothingToForget;
    });

    it('may come back at once as the same verified person, and keeps what is theirs then', async () => {
      const personId = personIdOf('afm', '090000045');
      const eleni = await signedIn(city, { personId });
      await eleni.graph(leave);
      const back = await signedIn(city, { personId });
      const asked: Person[] = [];
      forgets = async (person) => void asked.push(person);
      await city.get(Leavers).seeOff(later());
      expect(asked).toEqual([{ id: eleni.citizen.id, personId: `person:${eleni.citizen.id}` }]);
      expect((await back.graph<{ me: object }>('{ me { id } }')).data.me).toEqual({ id: back.citizen.id });
    });
  });
});

import { getQueueToken } from '@nestjs/bull';
import { getModelToken } from '@nestjs/mongoose';
import type { Queue } from 'bull';
import type { Model } from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { IdentityModule, PersonalData, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { Clock, eventually, forgetEnv, startCity, type SubjectCard, Subjects, type TestCity } from '@isegoria/kernel/api';
import { cityClock } from '@isegoria/kernel/contracts';
import { digestSubject, el, mostDevices, type PushKind } from '@isegoria/notifications/contracts';
import { RealtimeModule } from '@isegoria/realtime/api';
import { Follows } from '../follows.service';
import { Inbox, type Telling } from '../inbox.service';
import { MailRecord } from '../mail.schema';
import { NoticeRecord } from '../notice.schema';
import { NotificationsModule } from '../notifications.module';
import { claimMs } from '../once';
import { DeviceRecord } from './device.schema';
import { deviceId } from './devices.service';
import { aBrowser, aProvider, vouched } from './provider.builders';

const add = 'mutation ($input: DeviceInput!) { addDevice(input: $input) { __typename ... on DeviceAdded { device { id name } } ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }';
const remove = 'mutation ($id: ID!) { removeDevice(id: $id) { __typename } }';
const tryOut = 'mutation ($id: ID!) { tryDevice(id: $id) { __typename ... on DeviceTried { reached } } }';
const choose = 'mutation ($kinds: [PushKind!]!) { setPushKinds(kinds: $kinds) { kinds } }';
const own = '{ devices { key kinds items { id name addedAt reachedAt } } }';
const shade = { kind: 'proposal', id: 'skiastra' };
const hidden = { kind: 'proposal', id: 'hidden' };
/** Of somebody's own, and not public. */
const mine = { kind: 'proposal', id: 'mine' };

interface Own {
  devices: { key: string; kinds: PushKind[]; items: { id: string; name: string; reachedAt: string | null }[] };
}

const hourMs = 3_600_000;

describe('a citizen with notices on their devices', () => {
  let city: TestCity;
  let provider: Awaited<ReturnType<typeof aProvider>>;
  let maria: SignedIn;
  let count = 0;
  /** Whose the one that is not public is. */
  const owners = new Set<string>();
  /** By how much the city's clock is ahead of ours: at noon of the city nobody sleeps. */
  let aheadMs = (12 - Number(cityClock(new Date()).slice(11, 13))) * hourMs;
  const later = (ms: number) => void (aheadMs += ms);

  beforeAll(async () => {
    vi.stubEnv('WEBHOOK_PRIVATE', 'on');
    provider = await aProvider();
    city = await startCity([IdentityModule, RealtimeModule, NotificationsModule], { doors: [sessionDoor] });
    vi.spyOn(city.get(Clock), 'now').mockImplementation(() => new Date(Date.now() + aheadMs));
    const card = (id: string): SubjectCard => ({ kind: 'proposal', id, title: 'Σκίαστρα <b> στα σχολεία', path: `/proposals/${id}`, excerpt: '', english: { title: 'Shades <b> at the schools', excerpt: '' }, authorId: null, isPublic: id === 'skiastra', shownTo: id === 'mine' ? [...owners] : [], acceptsComments: true, createdAt: new Date() });
    city.get(Subjects).register('proposal', { cards: (ids) => Promise.resolve(ids.map(card)) });
    maria = await signedIn(city, { name: 'Μαρία' });
  }, 60_000);
  afterAll(async () => {
    await city.stop();
    provider.close();
    vi.unstubAllEnvs();
    forgetEnv();
  });
  afterEach(() => void (provider.answers.length = 0));

  const model = <T>(name: string) => city.get<Model<T>>(getModelToken(name));
  const queue = () => city.get<Queue>(getQueueToken('jobs'));
  const workIsDone = () => eventually('the queue is empty', async () => {
    const { waiting, active } = await queue().getJobCounts();
    return waiting + active === 0;
  });
  /** A browser of somebody's that gets notices. */
  const given = async (who: SignedIn) => {
    const path = `/browser/${++count}`;
    const browser = aBrowser(`${provider.url}${path}`);
    const { data } = await who.graph<{ addDevice: { device: { id: string } } }>(add, { input: browser.input });
    return { ...browser, id: data.addDevice.device.id, came: () => provider.of(path) };
  };
  const tell = (who: SignedIn, count: number, more: Partial<Telling> = {}) => city.get(Inbox).tell({ to: [who.citizen.id], about: shade, name: 'notifications.nav.inbox', params: { count }, mail: false, ...more });
  /** The notices that wait for a moment to come, and how long. */
  const waiting = async () => (await queue().getDelayed()).filter(({ name }) => name === 'notifications.push');
  const devicesOf = async (who: SignedIn) => (await who.graph<Own>(own)).data.devices;

  it('hears what comes to the inbox, in its words and their language, and nobody on the way can read it', async () => {
    const nikos = await signedIn(city, { name: 'Nick', locale: 'en' });
    const [greek, english] = [await given(maria), await given(nikos)];
    await city.get(Inbox).tell({ to: [maria.citizen.id, nikos.citizen.id], about: shade, name: 'notifications.digest', params: { count: 2 }, mail: true });
    await eventually('both heard', () => greek.came().length + english.came().length === 2);
    const [came] = greek.came();
    if (!came) throw new Error('nothing came');
    expect(came.body.toString('utf8')).not.toContain('γειτονιές');
    expect(came.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '259200', urgency: 'normal' });
    const { tag, ...says } = greek.read(came);
    expect(says).toEqual({ title: 'Σκίαστρα <b> στα σχολεία', body: '2 νέα στις γειτονιές και στα θέματα που παρακολουθείς', path: '/proposals/skiastra', lang: 'el' });
    expect(came.headers['topic']).toBe(tag);
    const [toNikos] = english.came();
    expect(toNikos && english.read(toNikos)).toMatchObject({ title: 'Shades <b> at the schools', lang: 'en' });
    // RFC 8292: for whom, until when (a day at most), and by whom, signed with the key that the browser was given.
    const said = vouched(came);
    expect(said).toMatchObject({ key: (await devicesOf(maria)).key, aud: provider.url, sub: 'mailto:isegoria@localhost' });
    expect(said && said.exp - Date.now() / 1000).toBeLessThanOrEqual(24 * 3600);
    expect((await devicesOf(maria)).items).toMatchObject([{ id: greek.id, name: 'Firefox, Android', reachedAt: expect.any(String) }]);
  });

  it('hears it once, though it is told twice at once and the queue runs it again', async () => {
    const browser = await given(maria);
    await Promise.all([tell(maria, 41), tell(maria, 41)]);
    await eventually('it came', () => browser.came().length === 1);
    await workIsDone();
    await tell(maria, 41);
    await workIsDone();
    expect(browser.came()).toHaveLength(1);
  });

  it('hears it all the same when the maker of the browser was away, and as one notice where its answer was lost', async () => {
    const tina = await signedIn(city, { name: 'Τίνα' });
    const browser = await given(tina);
    provider.answers.push(503, 'cut', 307);
    await tell(tina, 51);
    await eventually('it came at the fourth try', () => browser.came().length === 4, 20_000);
    await workIsDone();
    expect(new Set(browser.came().map(({ headers }) => headers['topic'])).size).toBe(1);
    expect(provider.of('/elsewhere')).toEqual([]);
  });

  it('hears it after all from another process where one was killed over it', async () => {
    const eva = await signedIn(city, { name: 'Εύα' });
    const browser = await given(eva);
    const notice = { _id: '01KILLEDKILLEDKILLEDKILLED', citizenId: eva.citizen.id, key: 'k', name: 'notifications.nav.inbox', about: 'proposal:skiastra', params: {}, isRead: false, at: city.get(Clock).now() };
    await model<NoticeRecord>(NoticeRecord.name).create(notice);
    const key = `push:${notice._id}:${browser.id}`;
    await model<MailRecord>(MailRecord.name).create({ _id: key, claimedAt: city.get(Clock).now(), sentAt: null });
    await queue().add('notifications.push', { payload: JSON.stringify({ noticeId: notice._id, deviceId: browser.id }) });
    await eventually('it waits for its turn', async () => (await waiting()).length === 1);
    expect(browser.came()).toEqual([]);
    later(claimMs + 1000);
    await Promise.all((await waiting()).map((job) => job.promote()));
    await eventually('it came', () => browser.came().length === 1);
  });

  it('is not told on a device what they have read meanwhile, nor the title of what is hidden', async () => {
    const rea = await signedIn(city, { name: 'Ρέα' });
    const browser = await given(rea);
    provider.answers.push(503);
    await tell(rea, 61);
    await eventually('the maker was away', () => browser.came().length === 1);
    await rea.graph('mutation { readNotices }');
    await eventually('nothing is tried again', async () => (await waiting()).length === 0);
    await workIsDone();
    expect(browser.came()).toHaveLength(1);
    await tell(rea, 62, { about: hidden });
    await eventually('it came', () => browser.came().length === 2);
    const came = browser.came()[1];
    expect(came && browser.read(came)).toMatchObject({ title: 'Ισηγορία', body: el.push.came, path: '/inbox' });
  });

  it('shows nobody beside them what it says of them alone: a locked screen says that something came', async () => {
    const dafne = await signedIn(city, { name: 'Δάφνη' });
    const browser = await given(dafne);
    const ownDigest = digestSubject({ citizenId: dafne.citizen.id, since: new Date(0), until: new Date(1) });
    owners.add(dafne.citizen.id);
    await tell(dafne, 1, { isPersonal: true });
    await tell(dafne, 2, { about: mine });
    await tell(dafne, 3, { about: ownDigest, name: 'notifications.digest' });
    await eventually('they came', () => browser.came().length === 3);
    const said = browser.came().map((came) => browser.read(came)).map(({ title, body, path }) => ({ title, body, path }));
    expect(said).toContainEqual({ title: 'Ισηγορία', body: el.push.came, path: '/proposals/skiastra' });
    expect(said).toContainEqual({ title: 'Ισηγορία', body: el.push.came, path: '/proposals/mine' });
    expect(said.map(({ body }) => body)).toContainEqual(expect.stringMatching(/^3 νέα στις γειτονιές/));
  });

  it('hears only of what they want to hear of there', async () => {
    const zoi = await signedIn(city, { name: 'Ζωή' });
    const browser = await given(zoi);
    expect((await devicesOf(zoi)).kinds).toEqual(['own', 'followed', 'news']);
    await city.get(Follows).follow(zoi.citizen.id, shade, 'asked');
    await zoi.graph(choose, { kinds: ['own', 'news'] });
    expect((await devicesOf(zoi)).kinds).toEqual(['own', 'news']);
    await tell(zoi, 11);
    await tell(zoi, 12, { about: mine });
    await eventually('what is theirs came', () => browser.came().length === 1);
    await workIsDone();
    expect(browser.came().map((came) => browser.read(came).path)).toEqual(['/inbox']);
    expect((await city.get(Inbox).of(zoi.citizen.id)).items).toHaveLength(2);
    const part = city.get(PersonalData).all().find(({ name }) => name === 'push-wishes');
    const entries = [];
    for await (const entry of part?.entries(zoi.citizen) ?? []) entries.push(entry);
    expect(entries).toEqual([{ off: ['followed'] }]);
    await part?.forget(zoi.citizen);
    expect((await devicesOf(zoi)).kinds).toEqual(['own', 'followed', 'news']);
  });

  it('is not called while the maker of the browser asks for a rest, nor for a second notice, and hears both after it', async () => {
    const nora = await signedIn(city, { name: 'Νόρα' });
    const browser = await given(nora);
    provider.answers.push({ status: 429, headers: { 'retry-after': '600' } });
    await tell(nora, 21);
    await eventually('it rests', async () => (await waiting()).length === 1);
    await tell(nora, 22);
    await eventually('both wait', async () => (await waiting()).length === 2);
    const waits = (await waiting()).map(({ opts }) => Math.round((opts.delay ?? 0) / 20_000));
    expect(waits).toEqual([30, 30]);
    await Promise.all((await waiting()).map((job) => job.promote()));
    await eventually('they wait on', async () => (await waiting()).length === 2);
    expect(browser.came()).toHaveLength(1);
    later(600_001);
    // One asks whether it takes notices again, the other one after it.
    await eventually('both came', async () => {
      await Promise.all((await waiting()).map((job) => job.promote().catch(() => undefined)));
      return browser.came().length === 3;
    });
    expect(new Set(browser.came().map(({ headers }) => headers['topic'])).size).toBe(2);
    await workIsDone();
    expect(await waiting()).toEqual([]);
  });

  it('is woken by none: what happens in the night waits until eight', async () => {
    const ilia = await signedIn(city, { name: 'Ηλία' });
    const browser = await given(ilia);
    later(12 * hourMs);
    try {
      await tell(ilia, 31);
      await eventually('it waits', async () => (await waiting()).length === 1);
      const [job] = await waiting();
      const until = new Date((job?.timestamp ?? 0) + (job?.opts.delay ?? 0) + aheadMs);
      expect(cityClock(until).slice(11)).toBe('08:00');
      expect(browser.came()).toEqual([]);
      await job?.promote();
      await eventually('it came in the morning', () => browser.came().length === 1);
    } finally {
      later(-12 * hourMs);
    }
  });

  it('is forgotten where nothing has reached it for three days, and is told nothing that is older', async () => {
    const olga = await signedIn(city, { name: 'Όλγα' });
    const browser = await given(olga);
    provider.answers.push(500, 500);
    await tell(olga, 35);
    await eventually('it rests', async () => (await waiting()).length === 1);
    later(3 * 24 * hourMs + 1000);
    await Promise.all((await waiting()).map((job) => job.promote()));
    await eventually('the old one is left', async () => (await waiting()).length === 0);
    await workIsDone();
    expect(browser.came()).toHaveLength(1);
    await tell(olga, 36);
    await eventually('it is forgotten', async () => (await devicesOf(olga)).items.length === 0);
    expect(browser.came()).toHaveLength(2);
  });

  it('hears nothing any more on a device where they signed out, or where somebody else asked', async () => {
    const first = await signedIn(city, { name: 'Πρώτη' });
    const second = await signedIn(city, { name: 'Δεύτερη' });
    const browser = await given(first);
    await second.graph(add, { input: browser.input });
    expect((await devicesOf(first)).items).toEqual([]);
    expect((await devicesOf(second)).items).toMatchObject([{ id: browser.id }]);
    await tell(first, 71);
    await fetch(`${city.url}/auth/sign-out`, { method: 'POST', headers: { 'content-type': 'application/json', origin: city.url, cookie: second.cookie }, body: '{}' });
    await tell(second, 72);
    await workIsDone();
    expect(browser.came()).toEqual([]);
    expect(await model<DeviceRecord>(DeviceRecord.name).countDocuments({ _id: browser.id })).toBe(0);
  });

  it('is forgotten where the browser is gone', async () => {
    for (const status of [404, 410]) {
      const ana = await signedIn(city, { name: 'Άννα' });
      const browser = await given(ana);
      provider.answers.push(status);
      await tell(ana, 81);
      await eventually('it is forgotten', async () => (await devicesOf(ana)).items.length === 0);
      expect(browser.came()).toHaveLength(1);
    }
  });

  it('has ten at most, pressed however often at once; and one that asks again is the same', async () => {
    const many = await signedIn(city, { name: 'Πολλές' });
    const asked = Array.from({ length: mostDevices + 4 }, (_, index) => aBrowser(`${provider.url}/many/${index}`).input);
    const answers = await Promise.all(asked.map((input) => many.graph<{ addDevice: { __typename: string; reason?: string } }>(add, { input })));
    expect(answers.filter(({ data }) => data.addDevice.__typename === 'DeviceAdded')).toHaveLength(mostDevices);
    expect(answers.filter(({ data }) => data.addDevice.reason === 'full')).toHaveLength(4);
    const [one] = (await devicesOf(many)).items;
    const known = asked.find(({ endpoint }) => deviceId(endpoint) === one?.id);
    const again = await Promise.all([1, 2, 3].map(() => many.graph<{ addDevice: object }>(add, { input: known })));
    for (const { data } of again) expect(data.addDevice).toMatchObject({ __typename: 'DeviceAdded', device: { id: one?.id } });
    expect((await devicesOf(many)).items).toHaveLength(mostDevices);
  });

  it('two tabs that ask for the same browser at once make one of it', async () => {
    const tabs = await signedIn(city, { name: 'Καρτέλες' });
    const { input } = aBrowser(`${provider.url}/tabs`);
    const answers = await Promise.all([1, 2, 3, 4].map(() => tabs.graph<{ addDevice: object }>(add, { input })));
    for (const { data } of answers) expect(data.addDevice).toMatchObject({ __typename: 'DeviceAdded' });
    expect((await devicesOf(tabs)).items).toHaveLength(1);
  });

  it('is let in only with an address of the web and with right keys', async () => {
    const { input } = aBrowser(`${provider.url}/x`);
    const wrong = async (part: object) => (await maria.graph<{ addDevice: { problems?: { field: string }[] } }>(add, { input: { ...input, ...part } })).data.addDevice.problems?.map(({ field }) => field);
    expect(await wrong({ endpoint: 'file:///etc/passwd' })).toEqual(['endpoint']);
    expect(await wrong({ endpoint: 'https://user:secret@push.example/' })).toEqual(['endpoint']);
    expect(await wrong({ auth: 'short' })).toEqual(['auth']);
    expect(await wrong({ p256dh: Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]).toString('base64url') })).toEqual(['p256dh']);
    expect(await wrong({ name: ' ' })).toEqual(['name']);
    expect((await city.graph(add, { input })).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('tries it and stops it on their own devices alone', async () => {
    const [ina, other] = [await signedIn(city, { name: 'Ίνα' }), await signedIn(city, { name: 'Άλλη' })];
    const browser = await given(ina);
    expect((await other.graph<object>(tryOut, { id: browser.id })).data).toEqual({ tryDevice: { __typename: 'NotFound' } });
    expect((await other.graph<object>(remove, { id: browser.id })).data).toEqual({ removeDevice: { __typename: 'NotFound' } });
    expect((await ina.graph<object>(tryOut, { id: browser.id })).data).toEqual({ tryDevice: { __typename: 'DeviceTried', reached: true } });
    const [came] = browser.came();
    expect(came && browser.read(came)).toMatchObject({ body: 'Έτσι θα έρχονται οι ειδοποιήσεις σου σε αυτή τη συσκευή.', path: '/inbox' });
    provider.answers.push(500);
    expect((await ina.graph<object>(tryOut, { id: browser.id })).data).toEqual({ tryDevice: { __typename: 'DeviceTried', reached: false } });
    expect((await ina.graph<object>(remove, { id: browser.id })).data).toEqual({ removeDevice: { __typename: 'DeviceRemoved' } });
    await tell(ina, 91);
    await workIsDone();
    expect(browser.came()).toHaveLength(2);
    for (let time = 0; time < 12; time++) await ina.graph(add, { input: browser.input });
    const tries = await Promise.all(Array.from({ length: 12 }, () => ina.graph<{ tryDevice: { __typename: string } }>(tryOut, { id: browser.id })));
    expect(tries.map(({ data }) => data.tryDevice.__typename)).toContain('TooMany');
  });

  it('makes the city call nobody of its own network', async () => {
    const sly = await signedIn(city, { name: 'Πονηρή' });
    const browser = await given(sly);
    const named = aBrowser(provider.url.replace('http://127.0.0.1', 'https://localhost')).input;
    const { data } = await sly.graph<{ addDevice: { device: { id: string } } }>(add, { input: named });
    vi.stubEnv('WEBHOOK_PRIVATE', 'off');
    forgetEnv();
    try {
      expect((await sly.graph<{ addDevice: object }>(add, { input: aBrowser('http://push.example/plain').input })).data.addDevice).toMatchObject({ __typename: 'Invalid' });
      for (const id of [browser.id, data.addDevice.device.id]) expect((await sly.graph<object>(tryOut, { id })).data).toEqual({ tryDevice: { __typename: 'DeviceTried', reached: false } });
    } finally {
      vi.stubEnv('WEBHOOK_PRIVATE', 'on');
      forgetEnv();
    }
    expect(browser.came()).toEqual([]);
    expect((await devicesOf(sly)).items).toEqual([]);
  });

  it('reads in their own file which devices they are, without the secret address, and leaves none behind', async () => {
    const leaver = await signedIn(city, { name: 'Φεύγει' });
    await given(leaver);
    const part = city.get(PersonalData).all().find(({ name }) => name === 'devices');
    const entries = [];
    for await (const entry of part?.entries(leaver.citizen) ?? []) entries.push(entry);
    expect(entries).toEqual([{ name: 'Firefox, Android', provider: new URL(provider.url).host, addedAt: expect.any(Date), reachedAt: null }]);
    await part?.forget(leaver.citizen);
    expect(await model<DeviceRecord>(DeviceRecord.name).countDocuments({ ownerId: leaver.citizen.id })).toBe(0);
  });
});

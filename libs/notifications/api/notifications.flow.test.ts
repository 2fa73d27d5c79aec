import { getQueueToken } from '@nestjs/bull';
import { getModelToken } from '@nestjs/mongoose';
import type { Queue } from 'bull';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { Events, eventually, Jobs, startCity, Subjects, type SubjectCard, type TestCity } from '@isegoria/kernel/api';
import { listen, RealtimeModule } from '@isegoria/realtime/api';
import { Activity } from './activity.service';
import { Follows } from './follows.service';
import { Inbox } from './inbox.service';
import { OutboxRecord } from './mail.schema';
import { NoticeRecord } from './notice.schema';
import { NotificationsModule } from './notifications.module';

const shade = { kind: 'proposal', id: 'skiastra' };
const title = 'Σκίαστρα <script>alert(1)</script> στα σχολεία';
const titles = { el: title, en: 'Shades <script>alert(1)</script> at the schools' };

describe('a citizen who cares about a proposal', () => {
  let city: TestCity;
  let maria: SignedIn;
  let isPublic = true;
  beforeAll(async () => {
    city = await startCity([IdentityModule, RealtimeModule, NotificationsModule], { doors: [sessionDoor] });
    const card = (id: string): SubjectCard => ({ ...shade, id, title, path: `/proposals/${id}`, excerpt: '', english: { title: titles.en, excerpt: '' }, authorId: null, isPublic, acceptsComments: true, createdAt: new Date() });
    city.get(Subjects).register('proposal', { cards: (ids) => Promise.resolve(ids.filter((id) => id !== 'nothing').map(card)) });
    maria = await signedIn(city, { name: 'Μαρία', email: 'maria@example.org' });
  }, 60_000);
  afterAll(() => city.stop());

  const outbox = async () => city.get<Model<OutboxRecord>>(getModelToken(OutboxRecord.name)).find().sort({ at: 1 }).lean<OutboxRecord[]>().exec();
  /** Nothing waits and nothing runs: what was asked for has happened, and what has not happened will not. */
  const workIsDone = () => eventually('the queue is empty', async () => {
    const { waiting, active } = await city.get<Queue>(getQueueToken('jobs')).getJobCounts();
    return waiting + active === 0;
  });
  const follow = 'mutation Follow($subject: SubjectInput!) { follow(subject: $subject) { __typename ... on FollowState { isFollowing } } }';
  const inbox = '{ inbox { items { id name title { el en } path isRead params { name text number } } total } unreadNotices }';

  it('follows it, and stays a follower however often it is asked', async () => {
    for (let time = 0; time < 3; time++) expect((await maria.graph<object>(follow, { subject: shade })).data).toEqual({ follow: { __typename: 'FollowState', isFollowing: true } });
    expect(await city.get(Follows).followers(shade)).toEqual([maria.citizen.id]);
    expect((await maria.graph<object>('{ following { items { title { el en } path because } total } }')).data).toEqual({ following: { items: [{ title: titles, path: '/proposals/skiastra', because: 'asked' }], total: 1 } });
  });

  it('cannot follow what does not exist, nor ask with an operator', async () => {
    expect((await maria.graph<{ follow: object }>(follow, { subject: { kind: 'proposal', id: 'nothing' } })).data.follow).toEqual({ __typename: 'NotFound' });
    const refused = await maria.graph(follow, { subject: { kind: { $ne: '' }, id: { $gt: '' } } });
    expect(refused.data).toBeNull();
    expect(refused.errors?.map(({ message }) => message)).toEqual([expect.stringContaining('subject.kind'), expect.stringContaining('subject.id')]);
    expect((await city.graph(follow, { subject: shade })).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('is told once, live and by mail, though it is told twice', async () => {
    const browser = await listen(city.url, { cookie: maria.cookie });
    await browser.watch({ kind: 'citizen', id: maria.citizen.id });
    const telling = { to: [maria.citizen.id], about: shade, name: 'notifications.nav.inbox', params: { count: 3, text: '<img src=x onerror=alert(1)>' }, mail: true };
    await Promise.all([city.get(Inbox).tell(telling), city.get(Inbox).tell(telling)]);
    await eventually('the mail is in the outbox', async () => (await outbox()).length === 1);
    await workIsDone();
    expect(await outbox()).toHaveLength(1);
    expect(browser.heard.map(({ name }) => name)).toEqual(['notice']);
    const { data } = await maria.graph<{ inbox: { items: object[]; total: number }; unreadNotices: number }>(inbox);
    expect(data).toMatchObject({ unreadNotices: 1, inbox: { total: 1, items: [{ title: titles, path: '/proposals/skiastra', isRead: false }] } });
    const [mail] = await outbox();
    expect(mail).toMatchObject({ to: 'maria@example.org' });
    expect(mail?.text).toContain('/proposals/skiastra');
    expect(mail?.html).not.toMatch(/<script|<img/);
    browser.close();
  });

  it('reads her notices, and nobody else’s', async () => {
    const nikos = await signedIn(city, { name: 'Νίκος' });
    const ids = (await maria.graph<{ inbox: { items: { id: string }[] } }>(inbox)).data.inbox.items.map(({ id }) => id);
    expect((await nikos.graph<object>('mutation Read($ids: [ID!]) { readNotices(ids: $ids) }', { ids })).data).toEqual({ readNotices: 0 });
    expect((await maria.graph<object>('{ unreadNotices }')).data).toEqual({ unreadNotices: 1 });
    expect((await maria.graph<object>('mutation { readNotices }')).data).toEqual({ readNotices: 0 });
  });

  it('ends the mails by the link in them, and goes on being told on the platform', async () => {
    const link = /\/stop-mail\?citizen=([\w-]+)&token=([\w-]+)/.exec((await outbox())[0]?.text ?? '');
    const stop = 'mutation Stop($citizenId: ID!, $token: String!) { stopMail(citizenId: $citizenId, token: $token) { __typename } }';
    const [, citizenId = '', token = ''] = link ?? [];
    expect((await city.graph<object>(stop, { citizenId, token: `${token}x` })).data).toEqual({ stopMail: { __typename: 'NotFound' } });
    expect((await city.graph<object>(stop, { citizenId, token })).data).toEqual({ stopMail: { __typename: 'MailWishes' } });
    await city.get(Inbox).tell({ to: [maria.citizen.id], about: shade, name: 'notifications.again', params: {}, mail: true });
    await eventually('the notice is there', async () => (await maria.graph<{ unreadNotices: number }>('{ unreadNotices }')).data.unreadNotices === 1);
    await workIsDone();
    expect(await outbox()).toHaveLength(1);
    expect((await fetch(`${city.url}/stop-mail?citizen=${citizenId}&token=${token}`, { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } })).status).toBe(204);
  });

  it('who said «no» is not made a follower by taking part, only by asking', async () => {
    await maria.graph('mutation Unfollow($subject: SubjectInput!) { unfollow(subject: $subject) { __typename } }', { subject: shade });
    await city.get(Follows).followMany([maria.citizen.id, 'somebody'], shade, 'support');
    expect(await city.get(Follows).followers(shade)).toEqual(['somebody']);
    await maria.graph(follow, { subject: shade });
    expect((await city.get(Follows).followers(shade)).sort()).toEqual([maria.citizen.id, 'somebody'].sort());
  });

  it('sees what happens in the city as it happens, and not what was hidden since', async () => {
    const visitor = await listen(city.url);
    await visitor.watch({ kind: 'city', id: 'activity' });
    const happening = { about: shade, name: 'proposals.published', params: { title }, key: 'published:skiastra' };
    await city.get(Activity).record(happening);
    await city.get(Activity).record(happening);
    await eventually('it is on the screen', () => visitor.heard.length > 0);
    const stream = '{ activity(first: 5) { name path params { name text } } }';
    expect((await city.graph<object>(stream)).data).toEqual({ activity: [{ name: 'proposals.published', path: '/proposals/skiastra', params: [{ name: 'title', text: title }] }] });
    expect(visitor.heard).toHaveLength(1);
    isPublic = false;
    await eventually('it is gone', async () => (await city.graph<{ activity: object[] }>(stream)).data.activity.length === 0);
    isPublic = true;
    visitor.close();
  });

  it('is told nothing more once the account is gone, also where the telling was on its way', async () => {
    const [leaver, stayer] = [await signedIn(city, { name: 'Όλγα' }), await signedIn(city, { name: 'Πέτρος' })];
    const left = await leaver.graph<{ deleteAccount: object }>('mutation { deleteAccount(password: "") { __typename } }');
    expect(left.data.deleteAccount).toEqual({ __typename: 'AccountDeleted' });
    await city.get(Inbox).tell({ to: [leaver.citizen.id, stayer.citizen.id], about: shade, name: 'notifications.late', params: {}, mail: false });
    await workIsDone();
    const told = await city.get<Model<NoticeRecord>>(getModelToken(NoticeRecord.name)).find({ name: 'notifications.late' }).lean<NoticeRecord[]>().exec();
    expect(told.map(({ citizenId }) => citizenId)).toEqual([stayer.citizen.id]);
  });

  it('gets letters about the account in any case, each once, in her language', async () => {
    const letter = { key: 'test-1', name: 'confirm' as const, to: { email: 'maria@example.org', name: 'Maria', locale: 'en' as const }, path: '/confirm?token=abc' };
    for (let time = 0; time < 2; time++) await city.get(Events).publish('citizen.letter', letter);
    await eventually('the letter is there', async () => (await outbox()).some(({ text }) => text.includes('/confirm?token=abc')));
    await city.get(Jobs).add('notifications.letter', letter);
    await workIsDone();
    expect((await outbox()).filter(({ _id }) => _id === 'letter:test-1')).toHaveLength(1);
    const shown = await city.graph<{ outbox: { to: string }[] }>('{ outbox { to subject } }');
    expect(shown.data.outbox[0]?.to).toBe('maria@example.org');
  });
});

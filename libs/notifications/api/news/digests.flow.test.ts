import { getQueueToken } from '@nestjs/bull';
import { getModelToken } from '@nestjs/mongoose';
import type { Queue } from 'bull';
import type { Model } from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { Clock, eventually, startCity, type SubjectCard, Subjects, type TestCity } from '@isegoria/kernel/api';
import { afterDays } from '@isegoria/kernel/contracts';
import { nextEdition } from '@isegoria/notifications/contracts';
import { newsPath, partsOf } from '@isegoria/organisation/contracts';
import { RealtimeModule } from '@isegoria/realtime/api';
import { Activity } from '../activity.service';
import { MailRecord, OutboxRecord } from '../mail.schema';
import { NoticeRecord } from '../notice.schema';
import { NotificationsModule } from '../notifications.module';
import { DigestWish } from './digest-wish.schema';
import { Digests } from './digests.service';

const follow = 'mutation Follow($subject: SubjectInput!) { follow(subject: $subject) { __typename } }';
const unfollow = 'mutation Unfollow($subject: SubjectInput!) { unfollow(subject: $subject) { __typename } }';
const rhythm = 'mutation Rhythm($rhythm: DigestRhythm!) { setDigestRhythm(rhythm: $rhythm) { rhythm nextAt } }';
const inbox = '{ inbox { items { name path title { el en } params { name number } } } }';
const mine = 'query Mine($part: SubjectInput, $since: DateTime, $until: DateTime, $after: String, $first: Int) { myNews(part: $part, since: $since, until: $until, first: $first, after: $after) { items { title { el } path within { kind id } } next total } }';
const partNews = 'query News($part: SubjectInput!, $first: Int, $after: String) { partNews(part: $part, first: $first, after: $after) { title { el } news { items { name title { el } } next total } } }';

interface News {
  items: { title: { el: string }; path: string }[];
  next: string | null;
  total: number;
}

describe('a citizen who follows a neighbourhood and a topic', () => {
  let city: TestCity;
  let maria: SignedIn;
  const [kentro, ormos, topic] = ['kentro', 'ormos', 'water'] as const;
  const cards = new Map<string, SubjectCard>();
  // Far enough that no real morning of the test's own day comes between.
  const monday = nextEdition('weekly', nextEdition('weekly', new Date()));
  const until = new Date(monday.getTime() - 5 * 60_000);
  const nextMonday = nextEdition('weekly', monday);

  beforeAll(async () => {
    city = await startCity([IdentityModule, RealtimeModule, NotificationsModule], { doors: [sessionDoor] });
    const part = (kind: string, known: readonly string[]) => (ids: string[]) => Promise.resolve(ids.filter((id) => known.includes(id)).map((id): SubjectCard => ({ kind, id, title: `Το μέρος ${id}`, path: newsPath({ kind, id }), excerpt: '', authorId: null, isPublic: true, acceptsComments: false, createdAt: new Date(0) })));
    city.get(Subjects).register('district', { cards: part('district', [kentro, ormos]) });
    city.get(Subjects).register('category', { cards: part('category', [topic]) });
    city.get(Subjects).register('proposal', { cards: (ids) => Promise.resolve(ids.flatMap((id) => cards.get(id) ?? [])) });
    maria = await signedIn(city, { name: 'Μαρία', email: 'maria@example.org' });
  }, 60_000);
  afterEach(() => void vi.restoreAllMocks());
  afterAll(() => city.stop());

  const model = <T>(record: { name: string }) => city.get<Model<T>>(getModelToken(record.name));
  const outbox = () => model<OutboxRecord>(OutboxRecord).find().sort({ at: 1, _id: 1 }).lean<OutboxRecord[]>().exec();
  const workIsDone = () => eventually('the queue is empty', async () => {
    const { waiting, active } = await city.get<Queue>(getQueueToken('jobs')).getJobCounts();
    return waiting + active === 0;
  });
  const digests = async (of = maria) => (await of.graph<{ inbox: { items: { name: string; path: string; params: { name: string; number: number }[] }[] } }>(inbox)).data.inbox.items.filter(({ name }) => name === 'notifications.digest');
  const myNews = async (of: SignedIn, asked: Record<string, unknown> = {}) => (await of.graph<{ myNews: News }>(mine, asked)).data.myNews;

  /** Something is published, in one part of the city or more. */
  async function published(id: string, { in: parts, ...other }: { in: SubjectCard['within'] } & Partial<SubjectCard>): Promise<void> {
    const title = `Σκιά <script>alert(1)</script> ${id}`;
    cards.set(id, { kind: 'proposal', id, title, path: `/proposals/${id}`, excerpt: '', authorId: 'nikos', isPublic: true, acceptsComments: true, createdAt: new Date(), within: parts ?? [], ...other });
    await city.get(Activity).record({ about: { kind: 'proposal', id }, name: 'proposals.published', params: { title }, key: `published:${id}`, ...(id.startsWith('local') && { isLocal: true }) });
  }
  const changed = (id: string, other: Partial<SubjectCard>) => cards.set(id, { ...(cards.get(id) as SubjectCard), ...other });

  it('begins by one press, hears weekly unless they say otherwise, and may read of it in their own data', async () => {
    for (const subject of [{ kind: 'district', id: kentro }, { kind: 'district', id: kentro }, { kind: 'category', id: topic }]) expect((await maria.graph(follow, { subject })).data).toEqual({ follow: { __typename: 'FollowState' } });
    expect((await maria.graph(follow, { subject: { kind: 'district', id: 'nowhere' } })).data).toEqual({ follow: { __typename: 'NotFound' } });
    const { data } = await maria.graph<{ followedParts: { path: string }[]; digestWishes: object }>('{ followedParts { path } digestWishes { rhythm nextAt } }');
    expect(data.followedParts.map(({ path }) => path).sort()).toEqual([`/news/category/${topic}`, `/news/district/${kentro}`].sort());
    expect(data.digestWishes).toEqual({ rhythm: 'weekly', nextAt: nextEdition('weekly', new Date()).toISOString() });
    expect((await city.graph('{ followedParts { path } }')).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('is told once of all that is new there, by one notice and one mail that says what, though the job runs twice at once', async () => {
    await published('shade', { in: partsOf({ districts: [kentro] }) });
    await published('trees', { in: partsOf({ districts: [ormos], categories: [topic] }), authorId: null });
    await published('local-pothole', { in: partsOf({ districts: [kentro] }) });
    await published('elsewhere', { in: partsOf({ districts: [ormos] }) });
    await published('own', { in: partsOf({ districts: [kentro] }), authorId: maria.citizen.id });
    await published('hidden', { in: partsOf({ districts: [kentro] }) });
    await published('followed', { in: partsOf({ districts: [kentro] }) });
    await published('refused', { in: partsOf({ districts: [kentro] }) });
    await published('withdrawn', { in: partsOf({ districts: [kentro] }) });
    await maria.graph(follow, { subject: { kind: 'proposal', id: 'followed' } });
    await maria.graph(unfollow, { subject: { kind: 'proposal', id: 'refused' } });
    changed('hidden', { isPublic: false });
    changed('withdrawn', { within: [] });
    await Promise.all([1, 2].map(() => city.get(Digests).send(monday)));
    await eventually('the mail is out', async () => (await outbox()).length > 0);
    await workIsDone();
    const told = await digests();
    expect(told.map(({ params }) => params)).toEqual([[{ name: 'count', number: 3 }]]);
    const mails = await outbox();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toContain('3 νέα');
    for (const there of ['shade', 'trees', 'local-pothole']) expect(mails[0]?.text).toContain(`/proposals/${there}`);
    for (const not of ['elsewhere', 'own', 'hidden', 'followed', 'refused', 'withdrawn']) expect(mails[0]?.text).not.toContain(`/proposals/${not}`);
    expect(mails[0]?.html).not.toContain('<script');
    expect(mails[0]?.text).toMatch(/\/stop-mail\?citizen=/);
    expect(mails[0]?.text).toContain(told[0]?.path);
  });

  it('is led to a page that shows the same, as it may be read now', async () => {
    const [told] = await digests();
    const span = new URL(told?.path ?? '', 'http://city.example').searchParams;
    const asked = { since: new Date(Number(span.get('since'))).toISOString(), until: new Date(Number(span.get('until'))).toISOString() };
    expect(asked.until).toBe(until.toISOString());
    const paths = async (more = {}) => (await myNews(maria, { ...asked, ...more })).items.map(({ path }) => path);
    expect(await paths()).toEqual(['/proposals/local-pothole', '/proposals/trees', '/proposals/shade']);
    expect(await paths({ part: { kind: 'category', id: topic } })).toEqual(['/proposals/trees']);
    expect(await paths({ part: { kind: 'district', id: ormos } }), 'which she does not follow').toEqual([]);
    changed('shade', { isPublic: false });
    expect(await paths()).toEqual(['/proposals/local-pothole', '/proposals/trees']);
    changed('shade', { isPublic: true });
  });

  it('is told nothing more where the job was killed after the notice and before it was noted, and gets the mail that was cut off', async () => {
    const wishes = model<DigestWish>(DigestWish);
    const noted = await wishes.findById(maria.citizen.id).lean<DigestWish>().exec();
    expect(noted?.toldUntil).toEqual(until);
    const before = new Date(Number((await model<NoticeRecord>(NoticeRecord).findOne({ name: 'notifications.digest' }).lean<NoticeRecord>().exec())?.about.split(':')[1]?.split('-')[0]));
    await wishes.updateOne({ _id: maria.citizen.id }, { $set: { toldUntil: before } });
    await model(MailRecord).deleteMany({});
    await model(OutboxRecord).deleteMany({});
    await city.get(Digests).send(monday);
    await eventually('the mail is out after all', async () => (await outbox()).length > 0);
    await city.get(Digests).send(monday);
    await workIsDone();
    expect(await digests()).toHaveLength(1);
    expect(await outbox()).toHaveLength(1);
  });

  it('gets no mail where all of it was hidden before the mail went', async () => {
    const nikos = await signedIn(city, { name: 'Νίκος', email: 'nikos@example.org' });
    await nikos.graph(follow, { subject: { kind: 'district', id: ormos } });
    await published('late', { in: partsOf({ districts: [ormos] }) });
    // Its words are asked for when the digest is counted, and again when the mail goes: by then a moderator has hidden it.
    const send = vi.spyOn(city.get<Queue>(getQueueToken('jobs')), 'add').mockResolvedValue({} as never);
    await city.get(Digests).send(monday);
    expect(await digests(nikos)).toHaveLength(1);
    changed('late', { isPublic: false });
    const [, mail] = send.mock.calls.at(-1) as unknown as [string, { payload: string }];
    send.mockRestore();
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
    await city.get<Queue>(getQueueToken('jobs')).add('notifications.mail', mail);
    await workIsDone();
    expect((await outbox()).filter(({ to }) => to === 'nikos@example.org')).toEqual([]);
    expect((await myNews(nikos)).items.map(({ path }) => path), 'older things of the neighbourhood').toEqual(['/proposals/elsewhere', '/proposals/trees']);
  });

  it('hears nothing when nothing is new, and of what is new once, also who changes how often', async () => {
    await city.get(Digests).send(nextMonday);
    await workIsDone();
    expect(await digests()).toHaveLength(1);
    vi.spyOn(city.get(Clock), 'now').mockReturnValue(afterDays(nextMonday, 1));
    await published('tuesday', { in: partsOf({ districts: [kentro] }) });
    await published('same-day', { in: partsOf({ districts: [kentro] }) });
    await city.get(Activity).record({ about: { kind: 'proposal', id: 'tuesday' }, name: 'proposals.answered_accepted', params: { title: 'x', department: '' }, key: 'answered:tuesday' });
    expect((await maria.graph<object>(rhythm, { rhythm: 'daily' })).data).toEqual({ setDigestRhythm: { rhythm: 'daily', nextAt: afterDays(nextMonday, 2).toISOString() } });
    vi.restoreAllMocks();
    for (const days of [2, 2, 3, 4]) await city.get(Digests).send(afterDays(nextMonday, days));
    await workIsDone();
    expect((await digests()).map(({ params }) => params[0]?.number), 'two things, of which one was answered too').toEqual([2, 3]);
    await maria.graph(rhythm, { rhythm: 'weekly' });
    await city.get(Digests).send(nextEdition('weekly', nextMonday));
    await maria.graph(rhythm, { rhythm: 'never' });
    vi.spyOn(city.get(Clock), 'now').mockReturnValue(afterDays(nextMonday, 9));
    await published('wednesday', { in: partsOf({ districts: [kentro] }) });
    vi.restoreAllMocks();
    await city.get(Digests).send(afterDays(nextMonday, 21));
    await workIsDone();
    expect(await digests()).toHaveLength(2);
  });

  it('finds what is new in a part of the city on a page for everyone, one page after the other, and small things only there', async () => {
    const part = { kind: 'district', id: kentro };
    const first = (await city.graph<{ partNews: { title: { el: string }; news: News } }>(partNews, { part, first: 2 })).data.partNews;
    expect(first.title.el).toBe('Το μέρος kentro');
    expect(first.news.items.map(({ title }) => title.el.split(' ').at(-1))).toEqual(['wednesday', 'tuesday']);
    const rest = (await city.graph<{ partNews: { news: News } }>(partNews, { part, first: 50, after: first.news.next })).data.partNews.news;
    const told = rest.items.map(({ title }) => title.el.split(' ').at(-1));
    expect(told).toContain('local-pothole');
    expect(told).toContain('own');
    for (const not of ['hidden', 'withdrawn', 'elsewhere']) expect(told).not.toContain(not);
    const stream = (await city.graph<{ activity: { path: string }[] }>('{ activity(first: 30) { path } }')).data.activity.map(({ path }) => path);
    expect(stream).toContain('/proposals/shade');
    expect(stream).not.toContain('/proposals/local-pothole');
    for (const none of [{ kind: 'district', id: 'nowhere' }, { kind: 'proposal', id: 'shade' }]) expect((await city.graph<object>(partNews, { part: none })).data).toEqual({ partNews: null });
  });

  it('hears no more of what was moved elsewhere, and leaves nothing behind', async () => {
    const olga = await signedIn(city, { name: 'Όλγα' });
    await olga.graph(follow, { subject: { kind: 'district', id: ormos } });
    await published('moved', { in: partsOf({ districts: [ormos] }) });
    changed('moved', { within: partsOf({ districts: [kentro] }) });
    expect((await myNews(olga)).items.map(({ path }) => path)).not.toContain('/proposals/moved');
    expect(await model<DigestWish>(DigestWish).countDocuments({ _id: olga.citizen.id })).toBe(1);
    await olga.graph('mutation { deleteAccount(password: "") { __typename } }');
    await eventually('nothing is kept', async () => (await model<DigestWish>(DigestWish).countDocuments({ _id: olga.citizen.id })) === 0);
  });
});

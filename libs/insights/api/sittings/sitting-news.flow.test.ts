import { IdentityModule, sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import type { Sitting, SittingInput } from '@isegoria/insights/contracts';
import { Events, eventually, startCity, type SubjectCard, Subjects, type TestCity } from '@isegoria/kernel/api';
import type { EventMap } from '@isegoria/kernel/contracts';
import type { Notice } from '@isegoria/notifications/contracts';
import { RealtimeModule } from '@isegoria/realtime/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InsightsModule } from '../index';

const SITTING = 'id status revision startsAt postponements { from reason { el en } } minutesUrl';
const SAVE = `mutation ($input: SittingInput!) { saveSitting(input: $input) { __typename ... on SittingSaved { sitting { ${SITTING} } } ... on NotAllowed { reason } } }`;
const MOVE = `mutation ($id: ID!, $to: SittingStatus!) { moveSitting(id: $id, to: $to) { __typename ... on SittingSaved { sitting { ${SITTING} } } ... on NotAllowed { reason } } }`;
const POSTPONE = `mutation ($id: ID!, $startsAt: DateTime!, $reason: LocalizedInput!) { postponeSitting(id: $id, startsAt: $startsAt, reason: $reason) { __typename ... on SittingSaved { sitting { ${SITTING} } } ... on Invalid { problems { field code } } ... on NotAllowed { reason } ... on NotFound { reason } } }`;
const MINUTES = `mutation ($id: ID!, $url: String!) { setMinutes(id: $id, url: $url) { __typename ... on SittingSaved { sitting { ${SITTING} } } } }`;
const FOLLOW = 'mutation ($subject: SubjectInput!) { follow(subject: $subject) { __typename } }';
const INBOX = '{ inbox { items { name title { el } path params { name text localized { el en } } } } }';
const ACTIVITY = '{ activity { name about { kind id } } }';

interface Answered {
  __typename: string;
  sitting: Sitting;
  reason?: string;
  problems?: { field: string; code: string }[];
}

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 + days * dayMs);

describe('news of a sitting', () => {
  let city: TestCity;
  let clerk: SignedIn;
  const hidden = new Set<string>();
  const card = (id: string): SubjectCard => ({ kind: 'bench', id, title: `Παγκάκι <script> ${id}`, path: `/benches/${id}`, excerpt: '', authorId: null, isPublic: !hidden.has(id), acceptsComments: false, createdAt: new Date() });
  const items = (...ids: string[]) => [{ title: { el: 'Παγκάκια', en: '' }, subjects: ids.map((id) => ({ kind: 'bench', id })) }];
  const input = (more: Partial<SittingInput> = {}): SittingInput => ({ revision: 0, title: { el: 'Τακτική <script>', en: '' }, place: 'Δημαρχείο', startsAt: inDays(9), items: items('sun', 'shade'), ...more });
  const save = async (more: Partial<SittingInput> = {}) => (await clerk.graph<{ saveSitting: Answered }>(SAVE, { input: input(more) })).data.saveSitting;
  const move = async (id: string, to: string) => (await clerk.graph<{ moveSitting: Answered }>(MOVE, { id, to })).data.moveSitting;
  const postpone = async (id: string, startsAt: Date, reason = 'Χιόνι') => (await clerk.graph<{ postponeSitting: Answered }>(POSTPONE, { id, startsAt, reason: { el: reason, en: '' } })).data.postponeSitting;
  const follower = async (...subjects: [kind: string, id: string][]) => {
    const citizen = await signedIn(city);
    for (const [kind, id] of subjects) expect((await citizen.graph<{ follow: { __typename: string } }>(FOLLOW, { subject: { kind, id } })).data.follow.__typename).toBe('FollowState');
    return citizen;
  };
  const inbox = async (citizen: SignedIn) => (await citizen.graph<{ inbox: { items: Notice[] } }>(INBOX)).data.inbox.items;
  const names = async (citizen: SignedIn) => (await inbox(citizen)).map(({ name }) => name);
  const stream = async (id: string) => (await city.graph<{ activity: { name: string; about: { id: string } }[] }>(ACTIVITY)).data.activity.filter(({ about }) => about.id === id).map(({ name }) => name);

  beforeAll(async () => {
    city = await startCity([IdentityModule, RealtimeModule, InsightsModule], { doors: [sessionDoor] });
    city.get(Subjects).register('bench', { cards: (ids) => Promise.resolve(ids.map(card)) });
    clerk = await signedIn(city, { name: 'Γραμματεία', roles: ['clerk'] });
  }, 60_000);
  afterAll(() => city.stop());

  it('tells the slices what left its agenda, and all of it when it does not meet', async () => {
    const dropped: EventMap['sitting.dropped'][] = [];
    city.get(Events).later('sitting.dropped', 'test.dropped', (one) => void dropped.push(one));
    const { sitting } = await save({ items: items('one', 'two') });
    await save({ id: sitting.id, revision: 1, items: items('two', 'three') });
    await move(sitting.id, 'cancelled');
    const ids = (one: EventMap['sitting.dropped'] | undefined) => one?.subjects.map(({ id }) => id);
    await eventually('both are told', () => dropped.filter(({ id }) => id === sitting.id).length >= 2);
    const [first, last] = dropped.filter(({ id }) => id === sitting.id).sort((one, other) => one.revision - other.revision);
    expect([ids(first), first?.revision, ids(last), last?.revision]).toEqual([['one'], 2, ['two', 'three'], 3]);
  });

  it('tells those who follow something on its agenda when it is set, once, and of what comes onto it later', async () => {
    const [both, late] = [await follower(['bench', 'sun'], ['bench', 'shade']), await follower(['bench', 'late'])];
    const { sitting } = await save();
    const [told] = await eventually('who follows hears', async () => { const found = await inbox(both); return found.length > 0 && found; });
    expect(told).toMatchObject({ name: 'insights.announced', title: { el: 'Τακτική <script>' }, path: `/council/sittings/${sitting.id}` });
    expect(told?.params.find(({ name }) => name === 'subject')?.localized?.el).toContain('Παγκάκι <script>');
    expect(await names(late)).toEqual([]);
    await save({ id: sitting.id, revision: 1, startsAt: sitting.startsAt, items: items('sun', 'shade', 'late') });
    await eventually('who follows what came later hears too', async () => (await names(late)).length === 1);
    await save({ id: sitting.id, revision: 2, startsAt: sitting.startsAt, items: items('sun', 'shade', 'late'), place: 'Θέατρο' });
    const rearranged = async (citizen: SignedIn) => (await names(citizen)).filter((name) => name === 'insights.rearranged').length === 1;
    for (const citizen of [both, late]) await eventually('another place is told', () => rearranged(citizen));
    expect([await names(both), await names(late)], 'another place is no new subject').toEqual([['insights.rearranged', 'insights.announced'], ['insights.rearranged', 'insights.announced']]);
    await eventually('the city’s stream has each once', async () => (await stream(sitting.id)).sort().join() === 'insights.announced,insights.rearranged');
  });

  it('tells of another hour of its day or another place, as they hold now, and not of other words', async () => {
    const startsAt = new Date(`${inDays(9).toISOString().slice(0, 10)}T10:00:00Z`);
    const { sitting } = await save({ startsAt });
    const citizen = await follower(['sitting', sitting.id]);
    const later = new Date(startsAt.getTime() + 2 * 3_600_000);
    await save({ id: sitting.id, revision: 1, startsAt, title: { el: 'Έκτακτη', en: '' } });
    await save({ id: sitting.id, revision: 2, startsAt: later, title: { el: 'Έκτακτη', en: '' }, place: 'Θέατρο <script>' });
    const [told] = await eventually('who follows hears', async () => { const found = await inbox(citizen); return found.length > 0 && found; });
    const said = new Map(told?.params.map(({ name, localized }) => [name, localized]));
    expect(told).toMatchObject({ name: 'insights.rearranged', path: `/council/sittings/${sitting.id}` });
    expect(said.get('place')?.el).toBe('Θέατρο <script>');
    expect(said.get('when')?.en).toContain(new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Europe/Athens' }).format(later));
    expect(await names(citizen), 'other words of the title are not told').toEqual(['insights.rearranged']);
    await move(sitting.id, 'open');
    await save({ id: sitting.id, revision: 4, startsAt: later, title: { el: 'Έκτακτη', en: '' }, place: 'Πλατεία' });
    await move(sitting.id, 'closed');
    expect(await stream(sitting.id)).toEqual(['insights.rearranged', 'insights.announced']);
  });

  it('tells nobody of what is hidden, nor of a sitting that is entered after its day', async () => {
    const [quiet, witness] = [await follower(['bench', 'hidden'], ['bench', 'past']), await follower(['bench', 'seen'])];
    hidden.add('hidden');
    const { sitting } = await save({ items: items('hidden') });
    const past = await save({ items: items('past'), startsAt: inDays(-2) });
    await eventually('the first one is in the stream', async () => (await stream(sitting.id)).length === 1);
    await save({ items: items('seen') });
    await eventually('who follows what is set after them hears', async () => (await names(witness)).length === 1);
    expect(await names(quiet)).toEqual([]);
    expect(await stream(past.sitting.id)).toEqual([]);
    hidden.clear();
  });

  it('puts it on another day with a reason, keeps the old one in view, and tells who follows it or its subjects', async () => {
    const { sitting } = await save();
    const [its, subjects, both] = [await follower(['sitting', sitting.id]), await follower(['bench', 'shade']), await follower(['sitting', sitting.id], ['bench', 'sun'])];
    expect(await postpone(sitting.id, inDays(16), ' ')).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'reason.el', code: 'required' }] });
    expect(await postpone(sitting.id, inDays(-1))).toMatchObject({ reason: 'in_the_past' });
    expect(await postpone(sitting.id, new Date(sitting.startsAt))).toMatchObject({ reason: 'no_other_day' });
    expect((await postpone('nothing', inDays(16))).__typename).toBe('NotFound');
    const day = inDays(16);
    const first = await postpone(sitting.id, day);
    expect(first.sitting).toMatchObject({ status: 'postponed', revision: 2, startsAt: day.toISOString(), postponements: [{ from: sitting.startsAt, reason: { el: 'Χιόνι', en: '' } }] });
    expect((await postpone(sitting.id, day)).sitting, 'pressed twice').toMatchObject({ revision: 2 });
    for (const citizen of [its, subjects, both]) await eventually('each hears once', async () => (await names(citizen)).filter((name) => name === 'insights.postponed').length === 1);
    const params = (await inbox(its))[0]?.params ?? [];
    expect(params.find(({ name }) => name === 'reason')?.localized?.el).toBe('Χιόνι');
    expect(params.map(({ name }) => name).sort()).toEqual(['from', 'reason', 'title', 'when']);
    expect(await stream(sitting.id)).toContain('insights.postponed');
    expect((await move(sitting.id, 'open')).sitting.status).toBe('open');
    expect(await postpone(sitting.id, inDays(20))).toMatchObject({ reason: 'not_planned' });
    const { errors } = await its.graph(POSTPONE, { id: sitting.id, startsAt: inDays(16), reason: { el: 'x', en: '' } });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('lets one of two clerks put it on another day, and no change of its form does so unseen', async () => {
    const { sitting } = await save();
    const answers = await Promise.all([postpone(sitting.id, inDays(12)), postpone(sitting.id, inDays(13))]);
    const saved = answers.filter(({ __typename }) => __typename === 'SittingSaved');
    const now = (await city.graph<{ sitting: Sitting }>(`query ($id: ID!) { sitting(id: $id) { ${SITTING} } }`, { id: sitting.id })).data.sitting;
    // The second one is told, or had read the first one’s day already: then that day is kept too.
    expect(now).toMatchObject({ revision: 1 + saved.length, postponements: { length: saved.length } });
    expect(answers.every(({ __typename, reason }) => __typename === 'SittingSaved' || reason === 'changed_meanwhile')).toBe(true);
    expect(await save({ id: sitting.id, revision: now.revision, startsAt: inDays(30) })).toMatchObject({ __typename: 'NotAllowed', reason: 'other_day' });
  });

  it('tells when it is cancelled, and when its minutes may be read, but not that the link is as it was', async () => {
    const [off, met] = [(await save()).sitting, (await save()).sitting];
    const citizen = await follower(['sitting', off.id], ['sitting', met.id]);
    await move(off.id, 'cancelled');
    await eventually('the cancellation is told', async () => (await names(citizen)).includes('insights.cancelled'));
    for (const to of ['open', 'closed']) await move(met.id, to);
    const minutes = (url: string) => clerk.graph<{ setMinutes: Answered }>(MINUTES, { id: met.id, url });
    const first = (await minutes('https://city.example/m.pdf')).data.setMinutes.sitting.revision;
    expect((await minutes('https://city.example/m.pdf')).data.setMinutes.sitting.revision).toBe(first);
    await minutes('');
    await eventually('the minutes are told', async () => (await names(citizen)).includes('insights.minutes'));
    expect((await names(citizen)).sort()).toEqual(['insights.cancelled', 'insights.minutes']);
  });

  it('is a calendar file, whose number rises with each change, and one feed of all', async () => {
    const read = async (path: string) => {
      const answer = await fetch(`${city.url}/insights/${path}`);
      return { status: answer.status, type: answer.headers.get('content-type'), text: (await answer.text()).replace(/\r\n /g, '') };
    };
    const { sitting } = await save();
    const first = await read(`sittings/${sitting.id}.ics`);
    expect(first).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
    expect(first.text).toContain('SEQUENCE:0\r\n');
    expect(first.text).toContain('DESCRIPTION:1. Παγκάκια\r\n');
    const day = inDays(21);
    await postpone(sitting.id, day, 'Χιόνι, πολύ');
    const moved = (await read(`sittings/${sitting.id}.ics?lang=en`)).text;
    expect(moved).toContain('SEQUENCE:1\r\n');
    expect(moved).toContain(`DTSTART:${day.toISOString().replace(/[-:]|\.\d+/g, '')}\r\n`);
    expect(moved).toMatch(/DESCRIPTION:Postponed from .*Χιόνι\\, πολύ\\n1\. Παγκάκια/);
    await move(sitting.id, 'cancelled');
    const off = (await read(`sittings/${sitting.id}.ics`)).text;
    expect(off).toContain('STATUS:CANCELLED\r\n');
    expect(off).toContain('SEQUENCE:2\r\n');
    const all = await read('sittings.ics');
    expect(all.type).toBe('text/calendar; charset=utf-8');
    expect(all.text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(3);
    expect(new Set(all.text.match(/UID:.*/g)).size).toBe(all.text.match(/BEGIN:VEVENT/g)?.length);
    for (const path of ['sittings/nothing.ics', `sittings/${sitting.id}.pdf`]) expect((await read(path)).status, path).toBe(404);
  });
});

import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Citizens, IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { type IntegritySign, type IntegritySpan, signsRoom } from '@isegoria/integrity/contracts';
import { Datasets, eventually, Figures, newId, startCity, Subjects, type TestCity, Unheard } from '@isegoria/kernel/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import { NotificationsModule } from '@isegoria/notifications/api';
import { listen, type Listener, RealtimeModule } from '@isegoria/realtime/api';
import { Ballots, NamedVotes, supportQuestions, Votes, VotesJobs, VotesModule } from '@isegoria/votes/api';
import { HoursStore } from './hours-store';
import { IntegrityModule } from './integrity.module';
import { dayOf, hourMs, hourOf, momentOf } from './rhythm';
import { IntegrityWordRecord } from './sign.schema';
import { Watch } from './watch';

const fields = 'id kind about { subject { kind id } title { el } path } from to supports peak expected fresh usualPercent chance verifiedPercent basis { before over others usual } place { supports place without of } finding words { revision finding text role at }';
const listQuery = `query ($kind: IntegritySignKind, $days: Int, $first: Int, $after: String) { integritySigns(kind: $kind, days: $days, first: $first, after: $after) { items { ${fields} } next total } }`;
const oneQuery = `query ($id: ID!) { integritySign(id: $id) { ${fields} } integritySpans(id: $id) { from to supports hourly } }`;
const toldQuery = `query ($subject: SubjectInput!) { integrityTold(subject: $subject) { id finding } }`;
const tellAct = `mutation ($id: ID!, $revision: Int!, $finding: IntegrityFinding!, $text: String!) { tellOfSign(id: $id, revision: $revision, finding: $finding, text: $text) { __typename ... on IntegrityWordSaid { sign { finding words { revision text } } } ... on NotAllowed { reason } ... on Invalid { problems { field code } } } }`;
const word = 'Ρωτήσαμε τον σύλλογο της γειτονιάς. <script>alert(1)</script>';

describe('signs of coordination', { timeout: 60_000 }, () => {
  let city: TestCity;
  let people: Citizen[];
  let author: SignedIn;
  let moderator: SignedIn;
  let visitor: Listener;
  const hidden = new Set<string>();
  const nowHour = hourOf(new Date());
  const ago = (hours: number): Date => momentOf(nowHour - hours);
  const whole = new Date(Date.now() + 4 * hourMs);

  beforeAll(async () => {
    city = await startCity([IdentityModule, RealtimeModule, NotificationsModule, LedgerModule, VotesModule, IntegrityModule], { doors: [sessionDoor] });
    // The city's own rounds do nothing: these tests say when one is.
    city.get(Watch).catchUp = () => Promise.resolve();
    author = await signedIn(city);
    moderator = await signedIn(city, { roles: ['moderator'] });
    city.get(Subjects).register('proposal', {
      cards: (ids) => Promise.resolve(ids.map((id) => ({ kind: 'proposal', id, title: `Πρόταση ${id}`, path: `/proposals/${id}`, excerpt: '', authorId: author.citizen.id, isPublic: !hidden.has(id), acceptsComments: true, createdAt: ago(5000) }))),
    });
    const wanted = Array.from({ length: 120 }, (_, at) => ({ name: `Γείτονας ${at}`, createdAt: at < 80 ? ago(4000) : ago(60), ...(at < 40 && { personId: `register:${at}` }) }));
    people = await city.get(Citizens).createMany(wanted);
    visitor = await listen(city.url);
    await visitor.watch(signsRoom);
    // An ordinary life before: a support an hour, each of another thing.
    for (const [at, citizen] of people.slice(0, 80).entries()) await support(`ordinary-${at % 4}`, [citizen], ago(600 - 6 * at));
    for (const [at, citizen] of people.slice(0, 60).entries()) await support('usual', [citizen], ago(590 - 6 * at));
    await support('rush', people.slice(0, 70), ago(100));
    await support('rush', people.slice(70, 75), ago(300));
    await support('old', people.slice(0, 60), ago(500));
    await support('new', [...people.slice(80, 115), ...people.slice(0, 4)], ago(40));
    await caughtUp();
  }, 120_000);
  afterEach(() => vi.restoreAllMocks());
  afterAll(async () => {
    visitor.close();
    await city.stop();
  });

  async function support(id: string, who: readonly Citizen[], at: Date): Promise<void> {
    const subject = { kind: 'proposal', id };
    await city.get(Ballots).open({ id: `proposal:${id}`, subject, kind: 'support', questions: supportQuestions });
    await city.get(Votes).castPast(who.map((citizen) => ({ citizen, ballotId: `proposal:${id}`, answers: [{ questionId: 'support', optionId: 'yes' }], nonce: newId() })), at);
  }
  async function caughtUp(before = whole): Promise<void> {
    await city.get(VotesJobs).catchUp();
    await Watch.prototype.catchUp.call(city.get(Watch), before);
  }
  const rebuilt = () => Watch.prototype.rebuild.call(city.get(Watch), whole, () => undefined);
  const signs = async (variables: object = {}) => (await city.graph<{ integritySigns: { items: IntegritySign[]; next: string | null; total: number } }>(listQuery, { ...variables })).data.integritySigns;
  const signOf = async (id: string) => (await signs()).items.find(({ about }) => about?.subject.id === id);
  const one = async (id: string) => (await city.graph<{ integritySign: IntegritySign | null; integritySpans: IntegritySpan[] }>(oneQuery, { id })).data;
  const tell = async (who: SignedIn, more: object) => (await who.graph<{ tellOfSign: { __typename: string } }>(tellAct, { finding: 'examining', text: word, revision: 0, ...more }));
  const rhythmOf = async (id: string) => (await city.get(HoursStore).rhythm(id)).hours;
  const inbox = async (who: SignedIn) => (await who.graph<{ inbox: { items: { name: string }[] } }>('{ inbox { items { name } } }')).data.inbox.items.map(({ name }) => name);

  it('are a rush of an hour, and a day of new accounts, with all that they were reckoned from; of ordinary support there is none', async () => {
    const { items, total } = await signs();
    expect(total).toBe(3);
    expect(items).toMatchObject([
      { kind: 'newcomers', about: { subject: { id: 'new' } }, from: momentOf(dayOf(nowHour - 40).from).toISOString(), to: momentOf(dayOf(nowHour - 40).to).toISOString(), supports: 39, fresh: 30, peak: null, verifiedPercent: null, finding: 'silent', words: [] },
      { kind: 'burst', about: { subject: { id: 'rush' }, path: '/proposals/rush' }, from: ago(100).toISOString(), to: ago(99).toISOString(), supports: 70, peak: 70, expected: 2, verifiedPercent: 57, basis: { before: 0, over: 200 }, place: { supports: 75, place: 1, without: 8, of: 8 } },
      { kind: 'burst', about: { subject: { id: 'old' } }, supports: 60 },
    ]);
    expect((await signs({ kind: 'burst' })).items).toHaveLength(2);
    expect((await signs({ days: 2 })).items).toMatchObject([{ kind: 'newcomers' }]);
    const first = await signs({ first: 1 });
    expect((await signs({ first: 1, after: first.next })).items).toMatchObject([{ kind: 'burst' }]);
  });

  it('are told at once to whoever wrote the thing and to those who look into them, and shown to whoever has the page open; of what is old nobody is told', async () => {
    const heard = (id: string) => visitor.heard.some(({ name, payload }) => name === 'changed' && (payload as { signId: string }).signId === id);
    const [fresh = '', rush = '', old = ''] = (await signs()).items.map(({ id }) => id);
    await eventually('an open page hears of both', () => Promise.resolve(heard(fresh) && heard(rush)));
    await eventually('the author hears of both', async () => (await inbox(author)).filter((name) => name === 'integrity.noticed').length === 2);
    await eventually('moderators too', async () => (await inbox(moderator)).filter((name) => name === 'integrity.toExamine').length === 2);
    expect(heard(old)).toBe(false);
    const { items } = (await author.graph<{ inbox: { items: { path: string; title: { el: string } }[] } }>('{ inbox { items { path title { el } } } }')).data.inbox;
    expect(items.map(({ path }) => path).sort()).toEqual([`/integrity/${fresh}`, `/integrity/${rush}`].sort());
    expect(items.map(({ title }) => title.el).join()).not.toContain('Πρόταση');
  });

  it('tell nothing of persons: no account, no name, no group of fewer than ten', async () => {
    const { items } = await signs();
    const spans = (await Promise.all(items.map(({ id }) => one(id)))).flatMap(({ integritySpans }) => integritySpans);
    const rows = [];
    for (const id of ['integrity-signs', 'integrity-spans']) for await (const { row } of city.get(Datasets).named(id)?.rows?.(null) ?? []) rows.push(row);
    const figures = await city.get(Figures).named('integrity.signs')?.rows();
    const files = await Promise.all(items.map(async ({ id }) => (await fetch(`${city.url}/integrity-files/${id}.csv`)).text()));
    const told = JSON.stringify([items, spans, rows, figures, files]);
    expect(people.filter(({ id, name }) => told.includes(id) || told.includes(`${name}"`))).toEqual([]);
    expect(told).not.toContain(author.citizen.id);
    expect(spans.length).toBeGreaterThan(1);
    expect(spans.every(({ supports }) => supports >= 10)).toBe(true);
    expect(figures).toHaveLength(3);
    expect(files[1]).toContain('sign,from,to,supports');
    expect(rows).toHaveLength(3 + spans.length);
  });

  it('are the same when the log is read again, and after a process died between any two writes', async () => {
    const [before, hours] = [await signs(), await rhythmOf('city')];
    await caughtUp();
    expect([await signs(), await rhythmOf('city')]).toEqual([before, hours]);
    const store = city.get(HoursStore);
    const done = vi.spyOn(store, 'done').mockRejectedValueOnce(new Error('killed'));
    await expect(rebuilt()).rejects.toThrow('killed');
    expect(done).toHaveBeenCalledOnce();
    await caughtUp();
    expect([await signs(), await rhythmOf('city')]).toEqual([before, hours]);
    // Two that run at once count everything once.
    await store.clear();
    await Promise.all([caughtUp(), caughtUp(), caughtUp()]);
    expect([await signs(), await rhythmOf('city')]).toEqual([before, hours]);
  });

  it('wait until an hour is over, and take in what arrives late', async () => {
    await support('waits', people.slice(0, 30), ago(2));
    await support('waits', people.slice(30, 90), ago(1));
    await caughtUp(ago(1));
    expect((await rhythmOf('proposal:waits')).map(([, supports]) => supports)).toEqual([30]);
    await support('waits', people.slice(90, 100), ago(2));
    await caughtUp(ago(0));
    expect((await rhythmOf('proposal:waits')).map(([, supports]) => supports)).toEqual([40, 60]);
    expect(await signOf('waits')).toMatchObject({ kind: 'burst', supports: 60 });
  });

  it('of new accounts wait until the day is over, though nobody comes any more', async () => {
    const noon = dayOf(nowHour - 24).from + 12;
    await support('today', [...people.slice(80, 115), ...people.slice(0, 4)], momentOf(noon));
    await caughtUp(momentOf(noon + 2));
    expect(await signOf('today')).toBeUndefined();
    await caughtUp(momentOf(dayOf(noon).to));
    expect(await signOf('today')).toMatchObject({ kind: 'newcomers', supports: 39 });
  });

  it('go where votes that come late show that they are none; one that the city has spoken about stays, with its words', async () => {
    const hours = { undone: 60, spoken: 70 };
    for (const [id, hour] of Object.entries(hours)) await support(id, people.slice(0, 60), ago(hour));
    await caughtUp();
    const [undone, spoken] = [await signOf('undone'), await signOf('spoken')];
    await tell(moderator, { id: spoken?.id });
    // With sixty others in the hours before, the rush was to be expected.
    for (const [id, hour] of Object.entries(hours)) for (const [at, who] of [people.slice(60, 90), people.slice(90, 120)].entries()) await support(id, who, ago(hour + 1 + at));
    await caughtUp();
    expect(await one(undone?.id ?? '')).toMatchObject({ integritySign: null });
    expect(await one(spoken?.id ?? '')).toMatchObject({ integritySign: { kind: 'burst', supports: 60, words: [{ text: word }] } });
  });

  it('count somebody once who presses again and again within an hour, and not who takes a support back', async () => {
    const citizen = people[0] as Citizen;
    for (let press = 0; press < 60; press++) await support('pressed', [citizen], ago(20));
    await city.get(Votes).castPast([{ citizen: people[1] as Citizen, ballotId: 'proposal:pressed', answers: [], nonce: newId() }], ago(20));
    await caughtUp();
    expect((await rhythmOf('proposal:pressed')).map(([, supports]) => supports)).toEqual([1]);
  });

  it('are looked for in what is given by name alone: secret votes are not even read', async () => {
    await city.get(Ballots).open({ id: 'proposal:secret', subject: { kind: 'proposal', id: 'secret' }, kind: 'poll', questions: supportQuestions });
    await city.get(Votes).castMany(people.slice(0, 60).map((citizen) => ({ citizen, ballotId: 'proposal:secret', answers: [{ questionId: 'support', optionId: 'yes' }], nonce: newId() })));
    const read = (await city.get(NamedVotes).after(0, 500)).flatMap(({ given }) => given.map(({ ballotId }) => ballotId));
    expect(read).toContain('proposal:rush');
    expect(read).not.toContain('proposal:secret');
  });

  it('say nothing of what is no longer public but the numbers', async () => {
    const sign = await signOf('rush');
    const id = sign?.id ?? '';
    await tell(moderator, { id });
    expect((await city.graph<{ integrityTold: object[] }>(toldQuery, { subject: { kind: 'proposal', id: 'rush' } })).data.integrityTold).toEqual([{ id, finding: 'examining' }]);
    hidden.add('rush');
    expect(await one(id)).toMatchObject({ integritySign: { supports: 70, about: null, place: null }, integritySpans: [] });
    expect((await fetch(`${city.url}/integrity-files/${id}.csv`)).status).toBe(404);
    expect((await city.graph<{ integrityTold: object[] }>(toldQuery, { subject: { kind: 'proposal', id: 'rush' } })).data.integrityTold).toEqual([]);
    const rows = [];
    for (const name of ['integrity-signs', 'integrity-spans']) for await (const { row } of city.get(Datasets).named(name)?.rows?.(null) ?? []) rows.push(row);
    expect(JSON.stringify(rows)).not.toContain('"rush"');
    hidden.delete('rush');
  });

  describe('a word of the city', () => {
    it('is written by a moderator or administrator alone, and has something to say', async () => {
      const id = (await signOf('new'))?.id ?? '';
      expect((await tell(author, { id })).errors?.[0]?.extensions).toBeDefined();
      expect((await city.graph(tellAct, { id, revision: 0, finding: 'explained', text: word })).errors).toBeDefined();
      expect((await tell(moderator, { id, text: 'Λίγο.' })).data.tellOfSign).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'text', code: 'too_short' }] });
      expect((await tell(moderator, { id, finding: 'silent' })).data.tellOfSign).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'finding' }] });
      expect((await tell(moderator, { id: 'no-such-sign' })).data.tellOfSign).toMatchObject({ __typename: 'NotFound' });
      expect((await one(id)).integritySign?.words).toEqual([]);
    });

    it('is one however often it is sent; a colleague’s is not written over; all stay in view, also when the signs are reckoned anew', async () => {
      const id = (await signOf('new'))?.id ?? '';
      const twice = await Promise.all([tell(moderator, { id }), tell(moderator, { id })]);
      expect(twice.map(({ data }) => data.tellOfSign.__typename)).toEqual(['IntegrityWordSaid', 'IntegrityWordSaid']);
      expect((await tell(moderator, { id, finding: 'explained' })).data.tellOfSign).toMatchObject({ __typename: 'NotAllowed', reason: 'changed' });
      expect((await tell(moderator, { id, revision: 5 })).data.tellOfSign).toMatchObject({ __typename: 'NotAllowed', reason: 'changed' });
      const admin = await signedIn(city, { roles: ['administrator'] });
      expect((await tell(admin, { id, revision: 1, finding: 'explained', text: 'Ένα σχολείο μίλησε για την πρόταση στους γονείς.' })).data.tellOfSign).toMatchObject({ __typename: 'IntegrityWordSaid' });
      await rebuilt();
      expect((await one(id)).integritySign).toMatchObject({ finding: 'explained', words: [{ revision: 2, finding: 'explained', role: 'administrator' }, { revision: 1, finding: 'examining', text: word, role: 'moderator' }] });
    });

    it('stands in the ledger by its digest, without the thing, and is told once to whoever wrote it and who follows it, also after a crash', async () => {
      const id = (await signOf('new'))?.id ?? '';
      const acts = () => city.get<Model<{ id: string; leaf: object }>>(getModelToken('LedgerActRecord')).find({ id: `integrity:${id}:1` }).lean().exec();
      const act = await eventually('the act is in the ledger', async () => (await acts())[0]);
      expect(act.leaf).toMatchObject({ act: 'integrity.told', role: 'moderator', subject: { kind: 'integrity-sign', id }, body: { finding: 'examining', words: digest(word) } });
      expect(JSON.stringify(act.leaf)).not.toContain('"new"');
      await eventually('the author is told', async () => (await inbox(author)).filter((name) => name === 'integrity.explained').length === 1);
      expect((await inbox(author)).filter((name) => name === 'integrity.examining')).toHaveLength(3);

      const rush = (await signOf('waits'))?.id ?? '';
      const crash = vi.spyOn(city.get(Unheard), 'tell').mockRejectedValueOnce(new Error('killed'));
      expect((await tell(moderator, { id: rush, finding: 'unexplained' })).errors).toBeDefined();
      crash.mockRestore();
      const words = city.get<Model<IntegrityWordRecord>>(getModelToken(IntegrityWordRecord.name));
      expect(await words.countDocuments({ signId: rush, 'unheard.0': { $exists: true } })).toBe(1);
      await city.get(Unheard).tellLeft(new Date(Date.now() + 60_000));
      await eventually('the author is told after the crash', async () => (await inbox(author)).includes('integrity.unexplained'));
      expect(await words.countDocuments({ signId: rush, 'unheard.0': { $exists: true } })).toBe(0);
    });
  });
});

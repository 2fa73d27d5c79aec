import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Files } from '@isegoria/files/api';
import { IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { type Clock, Events, eventually, metrics, newId, startCity, type SubjectCard, Subjects, type TestCity } from '@isegoria/kernel/api';
import { codeOfConduct, type ModerationDecided } from '@isegoria/moderation/contracts';
import { NotificationsModule } from '@isegoria/notifications/api';
import { listen, RealtimeModule } from '@isegoria/realtime/api';
import { Case } from './case.schema';
import { Messenger } from './messenger';
import { ModerationModule } from './moderation.module';
import { PublicLog } from './public-log.service';

interface Row {
  id: string;
  kind: string;
  reports: number;
  version: number;
  claimedByMe: boolean;
  coordinated: boolean;
}
interface Answer {
  __typename: string;
  id?: string;
  reason?: string;
  until?: string;
  again?: boolean;
  case?: { id: string; row: Row; text: string };
  outcomes?: { id: string; refused: string | null }[];
  problems?: { field: string; code: string }[];
}

const row = 'id kind reports version claimedByMe coordinated';
const decideCases = `mutation Lot($input: DecideCasesInput!) { decideCases(input: $input) { __typename ... on CasesDecided { outcomes { id refused } } ... on Invalid { problems { field code limit } } } }`;
const queue = `{ moderationQueue(first: 100) { items { ${row} } total objections } }`;
const detail = `mutation Case($id: ID!) { claimCase(id: $id) { __typename ... on CaseClaimed { case { id text reportedText trustedReports highlights row { ${row} } reports { rule note trusted } author { contributions decisions } previous { decision } passNote } } } }`;
const report = `mutation Report($item: SubjectInput!, $rule: Int!, $note: String) { report(item: $item, rule: $rule, note: $note) { __typename ... on Reported { again } ... on NotAllowed { reason } ... on NotFound { reason } ... on Invalid { problems { field code } } } }`;
const claim = `mutation Claim($id: ID!) { claimCase(id: $id) { __typename ... on CaseClaimed { case { id text row { ${row} } } } ... on CaseTaken { until } ... on NotFound { reason } } }`;
const pass = `mutation Pass($id: ID!, $note: String) { passCase(id: $id, note: $note) { __typename ... on Invalid { problems { field code limit } } } }`;
const decide = `mutation Decide($input: DecideCaseInput!) { decideCase(input: $input) { __typename ... on CaseDecided { id } ... on CaseChanged { case { id text row { ${row} } } } ... on CaseTaken { until } ... on NotAllowed { reason } ... on NotFound { reason } ... on Invalid { problems { field code } } } }`;
const myCase = `query Mine($id: ID!) { myCase(id: $id) { id decision rule reason text objectUntil objection { outcome reason } } }`;
const object = `mutation Object($caseId: ID!, $text: String!) { objectToDecision(caseId: $caseId, text: $text) { __typename ... on ObjectionMade { case { objection { outcome } } } ... on NotFound { reason } } }`;
const objections = `{ moderationObjections { items { id caseId text contribution } } }`;
const reopen = `mutation Reopen($id: ID!, $reason: String!) { reopenCase(id: $id, reason: $reason) { __typename ... on CaseReopened { id } ... on NotAllowed { reason } ... on NotFound { reason } ... on Invalid { problems { field code } } } }`;
const decideObjection = `mutation DecideObjection($id: ID!, $outcome: ObjectionOutcome!, $reason: String!) { decideObjection(id: $id, outcome: $outcome, reason: $reason) { __typename ... on NotFound { reason } ... on Invalid { problems { field code } } } }`;

describe('moderation with due process', () => {
  let city: TestCity;
  let author: SignedIn;
  let reader: SignedIn;
  let ada: SignedIn;
  let ben: SignedIn;
  const heard: ModerationDecided[] = [];
  const cards = new Map<string, SubjectCard>();
  beforeAll(async () => {
    city = await startCity([IdentityModule, RealtimeModule, NotificationsModule, ModerationModule], { doors: [sessionDoor] });
    city.get(Subjects).register('note', { cards: (ids) => Promise.resolve(ids.map((id) => cards.get(id)).filter((card) => card !== undefined)) });
    city.get(Events).on('moderation.decided', 'test', (decided) => void heard.push(decided));
    author = await signedIn(city, { name: 'Συγγραφέας' });
    reader = await signedIn(city, { name: 'Αναγνώστρια' });
    ada = await signedIn(city, { name: 'Άντα', roles: ['moderator'] });
    ben = await signedIn(city, { name: 'Μπεν', roles: ['administrator'] });
  }, 60_000);
  afterAll(() => city.stop());

  const write = async (text: string, { mode = 'wait', by = author }: { mode?: 'wait' | 'public'; by?: SignedIn } = {}) => {
    const item = { kind: 'note', id: newId() };
    cards.set(item.id, { ...item, title: 'Πεζόδρομος', path: `/notes/${item.id}`, excerpt: text, authorId: by.citizen.id, isPublic: mode === 'public', acceptsComments: false, createdAt: new Date() });
    await city.get(Events).publish('contribution.submitted', { item, authorId: by.citizen.id, title: 'Πεζόδρομος', text, mode });
    return item;
  };
  const rows = async (who: SignedIn) => (await who.graph<{ moderationQueue: { items: Row[] } }>(queue)).data.moderationQueue.items;
  const newest = async (who: SignedIn = ada) => {
    const all = await rows(who);
    const id = all.map((one) => one.id).sort().at(-1) ?? 'none';
    return all.find((one) => one.id === id) ?? { id, kind: '', reports: 0, version: 0, claimedByMe: false, coordinated: false };
  };
  const act = async (who: SignedIn, mutation: string, variables: object) => {
    const { data, errors } = await who.graph<Record<string, Answer> | null>(mutation, { ...variables });
    return Object.values(data ?? {})[0] ?? { __typename: String(errors?.[0]?.extensions?.['code']) };
  };
  const settle = async (who: SignedIn, found: Row, decision: string, more: object = {}) => {
    await act(who, claim, { id: found.id });
    const { version } = (await rows(who)).find(({ id }) => id === found.id) ?? found;
    return act(who, decide, { input: { id: found.id, version, decision, ...more } });
  };

  it('fills the queue live with what waits, and shows it to moderators alone', async () => {
    const screen = await listen(city.url, { cookie: ada.cookie });
    expect(await screen.watch({ kind: 'moderation', id: 'queue' })).toHaveProperty('version');
    const stranger = await listen(city.url, { cookie: reader.cookie });
    expect(await stranger.watch({ kind: 'moderation', id: 'queue' })).toEqual({ refused: 'unknown' });
    await write('Μια νέα <b>γνώμη</b>.');
    await eventually('the queue changed', () => screen.heard.find(({ name }) => name === 'queue.changed'));
    expect(await newest()).toMatchObject({ kind: 'waiting', reports: 0 });
    for (const query of [queue, objections, '{ myDecisions { total } }']) {
      expect((await reader.graph(query)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      expect((await city.graph(query)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    }
    screen.close();
    stranger.close();
  });

  it('shows with a case the pictures that would be published with it', async () => {
    const item = await write('Δες τη φωτογραφία.');
    const form = new FormData();
    form.append('picture', new Blob([new Uint8Array(await sharp({ create: { width: 30, height: 20, channels: 3, background: '#4c6420' } }).png().toBuffer())], { type: 'image/png' }), 'a.png');
    const { id } = (await (await fetch(`${city.url}/files`, { method: 'POST', headers: { cookie: author.cookie }, body: form })).json()) as { id: string };
    expect(await city.get(Files).claim([id], author.citizen.id, item)).toBe(true);
    const shown = await ada.graph(`mutation ($id: ID!) { claimCase(id: $id) { ... on CaseClaimed { case { text pictures { id url width alt } } } } }`, { id: (await newest()).id });
    expect(shown.data).toEqual({ claimCase: { case: { text: 'Δες τη φωτογραφία.', pictures: [{ id, url: `/files/${id}`, width: 30, alt: '' }] } } });
    expect((await fetch(`${city.url}/files/${id}`, { headers: { cookie: ada.cookie } })).status, 'a moderator sees it before others do').toBe(200);
    expect((await fetch(`${city.url}/files/${id}`)).status).toBe(404);
  });

  it('gives a case to one of two moderators who press at once, fifty times out of fifty', async () => {
    for (let round = 0; round < 50; round++) {
      const item = { kind: 'note', id: `race-${round}` };
      await city.get(Events).publish('contribution.submitted', { item, authorId: author.citizen.id, title: 'Αγώνας', text: `γύρος ${round}`, mode: 'wait' });
    }
    const all = await rows(ada);
    expect(all.length).toBeGreaterThanOrEqual(50);
    for (const { id } of all) {
      const answers = await Promise.all([act(ada, claim, { id }), act(ben, claim, { id })]);
      expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['CaseClaimed', 'CaseTaken']);
    }
  }, 120_000);

  it('is called in English what the municipality calls so itself; a citizen’s own title stays as it was written', async () => {
    const of = (id: string, english?: SubjectCard['english']) => {
      cards.set(id, { kind: 'note', id, title: 'Το λιμάνι', path: `/notes/${id}`, excerpt: 'Κείμενο.', ...(english && { english }), authorId: null, isPublic: true, acceptsComments: false, createdAt: new Date() });
      return city.get(Events).publish('contribution.submitted', { item: { kind: 'note', id }, authorId: author.citizen.id, title: 'Το λιμάνι', text: 'Κείμενο.', mode: 'wait' });
    };
    await of('on-the-house', { title: 'The harbour', excerpt: 'Κείμενο.' });
    await of('on-a-citizen');
    const { data } = await ada.graph<{ moderationQueue: { items: { item: { id: string }; title: object }[] } }>('{ moderationQueue(first: 100) { items { item { id } title { el en } } } }');
    const titleOf = (wanted: string) => data.moderationQueue.items.find(({ item: { id } }) => id === wanted)?.title;
    expect([titleOf('on-the-house'), titleOf('on-a-citizen')]).toEqual([{ el: 'Το λιμάνι', en: 'The harbour' }, { el: 'Το λιμάνι', en: 'Το λιμάνι' }]);
  });

  it('refuses a decision without a rule and a reason, from somebody who has not taken the case, or on a text that changed', async () => {
    const item = await write('Πρώτο κείμενο.');
    const found = await newest();
    const input = { id: found.id, version: found.version, decision: 'hidden', rule: 2, reason: 'Προσβάλλει.' };
    expect(await act(ada, decide, { input })).toEqual({ __typename: 'NotAllowed', reason: 'not_claimed' });
    await act(ada, claim, { id: found.id });
    expect(await act(ben, decide, { input })).toMatchObject({ __typename: 'CaseTaken' });
    expect(await act(ada, decide, { input: { ...input, rule: null, reason: ' ' } })).toMatchObject({ problems: [{ field: 'rule', code: 'required' }, { field: 'reason', code: 'required' }] });
    expect(await act(ada, decide, { input: { ...input, rule: 99 } })).toMatchObject({ problems: [{ field: 'rule' }] });
    await city.get(Events).publish('contribution.submitted', { item, authorId: author.citizen.id, title: 'Πεζόδρομος', text: 'Άλλο κείμενο.', mode: 'wait' });
    const changed = await act(ada, decide, { input });
    expect(changed).toMatchObject({ __typename: 'CaseChanged', case: { text: 'Άλλο κείμενο.' } });
    expect(await act(ada, decide, { input: { ...input, version: changed.case?.row.version } })).toMatchObject({ __typename: 'CaseDecided' });
    expect(await act(ada, decide, { input })).toEqual({ __typename: 'NotAllowed', reason: 'decided' });
    expect(heard.filter((decided) => decided.item.id === item.id)).toMatchObject([{ decision: 'hidden', rule: 2, reason: 'Προσβάλλει.' }]);
  });

  it('is ruled by a code that any program can read, so that the numbers in the public log say something', async () => {
    const { data } = await city.graph<{ codeOfConduct: { number: number; title: { el: string } }[] }>('{ codeOfConduct { number title { el en } } }');
    expect(data.codeOfConduct[1]).toMatchObject({ number: 2, title: codeOfConduct[1]?.title });
  });

  it('tells anybody whether there is something to report, and of what is hidden or not there alike that there is not', async () => {
    const may = async (id: string) => (await city.graph<{ mayBeReported: boolean }>('query ($item: SubjectInput!) { mayBeReported(item: $item) }', { item: { kind: 'note', id } })).data.mayBeReported;
    const [open, waiting] = [await write('Φανερό', { mode: 'public' }), await write('Περιμένει')];
    expect([await may(open.id), await may(waiting.id), await may('nothing')]).toEqual([true, false, false]);
  });

  it('counts a person’s report once, with the text as it was, and tells how it ended', async () => {
    const item = await write('Όλοι σας είστε ηλίθιοι.', { mode: 'public' });
    const twice = await Promise.all([act(reader, report, { item, rule: 2, note: '<script>' }), act(reader, report, { item, rule: 2, note: 'ξανά' })]);
    expect(twice.map(({ again }) => again).sort()).toEqual([false, true]);
    expect(await act(author, report, { item, rule: 2 })).toEqual({ __typename: 'NotAllowed', reason: 'own' });
    expect(await act(reader, report, { item: { kind: 'note', id: 'nothing' }, rule: 2 })).toMatchObject({ __typename: 'NotFound' });
    expect(await act(reader, report, { item, rule: 77 })).toMatchObject({ __typename: 'Invalid' });
    expect(await act(await signedIn(city, { confirmed: false }), report, { item, rule: 2 })).toEqual({ __typename: 'NotAllowed', reason: 'unconfirmed' });
    const found = await newest();
    expect(found).toMatchObject({ kind: 'reported', reports: 1 });
    const { data } = await ada.graph<{ claimCase: { case: Record<string, unknown> } }>(detail, { id: found.id });
    expect(data.claimCase.case).toMatchObject({ highlights: ['ηλίθιοι'], reports: [{ rule: 2, trusted: false }] });
    expect(JSON.stringify(data)).not.toContain('Αναγνώστρια');
    await settle(ada, found, 'returned', { rule: 2, reason: 'Η λέξη προσβάλλει πρόσωπα.' });
    const inboxHas = (who: SignedIn, name: string) => async () => {
      const { data: box } = await who.graph<{ inbox: { items: { name: string }[] } }>('{ inbox { items { name } } }');
      return box.inbox.items.some((notice) => notice.name === name);
    };
    await eventually('the author is told', inboxHas(author, 'moderation.returned'));
    await eventually('the reporter is told', inboxHas(reader, 'moderation.report_upheld'));
  });

  it('keeps a moderator from what they wrote and from what they reported, as if it were not there, and logs it', async () => {
    await write('Το έγραψε η Άντα.', { by: ada });
    const own = await newest(ben);
    expect((await rows(ada)).map(({ id }) => id)).not.toContain(own.id);
    const never = await act(ada, claim, { id: 'never-was' });
    expect(await act(ada, claim, { id: own.id })).toEqual(never);
    expect(await act(ada, decide, { input: { id: own.id, version: 1, decision: 'approved' } })).toEqual({ __typename: 'NotFound', reason: 'case' });
    const item = await write('Το ανέφερε η Άντα.', { mode: 'public' });
    await act(ada, report, { item, rule: 1 });
    const reported = await newest(ben);
    expect(await act(ada, claim, { id: reported.id })).toEqual(never);
    expect(await metrics.getSingleMetricAsString('isegoria_refusals_total')).toContain('moderation');
  });

  it('opens again when somebody new reports what was decided before', async () => {
    const item = await write('Διαφωνώ κάθετα.', { mode: 'public' });
    await act(reader, report, { item, rule: 2 });
    const first = await newest();
    await settle(ada, first, 'approved');
    await act(reader, report, { item, rule: 2 });
    expect((await rows(ada)).some(({ id }) => id > first.id)).toBe(false);
    const other = await signedIn(city);
    await act(other, report, { item, rule: 1 });
    const second = await newest();
    expect(second.id > first.id).toBe(true);
    expect((await ada.graph(detail, { id: second.id })).data).toMatchObject({ claimCase: { case: { previous: [{ decision: 'approved' }] } } });
  });

  it('is not hurried by a crowd beyond its bounds, and never hides by numbers', async () => {
    const item = await write('Στόχος πλήθους.', { mode: 'public' });
    const crowd = await Promise.all(Array.from({ length: 14 }, () => signedIn(city)));
    await Promise.all(crowd.map((one) => act(one, report, { item, rule: 2 })));
    expect(await newest()).toMatchObject({ reports: 14, coordinated: true });
    expect(heard.some((decided) => decided.item.id === item.id)).toBe(false);
  });

  it('passes a case on with a word for the next, and brings it back only where nobody else is left', async () => {
    await write('Δύσκολη περίπτωση.');
    const { id } = await newest();
    await act(ada, claim, { id });
    expect(await act(ada, pass, { id, note: 'ω'.repeat(501) })).toEqual({ __typename: 'Invalid', problems: [{ field: 'note', code: 'too_long', limit: 500 }] });
    expect((await rows(ada)).some((one) => one.id === id)).toBe(true);
    expect(await act(ada, pass, { id, note: 'Γνωρίζω τον συγγραφέα.' })).toMatchObject({ __typename: 'CaseReleased' });
    expect((await rows(ada)).some((one) => one.id === id)).toBe(false);
    expect((await ben.graph(detail, { id })).data).toMatchObject({ claimCase: { case: { passNote: 'Γνωρίζω τον συγγραφέα.' } } });
    await act(ben, pass, { id });
    expect((await rows(ada)).some((one) => one.id === id)).toBe(true);
  });

  it('lets the author object once, another moderator decide, and brings back what was hidden wrongly', async () => {
    const item = await write('«Σπατάλη», είπε ο ίδιος ο αντιδήμαρχος.', { mode: 'public' });
    await act(reader, report, { item, rule: 2 });
    const found = await newest();
    await settle(ada, found, 'hidden', { rule: 2, reason: 'Προσβλητικό.' });
    expect((await reader.graph(myCase, { id: found.id })).data).toEqual({ myCase: null });
    expect((await author.graph(myCase, { id: found.id })).data).toMatchObject({ myCase: { decision: 'hidden', rule: 2, reason: 'Προσβλητικό.', objectUntil: expect.any(String) } });
    expect(await act(reader, object, { caseId: found.id, text: 'Ξένο θέμα.' })).toMatchObject({ __typename: 'NotFound' });
    const objected = await Promise.all([1, 2, 3].map((number) => act(author, object, { caseId: found.id, text: `Είναι παράθεση. ${number}` })));
    expect(objected.every(({ __typename }) => __typename === 'ObjectionMade')).toBe(true);
    const seenBy = async (who: SignedIn) => (await who.graph<{ moderationObjections: { items: { id: string; caseId: string }[] } }>(objections)).data.moderationObjections.items.filter(({ caseId }) => caseId === found.id);
    expect(await seenBy(ada)).toEqual([]);
    const [mine] = await seenBy(ben);
    expect(await act(ada, decideObjection, { id: mine?.id, outcome: 'upheld', reason: 'Έτσι το θέλω.' })).toEqual({ __typename: 'NotFound', reason: 'objection' });
    expect(await act(ben, decideObjection, { id: mine?.id, outcome: 'reversed', reason: '' })).toMatchObject({ __typename: 'Invalid' });
    expect(await act(ben, decideObjection, { id: mine?.id, outcome: 'reversed', reason: 'Έχεις δίκιο.' })).toMatchObject({ __typename: 'ObjectionDecided' });
    expect(heard.filter((decided) => decided.item.id === item.id).map(({ decision }) => decision)).toEqual(['hidden', 'approved']);
    expect((await author.graph(myCase, { id: found.id })).data).toMatchObject({ myCase: { objectUntil: null, objection: { outcome: 'reversed', reason: 'Έχεις δίκιο.' } } });
  });

  it('publishes each decision with its rule and without anybody’s name or words', async () => {
    const { data } = await city.graph('{ moderationLog { items { id itemKind decision rule at objection } total } moderationMonths { month cases hidden reversed medianHours } }');
    expect(data).toMatchObject({ moderationLog: { items: expect.arrayContaining([expect.objectContaining({ decision: 'hidden', rule: 2, objection: 'reversed' })]) } });
    expect(data).toMatchObject({ moderationMonths: [{ hidden: 2, reversed: 1 }] });
    expect(JSON.stringify(data)).not.toMatch(/Σπατάλη|Συγγραφέας|Άντα/);
  });

  it('counts the decisions of twelve months of the city’s calendar', async () => {
    const cases = city.get<Model<Case>>(getModelToken(Case.name));
    const [inOctober, inNovember] = ['2021-10-31T21:59:00Z', '2021-10-31T22:01:00Z'];
    const [tooOld, oldest] = ['2020-11-30T21:59:00Z', '2020-11-30T22:01:00Z'];
    const decided = [inOctober, inNovember, tooOld, oldest].map((at) => ({ _id: newId(), item: `square:${at}`, kind: 'reported', status: 'decided', decision: 'hidden', since: new Date(Date.parse(at) - 90 * 60_000), orderAt: new Date(at), decidedAt: new Date(at) }));
    await cases.insertMany(decided);
    const months = await new PublicLog(cases, { now: () => new Date('2021-11-15T10:00:00Z') } as Clock).months();
    expect(months.filter(({ month }) => month < '2022').map(({ month, cases: count, medianHours }) => [month, count, medianHours])).toEqual([['2021-11', 1, 1.5], ['2021-10', 1, 1.5], ['2020-12', 1, 1.5]]);
    await cases.deleteMany({ _id: { $in: decided.map(({ _id }) => _id) } });
  });

  it('puts each decision into the public ledger, with its rule and without the contribution', async () => {
    const ask = async () => (await city.graph<{ ledgerActs: { items: { act: string; rule: string | null; outcome: string; subject: { kind: string } }[] } }>('{ ledgerActs(first: 100) { items { act rule role outcome subject { kind id } } } }')).data.ledgerActs.items;
    const acts = await eventually('the objection stands in the ledger', async () => {
      const items = await ask();
      return items.some(({ act }) => act === 'objection.decided') && items.filter(({ outcome }) => outcome === 'hidden').length === 2 && items;
    });
    expect(acts).toContainEqual({ act: 'moderation.decided', rule: '2', role: 'moderator', outcome: 'hidden', subject: { kind: 'moderation-case', id: expect.any(String) } });
    expect(acts).toContainEqual({ act: 'objection.decided', rule: null, role: 'moderator', outcome: 'reversed', subject: { kind: 'moderation-case', id: expect.any(String) } });
    expect(JSON.stringify(acts)).not.toMatch(/comment|Σπατάλη|Προσβλητικό/);
  });

  it('ends a case when the author takes the contribution back', async () => {
    const item = await write('Το μετάνιωσα.');
    const { id } = await newest();
    await city.get(Events).publish('contribution.withdrawn', { item });
    expect((await rows(ada)).some((one) => one.id === id)).toBe(false);
  });

  it('refuses operators in place of ids and words', async () => {
    for (const id of [{ $gt: '' }, { $ne: null }, { $where: 'sleep(1)' }]) {
      expect((await ada.graph(claim, { id })).errors?.length).toBeGreaterThan(0);
      expect((await reader.graph(report, { item: { kind: 'note', id }, rule: 2 })).errors?.length).toBeGreaterThan(0);
      expect((await author.graph(object, { caseId: id, text: 'x' })).errors?.length).toBeGreaterThan(0);
    }
  });
  it('has a mistaken decision looked at again, in the open: the log shows both, the author hears that the text is back', async () => {
    const item = await write('Κείμενο που κρύφτηκε κατά λάθος.', { mode: 'public' });
    await act(reader, report, { item, rule: 2 });
    const found = await newest();
    expect(await act(ada, reopen, { id: found.id, reason: 'Ακόμη ανοιχτή.' })).toMatchObject({ reason: 'open' });
    await settle(ada, found, 'hidden', { rule: 2, reason: 'Προσβλητικό.' });
    expect((await act(reader, reopen, { id: found.id, reason: 'Δεν μου αρέσει.' })).__typename).toBe('FORBIDDEN');
    expect((await act(ada, reopen, { id: found.id, reason: ' ' })).problems).toMatchObject([{ field: 'reason', code: 'required' }]);
    const twice = await Promise.all([act(ada, reopen, { id: found.id, reason: 'Πάτησα λάθος πλήκτρο.' }), act(ada, reopen, { id: found.id, reason: 'Πάτησα λάθος πλήκτρο.' })]);
    expect(twice.map(({ __typename }) => __typename)).toContain('CaseReopened');
    expect(await act(ben, reopen, { id: found.id, reason: 'Κι εγώ.' })).toMatchObject({ reason: 'reopened' });
    expect((await author.graph(myCase, { id: found.id })).data, 'the new decision is the one to object to').toMatchObject({ myCase: { objectUntil: null } });

    const again = await newest(ben);
    expect((await act(ben, detail, { id: again.id })).case).toMatchObject({ previous: [{ decision: 'hidden' }], passNote: 'Πάτησα λάθος πλήκτρο.' });
    await settle(ben, again, 'approved');
    expect(heard.at(-1)).toMatchObject({ item, decision: 'approved' });
    const inbox = async (who: SignedIn) => JSON.stringify((await who.graph('{ inbox(first: 20) { items { name } } }')).data);
    await eventually('the author hears that it is back', async () => (await inbox(author)).includes('moderation.restored'));
    await eventually('the reporter hears the other end', async () => (await inbox(reader)).includes('moderation.report_rejected'));
    const { data } = await city.graph<{ moderationLog: { items: { id: string; decision: string; reopenedAt: string | null }[] } }>('{ moderationLog(first: 5) { items { id decision reopenedAt } } }');
    expect(data.moderationLog.items.filter(({ id }) => id === found.id || id === again.id)).toEqual([{ id: again.id, decision: 'approved', reopenedAt: null }, { id: found.id, decision: 'hidden', reopenedAt: expect.any(String) as string }]);
    await eventually('it stands in the ledger', async () => JSON.stringify((await city.graph('{ ledgerActs(first: 20) { items { act } } }')).data).includes('moderation.reopened'));
  });

  describe('many cases at once', () => {
    const against = { decision: 'hidden', rule: 4, reason: 'Διαφημίζει ρολόγια.' };
    /** As many contributions that wait, with their cases as a moderator read them. */
    const wave = async (count: number, by: SignedIn = author) => {
      const items = [];
      for (let number = 0; number < count; number++) items.push(await write(`Ρολόγια <b>${number}</b>`, { by }));
      const { data } = await ben.graph<{ moderationQueue: { items: { id: string; version: number; excerpt: string; item: { id: string } }[] } }>('{ moderationQueue(first: 100) { items { id version excerpt item { id } } } }');
      const found = items.map(({ id }) => data.moderationQueue.items.find(({ item }) => item.id === id));
      return found.map((one) => ({ id: one?.id ?? '', version: one?.version ?? 0, item: one?.item.id ?? '', excerpt: one?.excerpt }));
    };
    const marked = (cases: readonly { id: string; version: number }[]) => cases.map(({ id, version }) => ({ id, version }));
    const decideAll = async (who: SignedIn, cases: readonly { id: string; version: number }[], more: object = against) => act(who, decideCases, { input: { cases: marked(cases), ...more } });
    const saidOf = (cases: readonly { item: string }[]) => cases.map(({ item }) => heard.filter((decided) => decided.item.id === item).length);
    const lettersTo = async (who: SignedIn) => (await who.graph<{ inbox: { items: { name: string; about: { id: string } }[] } }>('{ inbox(first: 50) { items { name about { id } } } }')).data.inbox.items;

    it('stay cases of their own: each author hears of their own text, log and ledger have a line for each, every screen sees each go', async () => {
      const screen = await listen(city.url, { cookie: ben.cookie });
      await screen.watch({ kind: 'moderation', id: 'queue' });
      const other = await signedIn(city);
      const cases = [...(await wave(2)), ...(await wave(1, other))];
      expect(cases.map(({ excerpt }) => excerpt)).toEqual(['Ρολόγια <b>0</b>', 'Ρολόγια <b>1</b>', 'Ρολόγια <b>0</b>']);
      expect(await decideAll(ada, cases)).toEqual({ __typename: 'CasesDecided', outcomes: cases.map(({ id }) => ({ id, refused: null })) });
      const left = (await rows(ben)).map(({ id }) => id);
      expect(cases.filter(({ id }) => left.includes(id))).toEqual([]);
      for (const [who, own] of [[author, cases.slice(0, 2)], [other, cases.slice(2)]] as const) {
        for (const { id } of own) {
          expect((await who.graph(myCase, { id })).data).toMatchObject({ myCase: { ...against, objectUntil: expect.any(String) } });
          await eventually('the author is told of it', async () => (await lettersTo(who)).some(({ name, about }) => name === 'moderation.hidden' && about.id === id));
        }
      }
      expect((await lettersTo(other)).filter(({ name }) => name === 'moderation.hidden')).toHaveLength(1);
      const log = (await city.graph<{ moderationLog: { items: { id: string; decision: string; rule: number }[] } }>('{ moderationLog(first: 10) { items { id decision rule } } }')).data.moderationLog.items;
      expect(log).toEqual(expect.arrayContaining(cases.map(({ id }) => ({ id, decision: 'hidden', rule: 4 }))));
      await eventually('each stands in the ledger', async () => {
        const { data } = await city.graph<{ ledgerActs: { items: { act: string; rule: string | null; outcome: string; subject: { id: string } }[] } }>('{ ledgerActs(first: 50) { items { act rule outcome subject { id } } } }');
        return cases.every(({ id }) => data.ledgerActs.items.filter(({ act, rule, outcome, subject }) => act === 'moderation.decided' && rule === '4' && outcome === 'hidden' && subject.id === id).length === 1);
      });
      await eventually('every screen saw each of them go', () => cases.every(({ id }) => screen.heard.some(({ payload }) => JSON.stringify(payload) === JSON.stringify({ caseId: id, what: 'decided', by: ada.citizen.id }))));
      screen.close();
    });

    it('are decided as far as they can be: what another works on, what changed, what is decided, and what is not theirs is told and left', async () => {
      const [free, mine, taken, changed, done] = await wave(5);
      const [own] = await wave(1, ada);
      if (!free || !mine || !taken || !changed || !done || !own) throw new Error('not all came into the queue');
      await act(ada, claim, { id: mine.id });
      await act(ben, claim, { id: taken.id });
      await city.get(Events).publish('contribution.submitted', { item: { kind: 'note', id: changed.item }, authorId: author.citizen.id, title: 'Πεζόδρομος', text: 'Άλλο κείμενο.', mode: 'wait' });
      await decideAll(ben, [done], { decision: 'approved' });
      const never = { id: 'never-was', version: 1 };
      expect((await decideAll(ada, [free, taken, changed, done, own, never, mine])).outcomes).toEqual([
        { id: free.id, refused: null }, { id: taken.id, refused: 'taken' }, { id: changed.id, refused: 'changed' }, { id: done.id, refused: 'gone' },
        { id: own.id, refused: 'gone' }, { id: never.id, refused: 'gone' }, { id: mine.id, refused: null },
      ]);
      expect(saidOf([free, mine, taken, changed, done, own])).toEqual([1, 1, 0, 0, 1, 0]);
      expect(await act(ben, decide, { input: { id: taken.id, version: taken.version, decision: 'approved' } }), 'whoever had it goes on').toMatchObject({ __typename: 'CaseDecided' });
      expect((await rows(ben)).map(({ id }) => id)).toEqual(expect.arrayContaining([changed.id, own.id]));
    });

    it('are decided once, however often they are sent, and by one of two moderators who press at once', async () => {
      const cases = await wave(4);
      const answers = await Promise.all([decideAll(ada, [...cases, ...cases]), decideAll(ada, cases), decideAll(ben, cases, { decision: 'approved' })]);
      const again = await decideAll(ada, cases);
      const outcomesOf = (answer: Answer, id: string) => answer.outcomes?.filter((outcome) => outcome.id === id).map(({ refused }) => refused);
      for (const { id } of cases) {
        const [adas, adasOther, bens] = answers.map((answer) => outcomesOf(answer, id));
        expect(adas, 'one word for one case').toHaveLength(1);
        expect([adas, adasOther, outcomesOf(again, id)]).toEqual([adas, adas, adas]);
        expect([adas, bens].map((said) => said?.[0] ?? 'decided').sort()).toEqual(['decided', 'gone']);
      }
      expect(saidOf(cases)).toEqual([1, 1, 1, 1]);
    });

    it('are finished by whoever sends them again, and told to everyone, where the process died among them', async () => {
      const [told, untold, untouched] = await wave(3);
      if (!told || !untold || !untouched) throw new Error('not all came into the queue');
      await decideAll(ada, [told]);
      // As kill -9 leaves it: the second was written, nobody was told of it yet, and the third was not reached.
      await city.get<Model<Case>>(getModelToken(Case.name)).updateOne({ _id: untold.id }, { $set: { ...against, status: 'decided', decidedBy: ada.citizen.id, decidedAt: new Date(Date.now() - 60_000), delivered: false, logged: true } }).exec();
      expect((await decideAll(ada, [told, untold, untouched])).outcomes?.map(({ refused }) => refused)).toEqual([null, null, null]);
      expect(saidOf([told, untold, untouched])).toEqual([1, 0, 1]);
      await city.get(Messenger).deliverTheForgotten();
      expect(saidOf([told, untold, untouched])).toEqual([1, 1, 1]);
    });

    it('are as many as fit on a screen, and not hidden without a rule and a reason; who is no moderator decides none', async () => {
      const [one] = await wave(1);
      if (!one) throw new Error('it did not come into the queue');
      expect(await decideAll(ada, [])).toMatchObject({ problems: [{ field: 'cases', code: 'required' }] });
      expect(await decideAll(ada, Array.from({ length: 51 }, () => one))).toMatchObject({ problems: [{ field: 'cases', code: 'too_long', limit: 50 }] });
      expect(await decideAll(ada, [one], { decision: 'hidden', reason: ' ' })).toMatchObject({ problems: [{ field: 'rule', code: 'required' }, { field: 'reason', code: 'required' }] });
      expect((await ada.graph(decideCases, { input: { cases: marked([one]), decision: 'returned', rule: 4, reason: 'Ξαναγράψ’ το.' } })).errors).toBeDefined();
      expect((await act(reader, decideCases, { input: { cases: marked([one]), ...against } })).__typename).toBe('FORBIDDEN');
      expect(saidOf([one])).toEqual([0]);
      expect((await decideAll(ada, [one], { decision: 'approved' })).outcomes).toEqual([{ id: one.id, refused: null }]);
      await eventually('the author hears that it is published', async () => (await lettersTo(author)).some(({ name, about }) => name === 'moderation.published' && about.id === one.id));
    });
  });
});

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { Clock, Events, eventually, Importers, Projections, type SubjectCard, Subjects, startCity, type TestCity } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { NotificationsModule } from '@isegoria/notifications/api';
import { listen, RealtimeModule, Rooms } from '@isegoria/realtime/api';
import { AnswerLog } from './answer-log';
import { Cartographer } from './cartographer';
import { camps, smallFolder } from './opinions.builders';
import { OpinionsModule } from './opinions.module';
import { StatementStanding } from './statement-standing';

const fields = `title { el en } open waits statements answered groupMinimum next { id text mine answer } given { id answer } mine { id text visibility decision { rule reason caseId } }
  standing { x y group } map { version participants answers points { x y people group } groups { group people holds { statement agrees share } }
  agreed { statement } split { statement } findings { statement text agrees disagrees passes groups { group agrees disagrees passes } agreement } }`;
const ask = `query Ask($subject: SubjectInput!) { opinions(subject: $subject) { ${fields} } }`;
const add = `mutation Add($input: AddOpinionInput!) { addOpinion(input: $input) { __typename ... on OpinionSaved { statement { id text visibility mine } }
  ... on OpinionThere { statement { id } } ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } } }`;
const say = `mutation Say($id: ID!, $answer: OpinionAnswer!) { answerOpinion(id: $id, answer: $answer) { __typename ... on OpinionAnswered { opinions { ${fields} } }
  ... on NotAllowed { reason } ... on NotFound { reason } } }`;
const withdraw = 'mutation Withdraw($id: ID!) { withdrawOpinion(id: $id) { __typename } }';

interface Shown {
  title: Localized;
  open: boolean;
  statements: number;
  answered: number;
  next: { id: string; text: string } | null;
  given: { id: string; answer: string }[];
  mine: { id: string; visibility: string }[];
  standing: { x: number; y: number; group: number } | null;
  map: {
    version: number;
    participants: number;
    answers: number;
    points: { people: number; group: number }[];
    groups: { group: number; people: number }[];
    findings: { statement: string; text: string; agrees: number; disagrees: number; passes: number; groups: { agrees: number }[] }[];
  } | null;
}
interface Said {
  __typename: string;
  statement?: { id: string; text: string; visibility: string };
  opinions?: Shown;
  reason?: string;
  problems?: { field: string; code: string; limit: number }[];
}

const cardOf = (id: string): SubjectCard => ({
  kind: 'square', id, title: `Πλατεία <script>alert('${id}')</script>`, path: `/squares/${id}`, excerpt: '', english: { title: `Square ${id}`, excerpt: '' }, authorId: null,
  isPublic: id !== 'secret', acceptsComments: id !== 'closed', commentMode: id === 'waits' ? 'wait' : 'public', createdAt: new Date('2026-05-01'),
});

describe('opinions about a subject', () => {
  let city: TestCity;
  let maria: SignedIn;
  let nikos: SignedIn;
  let nonce = 0;
  beforeAll(async () => {
    city = await startCity([IdentityModule, RealtimeModule, NotificationsModule, OpinionsModule], { doors: [sessionDoor] });
    city.get(Subjects).register('square', { cards: (ids) => Promise.resolve(ids.filter((id) => id !== 'nowhere').map(cardOf)) });
    city.get(Rooms).open('square');
    maria = await signedIn(city);
    nikos = await signedIn(city, { name: 'Νίκος Πέτρου' });
  }, 60_000);
  afterAll(() => city.stop());

  const square = (id: string) => ({ kind: 'square', id });
  const write = async (who: SignedIn, id: string, text: string, more: Record<string, unknown> = {}) =>
    (await who.graph<{ addOpinion: Said }>(add, { input: { subject: square(id), text, nonce: `nonce-${++nonce}-0000`, ...more } })).data.addOpinion;
  const answer = async (who: SignedIn, id: string, value: string) => (await who.graph<{ answerOpinion: Said }>(say, { id, answer: value })).data.answerOpinion;
  const look = async (id: string, who?: SignedIn) => (await (who ?? city).graph<{ opinions: Shown | null }>(ask, { subject: square(id) })).data.opinions;
  const mapped = (id: string, holds: (map: NonNullable<Shown['map']>) => boolean) =>
    eventually(`the map of ${id}`, async () => {
      const map = (await look(id))?.map;
      return map && holds(map) ? map : null;
    }, 15_000);

  it('are written in one short sentence, that everyone may then answer', async () => {
    const saved = await write(maria, 'open', '  Θέλω   δέντρα <b>εδώ</b> ');
    expect(saved.statement).toMatchObject({ text: 'Θέλω δέντρα <b>εδώ</b>', visibility: 'public', mine: true });
    expect((await look('open', nikos))?.next?.text).toBe('Θέλω δέντρα <b>εδώ</b>');
    expect(await look('open')).toMatchObject({ statements: 1, title: { el: expect.stringMatching(/^Πλατεία/), en: 'Square open' } });
  });

  it('are refused with the reason where they may not be', async () => {
    expect(await write(maria, 'open', 'ναι')).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'text' }] });
    expect(await write(maria, 'open', 'α'.repeat(161))).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'text', limit: 160 }] });
    expect(await write(maria, 'closed', 'Να κλείσει ο δρόμος')).toMatchObject({ reason: 'closed' });
    expect(await write(maria, 'secret', 'Να κλείσει ο δρόμος')).toMatchObject({ __typename: 'NotFound', reason: 'subject' });
    expect(await write(maria, 'nowhere', 'Να κλείσει ο δρόμος')).toMatchObject({ __typename: 'NotFound', reason: 'subject' });
    const unconfirmed = await signedIn(city, { confirmed: false });
    expect(await write(unconfirmed, 'open', 'Να κλείσει ο δρόμος')).toMatchObject({ reason: 'unconfirmed' });
    expect(await look('secret')).toBeNull();
    const visitor = await city.graph(say, { id: 'x', answer: 'AGREE' });
    expect(visitor.errors).toHaveLength(1);
  });

  it('are not said twice: the second who says it is led to the first, and a double click is one statement', async () => {
    const first = await write(maria, 'twice', 'Πιο πολλά λεωφορεία.');
    expect(await write(nikos, 'twice', 'πιο πολλα λεωφορεια!')).toEqual({ __typename: 'OpinionThere', statement: { id: first.statement?.id } });
    const again = { nonce: 'nonce-twice-0001' };
    const both = await Promise.all([write(maria, 'twice', 'Και τη νύχτα', again), write(maria, 'twice', 'Και τη νύχτα', again)]);
    expect(new Set(both.map(({ statement }) => statement?.id)).size).toBe(1);
    expect((await look('twice'))?.statements).toBe(2);
  });

  it('are answered once by each person, who may change their mind', async () => {
    const id = (await write(maria, 'mind', 'Ναι στο τραμ')).statement?.id ?? '';
    expect((await answer(nikos, id, 'AGREE')).opinions).toMatchObject({ answered: 1, next: null, given: [{ id, answer: 'AGREE' }] });
    await Promise.all([answer(nikos, id, 'DISAGREE'), answer(nikos, id, 'DISAGREE'), answer(maria, id, 'PASS')]);
    const map = await mapped('mind', ({ answers, findings }) => answers === 2 && findings[0]?.disagrees === 1);
    expect(map.findings).toMatchObject([{ statement: id, agrees: 0, disagrees: 1, passes: 1, groups: [] }]);
    expect(map.points).toEqual([]);
  });

  it('wait for a moderator where the phase says so, and go where the moderator says', async () => {
    const submitted: string[] = [];
    city.get(Events).on('contribution.submitted', 'test', ({ item, mode }) => void submitted.push(`${item.kind} ${mode}`));
    const id = (await write(maria, 'waits', 'Να γίνει πάρκο')).statement?.id ?? '';
    expect(submitted).toEqual(['opinion wait']);
    expect((await look('waits', maria))?.mine).toMatchObject([{ id, visibility: 'waiting' }]);
    expect(await answer(nikos, id, 'AGREE')).toMatchObject({ __typename: 'NotFound' });
    const decided = { item: { kind: 'opinion', id }, rule: null, reason: '', caseId: 'c' };
    await city.get(Events).publish('moderation.decided', { ...decided, decision: 'approved', at: new Date(2_000_000_000_000) });
    expect((await look('waits', nikos))?.next?.id).toBe(id);
    await city.get(Events).publish('moderation.decided', { ...decided, decision: 'hidden', at: new Date(1_000_000_000_000) });
    expect((await look('waits', nikos))?.statements).toBe(1);
    await city.get(Events).publish('moderation.decided', { ...decided, decision: 'hidden', rule: 2, reason: 'Η λέξη προσβάλλει.', at: new Date(2_000_000_000_001) });
    expect((await look('waits', nikos))?.statements).toBe(0);
    expect((await look('waits', maria))?.mine).toMatchObject([{ id, visibility: 'hidden', decision: { rule: 2, reason: 'Η λέξη προσβάλλει.', caseId: 'c' } }]);
    expect((await look('waits', nikos))?.mine).toEqual([]);
  });

  it('that were sent back are put right by their author, once, and wait for a moderator even where others do not', async () => {
    const id = (await write(maria, 'right', 'Ο δήμαρχος λέει ψέματα')).statement?.id ?? '';
    await answer(nikos, id, 'AGREE');
    const corrected = { corrects: id, nonce: 'nonce-right-0001' };
    expect(await write(maria, 'right', 'Θέλω να ακούσω τον δήμαρχο', corrected), 'not sent back yet').toMatchObject({ __typename: 'NotFound' });
    const decided = { item: { kind: 'opinion', id }, decision: 'returned' as const, rule: 2, reason: 'Μίλα για το θέμα.', caseId: 'c', at: new Date(2_000_000_000_000) };
    await city.get(Events).publish('moderation.decided', decided);
    expect(await write(nikos, 'right', 'Θέλω να ακούσω τον δήμαρχο', { corrects: id })).toMatchObject({ __typename: 'NotFound' });
    expect(await write(maria, 'right', 'ναι', corrected)).toMatchObject({ __typename: 'Invalid' });
    const both = await Promise.all([1, 2].map(() => write(maria, 'right', 'Θέλω να ακούσω τον δήμαρχο', corrected)));
    both.push(await write(maria, 'right', 'Θέλω να ακούσω τον δήμαρχο', corrected));
    expect(new Set(both.map(({ statement }) => `${statement?.text} ${statement?.visibility} ${statement?.id}`)).size).toBe(1);
    const [{ statement: right } = { statement: undefined }] = both;
    expect((await look('right', maria))?.mine).toMatchObject([{ id: right?.id, visibility: 'waiting', decision: null }]);
    await city.get(Events).publish('moderation.decided', { ...decided, item: { kind: 'opinion', id: right?.id ?? '' }, decision: 'approved', rule: null, reason: '' });
    expect(await look('right', nikos)).toMatchObject({ statements: 1, answered: 0, next: { id: right?.id } });
  });

  it('are taken back by their author alone, and their words are gone', async () => {
    const id = (await write(maria, 'back', 'Αυτό το μετάνιωσα')).statement?.id ?? '';
    expect((await nikos.graph<{ withdrawOpinion: Said }>(withdraw, { id })).data.withdrawOpinion.__typename).toBe('NotFound');
    expect((await maria.graph<{ withdrawOpinion: Said }>(withdraw, { id })).data.withdrawOpinion.__typename).toBe('OpinionSaved');
    expect((await look('back', maria))?.statements).toBe(0);
    await mapped('back', ({ findings }) => findings.length === 0);
  });

  it('leave the moderators too, though the process died that took them back', async () => {
    const gone: string[] = [];
    city.get(Events).on('contribution.withdrawn', 'test', ({ item }) => void gone.push(item.id));
    const eleni = await signedIn(city, { name: 'Ελένη Γεωργίου' });
    const id = (await write(eleni, 'back', 'Κι αυτό το μετάνιωσα')).statement?.id ?? '';
    const dies = vi.spyOn(city.get(Events), 'publish').mockRejectedValueOnce(new Error('killed'));
    expect((await eleni.graph(withdraw, { id })).errors).toHaveLength(1);
    dies.mockRestore();
    const later = vi.spyOn(city.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 60_000));
    for (let time = 0; time < 2; time++) await city.get(StatementStanding).enterTheForgotten();
    later.mockRestore();
    expect(gone).toEqual([id]);
  });

  describe('of many people', () => {
    const subject = 'square:crowd';
    const ids: string[] = [];
    beforeAll(async () => {
      const writers = [await signedIn(city), await signedIn(city)] as const;
      for (let number = 0; number < 10; number++) ids.push((await write(writers[number < 5 ? 0 : 1], 'crowd', `Θέση αριθμός ${number} για όλους`)).statement?.id ?? '');
      const { answers } = camps([25, 20], { statements: 10, each: 9, seed: 5 });
      // Keys that begin as keys may, from the first sign to the last: all answers are read by them.
      const key = (participant: number) => `${'-09AZ_az'.charAt(participant % 8)}p${participant}`;
      await city.get(AnswerLog).appendMany(answers.map(({ participant, statement, value }, number) => ({ _id: `crowd-${String(number).padStart(6, '0')}`, subject, statementId: ids[statement] ?? '', person: key(participant), value, at: new Date(1_780_000_000_000 + number) })));
      await city.get(Cartographer).due(subject);
    });

    it('become a map with groups, without a name, while everyone watches', async () => {
      const browser = await listen(city.url);
      await browser.watch(square('crowd'));
      const map = await mapped('crowd', ({ participants }) => participants === 45);
      expect(map.groups.map(({ group }) => group)).toEqual([0, 1]);
      expect(map.groups.reduce((sum, { people }) => sum + people, 0)).toBe(45);
      expect(map.points.reduce((sum, { people }) => sum + people, 0)).toBe(45);
      expect(JSON.stringify(map)).not.toMatch(/"[-09AZ_az]p\d/);
      await answer(maria, ids[0] ?? '', 'AGREE');
      const delta = await eventually('the delta', () => browser.heard.find(({ name, payload }) => name === 'opinions.mapped' && (payload as { participants: number }).participants === 46), 15_000);
      expect(delta.payload).toMatchObject({ groups: 2, answers: 45 * 9 + 1 });
      browser.close();
    });

    it('show the reader, and nobody else, where the reader stands', async () => {
      for (const id of ids.slice(1, 8)) await answer(maria, id, 'AGREE');
      expect((await look('crowd', maria))?.standing).toMatchObject({ x: expect.any(Number), group: expect.any(Number) });
      expect((await look('crowd', nikos))?.standing).toBeNull();
      expect((await look('crowd'))?.standing).toBeNull();
    });

    it('are the same when the view is made again from the log', async () => {
      const before = await mapped('crowd', ({ answers }) => answers === 45 * 9 + 8);
      await city.get(Projections).named('opinions')?.rebuild(() => undefined);
      const after = await mapped('crowd', ({ version }) => version > before.version);
      expect(after.findings).toEqual(before.findings);
    });

    it('who answer as one become one case for moderators, and every answer still counts', async () => {
      const cases: { kind: string; mode: string; text: string }[] = [];
      city.get(Events).on('contribution.submitted', 'test-signs', ({ item, mode, text }) => void cases.push({ kind: item.kind, mode, text }));
      const texts = Array.from({ length: 16 }, (_, number) => `Ακόμη μία θέση ${number}`);
      const writers = [await signedIn(city), await signedIn(city)] as const;
      const more = await Promise.all(texts.map(async (text, number) => (await write(writers[number % 2 ? 0 : 1], 'signs', text)).statement?.id ?? ''));
      const { answers } = camps([30, 30], { statements: 16, each: 16, seed: 8 });
      const honest = answers.map(({ participant, statement, value }) => ({ person: `h${participant}`, statement, value, at: participant * 10_000_000 }));
      const alike = Array.from({ length: 9 }, (_, number) => more.map((__, statement) => ({ person: `x${number}`, statement, value: statement % 3 === 0 ? (0 as const) : (-1 as const), at: 900_000_000 + number * 1000 }))).flat();
      const entries = [...honest, ...alike].map(({ person, statement, value, at }, number) => ({ _id: `signs-${String(number).padStart(6, '0')}`, subject: 'square:signs', statementId: more[statement] ?? '', person, value, at: new Date(1_780_000_000_000 + at) }));
      await city.get(AnswerLog).appendMany(entries);
      await city.get(Cartographer).due('square:signs');
      const map = await mapped('signs', ({ participants }) => participants === 69);
      expect(map.answers).toBe(69 * 16);
      await eventually('the case', () => cases.find(({ kind }) => kind === 'opinion-signs'), 15_000);
      expect(cases.filter(({ kind }) => kind === 'opinion-signs')).toEqual([{ kind: 'opinion-signs', mode: 'wait', text: expect.stringContaining('9 άτομα') }]);
    }, 60_000);
  });

  it('go out as export files to the council, and to nobody else', async () => {
    const council = await signedIn(city, { roles: ['citizen', 'council'] });
    const path = `${city.url}/opinions-export/square/crowd/participants-votes.csv`;
    const file = await fetch(path, { headers: { cookie: council.cookie } });
    const [header, ...lines] = (await file.text()).trim().split('\r\n');
    expect(header).toContain('participant,group-id');
    expect(lines).toHaveLength(46);
    expect(lines.join()).not.toMatch(/p\d/);
    for (const headers of [{ cookie: maria.cookie }, {}]) expect((await fetch(path, { headers: headers as Record<string, string> })).status).toBeGreaterThanOrEqual(400);
    expect((await fetch(`${city.url}/opinions-export/square/secret/votes.csv`, { headers: { cookie: council.cookie } })).status).toBe(404);
  });

  it('come in from an export folder once, and go on from there', async () => {
    const counts = { added: 0, unchanged: 0, refused: [] as string[] };
    const report = { total: () => undefined, added: () => void (counts.added += 1), unchanged: () => void (counts.unchanged += 1), changed: () => undefined, refused: (_: string, why: string) => void counts.refused.push(why) };
    const importer = city.get(Importers).named('opinions');
    await importer?.run(JSON.stringify(smallFolder), report);
    expect(counts).toEqual({ added: 12, unchanged: 0, refused: [] });
    await importer?.run(JSON.stringify(smallFolder), report);
    expect(counts).toEqual({ added: 12, unchanged: 12, refused: [] });
    await importer?.run(JSON.stringify({ ...smallFolder, 'votes.csv': 'x' }), report);
    expect(counts.refused).toEqual(['votes.csv line 1: the column timestamp, comment-id, voter-id, vote is missing']);
  });
});
